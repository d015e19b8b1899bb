//! What is to be heard, seen and felt at one moment.

use backwise_posture::{Elapsed, Mark};

use crate::dom::Note;

/// A moment of a tool, for every sense.
pub struct Cue {
    pub at: Elapsed,
    pub tone: Option<Tone>,
    pub say: Option<String>,
}

/// A tone, each with a shape of its own, so that it is known with closed eyes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something else is to be done.
    Next,
    /// It begins: hold, or move.
    Begin,
    /// Half of it is over.
    Half,
    /// So many seconds are left, or another repetition.
    Count,
    /// It is over. No other tone falls.
    End,
    /// It was stopped.
    Stop,
}

impl Tone {
    /// The tone of a mark where a phase begins with `begin`.
    #[must_use]
    pub fn of(mark: Mark, begin: Option<Tone>) -> Option<Tone> {
        match mark {
            Mark::Begin => begin,
            Mark::Half | Mark::Release => Some(Tone::Half),
            Mark::Count(_) | Mark::Rep(_) => Some(Tone::Count),
            Mark::End => Some(Tone::End),
            Mark::Stop(_) => Some(Tone::Stop),
        }
    }

    #[must_use]
    pub fn name(self) -> u8 {
        self as u8
    }

    /// Its notes: seconds after it begins, hertz, seconds.
    #[must_use]
    pub fn notes(self) -> &'static [Note] {
        match self {
            Tone::Next => &[(0.0, 523.0, 0.12)],
            Tone::Begin => &[(0.0, 523.0, 0.12), (0.15, 784.0, 0.25)],
            Tone::Half => &[(0.0, 659.0, 0.1), (0.18, 659.0, 0.1)],
            Tone::Count => &[(0.0, 440.0, 0.09)],
            Tone::End => &[(0.0, 784.0, 0.18), (0.2, 659.0, 0.18), (0.4, 523.0, 0.55)],
            Tone::Stop => &[(0.0, 262.0, 0.3)],
        }
    }

    /// The buzz that goes with it: on and off in turn, in milliseconds.
    #[must_use]
    pub fn buzz(self) -> &'static [u32] {
        match self {
            Tone::Next => &[80],
            Tone::Begin => &[200],
            Tone::Half => &[80, 80, 80],
            Tone::Count => &[40],
            Tone::End => &[200, 100, 200, 100, 400],
            Tone::Stop => &[30],
        }
    }
}
