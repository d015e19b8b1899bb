//! What can be asked of the machine, and how it stands.

/// What to do, once time has passed up to now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Only let time pass. To be given several times a second, so that a silence means something.
    Tick,
    /// Go on from a step that waits. It cuts nothing short: a step with a length has `Skip`.
    Go,
    /// Stand still in a step that has a length. One that waits stands still anyway.
    Pause,
    /// Go on after a pause.
    Resume,
    /// Begin this step again, and what was abandoned from the start.
    Repeat,
    /// Leave a step that has a length. One that waits, as the stop rules do, cannot be skipped unread.
    Skip,
    /// Stop, for no reason that matters to anyone else.
    Abandon,
    /// Stop, because a stop rule applies.
    StopRule,
    /// Stop, because it hurts.
    Pain,
}

/// Whether time passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It does.
    Running,
    /// It stands still until the reader resumes, repeats or goes on to another step.
    Paused,
    /// It is over. Only what was abandoned can be repeated.
    Stopped(Stop),
}

/// Why it was stopped, the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// The reader had enough.
    Abandoned,
    /// A stop rule applies.
    StopRule,
    /// It hurts.
    Pain,
}

impl Stop {
    /// Whether the questions about warning signs come next.
    #[must_use]
    pub fn leads_to_safety(self) -> bool {
        self > Self::Abandoned
    }
}
