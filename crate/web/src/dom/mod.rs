//! Every raw browser call, behind small typed helpers. Views read as descriptions because of it.

#[cfg(feature = "tell")]
pub mod address;
#[cfg(any(feature = "tell", feature = "posture"))]
pub mod calendar;
#[cfg(feature = "tell")]
mod clipboard;
#[cfg(feature = "posture")]
mod clock;
#[cfg(feature = "ask")]
mod day;
#[cfg(feature = "posture")]
mod device;
#[cfg(any(feature = "tell", feature = "posture"))]
mod field;
#[cfg(any(feature = "tell", feature = "posture"))]
mod file;
#[cfg(feature = "tell")]
mod handout;
#[cfg(feature = "ask")]
mod history;
mod input;
#[cfg(any(feature = "tell", feature = "posture"))]
pub mod kept;
mod listener;
mod page;
#[cfg(any(feature = "ask", feature = "posture"))]
mod stage;
#[cfg(feature = "posture")]
mod tones;
#[cfg(feature = "posture")]
mod voice;

#[cfg(feature = "tell")]
pub use clipboard::{copy_field, find, hear_presses, say};
#[cfg(feature = "posture")]
pub use clock::{Clock, Timer};
#[cfg(feature = "ask")]
pub use day::today;
#[cfg(feature = "posture")]
pub use device::{Light, buzz};
#[cfg(any(feature = "tell", feature = "posture"))]
pub use field::{Field, pressed_place};
#[cfg(any(feature = "tell", feature = "posture"))]
pub use file::save;
#[cfg(feature = "posture")]
pub use file::{Read, read_chosen};
#[cfg(feature = "tell")]
pub use handout::copy;
#[cfg(feature = "ask")]
pub use history::{History, step};
#[cfg(feature = "posture")]
pub use input::changed_field;
pub use input::pressed_button;
#[cfg(feature = "ask")]
pub use input::{changed_input, plain_key, takes_enter};
#[cfg(feature = "posture")]
pub use listener::{Listen, listen_early};
pub use listener::{Listener, listen};
pub use page::Page;
#[cfg(any(feature = "ask", feature = "posture"))]
pub use stage::Stage;
#[cfg(feature = "posture")]
pub use tones::{Note, Tones};
#[cfg(feature = "posture")]
pub use voice::{Spoken, Voice, look_for_voices};
