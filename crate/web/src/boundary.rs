//! Everything JavaScript can call.
//
// Comments here are plain: what stands in a doc line is copied into the shipped script.

use std::cell::RefCell;
use std::rc::Rc;

use backwise_checker::Checker;
use backwise_graph::Graph;
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use crate::app::{Running, Settings};
use crate::load::{complete, load};

// A graph, read once for all the elements of a page.
#[wasm_bindgen]
pub struct Engine(Rc<Loaded>);

pub struct Loaded {
    checker: RefCell<Rc<Checker>>,
    pub hash: u64,
}

impl Loaded {
    pub fn checker(&self) -> Rc<Checker> {
        self.checker.borrow().clone()
    }
}

#[wasm_bindgen]
extern "C" {
    // `{ base, history }`: where the site's pages are, and whether steps go into the browser's history.
    pub type Options;
    #[wasm_bindgen(method, getter, structural)]
    fn base(this: &Options) -> String;
    #[wasm_bindgen(method, getter, structural)]
    fn history(this: &Options) -> bool;
}

#[wasm_bindgen]
impl Engine {
    // Throws a short code when the bytes are no graph of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(asking: &[u8]) -> Result<Engine, JsValue> {
        let checker = RefCell::new(Rc::new(load(asking)?));
        Ok(Engine(Rc::new(Loaded { checker, hash: Graph::hash_of(asking) })))
    }

    // Takes what results need on top. Whoever is at a result already is shown the rest by `set`.
    pub fn complete(&self, telling: &[u8]) -> Result<(), JsValue> {
        let checker = complete(&self.0.checker(), self.0.hash, telling)?;
        self.0.checker.replace(Rc::new(checker));
        Ok(())
    }

    // Draws a checker into the root; it lives until it is freed.
    pub fn mount(&self, root: &ShadowRoot, options: &Options) -> Result<App, JsValue> {
        let settings = Settings { base: options.base(), history: options.history() };
        let running = Running::start(self.0.clone(), root, settings);
        running.map(App).ok_or_else(|| JsValue::from_str("no-document"))
    }
}

// One checker on the page. Freeing it takes its listeners and its elements away.
#[wasm_bindgen]
pub struct App(Rc<Running>);

#[wasm_bindgen]
impl App {
    // Takes changed options over and shows the result anew, if it is shown; answers stay.
    pub fn set(&self, options: &Options) {
        self.0.set(Settings { base: options.base(), history: options.history() });
    }

    // Forgets all answers and shows the first screen.
    pub fn reset(&self) {
        self.0.reset();
    }

    // Puts the focus on the heading of the screen.
    pub fn focus(&self) {
        self.0.focus();
    }
}
