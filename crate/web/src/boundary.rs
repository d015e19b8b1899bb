//! Everything JavaScript can call.

use std::rc::Rc;

use backwise_checker::Checker;
use backwise_graph::{Fault, Graph};
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use crate::app::{Running, Settings};

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
    /// Throws one of the codes below as a string.
    #[wasm_bindgen(constructor)]
    pub fn new(graph: &[u8]) -> Result<Engine, JsValue> {
        let hash = Graph::hash_of(graph);
        let checker = Graph::decode(graph)
            .map_err(code)
            .and_then(|graph| Checker::new(graph).map_err(|_| "graph-out-of-range"));
        match checker {
            Ok(checker) => Ok(Engine(Rc::new(Loaded { checker, hash }))),
            Err(code) => Err(JsValue::from_str(code)),
        }
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

fn code(fault: Fault) -> &'static str {
    match fault {
        Fault::NotAGraph => "graph-unknown",
        Fault::Version(_) => "graph-version",
        Fault::Truncated => "graph-truncated",
        Fault::Altered => "graph-altered",
        Fault::Malformed => "graph-malformed",
    }
}
