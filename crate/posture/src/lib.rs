//! The clock of the wall test and of routines: elapsed time in, phase and cues out.
//!
//! Someone stands with their back to the screen and hears what to do. So the one thing that matters is when each
//! cue comes, and that nothing is claimed of a time in which nobody could hear it.
//!
//! 1. [`time`] has moments and lengths of time; whoever drives the machine brings the moments.
//! 2. [`step`] is one thing to do: it takes a set time or waits, and has marks, such as half and three-two-one.
//! 3. [`player`] walks through steps: cues when they are due, pause, skip, repeat, stop, gaps told.
//! 4. [`wall`] is the wall test as steps, with what was answered.
//! 5. [`routine`] is a list of exercises as steps, with easier and harder.
//! 6. [`diary`] is what was done and answered before, for those who want it kept.
//!
//! It has no clock, no browser and no words: a cue is a phase and a mark, and a text for it stands in content.
//! How long things take is set by whoever builds the steps; the usual values here are those of the test's page.
#![no_std] // So it cannot read a clock, nor anything else of the machine it runs on.
#![deny(missing_docs)]

extern crate alloc;

pub mod diary;
pub mod player;
pub mod routine;
pub mod step;
pub mod time;
pub mod wall;

pub use diary::{Civil, Diary, Entry, PastRoutine, PastTest};
pub use player::{Command, Due, GAP, Gap, Player, Ran, State, Stop};
pub use routine::{Dose, Item, Part, Routine, Side, Sides, Turn, Work};
pub use step::{Mark, Step};
pub use time::{Elapsed, Span};
pub use wall::{Answer, Answers, Area, Phase, Point, Setup, Variant, WallTest};
