//! Poses in joint angles in, line drawings out.
//!
//! 1. [`joint`] is what bends and how far; a [`pose`] has an angle for every joint.
//! 2. [`skeleton`] turns a pose into places in [space](vector), with the proportions of a grown body.
//! 3. [`skin`] puts flesh on the bones, as thick as [`measure`] says; [`settle`] sets the body down on
//!    what it rests on.
//! 4. [`prop`] names what it holds, sits on or stands before, and [`thing`] makes it; [`arrow`] shows the
//!    way that the body moves. All of it is a [`figure`](mod@figure).
//! 5. [`view`] says where one looks from; [`picture`] and [`flesh`] put the shapes in order, the far ones first.
//! 6. [`hull`] finds their outlines and a [`pen`] draws them; [`window`] fits them to the paper,
//!    [`print`](mod@print) makes SVG of it, and [`film`](mod@film) lets it move.
//!
//! One body serves every exercise and every view, so all pictures come from one hand. There is no colour
//! here: every shape has a class, and a style sheet gives it ink.
#![deny(missing_docs)]

pub mod arrow;
pub mod figure;
pub mod film;
pub mod flesh;
pub mod hull;
pub mod joint;
pub mod measure;
pub mod pen;
pub mod picture;
pub mod pose;
pub mod print;
pub mod prop;
pub mod settle;
pub mod skeleton;
pub mod skin;
pub mod thing;
pub mod vector;
pub mod view;
pub mod window;

pub use figure::{Figure, Mark, Show};
pub use film::film;
pub use joint::{Joint, Side};
pub use pose::{Fault, Pose};
pub use print::{Panel, Path, Picture, draw};
pub use prop::Prop;
pub use settle::Rest;
pub use view::View;
