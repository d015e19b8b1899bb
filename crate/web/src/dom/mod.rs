//! Every raw browser call, behind small typed helpers. Views read as descriptions because of it.

#[cfg(feature = "tell")]
pub mod address;
#[cfg(feature = "tell")]
mod clipboard;
#[cfg(feature = "tell")]
mod field;
#[cfg(feature = "tell")]
mod handout;
#[cfg(feature = "ask")]
mod history;
mod input;
#[cfg(feature = "tell")]
pub mod kept;
mod listener;
mod page;
#[cfg(feature = "ask")]
mod stage;

#[cfg(feature = "tell")]
pub use clipboard::{copy_field, find, on_click, say};
#[cfg(feature = "tell")]
pub use field::{Field, pressed_place};
#[cfg(feature = "tell")]
pub use handout::{copy, save};
#[cfg(feature = "ask")]
pub use history::{History, step};
pub use input::pressed_button;
#[cfg(feature = "ask")]
pub use input::{changed_input, plain_key, takes_enter};
pub use listener::{Listener, listen};
pub use page::Page;
#[cfg(feature = "ask")]
pub use stage::Stage;
