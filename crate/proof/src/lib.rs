//! The promises of the checker as laws, and whoever holds it to them: random interviews by the hundred thousand,
//! everybody we know of, and the same steps on two machines.
//!
//! 1. [`Somebody`] is everything that is so of a person, drawn by seeded [`Dice`] or written down.
//! 2. [`mod@interview`] asks them, through an [`Engine`]: the shipped [`backwise_checker::Checker`], or one that a
//!    test broke on purpose.
//! 3. [`law`] states each promise once, for tests, for `backwise prove` and for the page alike.
//! 4. [`walk`] holds so many interviews to all of them, and counts in a [`Tally`].
//! 5. [`Person`] is somebody from a file, and what they must be told.
//! 6. [`mod@trace`] is what native and WebAssembly must agree on to the last bit; a [`Record`] holds both for a page.
//! 7. [`report`] says what came of it.
//!
//! None of it ships with the checker.

#![deny(missing_docs)]

pub mod answers;
pub mod dice;
pub mod engine;
pub mod interview;
pub mod law;
pub mod person;
pub mod record;
pub mod report;
pub mod somebody;
pub mod tally;
pub mod trace;

pub use answers::answers;
pub use dice::Dice;
pub use engine::Engine;
pub use interview::{Interview, interview};
pub use law::{Breach, LAWS, Law, Trial};
pub use person::Person;
pub use record::Record;
pub use somebody::Somebody;
pub use tally::{Tally, walk};
pub use trace::trace;
