//! The reasoning: answers in, the next question or an assessment out.
//!
//! 1. [`Checker`] lays a graph out for reasoning, once.
//! 2. [`Session`] holds what a reader has said, and finds the next thing to ask; [`Known`] is what it comes to.
//! 3. [`rule`] and [`triage`] decide the urgency: three-valued rules over raw answers. No belief touches them.
//! 4. [`belief`] weighs the causes, exactly; [`sorting`] asks what tells them apart.
//! 5. [`assessment`] puts together what the reader is told: [`fit`], [`chain`], [`plan`]. [`mod@observed`] tells what
//!    follows from a wall test; it and the plan rank what may help as `offer` says.
//! 6. [`sheet`] writes it down for whoever treats the reader, and [`fhir`] the answers for a medical record.
//!
//! 2 and 3 need the graph's first file and nothing of 4 to 6: a page loads them first.
//!
//! [`handover`] writes a session as a line of text, and reads it. [`budget`] tells a compiler whether a graph
//! stays fast; `protocol` is the same as plain data.
//!
//! It does no I/O, reads no clock, and holds no medical opinion: every number comes with the graph.

pub mod answered;
pub mod assessment;
pub mod belief;
pub mod budget;
pub mod chain;
pub mod checker;
pub mod fhir;
pub mod fit;
pub mod handover;
pub mod known;
pub mod manner;
pub mod observed;
mod offer;
pub mod plan;
#[cfg(feature = "serde")]
pub mod protocol;
pub mod rule;
pub mod session;
pub mod sheet;
pub mod sorting;
pub mod triage;
pub mod version;

pub use assessment::Assessment;
pub use checker::Checker;
pub use known::Known;
pub use manner::Manner;
pub use observed::{Observed, observed};
pub use session::{Ask, Reply, ReplyError, Session, Step, Why};
pub use sorting::Sorting;
