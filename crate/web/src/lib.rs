//! The only room that knows a browser exists.
//!
//! 1. [`boundary`] is everything that a page's JavaScript can call.
//! 2. `dom` holds every raw browser call behind small typed helpers.
//! 3. `app` is one checker on one page: what the browser tells becomes an `event`, `update` turns it into
//!    a new `state` and says what has changed, and the change is shown. `arrival` is the state it begins with.
//! 4. `view` draws a state, one file per screen.
//! 5. `teller` is a module of its own: what fits, and what to do. `telling` is how the page asks it.
//! 6. `excerpt` draws pieces of the graph wherever they stand.
//! 7. `posture` is a module of its own: the wall test and routines. `signs` is what a wall test shows.
//! 8. `headless` is the same checker without a screen, for whoever brings their own.
//! 9. `proof` holds the engine to its promises, for a page that readers open to try them.
//!
//! Each of the five modules is this room with one feature: `ask`, `tell`, `posture`, `headless`, `proof`.
//!
//! It decides nothing: what to ask and what to advise comes from the checker, and every word from the graph.

#[cfg(target_arch = "wasm32")]
mod allocator;
#[cfg(feature = "ask")]
mod app;
#[cfg(feature = "ask")]
mod arrival;
#[cfg(feature = "ask")]
pub mod boundary;
#[cfg(any(feature = "ask", feature = "tell", feature = "posture"))]
mod dom;
#[cfg(feature = "ask")]
mod draft;
#[cfg(feature = "ask")]
mod event;
#[cfg(any(feature = "tell", feature = "posture"))]
mod excerpt;
mod fault;
#[cfg(feature = "headless")]
pub mod headless;
#[cfg(feature = "posture")]
mod posture;
#[cfg(feature = "proof")]
pub mod proof;
#[cfg(any(feature = "tell", feature = "posture"))]
mod signs;
#[cfg(feature = "ask")]
mod state;
#[cfg(feature = "tell")]
mod teller;
#[cfg(feature = "ask")]
mod telling;
#[cfg(any(feature = "ask", feature = "tell", feature = "posture"))]
mod text;
#[cfg(feature = "ask")]
mod topic;
#[cfg(feature = "ask")]
mod update;
#[cfg(feature = "ask")]
mod view;
