//! The diary in the browser's storage.

use backwise_graph::Word;
use backwise_posture::Diary;
use backwise_posture::diary::{Refusal, read, write};
use web_sys::Window;

use crate::dom::kept::{self, DIARY};

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

    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Diary(diary) if diary.entries().is_empty())
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
        delete(window);
        return Ok(());
    }
    if DIARY.write(window, &write(diary)) { Ok(()) } else { Err(Word::KeptFull) }
}

pub fn delete(window: &Window) {
    DIARY.delete(window);
}
