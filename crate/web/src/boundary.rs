//! Everything JavaScript can call.

use std::rc::Rc;

use backwise_checker::Checker;
use backwise_graph::Graph;
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use crate::app::{Running, Settings};
use crate::load::load;

/// A graph, read once for all the elements of a page.
#[wasm_bindgen]
pub struct Engine(Rc<Loaded>);

pub struct Loaded {
    pub checker: Checker,
    pub hash: u64,
}

#[wasm_bindgen]
extern "C" {
    /// `{ base, history }`: where the site's pages are, and whether steps go into the browser's history.
    pub type Options;
    #[wasm_bindgen(method, getter, structural)]
    fn base(this: &Options) -> String;
    #[wasm_bindgen(method, getter, structural)]
    fn history(this: &Options) -> bool;
}

#[wasm_bindgen]
impl Engine {
    /// Throws a short code when the bytes are no graph of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(graph: &[u8]) -> Result<Engine, JsValue> {
        Ok(Engine(Rc::new(Loaded { checker: load(graph)?, hash: Graph::hash_of(graph) })))
    }

    /// Draws a checker into the root; it lives until it is freed.
    pub fn mount(&self, root: &ShadowRoot, options: &Options) -> Result<App, JsValue> {
        let settings = Settings { base: options.base(), history: options.history() };
        let running = Running::start(self.0.clone(), root, settings);
        running.map(App).ok_or_else(|| JsValue::from_str("no-document"))
    }
}

/// One checker on the page. Freeing it takes its listeners and its elements away.
#[wasm_bindgen]
pub struct App(Rc<Running>);

#[wasm_bindgen]
impl App {
    /// Takes changed options over; answers stay.
    pub fn set(&self, options: &Options) {
        self.0.set(Settings { base: options.base(), history: options.history() });
    }

    /// Forgets all answers and shows the first screen.
    pub fn reset(&self) {
        self.0.reset();
    }

    /// Puts the focus on the heading of the screen.
    pub fn focus(&self) {
        self.0.focus();
    }
}
