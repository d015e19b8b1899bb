//! What the time is, and being called when it has come.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Performance, Window};

/// A jump of the calendar's clock ahead of the steady one by more than this, in milliseconds, was a sleep: some
/// steady clocks stand still while the device sleeps. Smaller ones are the calendar's clock being set right.
const SLEPT: f64 = 4_000.0;

/// Milliseconds since it was made, those asleep among them.
pub struct Clock {
    performance: Performance,
    began: f64,
    /// How far the calendar's clock was ahead of the steady one when it was last read.
    ahead: Cell<f64>,
    slept: Cell<f64>,
}

impl Clock {
    #[must_use]
    pub fn of(window: &Window) -> Option<Self> {
        let performance = window.performance()?;
        let began = performance.now();
        let ahead = Cell::new(js_sys::Date::now() - began);
        Some(Self { performance, began, ahead, slept: Cell::new(0.0) })
    }

    #[must_use]
    pub fn ms(&self) -> u64 {
        let steady = self.performance.now();
        let ahead = js_sys::Date::now() - steady;
        let jump = ahead - self.ahead.replace(ahead);
        if jump > SLEPT {
            self.slept.set(self.slept.get() + jump);
        }
        (steady - self.began + self.slept.get()).max(0.0) as u64
    }
}

/// Calls once when its time has come, and not any more when it is set anew or dropped.
pub struct Timer {
    window: Window,
    waits: Cell<Option<i32>>,
    work: Closure<dyn FnMut()>,
}

impl Timer {
    #[must_use]
    pub fn new(window: &Window, work: Box<dyn FnMut()>) -> Self {
        Self { window: window.clone(), waits: Cell::new(None), work: Closure::wrap(work) }
    }

    pub fn set(&self, ms: u64) {
        self.clear();
        let work = self.work.as_ref().unchecked_ref();
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        let waits =
            self.window.set_timeout_with_callback_and_timeout_and_arguments_0(work, ms).ok();
        self.waits.set(waits);
    }

    pub fn clear(&self) {
        if let Some(id) = self.waits.take() {
            self.window.clear_timeout_with_handle(id);
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.clear();
    }
}
