//! The sheet for a clinician: on the screen behind a disclosure, on paper by itself, as text, and as a file.

use std::rc::Rc;

use backwise_checker::sheet::{Line, Section, Sheet, text};
use backwise_graph::{Graph, Word};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use crate::dom::{self, Page, find, hear_presses, say};

/// What a saved file is called, and what it is.
const FILE: (&str, &str) = ("backwise-answers.json", "application/fhir+json");

const ANSWER: &str = ".sheet-said";
const SAID: &str = ".sheet-said p";

/// From so many bytes of text on, a sheet takes smaller letters to stay one page.
const LONG: usize = 7_000;

/// Draws the sheet into the place, and hears what is pressed there. `record` is what can be saved.
pub fn draw(place: &Element, graph: &Graph, sheet: &Sheet, record: String) {
    let Some(document) = place.owner_document() else { return };
    let words = Words::new(graph, sheet);
    let mut page = Page::into(&document, place.clone());
    page.within("details.fold sheet-fold", |page| {
        page.leaf("summary.fold-summary", &sheet.title);
        page.leaf("p.sheet-hint", graph.word(Word::SheetHint));
        page.within("p.actions", |page| {
            button(page, "sheet-copy", graph.word(Word::SheetCopy));
            button(page, "sheet-save", graph.word(Word::SheetSave));
        });
        page.within("div.sheet-said", |page| page.leaf("p", ""));
        page.within("article.sheet", |page| {
            if words.text.len() > LONG {
                page.attribute("data-long", "");
            }
            paper(page, sheet);
        });
    });
    hear_presses(place, move |place, name| match name {
        "sheet-copy" => copy(place, &words),
        "sheet-save" => {
            let saved = dom::save(&document, FILE.0, FILE.1, &record);
            said(place, saved.map_or("", |()| &words.saved));
        }
        _ => {}
    });
}

fn paper(page: &mut Page, sheet: &Sheet) {
    page.within("div.sheet-head", |page| {
        page.leaf("h3.sheet-title", &sheet.title);
        for blank in &sheet.blanks {
            page.leaf("p.sheet-blank", blank);
        }
    });
    for section in &sheet.sections {
        page.within("section.sheet-part", |page| part(page, section));
    }
}

fn part(page: &mut Page, section: &Section) {
    page.attribute("data-part", section.name);
    page.leaf("h4.sheet-part-title", &section.title);
    page.within("div.sheet-lines", |page| {
        for line in &section.lines {
            page.within("p.sheet-line", |page| {
                write(page, "strong", line);
                for inner in &line.inner {
                    page.text(" ");
                    page.within("span.sheet-inner", |page| write(page, "em", inner));
                }
            });
        }
    });
}

fn write(page: &mut Page, what: &str, line: &Line) {
    if !line.label.is_empty() {
        page.leaf(what, &line.label);
        page.text(" ");
    }
    page.text(&line.items.join("; "));
}

fn button(page: &mut Page, name: &str, text: &str) {
    page.within("button", |page| {
        page.attribute("type", "button");
        page.attribute("name", name);
        page.text(text);
    });
}

/// What is said when something was pressed.
struct Words {
    title: String,
    text: String,
    copied: String,
    select: String,
    saved: String,
}

impl Words {
    fn new(graph: &Graph, sheet: &Sheet) -> Self {
        let word = |word| graph.word(word).to_owned();
        Self {
            title: sheet.title.clone(),
            text: text(sheet),
            copied: word(Word::SheetCopied),
            select: word(Word::SheetSelect),
            saved: word(Word::SheetSaved),
        }
    }
}

/// Copies the text; where that is not allowed, it stands there selected.
fn copy(place: &Element, words: &Words) {
    let (place, title, text) = (place.clone(), words.title.clone(), words.text.clone());
    let (copied, select) = (words.copied.clone(), words.select.clone());
    let tell = move |is_copied| {
        said(&place, if is_copied { &copied } else { &select });
        if !is_copied {
            offer(&place, &title, &text);
        }
    };
    dom::copy(&words.text, Rc::new(tell));
}

/// Says what has happened, to the eye and to whoever listens.
fn said(place: &Element, text: &str) {
    if let Some(old) = find(place, "textarea") {
        old.remove();
    }
    if let Some(said) = find(place, SAID) {
        say(place, &said, text);
    }
}

/// Shows the text below what was said, selected, for the reader to copy.
fn offer(place: &Element, title: &str, text: &str) {
    let (Some(said), Some(document)) = (find(place, ANSWER), place.owner_document()) else {
        return;
    };
    let mut page = Page::into(&document, said.clone());
    page.within("textarea.sheet-text", |page| {
        page.attribute("readonly", "");
        page.attribute("rows", "8");
        page.attribute("aria-label", title);
        page.text(text);
    });
    if let Some(area) = find(&said, "textarea") {
        // It fails for elements that take no focus, and this one does.
        area.unchecked_ref::<HtmlElement>().focus().ok();
        area.unchecked_ref::<HtmlTextAreaElement>().select();
    }
}
