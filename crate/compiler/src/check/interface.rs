//! The fixed words of the screens: each of them once, and no others.
//!
//! A language in which one is missing gets no graph: a screen with a hole could hide a warning.

use std::collections::BTreeMap;

use backwise_graph::{Kind, Word};

use crate::content::Content;
use crate::diagnostic::{Diagnostic, Place};
use crate::facts::Facts;
use crate::page::Page;
use crate::suggest::did_you_mean;
use crate::yaml::Spot;

/// Reports unknown, repeated and missing words.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    if content.pages.is_empty() {
        return;
    }
    let mut given: BTreeMap<&str, &Page> = BTreeMap::new();
    for (page, key) in words(content) {
        if Word::from_name(&key.text).is_none() {
            let all = "see the names in any complete language";
            let help = did_you_mean(&key.text, Word::NAMES.iter().copied(), all);
            let message = format!("`{}` is no word of the interface", key.text);
            found.push(Diagnostic::error(
                "unknown-word",
                page.place(key.span.clone()),
                message,
                help,
            ));
        }
        if let Some(earlier) = given.insert(&key.text, page) {
            let message = format!("the word `{}` is given twice", key.text);
            let help = format!("{} has it too; keep one", earlier.path);
            found.push(Diagnostic::error(
                "repeated-word",
                page.place(key.span.clone()),
                message,
                help,
            ));
        }
    }
    let missing: Vec<_> =
        Word::NAMES.iter().filter(|name| !given.contains_key(*name)).copied().collect();
    if !missing.is_empty() {
        let place = Place { path: "interface".into(), span: 0..0 };
        let message = format!("the interface lacks the words {}", missing.join(", "));
        let help = "add them to a page in `interface`: a language with a hole gets no graph";
        found.push(Diagnostic::error("missing-word", place, message, help));
    }
}

fn words(content: &Content) -> impl Iterator<Item = (&Page, &Spot)> {
    content.of_kind(Kind::Interface).flat_map(|(_, page)| {
        let words: &[(Spot, Spot)] = match &page.facts {
            Facts::Words(words) => words,
            _ => &[],
        };
        words.iter().map(move |(key, _)| (page, key))
    })
}
