//! What weighs causes, as a module of its own that comes while the first questions are answered.
//!
//! It has no part in the urgency: without it the checker asks everything that the urgency takes, and ends there.

use std::cell::RefCell;

use backwise_checker::{Ask, Known};
use backwise_graph::{FindingId, QuestionId};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    // The class of the other module; `teller/mod.rs` says what its methods do.
    pub type Teller;
    #[wasm_bindgen(method, structural, catch)]
    fn next(this: &Teller, known: &[u8]) -> Result<Option<u32>, JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn why(
        this: &Teller,
        place: &Element,
        known: &[u8],
        question: Option<u32>,
        finding: u32,
        base: &str,
    ) -> Result<(), JsValue>;
    #[wasm_bindgen(method, structural, catch, js_name = drawMap)]
    fn draw_map(this: &Teller, fieldset: &Element, question: u32) -> Result<(), JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn draw(this: &Teller, place: &Element, known: &[u8], base: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn sheet(this: &Teller, place: &Element, known: &[u8]) -> Result<(), JsValue>;
}

/// Where it is.
#[derive(Default)]
enum Place {
    #[default]
    OnItsWay,
    Here(Teller),
    Missing,
}

/// What weighs causes, once it is here.
#[derive(Default)]
pub struct Telling(RefCell<Place>);

/// The question that sorts causes best.
pub enum Sorting {
    /// This one.
    Ask(FindingId),
    /// None would change what fits, or nobody can say.
    Nothing,
    /// It will be known soon.
    Wait,
}

impl Telling {
    /// Takes what has come; nothing, when it will not come.
    pub fn settle(&self, teller: Option<Teller>) {
        self.0.replace(teller.map_or(Place::Missing, Place::Here));
    }

    #[must_use]
    pub fn sort(&self, known: &Known) -> Sorting {
        let asked = match &*self.0.borrow() {
            Place::OnItsWay => return Sorting::Wait,
            Place::Missing => return Sorting::Nothing,
            Place::Here(teller) => asked(teller, known.bytes()),
        };
        // It failed, which it never should: the urgency is settled, and so this goes on without it.
        asked.unwrap_or_else(|_| {
            self.settle(None);
            Sorting::Nothing
        })
    }

    /// Draws what the answer to something can still decide; whether it could.
    #[must_use]
    pub fn why(&self, place: &Element, known: &Known, ask: Ask, base: &str) -> bool {
        let (question, finding) = match ask {
            Ask::Screen(id) => (Some(id.index() as u32), 0),
            Ask::Single(id) => (None, id.index() as u32),
        };
        match &*self.0.borrow() {
            Place::Here(teller) => {
                teller.why(place, known.bytes(), question, finding, base).is_ok()
            }
            Place::OnItsWay | Place::Missing => false,
        }
    }

    /// Draws the body map of a question above its rows, if there is one and it can be drawn yet.
    pub fn draw_map(&self, fieldset: &Element, question: QuestionId) {
        if let Place::Here(teller) = &*self.0.borrow() {
            // Where it fails the list alone is asked: it is the same question.
            teller.draw_map(fieldset, question.index() as u32).ok();
        }
    }

    /// Draws what fits and what to do; whether it could.
    #[must_use]
    pub fn draw(&self, place: &Element, known: &Known, base: &str) -> bool {
        self.drawn(|teller| teller.draw(place, known.bytes(), base))
    }

    /// Draws the sheet for a clinician; whether it could.
    #[must_use]
    pub fn sheet(&self, place: &Element, known: &Known) -> bool {
        self.drawn(|teller| teller.sheet(place, known.bytes()))
    }

    fn drawn(&self, draw: impl FnOnce(&Teller) -> Result<(), JsValue>) -> bool {
        match &*self.0.borrow() {
            Place::Here(teller) => draw(teller).is_ok(),
            Place::OnItsWay | Place::Missing => false,
        }
    }
}

fn asked(teller: &Teller, known: &[u8]) -> Result<Sorting, JsValue> {
    Ok(match teller.next(known)? {
        Some(finding) => Sorting::Ask(FindingId::new(finding as usize)),
        None => Sorting::Nothing,
    })
}
