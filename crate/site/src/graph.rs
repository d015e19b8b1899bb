//! The neighbourhood of a node as a picture: what points at it above, what it points at below, all
//! along one trunk, as ribs along a spine.
//!
//! 1. [`neighbour`] chooses who is drawn, fairly among the senses.
//! 2. [`letters`] knows how wide words can be, and breaks them into lines.
//! 3. [`spine`] puts boxes and lines in their places.
//! 4. [`arc`] does so for the kinds of nodes, all on one picture.
//!
//! A picture is as wide as the narrowest phone, so it is read there without turning or zooming.
//! The list beside it says the same and more, and it is what those hear who do not see the picture.

pub mod arc;
pub mod letters;
pub mod neighbour;
pub mod spine;

pub use spine::{Drawing, draw};
