//! Every raw browser call, behind small typed helpers. Views read as descriptions because of it.

#[cfg(feature = "page")]
mod history;
#[cfg(feature = "page")]
mod input;
#[cfg(feature = "page")]
mod listener;
mod page;
#[cfg(feature = "page")]
mod stage;

#[cfg(feature = "page")]
pub use history::{History, step};
#[cfg(feature = "page")]
pub use input::{changed_input, plain_key, pressed_button, takes_enter};
#[cfg(feature = "page")]
pub use listener::{Listener, listen};
pub use page::Page;
#[cfg(feature = "page")]
pub use stage::Stage;
