//! Times in which nobody was there to play the cues: a hidden page, a screen that slept.

use super::Player;
use crate::time::{Elapsed, Span};

/// Two times further apart than this leave a gap. So sounds are to be scheduled this far ahead: then a page that
/// stalls for less is still heard. Whoever cannot be heard or seen stops ticking, and the gap is told.
pub const GAP: Span = Span::from_s(5);

/// A part of a step that went by unheard. What follows the step begins after the gap, so it is one step's alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap<P> {
    /// The last time given before it.
    pub from: Elapsed,
    /// When it was over, or the step was if that came first.
    pub to: Elapsed,
    /// In which phase.
    pub phase: P,
    pub(super) step: usize,
}

/// How much of something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ran {
    /// None of it ran to its end.
    Left,
    /// Some of its steps ran to their end.
    Partly,
    /// All of it, but nobody can say that it was heard.
    WithGap,
    /// All of it.
    Whole,
}

impl<P: Copy> Player<P> {
    /// How much was done of all steps whose phase is one of those meant.
    #[must_use]
    pub fn ran(&self, meant: impl Fn(P) -> bool) -> Ran {
        let (mut ran, mut left, mut gap) = (false, false, false);
        for (i, step) in self.steps.iter().enumerate() {
            if meant(step.phase) {
                ran |= self.ran[i];
                left |= !self.ran[i];
                gap |= self.gaps.iter().any(|gap| gap.step == i);
            }
        }
        match (ran, left, gap) {
            (false, ..) => Ran::Left,
            (true, true, _) => Ran::Partly,
            (true, false, true) => Ran::WithGap,
            (true, false, false) => Ran::Whole,
        }
    }
}
