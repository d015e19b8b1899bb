//! What was done before: past wall tests and routines, for a reader who asks to have them kept.

mod civil;

pub use civil::{Civil, Weekday};
