//! What weighs causes, as a module of its own that comes while the first questions are answered.
//!
//! It has no part in the urgency: without it the checker asks everything that the urgency takes, and ends there.

use std::cell::{Cell, RefCell};

use backwise_checker::{Ask, Known, Session};
use backwise_graph::{FindingId, Word};
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
    #[wasm_bindgen(method, structural, catch)]
    fn draw(
        this: &Teller,
        place: &Element,
        known: &[u8],
        base: &str,
        is_ours: bool,
    ) -> Result<(), JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn sheet(this: &Teller, place: &Element, known: &[u8], manner: u8) -> Result<(), JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn share(this: &Teller, place: &Element, replies: &[u8], base: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn keep(this: &Teller, replies: &[u8]) -> Result<u8, JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn arrive(this: &Teller, only_link: bool) -> Result<Vec<u8>, JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn furnish(
        this: &Teller,
        screen: &Element,
        question: Option<u32>,
        notice: u8,
        is_kept: bool,
    ) -> Result<(), JsValue>;
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
pub struct Telling {
    place: RefCell<Place>,
    /// Whether it could not sort: it is not asked to again, and may still keep, draw and delete.
    cannot_sort: Cell<bool>,
}

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
        self.place.replace(teller.map_or(Place::Missing, Place::Here));
    }

    #[must_use]
    pub fn sort(&self, known: &Known) -> Sorting {
        let asked = match &*self.place.borrow() {
            Place::OnItsWay => return Sorting::Wait,
            Place::Here(teller) if !self.cannot_sort.get() => asked(teller, known.bytes()),
            Place::Here(_) | Place::Missing => return Sorting::Nothing,
        };
        // It failed, which it never should: the urgency is settled, and so this goes on without it.
        asked.unwrap_or_else(|_| {
            self.cannot_sort.set(true);
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
        self.ask(|teller| teller.why(place, known.bytes(), question, finding, base)).is_some()
    }

    /// Draws what fits and what to do; whether it could. On a page that is ours, a wall test that is kept counts.
    #[must_use]
    pub fn draw(&self, place: &Element, known: &Known, base: &str, is_ours: bool) -> bool {
        self.ask(|teller| teller.draw(place, known.bytes(), base, is_ours)).is_some()
    }

    /// Draws the sheet for a clinician; whether it could.
    #[must_use]
    pub fn sheet(&self, place: &Element, session: &Session) -> bool {
        let known = session.known().bytes();
        self.ask(|teller| teller.sheet(place, known, session.manner().bits())).is_some()
    }

    /// Draws the answers as a link; whether it could.
    #[must_use]
    pub fn share(&self, place: &Element, replies: &[u8], base: &str) -> bool {
        self.ask(|teller| teller.share(place, replies, base)).is_some()
    }

    /// Keeps the answers on the device, or none of them where there are none; a notice where it fails.
    #[must_use]
    pub fn keep(&self, replies: &[u8]) -> u8 {
        match &*self.place.borrow() {
            Place::Here(teller) => teller.keep(replies).unwrap_or(Word::KeepFailed as u8),
            // The box that asks for it comes with what keeps.
            Place::OnItsWay | Place::Missing => 0,
        }
    }

    /// What came along with the page; nothing at all while nobody can say, or no link did and only that counts.
    #[must_use]
    pub fn arrive(&self, only_link: bool) -> Option<Vec<u8>> {
        if matches!(*self.place.borrow(), Place::OnItsWay) {
            return None;
        }
        let came = self.ask(|teller| teller.arrive(only_link)).unwrap_or_default();
        (!only_link || !came.is_empty()).then_some(came)
    }

    /// Draws what a screen has a place for: the body map of its question, a notice, the box that keeps the
    /// answers. Where it fails the screen does without: the rows below the map ask the same.
    pub fn furnish(&self, screen: &Element, ask: Option<Ask>, notice: u8, is_kept: bool) {
        let question = match ask {
            Some(Ask::Screen(id)) => Some(id.index() as u32),
            Some(Ask::Single(_)) | None => None,
        };
        self.ask(|teller| teller.furnish(screen, question, notice, is_kept));
    }

    fn ask<T>(&self, question: impl FnOnce(&Teller) -> Result<T, JsValue>) -> Option<T> {
        match &*self.place.borrow() {
            Place::Here(teller) => question(teller).ok(),
            Place::OnItsWay | Place::Missing => None,
        }
    }
}

fn asked(teller: &Teller, known: &[u8]) -> Result<Sorting, JsValue> {
    Ok(match teller.next(known)? {
        Some(finding) => Sorting::Ask(FindingId::new(finding as usize)),
        None => Sorting::Nothing,
    })
}
