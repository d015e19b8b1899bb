//! Where a reader is, and how they came there.

use backwise_checker::{Ask, Known, Reply, Session};

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
    /// The rows that were ticked beforehand, as long as the reader may not want that.
    pub beforehand: Draft,
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

impl Moment {
    fn start(screen: Screen) -> Self {
        Self { session: Session::new(), screen, notice: 0 }
    }
}

/// The way so far. Steps after `at` were left by going back, and the browser may return to them.
pub struct State {
    pub trail: Vec<Moment>,
    pub at: usize,
    /// Every answer given on the way, the ones left behind too, so that nobody has to answer twice.
    pub memory: Vec<(Ask, Why, Reply)>,
    /// Whether the answers are kept on the device.
    pub is_kept: bool,
    /// What the article is about that the reader came from: it is ticked beforehand, and no answer before the
    /// reader makes it one.
    pub about: Known,
}

impl State {
    #[must_use]
    pub fn new(screen: Screen) -> Self {
        Self {
            trail: vec![Moment::start(screen)],
            at: 0,
            memory: Vec::new(),
            is_kept: false,
            about: Known::default(),
        }
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

    /// The same reader at the beginning again, having said nothing.
    pub fn restart(&mut self) {
        self.trail.truncate(1);
        self.trail[0] = Moment::start(Screen::Start);
        (self.at, self.is_kept) = (0, false);
        self.memory.clear();
    }

    #[must_use]
    pub fn recall(&self, ask: Ask) -> Option<&(Ask, Why, Reply)> {
        self.memory.iter().find(|(asked, ..)| *asked == ask)
    }
}
