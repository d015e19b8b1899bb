//! A text leaves the page by the reader's own hand: on the clipboard.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Writing;
    // Where there is no clipboard this throws; where it is forbidden the promise fails.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Writing, JsValue>;
    #[wasm_bindgen(method)]
    fn then(this: &Writing, done: &JsValue, failed: &JsValue) -> JsValue;
}

/// Copies a text, and tells whether it could.
pub fn copy(text: &str, tell: Rc<dyn Fn(bool)>) {
    let (done, failed) = (tell.clone(), tell.clone());
    match write_text(text) {
        Ok(writing) => {
            let done = Closure::once_into_js(move || done(true));
            let failed = Closure::once_into_js(move || failed(false));
            writing.then(&done, &failed);
        }
        Err(_) => tell(false),
    }
}
