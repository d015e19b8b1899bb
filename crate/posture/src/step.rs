//! One thing to do, and what is to be heard while it lasts.

use alloc::vec::Vec;

use crate::player::Stop;
use crate::time::Span;

/// A hold of this length or more has a half and a countdown; in a shorter one they would only chatter.
const LONG: Span = Span::from_s(10);

/// What there is to hear at one moment of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It begins: say what to do; in a hold, the start tone.
    Begin,
    /// Half of a hold is over.
    Half,
    /// So many seconds are left: three, two, one. Always before the end, never at it.
    Count(u8),
    /// This repetition begins, from 1 on.
    Rep(u16),
    /// The held part of a repetition is over.
    Release,
    /// Time is up, with a sound of its own.
    End,
    /// It was stopped.
    Stop(Stop),
}

/// A step: a phase, how long it takes, and its marks, each so long after it began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<P> {
    pub(crate) phase: P,
    /// None for one that waits for the reader.
    pub(crate) length: Option<Span>,
    pub(crate) marks: Vec<(Span, Mark)>,
}

impl<P> Step<P> {
    /// Waits until the reader goes on.
    #[must_use]
    pub fn open(phase: P) -> Self {
        let marks = Vec::from([(Span::ZERO, Mark::Begin)]);
        Self { phase, length: None, marks }
    }

    /// Takes its time, with nothing to hear but the beginning.
    #[must_use]
    pub fn plain(phase: P, length: Span) -> Self {
        Self { length: Some(length), ..Self::open(phase) }
    }

    /// Takes its time, and counts down to what comes next.
    #[must_use]
    pub fn countdown(phase: P, length: Span) -> Self {
        let mut step = Self::plain(phase, length);
        step.count_down(length);
        step
    }

    /// A position to hold: begin and end, and half and countdown in one of 10 seconds or more.
    #[must_use]
    pub fn hold(phase: P, length: Span) -> Self {
        let mut step = Self::plain(phase, length);
        if length >= LONG {
            step.marks.push((length.half(), Mark::Half));
            step.count_down(length);
        }
        step.marks.push((length, Mark::End));
        step
    }

    /// Repetitions, one every `pace`, the first `held` of each held; no release when nothing or all of it is held.
    #[must_use]
    pub fn reps(phase: P, count: u16, pace: Span, held: Span) -> Self {
        let length = pace.times(count);
        let mut step = Self::plain(phase, length);
        for rep in 0..count {
            let start = pace.times(rep);
            step.marks.push((start, Mark::Rep(rep + 1)));
            if Span::ZERO < held && held < pace {
                step.marks.push((start.plus(held), Mark::Release));
            }
        }
        step.marks.push((length, Mark::End));
        step
    }

    /// Three, two, one: as many as lie after the beginning.
    fn count_down(&mut self, length: Span) {
        for left in [3, 2, 1] {
            let span = Span::from_s(left);
            if span < length {
                self.marks.push((length.minus(span), Mark::Count(left as u8)));
            }
        }
    }
}
