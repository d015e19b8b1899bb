//! Texts that outlive the page, in the browser's storage of this site.

use web_sys::{Storage, Window};

/// Where one text is kept.
#[derive(Clone, Copy)]
pub struct Shelf(&'static str);

#[cfg(feature = "tell")]
const ANSWERS: Shelf = Shelf("backwise-answers");
#[cfg(any(feature = "tell", feature = "posture"))]
pub const DIARY: Shelf = Shelf("backwise-diary");
#[cfg(feature = "posture")]
pub const DIARY_TICK: Shelf = Shelf("backwise-diary-tick");

/// The answers that are kept; nothing where storage is blocked, too.
#[cfg(feature = "tell")]
#[must_use]
pub fn read(window: &Window) -> Option<String> {
    ANSWERS.read(window)
}

/// Keeps answers in place of those before; whether it could.
#[cfg(feature = "tell")]
#[must_use]
pub fn write(window: &Window, text: &str) -> bool {
    ANSWERS.write(window, text)
}

/// Deletes the answers that are kept.
#[cfg(feature = "tell")]
pub fn delete(window: &Window) {
    ANSWERS.delete(window);
}

/// Whether the browser lets this page keep anything.
#[cfg(feature = "posture")]
#[must_use]
pub fn is_there(window: &Window) -> bool {
    storage(window).is_some()
}

impl Shelf {
    /// What is kept; nothing where storage is blocked, too.
    #[must_use]
    pub fn read(self, window: &Window) -> Option<String> {
        storage(window)?.get_item(self.0).ok()?
    }

    /// Keeps a text in place of the one before; whether it could. With the first text the browser is asked not to
    /// clear it away when room runs short.
    #[must_use]
    pub fn write(self, window: &Window, text: &str) -> bool {
        let is_first = self.read(window).is_none();
        let is_kept = storage(window).is_some_and(|it| it.set_item(self.0, text).is_ok());
        if is_first && is_kept {
            ask_to_stay(window);
        }
        is_kept
    }

    /// Deletes what is kept.
    pub fn delete(self, window: &Window) {
        if let Some(storage) = storage(window) {
            // It fails only where nothing can be kept.
            storage.remove_item(self.0).ok();
        }
    }
}

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok()?
}

/// Whatever the browser answers, nothing changes for the reader; some browsers have no such question.
fn ask_to_stay(window: &Window) {
    let manager = window.navigator().storage();
    if !manager.is_undefined() {
        manager.persist().ok();
    }
}
