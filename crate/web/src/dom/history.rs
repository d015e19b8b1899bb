//! The browser's history: one entry a step, at the same address. An entry's state is the step's number.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event, EventTarget, PopStateEvent};

/// The history of the window, if steps are to go there.
pub struct History {
    pub window: EventTarget,
    history: web_sys::History,
}

impl History {
    #[must_use]
    pub fn of(document: &Document) -> Option<Self> {
        let window = document.default_view()?;
        let history = window.history().ok()?;
        Some(Self { window: window.into(), history })
    }

    /// Says that the entry shown now is this step.
    pub fn mark(&self, step: usize) {
        self.history.replace_state(&number(step), "").ok();
    }

    /// Leads it from one step to another.
    pub fn stand(&self, from: usize, at: usize) {
        if from == 0 {
            self.mark(0);
        }
        // Going back by none would load the page anew.
        if from > at {
            self.back(from - at);
        }
        (from..at).for_each(|step| self.push(step + 1));
    }

    /// Adds an entry for a new step.
    pub fn push(&self, step: usize) {
        // A browser that has had too many refuses: the widget's own way back still works.
        self.history.push_state(&number(step), "").ok();
    }

    /// Goes back so many entries. The browser tells when it is there.
    pub fn back(&self, steps: usize) {
        self.history.go_with_delta(-(steps as i32)).ok();
    }
}

/// The step that the browser's history stands at now, if it is one of ours.
#[must_use]
pub fn step(event: &Event) -> Option<usize> {
    let event: &PopStateEvent = event.unchecked_ref();
    event.state().as_f64().map(|step| step as usize)
}

fn number(step: usize) -> JsValue {
    JsValue::from_f64(step as f64)
}
