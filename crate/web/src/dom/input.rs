//! What a reader did, out of the browser's events.

use wasm_bindgen::JsCast;
#[cfg(any(feature = "ask", feature = "posture"))]
use web_sys::HtmlInputElement;
#[cfg(feature = "ask")]
use web_sys::KeyboardEvent;
use web_sys::{Element, Event};

/// The name and value of the button that was pressed, whatever inside it was hit.
#[must_use]
pub fn pressed_button(event: &Event) -> Option<(String, String)> {
    let button = target(event)?.closest("button").ok()??;
    Some((button.get_attribute("name")?, button.get_attribute("value").unwrap_or_default()))
}

/// The value of the input that changed, and whether it is on now.
#[cfg(feature = "ask")]
#[must_use]
pub fn changed_input(event: &Event) -> Option<(String, bool)> {
    let input: HtmlInputElement = target(event)?.unchecked_into();
    Some((input.value(), input.checked()))
}

/// The name and value of the field that changed, and whether it is on now.
#[cfg(feature = "posture")]
#[must_use]
pub fn changed_field(event: &Event) -> Option<(String, String, bool)> {
    let input: HtmlInputElement = target(event)?.unchecked_into();
    Some((input.name(), input.value(), input.checked()))
}

/// A key that nothing is held down with and nobody else has taken, such as an element of ours inside this one.
#[cfg(feature = "ask")]
#[must_use]
pub fn plain_key(event: &Event) -> Option<String> {
    let key: &KeyboardEvent = event.unchecked_ref();
    let held = key.ctrl_key() || key.meta_key() || key.alt_key() || key.shift_key();
    let is_elsewhere = target(event).is_some_and(|target| target.shadow_root().is_some());
    (!held && !key.repeat() && !is_elsewhere && !event.default_prevented()).then(|| key.key())
}

/// Whether Enter has a meaning of its own where the event happened.
#[cfg(feature = "ask")]
#[must_use]
pub fn takes_enter(event: &Event) -> bool {
    let inside = target(event).map(|target| target.closest("button, summary, a"));
    matches!(inside, Some(Ok(Some(_))))
}

fn target(event: &Event) -> Option<Element> {
    // Listeners sit on elements, and so only elements are targets.
    event.target().map(JsCast::unchecked_into)
}
