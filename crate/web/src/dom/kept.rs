//! One line of text that outlives the page, in the browser's storage of this site.

use web_sys::{Storage, Window};

const KEY: &str = "backwise-answers";

/// What is kept; nothing where storage is blocked, too.
#[must_use]
pub fn read(window: &Window) -> Option<String> {
    storage(window)?.get_item(KEY).ok()?
}

/// Keeps a text in place of the one before; whether it could.
#[must_use]
pub fn write(window: &Window, text: &str) -> bool {
    storage(window).is_some_and(|storage| storage.set_item(KEY, text).is_ok())
}

/// Deletes what is kept.
pub fn delete(window: &Window) {
    if let Some(storage) = storage(window) {
        // It fails only where nothing can be kept.
        storage.remove_item(KEY).ok();
    }
}

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok()?
}
