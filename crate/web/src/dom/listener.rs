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
}

/// Calls `hear` for every event of this name at `target`.
pub fn listen(
    target: &EventTarget,
    name: &'static str,
    hear: Box<dyn FnMut(Event)>,
) -> Option<Listener> {
    let hear = Closure::wrap(hear);
    target.add_event_listener_with_callback(name, hear.as_ref().unchecked_ref()).ok()?;
    Some(Listener { target: target.clone(), name, hear })
}

impl Drop for Listener {
    fn drop(&mut self) {
        let hear = self.hear.as_ref().unchecked_ref();
        // It fails only where adding it did.
        self.target.remove_event_listener_with_callback(self.name, hear).ok();
    }
}
