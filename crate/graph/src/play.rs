//! How an exercise is played on the clock: how often, how long, on which side. Times are in whole seconds.

use crate::bytes::{Bytes, Reader, record};
use crate::graph::Fault;

record! {
    /// The usual way to do an exercise, and its neighbours.
    pub struct Play {
        /// The usual way.
        pub usual: Dose,
        /// Easier ways, the nearest first.
        pub easier: Vec<Dose>,
        /// Harder ways, the nearest first.
        pub harder: Vec<Dose>,
    }
}

record! {
    /// One way to do an exercise.
    pub struct Dose {
        /// What differs from the usual way, in one sentence; empty for the usual way itself.
        pub text: String,
        /// Time to get into position.
        pub ready: u16,
        /// How often the work is done, 1 or more.
        pub sets: u8,
        /// What one set is, on each side that has its own turn.
        pub work: Work,
        /// Whether sides take turns.
        pub sides: Sides,
        /// Time between two sets; 0 for none.
        pub rest: u16,
    }
}

/// What a set is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Work {
    /// Movements, one after the other.
    Reps {
        /// How many, 1 or more.
        count: u16,
        /// From the beginning of one to the beginning of the next.
        pace: u16,
        /// How much of that is held, at most all of it; 0 for a movement that flows.
        held: u16,
    },
    /// One position, for so long.
    Hold(u16),
}

/// Whether sides take turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Sides {
    /// Both work together, or they alternate within a set.
    Together,
    /// Each set is done on one side, then on the other.
    InTurn {
        /// Time to change over; 0 for none.
        change: u16,
    },
}

impl Bytes for Work {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Work::Reps { count, pace, held } => {
                0u8.write(out);
                [count, pace, held].into_iter().for_each(|n| n.write(out));
            }
            Work::Hold(length) => {
                1u8.write(out);
                length.write(out);
            }
        }
    }

    fn read(input: &mut Reader<'_>) -> Self {
        let tag = u8::read(input);
        let mut next = || u16::read(input);
        match tag {
            0 => Work::Reps { count: next(), pace: next(), held: next() },
            1 => Work::Hold(next()),
            _ => {
                input.fail(Fault::Malformed);
                Work::Hold(0)
            }
        }
    }
}

impl Bytes for Sides {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Sides::Together => 0u8.write(out),
            Sides::InTurn { change } => {
                1u8.write(out);
                change.write(out);
            }
        }
    }

    fn read(input: &mut Reader<'_>) -> Self {
        match u8::read(input) {
            0 => Sides::Together,
            1 => Sides::InTurn { change: u16::read(input) },
            _ => {
                input.fail(Fault::Malformed);
                Sides::Together
            }
        }
    }
}
