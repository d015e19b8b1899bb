//! Files: one that the reader saves, and one that they choose.

#[cfg(feature = "posture")]
use std::rc::Rc;

use js_sys::Array;
#[cfg(feature = "posture")]
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Document, HtmlElement, Url};
#[cfg(feature = "posture")]
use web_sys::{Event, HtmlInputElement};

use super::Page;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(work: &JsValue, milliseconds: u32) -> JsValue;
}

#[cfg(feature = "posture")]
#[wasm_bindgen]
extern "C" {
    type Chosen;
    #[wasm_bindgen(method, getter)]
    fn size(this: &Chosen) -> f64;
    #[wasm_bindgen(method, js_name = arrayBuffer)]
    fn array_buffer(this: &Chosen) -> Reading;
    type Reading;
    #[wasm_bindgen(method)]
    fn then(this: &Reading, got: &JsValue, failed: &JsValue) -> JsValue;
}

/// How long a browser may take to read a file that it is to save, in milliseconds.
const READ: u32 = 60_000;

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

/// What became of a file that was chosen.
#[cfg(feature = "posture")]
pub enum Read {
    Bytes(Vec<u8>),
    /// It has more bytes than may be, and was not read.
    TooLarge,
    Failed,
}

/// Reads the file that was chosen in an input, if it has at most so many bytes; it can be chosen again then.
#[cfg(feature = "posture")]
pub fn read_chosen(event: &Event, most: usize, tell: Rc<dyn Fn(Read)>) -> Option<()> {
    let input: HtmlInputElement = event.target()?.unchecked_into();
    let file: Chosen = input.files()?.get(0)?.unchecked_into();
    input.set_value("");
    if file.size() > most as f64 {
        tell(Read::TooLarge);
        return Some(());
    }
    let failing = tell.clone();
    let got = Closure::once_into_js(move |bytes: ArrayBuffer| {
        let bytes = Uint8Array::new(&bytes).to_vec();
        tell(Read::Bytes(bytes));
    });
    let failed = Closure::once_into_js(move |_: JsValue| failing(Read::Failed));
    file.array_buffer().then(&got, &failed);
    Some(())
}
