//! `content/` in; a graph, its passages and everything that is wrong with it out.
//!
//! 1. [`source`] holds the files as they were found, readable or not.
//! 2. [`page`] reads what one file states: [`front_matter`], [`facts`], [`drawing`] and [`play`], [`reviewer`] for who
//!    put their name to it, [`identity`] for what others call the same thing. [`body_map`] reads the drawing of one, [`target`] how large its places are.
//! 3. [`markdown`] reads its words, [`mod@reference`] is what they point at; [`resolve`] turns that into relations: who speaks,
//!    how strongly, on whose word; [`content`] is the outcome.
//! 4. [`check`] holds one file per rule that content must satisfy.
//! 5. [`coverage`] tells what holds each concept that content must hold, [`matrix`] what each red flag rests on,
//!    [`hazard`] what could hurt a reader and what prevents it.
//! 6. [`lower`] makes the [`Graph`] of it; [`claim`] lists what it claims, [`export`] writes that for anyone; [`html`] the words of a page as HTML.
//! 7. [`translate`] says the same in other languages.
//! 8. `known` gives the pages that are as they were, where a folder is compiled again.
//! 9. [`diagnostic`] is what a writer is told, [`mod@extent`] where it stands; [`draw`] shows it.
//!
//! The compiler reports everything it finds in one run. It hands out a graph only when nothing is an error.
#![deny(missing_docs)]

pub mod body_map;
pub mod check;
pub mod claim;
pub mod content;
pub mod coverage;
pub mod date;
pub mod diagnostic;
pub mod draw;
pub mod drawing;
pub mod export;
pub mod extent;
pub mod facts;
pub mod front_matter;
pub mod hazard;
pub mod html;
pub mod identity;
mod known;
pub mod lower;
pub mod markdown;
pub mod matrix;
pub mod page;
pub mod play;
pub mod reading;
pub mod reference;
pub mod resolve;
pub mod reviewer;
pub mod rule;
pub mod source;
pub mod strength;
pub mod suggest;
pub mod target;
pub mod translate;
pub mod yaml;

pub use content::{Content, Statement, Target};
pub use date::Date;
pub use diagnostic::{Diagnostic, Place, Severity};
pub use drawing::Drawing;
pub use facts::Facts;
pub use page::Page;
pub use play::Play;
pub use source::Source;

use std::collections::BTreeSet;

use backwise_graph::Graph;
use rayon::prelude::*;

use crate::known::Known;

/// What came of compiling a content folder.
pub struct Compiled {
    /// The pages and relations, as far as they could be read.
    pub content: Content,
    /// The graph for the browser; absent when anything is an error.
    pub graph: Option<Graph>,
    /// The same graph in each other language; absent where that language has an error.
    pub translations: Vec<(String, Option<Graph>)>,
    /// Everything that was found, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

/// The language of the pages themselves.
pub const FIRST_LANGUAGE: &str = "en";

/// Compiles a content folder. `today` decides which pages are past their review date; it never reaches the graph.
#[must_use]
pub fn compile(source: &Source, today: Date) -> Compiled {
    compile_after(None, source, today)
}

/// The same, with what came of the folder `before`: a page that is as it was, among pages of the same names, is not
/// read again.
#[must_use]
pub fn compile_after(before: Option<&Compiled>, source: &Source, today: Date) -> Compiled {
    let mut diagnostics = check::files::check(source);
    let known = before.and_then(|before| Known::of(before, source));
    let content = link(source, known.as_ref(), None, &mut diagnostics);
    diagnostics.extend(check::all(&content, today));
    let lowered = lower::lower(&content, FIRST_LANGUAGE, &mut diagnostics);
    let graph = lowered.filter(|_| is_sound(&diagnostics));
    let translations = translate::languages(source).into_iter().map(|language| {
        let mut faults = Vec::new();
        let content = link(source, None, Some(&language), &mut faults);
        let lowered = lower::lower(&content, &language, &mut faults);
        let translated = lowered.filter(|_| graph.is_some() && is_sound(&faults));
        diagnostics.append(&mut faults);
        (language, translated)
    });
    let translations = translations.collect();
    diagnostics.sort_by(Diagnostic::order);
    diagnostics.dedup();
    Compiled { content, graph, translations, diagnostics }
}

/// Reads and links all pages that are not `known`, in the words of `language` if it is not the first.
fn link(
    source: &Source,
    known: Option<&Known>,
    language: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Content {
    let files = source.files.par_iter().filter(|f| translate::language_of(&f.path).is_none());
    let parsed = files.map(|file| match known.and_then(|known| known.page(file)) {
        Some(page) => (Some(page), Vec::new()),
        None => page::parse(file),
    });
    let (pages, faults): (Vec<_>, Vec<_>) = parsed.unzip();
    let mut pages: Vec<_> = pages.into_iter().flatten().collect();
    let unreadable = unreadable(source);
    if known.is_some_and(|known| !known.is_among(&pages, &unreadable)) {
        return link(source, None, language, diagnostics);
    }
    diagnostics.extend(faults.into_iter().flatten());
    if let Some(language) = language {
        translate::translate(source, language, &mut pages, diagnostics);
    }
    let mut content = resolve::resolve(pages, known, unreadable, diagnostics);
    let (maps, faults): (Vec<_>, Vec<_>) = source.drawings.iter().map(body_map::read).unzip();
    diagnostics.extend(faults.into_iter().flatten());
    content.body_maps = maps.into_iter().flatten().collect();
    content
}

fn is_sound(diagnostics: &[Diagnostic]) -> bool {
    !diagnostics.iter().any(|d| d.severity == Severity::Error)
}

/// Ids of the files without text.
fn unreadable(source: &Source) -> BTreeSet<String> {
    let dark = source.files.iter().filter(|file| file.text.is_err());
    let slug =
        |file: &source::File| file.path.rsplit('/').next()?.strip_suffix(".md").map(str::to_owned);
    dark.filter_map(slug).collect()
}
