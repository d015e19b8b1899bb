//! What the browser has of an earlier page: the end of its address, and the step that its history stands at.

use wasm_bindgen::JsValue;
use web_sys::Window;

/// What follows these letters at the end of the address. It is taken off, so that it lingers nowhere, and the
/// entry of the history is the first step.
#[must_use]
pub fn take(window: &Window, letters: &str) -> Option<String> {
    let address = window.location().href().ok()?;
    let (page, fragment) = address.split_at(address.find('#')?);
    let taken = fragment.strip_prefix(letters)?;
    let history = window.history().ok()?;
    history.replace_state_with_url(&JsValue::from_f64(0.0), "", Some(page)).ok();
    Some(taken.to_owned())
}

/// The step that the history stands at: more than none after a reload on the way.
#[must_use]
pub fn step(window: &Window) -> usize {
    let state = window.history().and_then(|history| history.state()).ok();
    state.and_then(|state| state.as_f64()).unwrap_or_default() as usize
}
