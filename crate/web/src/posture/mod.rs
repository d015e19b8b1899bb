//! The wall test and routines, for a page: everything that this module can be asked.
//!
//! 1. `tool` is what can be played: `wall` the test, `routine` a list of exercises. Each is a machine of
//!    `backwise_posture` with its screens.
//! 2. `shell` is one tool on one page: it hears fingers and the clock, and shows and sounds what comes of it.
//! 3. `speaker` turns cues into voice, tones, a buzz and a flash.
//! 4. `kept` keeps past tests and routines on the device, if the reader asks for it.
//! 5. `view` draws the screens.
//
// Comments below are plain: what stands in a doc line is copied into the shipped script.

mod answers;
mod contact;
mod cue;
mod kept;
mod routine;
mod shell;
mod speaker;
mod tension;
mod tool;
mod view;
mod wall;

use std::rc::Rc;

use backwise_graph::{Encoded, Graph};
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use self::routine::Play;
use self::shell::Shell;
use self::tool::Tool;
use self::wall::Wall;
use crate::fault;

// A graph, read once for all the elements of a page.
#[wasm_bindgen]
pub struct Trainer(Rc<Graph>);

#[wasm_bindgen]
extern "C" {
    // `{ base, exercises, history }`: where the site's pages are; the ids of the exercises to play, with blanks
    // between, nothing for the wall test; whether the page is ours to keep something for.
    pub type Options;
    #[wasm_bindgen(method, getter, structural)]
    fn base(this: &Options) -> String;
    #[wasm_bindgen(method, getter, structural)]
    fn exercises(this: &Options) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn history(this: &Options) -> bool;
}

#[wasm_bindgen]
impl Trainer {
    // Throws a short code when the bytes are not the two files of one graph of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(asking: &[u8], telling: &[u8]) -> Result<Trainer, JsValue> {
        let files = Encoded { asking: asking.to_vec(), telling: telling.to_vec() };
        Ok(Trainer(Rc::new(files.decode().map_err(fault::code)?)))
    }

    // Draws the wall test or a routine into the root; it lives until it is freed.
    pub fn mount(&self, root: &ShadowRoot, options: &Options) -> Result<App, JsValue> {
        let graph = self.0.clone();
        let tool: Box<dyn Tool> = match options.exercises() {
            Some(ids) => Box::new(Play::new(graph, &ids)),
            None => Box::new(Wall::new(graph)),
        };
        let shell = Shell::start(self.0.clone(), tool, root, options.base(), options.history());
        shell.map(App).ok_or_else(|| JsValue::from_str("no-document"))
    }
}

// One tool on the page. Freeing it takes its listeners, its sounds and its elements away.
#[wasm_bindgen]
pub struct App(Rc<Shell>);

#[wasm_bindgen]
impl App {
    // Forgets everything and shows the first screen.
    pub fn reset(&self) {
        self.0.reset();
    }

    // Puts the focus on the heading of the screen.
    pub fn focus(&self) {
        self.0.focus();
    }
}
