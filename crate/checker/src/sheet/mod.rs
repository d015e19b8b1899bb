//! The sheet for a clinician: what was answered and what it comes to, on one page.
//!
//! [`sheet`] says what stands on it, once; [`text`] draws it as plain text, and a page draws it as it likes.
//! What is most urgent comes first, and what speaks against a cause before what speaks for it.

mod part;
mod text;

use backwise_graph::{Graph, Stage, Word};

use crate::answered::answered;
use crate::assessment::assess;
use crate::checker::Checker;
use crate::known::Known;
use crate::manner::Manner;
use crate::version::hexadecimal;

pub use text::text;

/// What stands on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called.
    pub title: String,
    /// What is written in by hand: nothing here knows a name or a day.
    pub blanks: Vec<String>,
    /// Its parts, in the order they are read. None is empty.
    pub sections: Vec<Section>,
}

/// One part of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about, for whoever draws it.
    pub name: &'static str,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub lines: Vec<Line>,
}

/// Something said, and what it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What it is about, with its own punctuation; empty where the items stand for themselves.
    pub label: String,
    /// What is said, one beside the other.
    pub items: Vec<String>,
    /// More about the same.
    pub inner: Vec<Line>,
}

impl Line {
    /// Items under a label.
    pub(crate) fn new(label: &str, items: Vec<String>) -> Self {
        Self { label: label.to_owned(), items, inner: Vec::new() }
    }

    /// A sentence that stands for itself.
    pub(crate) fn sentence(text: &str) -> Self {
        Self::new("", vec![text.to_owned()])
    }
}

/// The sheet for what was said. A brief check weighs no causes: it asked too little for that. `hash` is the hash
/// of the graph.
#[must_use]
pub fn sheet(checker: &Checker, known: &Known, manner: Manner, hash: u64) -> Sheet {
    let graph = checker.graph();
    let word = |word| graph.word(word).to_owned();
    let (told, answers) = (assess(checker, known), answered(graph, known));
    let stage = |stage| part::questions(graph, &answers, stage);
    let urgency = word(Word::SheetUrgency) + " " + graph.word(Word::of_level(told.urgency));
    let section = |name, title, lines| Section { name, title, lines };
    let fits = if manner.is_brief { Vec::new() } else { part::fits(graph, known, &told) };
    let mut sections = vec![
        section("urgency", urgency, part::urgency(graph, known, manner, &told)),
        section("who", word(Word::SheetWho), part::who(graph, &answers, manner)),
        section("course", word(Word::SheetCourse), stage(Stage::Course)),
        section("where", word(Word::StageWhere), stage(Stage::Where)),
        section("answers", word(Word::SheetAnswers), part::signs(graph, &answers)),
        section("unknown", word(Word::SheetUnknown), part::unknown(graph, &told, &answers)),
        section("fits", word(Word::FitsTitle), fits),
        section("denied", word(Word::SheetDenied), part::denied(graph, &answers)),
        section("about", word(Word::SheetAboutTitle), about(graph, hash)),
    ];
    sections.retain(|section| !section.lines.is_empty());
    let blanks = vec![word(Word::SheetName), word(Word::SheetDate)];
    Sheet { title: word(Word::SheetTitle), blanks, sections }
}

fn about(graph: &Graph, hash: u64) -> Vec<Line> {
    vec![
        Line::sentence(graph.word(Word::SheetAboutText)),
        Line::sentence(graph.word(Word::NotReviewed)),
        Line::new(graph.word(Word::Version), vec![hexadecimal(hash)]),
    ]
}
