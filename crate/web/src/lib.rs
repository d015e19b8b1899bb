//! The only room that knows a browser exists.
//!
//! 1. [`boundary`] is everything JavaScript can call.
//! 2. [`dom`] holds every raw browser call behind small typed helpers.
//! 3. [`app`] is one checker on one page: what the browser tells becomes an [`event`], [`update`] turns it into
//!    a new [`state`] and says what has changed, and the change is shown.
//! 4. [`view`] draws a state, one file per screen.
//!
//! It decides nothing: what to ask and what to advise comes from the checker, and every word from the graph.

mod app;
mod boundary;
mod dom;
mod draft;
mod event;
mod state;
mod update;
mod view;

pub use boundary::{App, Engine, Options};
