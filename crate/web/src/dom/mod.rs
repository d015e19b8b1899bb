//! Every raw browser call, behind small typed helpers. Views read as descriptions because of it.

#[cfg(feature = "ask")]
mod history;
#[cfg(feature = "ask")]
mod input;
#[cfg(feature = "ask")]
mod listener;
mod page;
#[cfg(feature = "ask")]
mod stage;

#[cfg(feature = "ask")]
pub use history::{History, step};
#[cfg(feature = "ask")]
pub use input::{changed_input, plain_key, pressed_button, takes_enter};
#[cfg(feature = "ask")]
pub use listener::{Listener, listen};
pub use page::Page;
#[cfg(feature = "ask")]
pub use stage::Stage;
