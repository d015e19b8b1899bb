//! A routine: exercises one after the other, on the same machine as the wall test.
//!
//! The stop rules come first and wait to be heard; from then on it takes exactly as long as its plan says, because
//! the plan's length is the sum of the very steps that are played.

mod dose;
mod write;

use alloc::vec::Vec;

pub use dose::{Dose, Item, Side, Sides, Work};

use crate::player::{Command, Due, Player, Ran, State};
use crate::step::Step;
use crate::time::Elapsed;

/// What the reader is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Reading or hearing when to stop. Waits.
    StopRules,
    /// Getting into position.
    Ready(Turn),
    /// Repeating a movement.
    Reps(Turn),
    /// Holding a position.
    Hold(Turn),
    /// Changing over to this side.
    Change(Turn),
    /// Resting before this set.
    Rest(Turn),
    /// Hearing that it is over. The last one.
    Done,
}

impl Part {
    /// Which turn it belongs to; what comes before and after all exercises belongs to none.
    #[must_use]
    pub fn turn(self) -> Option<Turn> {
        match self {
            Self::Ready(turn)
            | Self::Reps(turn)
            | Self::Hold(turn)
            | Self::Change(turn)
            | Self::Rest(turn) => Some(turn),
            Self::StopRules | Self::Done => None,
        }
    }
}

/// Which part of which exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The exercise's place in the routine, from 0 on.
    pub item: usize,
    /// The set, from 1 on.
    pub set: u8,
    /// The side, where each has its own turn.
    pub side: Option<Side>,
}

/// One reader's routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routine {
    player: Player<Part>,
    items: Vec<Item>,
}

impl Routine {
    /// A routine that has not begun.
    #[must_use]
    pub fn new(items: Vec<Item>) -> Self {
        let mut steps = Vec::from([Step::open(Part::StopRules)]);
        write::items(&mut steps, &items, 0);
        Self { player: Player::new(steps, Part::Done), items }
    }

    /// Lets time pass up to `now`, then does what was asked. Returns what is to be heard, in order.
    ///
    /// To repeat once it is over is to begin anew, with the stop rules.
    pub fn update(&mut self, now: Elapsed, command: Command) -> Vec<Due<Part>> {
        let mut heard = self.player.update(now, Command::Tick);
        if command == Command::Repeat && self.part() == Part::Done {
            self.player.go_to(0, &mut heard);
        } else {
            heard.append(&mut self.player.update(now, command));
        }
        heard
    }

    /// Leaves this exercise for the next.
    pub fn skip_item(&mut self, now: Elapsed) -> Vec<Due<Part>> {
        let mut heard = self.player.update(now, Command::Tick);
        if let Some(turn) = self.part().turn() {
            let next = self.player.find(|part| after(part, turn.item));
            self.player.go_to(next, &mut heard);
        }
        heard
    }

    /// Goes on from this set with the next easier dose. Nothing happens when there is none.
    pub fn easier(&mut self, now: Elapsed) -> Vec<Due<Part>> {
        self.change(now, Item::ease)
    }

    /// Goes on from this set with the next harder dose. Nothing happens when there is none.
    pub fn harder(&mut self, now: Elapsed) -> Vec<Due<Part>> {
        self.change(now, Item::harden)
    }

    /// Goes back to the first step that went by unheard, if there is one.
    pub fn repeat_missed(&mut self, now: Elapsed) -> Vec<Due<Part>> {
        let mut heard = self.player.update(now, Command::Tick);
        self.player.go_to_gap(&mut heard);
        heard
    }

    /// What is going on, or was when it was stopped.
    #[must_use]
    pub fn part(&self) -> Part {
        self.player.phase()
    }

    /// The machine under it: how it stands, what is left, what is due, what was missed. What is left of a routine
    /// that has not begun is how long it takes.
    #[must_use]
    pub fn player(&self) -> &Player<Part> {
        &self.player
    }

    /// The exercises, with the doses now chosen.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// How much was done of one exercise's repetitions and holds.
    #[must_use]
    pub fn ran(&self, item: usize) -> Ran {
        self.player.ran(|part| {
            let (Part::Reps(turn) | Part::Hold(turn)) = part else { return false };
            turn.item == item
        })
    }

    /// Writes what is left of the routine anew, from the set that is being done.
    fn change(&mut self, now: Elapsed, change: fn(&mut Item) -> bool) -> Vec<Due<Part>> {
        let mut heard = self.player.update(now, Command::Tick);
        let stopped = matches!(self.player.state(), State::Stopped(_));
        if let Some(now) = self.part().turn()
            && !stopped
            && change(&mut self.items[now.item])
        {
            let mut steps = Vec::new();
            write::item(&mut steps, now.item, &self.items[now.item].dose, now.set);
            write::items(&mut steps, &self.items, now.item + 1);
            let from = self.player.find(|part| {
                part.turn().is_some_and(|turn| turn.item == now.item && turn.set == now.set)
            });
            self.player.rewrite(from, steps, Part::Done, &mut heard);
        }
        heard
    }
}

/// Whether a part comes after an exercise.
fn after(part: Part, item: usize) -> bool {
    match part.turn() {
        Some(turn) => turn.item > item,
        None => part == Part::Done,
    }
}
