//! The harness of the tests that need several rooms at once.
//!
//! A browser test starts a [`Browser`], which serves the built site to a Chromium of its own, or a browser of another
//! [`Make`]:
//!
//! - [`site`] serves the files and writes down what was asked for, with what is `prepared` in its pages;
//! - [`make`] says how each browser is started, and [`driver`] runs the program that remote-controls it;
//! - [`browser`] opens pages and finds elements through shadow roots;
//! - `noise` tells what goes wrong in them and whom they ask, and `gate` keeps them from asking;
//! - `devtools` is what Chromium alone can be asked;
//! - [`element`] is one element of a page;
//! - [`screen`] is what a page is looked at on;
//! - [`axe`] tells which rules of access a page breaks;
//! - [`widget`] answers the checker by the words on its screen.
//!
//! - [`corpus`] is a great many articles, for speed;
//! - [`journey`] is a person's answers and what they must be told, played natively or in the browser;
//! - [`named`] is the name of every test there is, for the hazard log;
//! - [`nginx`] is the site behind a server that others run, too;
//! - [`past`] is what somebody kept of wall tests before;
//! - [`patience`] waits for what comes in its own time;
//! - [`person`] is everything that is so of somebody, played natively;
//! - [`reader`] answers at random;
//! - [`release`] is the site whose next versions come while it is served;
//! - [`typical`] has one cause as its page describes it.
//!
//! Everything waits for its answer, and a fault of the machinery ends the test with a sentence,
//! so a journey reads as the reader's own steps.

pub mod axe;
pub mod browser;
pub mod corpus;
mod devtools;
pub mod driver;
pub mod element;
pub mod fault;
mod gate;
pub mod journey;
pub mod make;
pub mod named;
pub mod nginx;
mod noise;
pub mod past;
pub mod patience;
pub mod person;
mod prepared;
pub mod reader;
pub mod release;
pub mod screen;
pub mod site;
pub mod typical;
pub mod widget;

pub use axe::Axe;
pub use browser::Browser;
pub use element::Element;
pub use make::Make;
pub use patience::{wait_for, wait_until};
pub use screen::Screen;
