//! Exercises as steps.

use alloc::vec::Vec;

use super::{Dose, Item, Part, Side, Sides, Turn, Work};
use crate::step::Step;
use crate::time::Span;

/// All exercises from one on.
pub(super) fn items(steps: &mut Vec<Step<Part>>, items: &[Item], from: usize) {
    for (i, entry) in items.iter().enumerate().skip(from) {
        item(steps, i, &entry.dose, 1);
    }
}

/// One exercise from a set on, of which there is at least that one.
pub(super) fn item(steps: &mut Vec<Step<Part>>, item: usize, dose: &Dose, from: u8) {
    let side = first_side(dose.sides);
    steps.push(Step::countdown(Part::Ready(Turn { item, set: from, side }), dose.ready));
    set(steps, Turn { item, set: from, side }, dose);
    for n in from..dose.sets {
        let turn = Turn { item, set: n + 1, side };
        between(steps, Part::Rest(turn), dose.rest);
        set(steps, turn, dose);
    }
}

/// One set, on one side after the other if they take turns.
fn set(steps: &mut Vec<Step<Part>>, turn: Turn, dose: &Dose) {
    steps.push(work(turn, dose.work));
    if let Sides::InTurn { change } = dose.sides {
        let other = Turn { side: Some(Side::Right), ..turn };
        between(steps, Part::Change(other), change);
        steps.push(work(other, dose.work));
    }
}

fn work(turn: Turn, work: Work) -> Step<Part> {
    match work {
        Work::Reps { count, pace, held } => Step::reps(Part::Reps(turn), count, pace, held),
        Work::Hold(length) => Step::hold(Part::Hold(turn), length),
    }
}

fn between(steps: &mut Vec<Step<Part>>, part: Part, length: Span) {
    if length > Span::ZERO {
        steps.push(Step::countdown(part, length));
    }
}

fn first_side(sides: Sides) -> Option<Side> {
    match sides {
        Sides::Together => None,
        Sides::InTurn { .. } => Some(Side::Left),
    }
}
