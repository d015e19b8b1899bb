//! One line of the diary: a wall test or a routine that is over.

use alloc::string::String;
use alloc::vec::Vec;

use super::Civil;
use crate::player::Ran;
use crate::time::Span;
use crate::wall::{Answers, HOLD, Variant};

/// What was done, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A wall test.
    WallTest(PastTest),
    /// A routine.
    Routine(PastRoutine),
}

/// A wall test that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastTest {
    when: Civil,
    variant: Variant,
    hold: Span,
    ran: Ran,
    answers: Answers,
    pub(super) later: Later,
}

/// A routine that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastRoutine {
    when: Civil,
    done: Vec<Done>,
    pub(super) later: Later,
}

/// An exercise, and how much of it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Which one.
    pub exercise: ExerciseId,
    /// How much of it.
    pub ran: Ran,
}

/// The name of an exercise's page: 1 to 64 small letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseId(String);

/// Fields that a later version of the text form added. They are kept as they stand, and written again.
pub(super) type Later = Vec<String>;

impl Entry {
    /// When it was.
    #[must_use]
    pub fn when(&self) -> Civil {
        match self {
            Self::WallTest(test) => test.when,
            Self::Routine(routine) => routine.when,
        }
    }
}

impl PastTest {
    /// A test that was set up this way, with how much of the hold was done. The hold's length counts in whole
    /// seconds and is brought within [`HOLD`], as the test itself does.
    #[must_use]
    pub fn new(when: Civil, variant: Variant, hold: Span, ran: Ran, answers: Answers) -> Self {
        let seconds = HOLD.keep(hold).ms() / 1000;
        let hold = Span::from_s(seconds as u16); // At most 120, as that is the most to hold.
        Self { when, variant, hold, ran, answers, later: Later::new() }
    }

    /// When it was.
    #[must_use]
    pub fn when(&self) -> Civil {
        self.when
    }

    /// Which way it was done.
    #[must_use]
    pub fn variant(&self) -> Variant {
        self.variant
    }

    /// The length of the hold that was set, in whole seconds.
    #[must_use]
    pub fn hold(&self) -> Span {
        self.hold
    }

    /// How much of the hold was done.
    #[must_use]
    pub fn ran(&self) -> Ran {
        self.ran
    }

    /// What was answered. What was left open is open.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    pub(super) fn and(self, later: Later) -> Self {
        Self { later, ..self }
    }
}

impl PastRoutine {
    /// A routine of these exercises, in the order in which they were done.
    #[must_use]
    pub fn new(when: Civil, done: Vec<Done>) -> Self {
        Self { when, done, later: Later::new() }
    }

    /// When it was.
    #[must_use]
    pub fn when(&self) -> Civil {
        self.when
    }

    /// Its exercises, in the order in which they were done.
    #[must_use]
    pub fn done(&self) -> &[Done] {
        &self.done
    }

    pub(super) fn and(self, later: Later) -> Self {
        Self { later, ..self }
    }
}

impl ExerciseId {
    /// This name; nothing where no page can be called so.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        (name.len() <= 64 && is_name(name)).then(|| Self(name.into()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether these are small letters, digits and hyphens, and at least one.
pub(super) fn is_name(text: &str) -> bool {
    let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    !text.is_empty() && text.bytes().all(is_plain)
}
