//! Words the interface must not use: it finds articles, it does not tell anyone what they have.
//!
//! The rule covers what the checker shows: titles, questions, help, cards, first paragraphs of causes,
//! and the fixed words. Articles may say "a doctor can diagnose this".

use std::ops::Range;

use backwise_graph::Kind;

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::page::Page;
use crate::yaml::Spot;

const BANNED: &[(&str, &str)] = &[
    ("diagnos", "say what the answers fit, or which article is about it"),
    ("you have ", "say `may be`, `can mean` or `fits`: nobody has examined the reader"),
    ("you suffer", "say `may be`, `can mean` or `fits`"),
    ("%", "say it in words: readers see no percentages"),
];

/// Reports banned words where readers of the checker would see them.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for page in &content.pages {
        for (text, span) in shown(page) {
            found.extend(fault(page, &text, span));
        }
    }
}

fn fault(page: &Page, text: &str, span: Range<usize>) -> Option<Diagnostic> {
    // "If you have" and "do you have" ask; they do not tell.
    let lower = text.to_lowercase();
    let asking = [
        "if you have ",
        "do you have ",
        "have you ",
        "when you have ",
        "that you have ",
        "you have to ",
        "you have had ",
        "you have been ",
    ];
    let plain = asking.iter().fold(lower, |text, phrase| text.replace(phrase, ""));
    let (word, help) = BANNED.iter().find(|(word, _)| plain.contains(word))?;
    let message = format!("the interface may not say `{}`", word.trim());
    Some(Diagnostic::error("banned-word", page.place(span), message, *help))
}

fn shown(page: &Page) -> Vec<(String, Range<usize>)> {
    let mut spots: Vec<&Spot> = Vec::new();
    match &page.facts {
        Facts::Symptom { ask, help, .. } | Facts::Risk { ask, help, .. } => {
            spots.extend(ask.iter().chain(help));
        }
        Facts::Question { ask, help, .. } => spots.extend(std::iter::once(ask).chain(help)),
        Facts::Exercise { dose, play, stop, drawing } => {
            spots.extend([dose, stop]);
            spots.extend(play.iter().flat_map(|play| play.ways()).map(|way| &way.text));
            spots.extend(drawing.iter().flat_map(|drawing| [&drawing.start, &drawing.end]));
        }
        Facts::Words(words) if page.kind == Kind::Interface => {
            spots.extend(words.iter().map(|w| &w.1));
        }
        Facts::SelfTest { stop, .. } => spots.extend(stop),
        Facts::Article { .. } | Facts::About { .. } | Facts::Source { .. } | Facts::Hazard(_) => {
            return Vec::new();
        }
        Facts::Cause { .. }
        | Facts::RedFlag { .. }
        | Facts::Habit { .. }
        | Facts::Words(_)
        | Facts::Country { .. }
        | Facts::Plain => {}
    }
    spots.push(&page.title);
    let mut shown: Vec<_> = spots.into_iter().map(|s| (s.text.clone(), s.span.clone())).collect();
    if let Some(first) = page.document.passages.first() {
        shown.push((page.summary().to_owned(), first.span.clone()));
    }
    shown
}
