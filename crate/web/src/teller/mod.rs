//! What weighs causes, for the checker's page: everything that its module can be asked.
//!
//! It is loaded while the first questions are answered. `telling` is the other side.
//
// Comments below are plain: what stands in a doc line is copied into the shipped script.

mod arrival;
mod fits;
mod link;
mod plan;
mod qr;
mod share;
mod sheet;
mod topic;
mod why;

use std::cell::RefCell;
use std::rc::Rc;

use backwise_checker::handover::{unpack, write};
use backwise_checker::sorting::sort;
use backwise_checker::{Checker, Known, Manner, assessment, fhir};
use backwise_graph::{FindingId, Graph, Word};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::dom::{Page, find, kept, say};
use crate::excerpt::Links;
use crate::excerpt::body_map::{self, Shown};
use crate::fault;
use crate::text::joined;

// A graph, laid out for telling, and the body maps on the page.
#[wasm_bindgen]
pub struct Teller {
    checker: Rc<Checker>,
    // Of the content, as answers in a link name it.
    hash: u64,
    maps: RefCell<Vec<Shown>>,
}

#[wasm_bindgen]
impl Teller {
    // Throws a short code when the bytes are not the two files of one graph of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(asking: &[u8], telling: &[u8]) -> Result<Teller, JsValue> {
        let hash = Graph::hash_of(asking);
        let checker = Rc::new(fault::checker(asking, telling)?);
        Ok(Teller { checker, hash, maps: RefCell::default() })
    }

    // The finding to ask next; nothing, when no answer would change what fits.
    pub fn next(&self, known: &[u8]) -> Option<u32> {
        let sorting = sort(&self.checker, &self.known(known))?;
        Some(sorting.finding.index() as u32)
    }

    // Draws what an answer can still decide: to a question, else to a finding, which tells causes apart where no
    // warning sign is left that it could raise.
    pub fn why(
        &self,
        place: &Element,
        known: &[u8],
        question: Option<u32>,
        finding: u32,
        base: &str,
    ) {
        let Some(document) = place.owner_document() else { return };
        let mut page = Page::into(&document, place.clone());
        let (graph, known) = (self.checker.graph(), self.known(known));
        let scene = Scene { graph, known: &known, base };
        let finding = FindingId::new(finding as usize);
        let is_drawn = match question {
            Some(at) => why::urgent(&mut page, &scene, &graph.questions[at as usize].options),
            None => why::urgent(&mut page, &scene, &[finding]),
        };
        if question.is_none() && !is_drawn {
            why::sorting(&mut page, &self.checker, &scene, finding);
        }
    }

    // Draws what fits, what to do and who can help into the element. On a page that is ours, a wall test that is
    // kept counts a little in what to do.
    pub fn draw(&self, place: &Element, known: &[u8], base: &str, is_ours: bool) {
        let Some(document) = place.owner_document() else { return };
        let mut page = Page::into(&document, place.clone());
        let known = self.known(known);
        let told = assessment::assess(&self.checker, &known);
        let scene = Scene { graph: self.checker.graph(), known: &known, base };
        fits::draw(&mut page, &scene, &told);
        plan::draw(&mut page, &self.checker, &scene, is_ours);
        link::tests(&mut page, &scene, &told.tests);
        link::see(&mut page, &scene, &told.see);
    }

    // Draws the sheet for a clinician into the element, with what copies and saves it.
    pub fn sheet(&self, place: &Element, known: &[u8], manner: u8) {
        let known = self.known(known);
        let sheet = backwise_checker::sheet::sheet(
            &self.checker,
            &known,
            Manner::of_bits(manner),
            self.hash,
        );
        let record = fhir::response(self.checker.graph(), &known, self.hash);
        sheet::draw(place, self.checker.graph(), &sheet, record);
    }

    // What came along with the page, as `arrival` has it: in its address, or unless that alone is asked for,
    // kept on the device.
    pub fn arrive(&self, only_link: bool) -> Vec<u8> {
        let Some(window) = web_sys::window() else { return Vec::new() };
        let graph = self.checker.graph();
        arrival::link(&window, graph, self.hash).unwrap_or_else(|| match only_link {
            true => Vec::new(),
            false => arrival::kept(&window, graph, self.hash),
        })
    }

    // Keeps replies on the device, or nothing where there are none. A notice, where it fails.
    pub fn keep(&self, replies: &[u8]) -> u8 {
        let Some(window) = web_sys::window() else { return 0 };
        if replies.is_empty() {
            kept::delete(&window);
            return 0;
        }
        arrival::keep(&window, &self.text(replies))
    }

    // What the article of this id is about, as answers would be; nothing, where no such article says so.
    pub fn about(&self, name: &str) -> Option<Vec<u8>> {
        let graph = self.checker.graph();
        let topic = topic::find(graph, name)?;
        Some(Known::so(graph.findings.len(), &topic.about).bytes().to_vec())
    }

    // Draws what the screen has a place for and lacks: the body map of its question, where its ticks come from, a
    // notice, the box that keeps the answers.
    pub fn furnish(&self, screen: &Element, question: Option<u32>, notice: u8, is_kept: bool) {
        let graph = self.checker.graph();
        if let (Some(question), Some(fieldset)) = (question, find(screen, ".question")) {
            self.draw_map(&fieldset, question as usize);
        }
        if let Some(place) = find(screen, ".topic") {
            topic::draw(&place, graph);
        }
        if let (Some(place), Some(word)) =
            (find(screen, ".notice"), Word::ALL.get(usize::from(notice)))
        {
            say(screen, &place, graph.word(*word));
        }
        if let Some(place) = find(screen, ".keep") {
            share::draw_box(&place, graph, is_kept);
        }
    }

    // Draws replies as a link into the element.
    pub fn share(&self, place: &Element, replies: &[u8], base: &str) {
        let link = joined(&[base, "check.html", arrival::LINK, &self.text(replies)]);
        share::draw(place, self.checker.graph(), &link);
    }

    // It may come to a question that is open already: it shows the rows as they are.
    fn draw_map(&self, fieldset: &Element, question: usize) {
        let mut maps = self.maps.borrow_mut();
        maps.retain(Shown::is_there);
        let graph = self.checker.graph();
        let question = &graph.questions[question];
        let map = graph.body_maps.iter().find(|map| map.page == question.page);
        let row = |page| {
            let is_it = |option: &FindingId| graph.finding(*option).page == page;
            let at = question.options.iter().position(is_it)?;
            Some((at, graph.title(question.options[at])))
        };
        let list = body_map::List { graph, hint: graph.word(Word::MapHint), row: &row };
        if find(fieldset, ".body-map").is_none() {
            maps.extend(map.and_then(|map| body_map::show(&list, fieldset, map)));
        }
    }

    // Replies as a line of text.
    fn text(&self, replies: &[u8]) -> String {
        let graph = self.checker.graph();
        let session = unpack(graph, replies).unwrap_or_default();
        write(graph, self.hash, &session)
    }

    fn known(&self, bytes: &[u8]) -> Known {
        let n_findings = self.checker.graph().findings.len();
        Known::from_bytes(bytes, n_findings).unwrap_or_else(|| Known::nothing(n_findings))
    }
}

// What everything is drawn from.
struct Scene<'a> {
    graph: &'a Graph,
    known: &'a Known,
    // Where the site's pages are.
    base: &'a str,
}

impl<'a> Scene<'a> {
    fn links(&self) -> Links<'a> {
        Links { graph: self.graph, base: self.base }
    }
}
