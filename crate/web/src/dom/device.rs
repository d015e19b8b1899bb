//! What a device may have or not: a screen that can be kept on, a buzz, and sound that leaves music alone.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "wakeLock"], js_name = request)]
    fn request_wake_lock(kind: &str) -> Result<Asked, JsValue>;
    type Asked;
    #[wasm_bindgen(method)]
    fn then(this: &Asked, got: &JsValue, failed: &JsValue) -> JsValue;
    type WakeLock;
    #[wasm_bindgen(method, catch)]
    fn release(this: &WakeLock) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = navigator)]
    fn vibrate(pattern: &Array) -> Result<bool, JsValue>;
    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: JsValue;
}

/// Buzzes, where there is something that buzzes: on and off in turn, in milliseconds.
pub fn buzz(pattern: &[u32]) {
    let pattern: Array = pattern.iter().map(|ms| JsValue::from(*ms)).collect();
    // Without a motor or leave to use it, this does nothing.
    vibrate(&pattern).ok();
}

/// Has our sounds mix with the music that plays, where a browser asks which kind they are.
pub fn leave_music_alone() {
    be_heard_as("transient");
}

/// Leaves it to the browser again which kind our sounds are.
pub fn give_sound_back() {
    be_heard_as("auto");
}

fn be_heard_as(kind: &str) {
    NAVIGATOR.with(|navigator| {
        if let Ok(session) = Reflect::get(navigator, &"audioSession".into())
            && session.is_object()
        {
            Reflect::set(&session, &"type".into(), &kind.into()).ok();
        }
    });
}

/// Keeps the screen on while it is wanted and the browser lets it.
pub struct Light {
    held: Rc<RefCell<Option<WakeLock>>>,
    is_wanted: Rc<Cell<bool>>,
    refused: Rc<dyn Fn()>,
}

impl Light {
    /// Tells when the browser refuses.
    #[must_use]
    pub fn new(refused: Rc<dyn Fn()>) -> Self {
        Self { held: Rc::default(), is_wanted: Rc::default(), refused }
    }

    /// Asks for the screen to stay on. A browser forgets this when a page is hidden: then it is to be asked again.
    pub fn keep_on(&self) {
        self.is_wanted.set(true);
        let Ok(asked) = request_wake_lock("screen") else {
            (self.refused)();
            return;
        };
        let (held, is_wanted) = (self.held.clone(), self.is_wanted.clone());
        let got = Closure::once_into_js(move |lock: JsValue| {
            let lock: WakeLock = lock.unchecked_into();
            match is_wanted.get() {
                true => drop(held.replace(Some(lock))),
                false => drop(lock.release()),
            }
        });
        let refused = self.refused.clone();
        let failed = Closure::once_into_js(move |_: JsValue| refused());
        asked.then(&got, &failed);
    }

    pub fn let_go(&self) {
        self.is_wanted.set(false);
        if let Some(lock) = self.held.take() {
            lock.release().ok();
        }
    }
}

impl Drop for Light {
    fn drop(&mut self) {
        self.let_go();
    }
}
