//! What outlives the page: the box that keeps the answers, and the answers as a link, with a button that copies it
//! and a QR to point another device at.

use backwise_graph::{Graph, Word};
use web_sys::Element;

use super::qr;
use crate::dom::{Page, copy_field, hear_presses};

const FIELD: &str = ".share-link";
const SAID: &str = ".share-said";

/// Off unless the reader ticks it.
pub fn draw_box(place: &Element, graph: &Graph, is_kept: bool) {
    let Some(document) = place.owner_document() else { return };
    place.set_text_content(None);
    let mut page = Page::into(&document, place.clone());
    page.within("input.choice-input", |page| {
        page.attribute("type", "checkbox");
        page.attribute("name", "keep");
        if is_kept {
            page.attribute("checked", "");
        }
    });
    page.leaf("span", graph.word(Word::Keep));
}

pub fn draw(place: &Element, graph: &Graph, link: &str) {
    let Some(document) = place.owner_document() else { return };
    let mut page = Page::into(&document, place.clone());
    page.leaf("summary.fold-summary", graph.word(Word::Share));
    page.leaf("p", graph.word(Word::ShareText));
    page.within("p.share-copy", |page| {
        page.within("input.share-link", |page| {
            page.attribute("readonly", "");
            page.attribute("aria-label", graph.word(Word::ShareLink));
            page.attribute("value", link);
        });
        page.within("button", |page| {
            page.attribute("type", "button");
            page.attribute("name", "copy-link");
            page.text(graph.word(Word::Copy));
        });
    });
    page.leaf("p.share-said", "");
    page.leaf("p", graph.word(Word::QrText));
    qr::draw(&mut page, link, graph.word(Word::QrLabel));
    let (copied, refused) = (graph.word(Word::Copied), graph.word(Word::CopyRefused));
    let texts = [refused.to_owned(), copied.to_owned()];
    hear_presses(place, move |place, _| copy_field(place, FIELD, SAID, texts.clone()));
}
