//! Which day it is, as the device's clock has it.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds after the beginning of 1970.
    #[wasm_bindgen(js_namespace = Date)]
    fn now() -> f64;
}

/// The day in UTC, in days after 1970-01-01; 0 for any before.
#[must_use]
pub fn today() -> u32 {
    (now() / 86_400_000.0) as u32
}
