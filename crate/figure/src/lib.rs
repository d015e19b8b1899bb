//! Poses in joint angles in, line drawings out.
//!
//! 1. [`joint`] is what bends and how far; a [`pose`] has an angle for every joint.
//! 2. [`skeleton`] turns a pose into places in [space](vector), with the proportions of a grown body.
//! 3. [`skin`] puts flesh on the bones; [`settle`] sets the body down on what it rests on.
//! 4. [`prop`] adds what it holds, sits on or stands before; [`arrow`] shows the way it moves.
//! 5. [`view`] says where one looks from; [`picture`] puts the shapes in order, the far ones first.
//! 6. [`hull`] draws their outlines with a [`pen`]; [`print`](mod@print) fits them to the paper as SVG, and [`film`](mod@film) lets them move.
//!
//! One body serves every exercise and every view, so all pictures come from one hand. There is no colour
//! here: every shape has a class, and a style sheet gives it ink.
#![deny(missing_docs)]

pub mod arrow;
pub mod figure;
pub mod film;
pub mod hull;
pub mod joint;
pub mod pen;
pub mod picture;
pub mod pose;
pub mod print;
pub mod prop;
pub mod settle;
pub mod skeleton;
pub mod skin;
pub mod vector;
pub mod view;

pub use figure::{Figure, Mark, Show};
pub use film::film;
pub use joint::{Joint, Side};
pub use pose::{Fault, Pose};
pub use print::{Panel, Picture, draw};
pub use prop::Prop;
pub use settle::Rest;
pub use view::View;
