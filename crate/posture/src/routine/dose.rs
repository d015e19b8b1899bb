//! How an exercise is done: how often, how long, on which side.

use alloc::vec::Vec;
use core::mem;

use crate::time::Span;

/// An exercise in a routine, with its neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// How it is done.
    pub dose: Dose,
    /// Easier ways, the nearest last.
    pub easier: Vec<Dose>,
    /// Harder ways, the nearest last.
    pub harder: Vec<Dose>,
}

/// One way to do an exercise. All of it comes from the exercise's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dose {
    /// Which page or form of it this is: a name that only whoever made the plan understands.
    pub form: u16,
    /// Time to get into position.
    pub ready: Span,
    /// How often the work is done; none counts as once.
    pub sets: u8,
    /// What one set is, on each side that has its own turn.
    pub work: Work,
    /// Whether sides take turns.
    pub sides: Sides,
    /// Time between two sets. No time, no rest.
    pub rest: Span,
}

/// What a set is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Movements, one after the other.
    Reps {
        /// How many.
        count: u16,
        /// From the beginning of one to the beginning of the next.
        pace: Span,
        /// How much of that is held; none for a movement that flows.
        held: Span,
    },
    /// One position.
    Hold(Span),
}

/// Whether sides take turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// They do not: both work together, or they alternate within a set.
    Together,
    /// Each set is done on the left, then on the right.
    InTurn {
        /// Time to change over. No time, no pause.
        change: Span,
    },
}

/// One side of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The left.
    Left,
    /// The right.
    Right,
}

impl Item {
    /// An exercise with no neighbours.
    #[must_use]
    pub fn new(dose: Dose) -> Self {
        Self { dose, easier: Vec::new(), harder: Vec::new() }
    }

    /// Takes the next easier dose, and keeps this one as the next harder. Says whether there was one.
    pub(super) fn ease(&mut self) -> bool {
        swap(&mut self.easier, &mut self.dose, &mut self.harder)
    }

    /// Takes the next harder dose, and keeps this one as the next easier. Says whether there was one.
    pub(super) fn harden(&mut self) -> bool {
        swap(&mut self.harder, &mut self.dose, &mut self.easier)
    }
}

fn swap(from: &mut Vec<Dose>, dose: &mut Dose, to: &mut Vec<Dose>) -> bool {
    let Some(next) = from.pop() else { return false };
    to.push(mem::replace(dose, next));
    true
}
