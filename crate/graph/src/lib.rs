//! The nouns of Backwise, and their bytes.
//!
//! The compiler writes a [`Graph`], the browser reads it, and this crate is all that the two share.
//! It knows what a page, a relation and a rule are; it does not know what a question looks like on a
//! screen, how a belief is computed, or that Markdown exists.
//!
//! 1. [`bytes`] says how any value becomes bytes and comes back, once for every type.
//! 2. [`choice`] holds the closed sets: kinds, relations, urgencies, stages, words.
//! 3. [`id`] holds the small indices that only a graph hands out.
//! 4. [`record`] holds what the graph is made of, [`play`] how an exercise is played, [`sign`] what a wall test can
//!    show, [`body_map`] the drawings that it carries.
//! 5. [`graph`] puts it together: magic number, version, hash, decoding that can fail.
#![deny(missing_docs)]

pub mod body_map;
pub mod bytes;
pub mod choice;
pub mod graph;
pub mod id;
pub mod play;
pub mod record;
pub mod sign;
pub mod word;

pub use body_map::{BodyMap, BodyPlace, BodyView, Facing};
pub use choice::{CauseType, Choose, Fit, Kind, RelationKind, Stage, Truth, Urgency};
pub use graph::{Encoded, Fault, Graph, VERSION};
pub use id::{CauseId, FindingId, PageId, QuestionId, RedFlagId};
pub use play::{Dose, Play, Sides, Work};
pub use record::{
    Cause, Country, Dot, Exercise, Finding, Likelihood, Link, Modifier, Page, Position, Question,
    Receipt, RedFlag, Relation, Rule, SelfTest, Shape, Topic,
};
pub use sign::{Observation, Sign};
pub use word::Word;
