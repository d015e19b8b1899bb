//! Walks through steps: each cue once, in order, when its time has come.
//!
//! What holds is decided by the time given, never by how often it is given: as long as no two times lie more than
//! [`GAP`] apart, all ways of giving it lead to the same cues at the same moments.

mod command;
mod gap;
mod jump;
mod walk;

use alloc::vec::Vec;

pub use command::{Command, State, Stop};
pub use gap::{GAP, Gap, Ran};

use crate::step::{Mark, Step};
use crate::time::{Elapsed, Span};

/// A cue, and when it is due. One that comes late is handed out all the same; whoever plays sounds may leave it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<P> {
    /// When it is due: never after the time that was given.
    pub at: Elapsed,
    /// In which phase.
    pub phase: P,
    /// What there is to hear.
    pub mark: Mark,
}

/// Where in the steps it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    step: usize,
    /// When the step began; pauses move it on.
    began: Elapsed,
    /// The next of its marks.
    mark: usize,
}

/// The machine. `P` names its phases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player<P> {
    /// Never empty, and the last one waits: it has nowhere to run off to.
    steps: Vec<Step<P>>,
    place: Place,
    state: State,
    now: Elapsed,
    /// For each step, whether it ran to its end.
    ran: Vec<bool>,
    gaps: Vec<Gap<P>>,
}

impl<P: Copy> Player<P> {
    /// Stands before the first of the steps, at the clock's beginning. After them comes `last`, where it stays.
    #[must_use]
    pub fn new(mut steps: Vec<Step<P>>, last: P) -> Self {
        steps.push(Step::open(last));
        let ran = alloc::vec![false; steps.len()];
        let now = Elapsed::default();
        let place = Place { step: 0, began: now, mark: 0 };
        Self { steps, place, state: State::Running, now, ran, gaps: Vec::new() }
    }

    /// The phase it is in, or was in when it was stopped.
    #[must_use]
    pub fn phase(&self) -> P {
        self.here().phase
    }

    /// Whether it runs, is paused or was stopped.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    /// Whether it came to its last phase.
    #[must_use]
    pub fn at_end(&self) -> bool {
        self.place.step + 1 == self.steps.len()
    }

    /// What is left of this step; nothing is said of one that waits.
    #[must_use]
    pub fn remaining(&self) -> Option<Span> {
        let length = self.here().length?;
        Some(length.minus(self.now.since(self.place.began)))
    }

    /// What is left of this step and all that follow, without what waits for the reader.
    #[must_use]
    pub fn left(&self) -> Span {
        let mut left = self.remaining().unwrap_or_default();
        for step in &self.steps[self.place.step + 1..] {
            left = left.plus(step.length.unwrap_or_default());
        }
        left
    }

    /// When the next cue is due: always later than the last time given. None while it waits, is paused or stopped.
    #[must_use]
    pub fn next_due(&self) -> Option<Elapsed> {
        if self.state == State::Running { self.due(self.place) } else { None }
    }

    /// The cues that will be due up to a moment, if nothing else happens: what to schedule ahead on the audio clock.
    #[must_use]
    pub fn upcoming(&self, until: Elapsed) -> Vec<Due<P>> {
        let mut ahead = Vec::new();
        if self.state == State::Running {
            self.walk(until, false, &mut ahead);
        }
        ahead
    }

    /// The times in which nobody was there to play the cues, in order.
    #[must_use]
    pub fn gaps(&self) -> &[Gap<P>] {
        &self.gaps
    }

    /// Lets time pass up to `now`, then does what was asked. Returns what is to be heard, in order.
    ///
    /// A time earlier than one given before counts as that one.
    pub fn update(&mut self, now: Elapsed, command: Command) -> Vec<Due<P>> {
        let mut heard = Vec::new();
        self.run(now, &mut heard);
        let timed = self.here().length.is_some();
        match (command, self.state) {
            (Command::Abandon, _) => self.stop(Stop::Abandoned, &mut heard),
            (Command::StopRule, _) => self.stop(Stop::StopRule, &mut heard),
            (Command::Pain, _) => self.stop(Stop::Pain, &mut heard),
            (Command::Repeat, State::Stopped(Stop::Abandoned)) => self.start(0, &mut heard),
            (Command::Tick, _) | (_, State::Stopped(_)) => {}
            (Command::Pause, _) if timed => self.state = State::Paused,
            (Command::Resume, _) => self.state = State::Running,
            (Command::Repeat, _) => self.start(self.place.step, &mut heard),
            (Command::Go, _) if !timed => self.go_on(&mut heard),
            (Command::Skip, _) if timed => self.go_on(&mut heard),
            (Command::Pause | Command::Go | Command::Skip, _) => {}
        }
        heard
    }
}
