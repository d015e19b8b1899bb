//! Where a reader is, and how they came there.

use backwise_checker::{Ask, Reply, Session};

use crate::draft::Draft;

/// What is shown.
#[derive(Clone)]
pub enum Screen {
    /// What this is, and the first button.
    Start,
    /// Something is asked.
    Question(Asked),
    /// Nothing to ask until what weighs causes is here; before the first step, until it has looked for answers
    /// to begin with.
    Waiting,
    /// All answers, to be looked over.
    CheckAnswers,
    /// What the reader is told.
    Result,
}

/// Why something is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Everyone is asked this.
    Everyone,
    /// It can change the urgency.
    Urgency,
    /// It tells causes apart.
    Sorting,
}

/// A question as it stands on the screen.
#[derive(Clone)]
pub struct Asked {
    pub ask: Ask,
    pub why: Why,
    pub draft: Draft,
    /// Questions still to come after this one, at the most; nothing when an old answer is changed.
    pub more: Option<usize>,
}

/// One step of the way: what was said before it, and what it shows.
#[derive(Clone)]
pub struct Moment {
    pub session: Session,
    pub screen: Screen,
    /// What the reader has to know before anything else, by its place among the words; none of it is 0.
    pub notice: u8,
}

/// The way so far. Steps after `at` were left by going back, and the browser may return to them.
pub struct State {
    pub trail: Vec<Moment>,
    pub at: usize,
    /// Whether somebody else than the reader is asked about.
    pub is_for_other: bool,
    /// Every answer given on the way, the ones left behind too, so that nobody has to answer twice.
    pub memory: Vec<(Ask, Why, Reply)>,
    /// Whether the answers are kept on the device.
    pub is_kept: bool,
}

impl State {
    #[must_use]
    pub fn new(screen: Screen) -> Self {
        let start = Moment { session: Session::new(), screen, notice: 0 };
        let (trail, memory) = (vec![start], Vec::new());
        Self { trail, at: 0, is_for_other: false, memory, is_kept: false }
    }

    #[must_use]
    pub fn now(&self) -> &Moment {
        &self.trail[self.at]
    }

    pub fn now_mut(&mut self) -> &mut Moment {
        &mut self.trail[self.at]
    }

    /// Adds a step after this one; what was left by going back is gone.
    pub fn push(&mut self, moment: Moment) {
        self.trail.truncate(self.at + 1);
        self.trail.push(moment);
        self.at += 1;
    }

    pub fn remember(&mut self, ask: Ask, why: Why, reply: Reply) {
        self.memory.retain(|(asked, ..)| *asked != ask);
        self.memory.push((ask, why, reply));
    }

    #[must_use]
    pub fn recall(&self, ask: Ask) -> Option<&(Ask, Why, Reply)> {
        self.memory.iter().find(|(asked, ..)| *asked == ask)
    }
}
