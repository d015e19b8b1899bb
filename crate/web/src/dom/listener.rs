//! Listeners that take themselves away.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Hears events for as long as it lives.
#[must_use]
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    hear: Closure<dyn FnMut(Event)>,
    is_early: bool,
}

/// [`listen`] or [`listen_early`].
#[cfg(feature = "posture")]
pub type Listen = fn(&EventTarget, &'static str, Box<dyn FnMut(Event)>) -> Option<Listener>;

/// Calls `hear` for every event of this name at `target`.
pub fn listen(
    target: &EventTarget,
    name: &'static str,
    hear: Box<dyn FnMut(Event)>,
) -> Option<Listener> {
    attach(target, name, hear, false)
}

/// The same for an event on its way to something within `target`: some events never come back up.
#[cfg(feature = "posture")]
pub fn listen_early(
    target: &EventTarget,
    name: &'static str,
    hear: Box<dyn FnMut(Event)>,
) -> Option<Listener> {
    attach(target, name, hear, true)
}

fn attach(
    target: &EventTarget,
    name: &'static str,
    hear: Box<dyn FnMut(Event)>,
    is_early: bool,
) -> Option<Listener> {
    let hear = Closure::wrap(hear);
    let heard = hear.as_ref().unchecked_ref();
    target.add_event_listener_with_callback_and_bool(name, heard, is_early).ok()?;
    Some(Listener { target: target.clone(), name, hear, is_early })
}

impl Drop for Listener {
    fn drop(&mut self) {
        let hear = self.hear.as_ref().unchecked_ref();
        let (name, is_early) = (self.name, self.is_early);
        // It fails only where adding it did.
        self.target.remove_event_listener_with_callback_and_bool(name, hear, is_early).ok();
    }
}
