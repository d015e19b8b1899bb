//! What outsiders can put in. Each module has a `take`, which gives any bytes to one way in and panics where a
//! promise of that way in does not hold; a fuzzer looks for such bytes, and `tests/known.rs` tries those we know.
//!
//! - [`compiler`] takes files of content, laid over a sound folder;
//! - [`graph`] takes the two files of a graph, with headers that are right, and reasons on what it lets in;
//! - [`handover`] takes what a shared link holds;
//! - [`interview`] takes lines of `backwise interview`;
//! - [`diary`] takes what is kept of wall tests and routines, with a checksum that is right.
//!
//! [`seed`] has what a fuzzer begins with, [`shipped`] the checker that three of them use.
//!
//! Headers and checksums are put right first, for bytes that are refused at the door find nothing behind it.

pub mod compiler;
pub mod diary;
pub mod graph;
pub mod handover;
pub mod interview;
pub mod seed;
pub mod shipped;

/// A way in, by name.
pub type Target = (&'static str, fn(&[u8]));

/// Every way in.
pub const TARGETS: [Target; 5] = [
    ("compiler", compiler::take),
    ("diary", diary::take),
    ("graph", graph::take),
    ("handover", handover::take),
    ("interview", interview::take),
];
