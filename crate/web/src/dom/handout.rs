//! Ways for a text to leave the page by the reader's own hand: the clipboard, and a file.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Document, HtmlElement, Url};

use super::Page;

#[wasm_bindgen]
extern "C" {
    type Writing;
    // Where there is no clipboard this throws; where it is forbidden the promise fails.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Writing, JsValue>;
    #[wasm_bindgen(method)]
    fn then(this: &Writing, done: &JsValue, failed: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(work: &JsValue, milliseconds: u32) -> JsValue;
}

/// How long a browser may take to read a file that it is to save, in milliseconds.
const READ: u32 = 60_000;

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

/// Has the browser save a text as a file. It is made here; nothing is asked of any server.
#[must_use]
pub fn save(document: &Document, name: &str, kind: &str, text: &str) -> Option<()> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &bag).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let mut link = Page::new(document, "a")?;
    link.attribute("href", &address);
    link.attribute("download", name);
    link.finish()?.unchecked_into::<HtmlElement>().click();
    let forget = Closure::once_into_js(move || {
        // It fails only for an address that is none.
        Url::revoke_object_url(&address).ok();
    });
    set_timeout(&forget, READ);
    Some(())
}
