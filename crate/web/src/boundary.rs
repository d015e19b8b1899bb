//! Everything JavaScript can call.
//
// Comments here are plain: what stands in a doc line is copied into the shipped script.

use std::rc::Rc;

use backwise_graph::Graph;
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use crate::app::{Running, Settings};
use crate::fault;
use crate::telling::{Teller, Telling};

// A graph, read once for all the elements of a page.
#[wasm_bindgen]
pub struct Engine(Rc<Loaded>);

pub struct Loaded {
    // Its first file: enough to ask, and to say how soon to get help.
    pub graph: Graph,
    pub hash: u64,
    pub telling: Telling,
}

#[wasm_bindgen]
extern "C" {
    // `{ base, region, history, awaits }`: where the site's pages are, whose emergency number comes first, whether
    // the page is the checker's own, and whether there may be answers to begin with.
    pub type Options;
    #[wasm_bindgen(method, getter, structural)]
    fn base(this: &Options) -> String;
    #[wasm_bindgen(method, getter, structural)]
    fn region(this: &Options) -> String;
    #[wasm_bindgen(method, getter, structural)]
    fn history(this: &Options) -> bool;
    #[wasm_bindgen(method, getter, structural)]
    fn awaits(this: &Options) -> bool;
}

#[wasm_bindgen]
impl Engine {
    // Throws a short code when the bytes are no graph of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(asking: &[u8]) -> Result<Engine, JsValue> {
        let graph = Graph::decode(asking).map_err(fault::code)?;
        let hash = Graph::hash_of(asking);
        Ok(Engine(Rc::new(Loaded { graph, hash, telling: Telling::default() })))
    }

    // Takes what weighs causes, or nothing when it will not come. Whoever waits for it is to be told by `set`.
    pub fn settle(&self, teller: Option<Teller>) {
        self.0.telling.settle(teller);
    }

    // Draws a checker into the root; it lives until it is freed.
    pub fn mount(&self, root: &ShadowRoot, options: &Options) -> Result<App, JsValue> {
        let running = Running::start(self.0.clone(), root, settings(options), options.awaits());
        running.map(App).ok_or_else(|| JsValue::from_str("no-document"))
    }
}

fn settings(options: &Options) -> Settings {
    Settings { base: options.base(), region: options.region(), history: options.history() }
}

// One checker on the page. Freeing it takes its listeners and its elements away.
#[wasm_bindgen]
pub struct App(Rc<Running>);

#[wasm_bindgen]
impl App {
    // Takes changed options over, and whatever has come or is known not to come; answers stay.
    pub fn set(&self, options: &Options) {
        self.0.set(settings(options));
    }

    // Takes what is ticked beforehand, as the teller gave it.
    pub fn prepare(&self, about: &[u8]) {
        self.0.prepare(about);
    }

    // Forgets all answers and shows the first screen.
    pub fn reset(&self) {
        self.0.reset();
    }

    // Whether it can go on: what breaks off half-way leaves nothing to go on from.
    #[wasm_bindgen(js_name = isWell)]
    pub fn is_well(&self) -> bool {
        self.0.is_well()
    }

    // Puts the focus on the heading of the screen.
    pub fn focus(&self) {
        self.0.focus();
    }
}
