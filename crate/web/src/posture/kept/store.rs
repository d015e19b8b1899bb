//! The diary in the browser's storage, and the tick that has it grow.

use backwise_graph::Word;
use backwise_posture::Diary;
use backwise_posture::diary::{Refusal, read, write};
use web_sys::Window;

use crate::dom::kept::{self, DIARY, DIARY_TICK};

/// What is kept.
pub enum Store {
    /// These entries, or none.
    Diary(Diary),
    /// Something that cannot be read. It is not written over.
    Damaged(String, Refusal),
}

impl Store {
    #[must_use]
    pub fn read(window: &Window) -> Self {
        let Some(text) = DIARY.read(window) else { return Self::Diary(Diary::default()) };
        match read(text.as_bytes()) {
            Ok(diary) => Self::Diary(diary),
            Err(refusal) => Self::Damaged(text, refusal),
        }
    }

    /// As a text, to be taken along.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Diary(diary) => write(diary),
            Self::Damaged(text, _) => text.clone(),
        }
    }
}

/// Keeps a diary in place of the one before, and nothing at all of an empty one.
///
/// # Errors
/// What to tell the reader where it cannot.
pub fn keep(window: &Window, diary: &Diary) -> Result<(), Word> {
    if !kept::is_there(window) {
        return Err(Word::KeptBlocked);
    }
    if diary.entries().is_empty() {
        DIARY.delete(window);
        return Ok(());
    }
    if DIARY.write(window, &write(diary)) { Ok(()) } else { Err(Word::KeptFull) }
}

/// Whether the reader ticked the box and left it so.
#[must_use]
pub fn is_ticked(window: &Window) -> bool {
    DIARY_TICK.read(window).is_some()
}

/// Keeps the tick.
///
/// # Errors
/// What to tell the reader where it cannot.
pub fn tick(window: &Window) -> Result<(), Word> {
    if !kept::is_there(window) {
        return Err(Word::KeptBlocked);
    }
    if DIARY_TICK.write(window, "on") { Ok(()) } else { Err(Word::KeptFull) }
}

pub fn untick(window: &Window) {
    DIARY_TICK.delete(window);
}

/// Deletes the diary, and the tick with it.
pub fn delete(window: &Window) {
    DIARY.delete(window);
    untick(window);
}
