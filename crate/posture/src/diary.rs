//! What was done before: past wall tests and routines, for a reader who asks to have them kept.
//!
//! It knows what was answered and how much was done, each with its date. It adds nothing up: no score, no streak.
//! 1. [`Diary`] has the entries in the order of their dates, each once.
//! 2. [`write()`] and [`read`] turn it into a text and back, for the device's store and for a file.
//! 3. [`compare`] says of two wall tests what is the same, what changed, and what cannot be compared.
//! 4. [`Diary::plot`] has the last wall tests side by side.
//! 5. [`Reminder::calendar`] is for who wants to be reminded of the next time: by their own calendar.

mod calendar;
mod civil;
mod compare;
mod entry;
mod place;
mod plot;
mod text;

use alloc::string::ToString;
use alloc::vec::Vec;

pub use calendar::{Every, Reminder};
pub use civil::{Civil, Weekday};
pub use compare::{APART, Change, How, Why, compare};
pub use entry::{Done, Entry, ExerciseId, PastRoutine, PastTest};
pub use place::Place;
pub use plot::{Cell, Plot, Row};
pub use text::{MOST, Refusal, read, write};

/// Entries in the order of their dates, no two the same. Its text always fits into [`MOST`] bytes.
///
/// To delete all of it is to begin with an empty one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diary {
    entries: Vec<Entry>,
}

/// What should come in has no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

impl Diary {
    /// This diary with one entry more, which changes nothing if it is there already.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn with(&self, entry: Entry) -> Result<Self, Full> {
        self.merge(&Self { entries: Vec::from([entry]) })
    }

    /// This diary without an entry, which changes nothing if it is not there.
    #[must_use]
    pub fn without(&self, entry: &Entry) -> Self {
        let stays = |other: &&Entry| *other != entry;
        Self { entries: self.entries.iter().filter(stays).cloned().collect() }
    }

    /// All entries of both, whichever of them is asked. Of what both have there is one.
    ///
    /// # Errors
    /// When there is no room for all of them.
    pub fn merge(&self, other: &Self) -> Result<Self, Full> {
        let mut entries = [self.entries.as_slice(), &other.entries].concat();
        entries.sort_by_cached_key(ToString::to_string);
        entries.dedup();
        let merged = Self { entries };
        if write(&merged).len() <= MOST { Ok(merged) } else { Err(Full) }
    }

    /// All of them, in the order of their dates.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The wall tests, in the order of their dates.
    pub fn tests(&self) -> impl DoubleEndedIterator<Item = &PastTest> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::WallTest(test) => Some(test),
            Entry::Routine(_) => None,
        })
    }
}
