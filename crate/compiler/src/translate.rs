//! A second language is a folder: `content/de/symptom/fever.md` gives the German words of `symptom/fever.md`.
//!
//! A translation holds words only; what follows from what, and how urgently, is said once, in the pages
//! themselves. Words that are missing stay in the first language, but not those that keep a reader safe:
//! a language that lacks one of these gets no graph.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use backwise_graph::Kind;

use crate::check::named_drug;
use crate::diagnostic::{Diagnostic, Place};
use crate::facts::Facts;
use crate::front_matter::Fields;
use crate::markdown::{self, Document};
use crate::page::{self, Page, named_in_rules};
use crate::play::Way;
use crate::source::{File, Source};
use crate::yaml::Spot;

/// The words of one page in another language.
struct Translation {
    path: Arc<str>,
    title: Spot,
    ask: Option<Spot>,
    help: Option<Spot>,
    dose: Option<Spot>,
    stop: Vec<Spot>,
    easier: Vec<Spot>,
    harder: Vec<Spot>,
    words: Vec<(Spot, Spot)>,
    document: Document,
}

/// The languages that a content folder has besides its first, by their codes.
#[must_use]
pub fn languages(source: &Source) -> BTreeSet<String> {
    source.files.iter().filter_map(|file| Some(language_of(&file.path)?.to_owned())).collect()
}

/// The language whose folder a path stands in, if it is one.
#[must_use]
pub fn language_of(path: &str) -> Option<&str> {
    let (folder, _) = path.split_once('/')?;
    let is_code = (2..=3).contains(&folder.len()) && folder.bytes().all(|b| b.is_ascii_lowercase());
    is_code.then_some(folder)
}

/// Puts the words of `language` into `pages`, and reports what is missing or has no place.
pub(crate) fn translate(
    source: &Source,
    language: &str,
    pages: &mut [Arc<Page>],
    faults: &mut Vec<Diagnostic>,
) {
    let mut given: BTreeMap<String, Translation> = BTreeMap::new();
    for file in source.files.iter().filter(|f| language_of(&f.path) == Some(language)) {
        let home = file.path[language.len() + 1..].to_owned();
        if !pages.iter().any(|page| *page.path == *home) {
            let message = format!("`{home}` has no page to translate");
            let help =
                "a translation stands at the path of its page, below the folder of its language";
            faults.push(Diagnostic::error(
                "unknown-translation",
                Place::new(&file.path, 0..0),
                message,
                help,
            ));
        } else if let Some(translation) = read(file, faults) {
            given.insert(home, translation);
        }
    }
    report_missing(language, pages, &given, faults);
    for page in pages {
        if let Some(translation) = given.remove(&*page.path) {
            put(Arc::get_mut(page).expect("nobody else has a page just read"), translation);
        }
    }
}

fn read(file: &File, faults: &mut Vec<Diagnostic>) -> Option<Translation> {
    let text = file.text.as_deref().ok()?;
    let (front, body) = page::split(&file.path, text, faults)?;
    let mut fields = Fields::read(&file.path, text, front);
    let translation = Translation {
        path: file.path.clone(),
        title: fields.needed("title"),
        ask: fields.text("ask"),
        help: fields.text("help"),
        dose: fields.text("dose"),
        stop: fields.texts("stop"),
        easier: fields.texts("easier"),
        harder: fields.texts("harder"),
        words: fields.pairs("words"),
        document: markdown::read(&file.path, text, body, faults).0,
    };
    faults.extend(fields.finish());
    faults.extend(named_drug::check(&file.path, text));
    Some(translation)
}

fn put(page: &mut Page, from: Translation) {
    // A word left out stays as it was.
    let set = |spot: &mut Spot, new: Option<Spot>| {
        if let Some(new) = new {
            *spot = new;
        }
    };
    let set_some = |spot: &mut Option<Spot>, new: Option<Spot>| *spot = new.or_else(|| spot.take());
    page.title = from.title;
    match &mut page.facts {
        Facts::Symptom { ask, help, .. } | Facts::Risk { ask, help, .. } => {
            set_some(ask, from.ask);
            set_some(help, from.help);
        }
        Facts::Question { ask, help, .. } => {
            set(ask, from.ask);
            set_some(help, from.help);
        }
        Facts::Exercise { dose, play, stop, .. } => {
            set(dose, from.dose);
            set(stop, from.stop.into_iter().next());
            if let Some(play) = play {
                set_ways(&mut play.easier, from.easier);
                set_ways(&mut play.harder, from.harder);
            }
        }
        Facts::SelfTest { stop, .. } => {
            if from.stop.len() == stop.len() {
                *stop = from.stop;
            }
        }
        Facts::Words(words) => {
            for (key, text) in words {
                let new = from.words.iter().find(|(name, _)| name.text == key.text);
                set(text, new.map(|(_, text)| text.clone()));
            }
        }
        Facts::Article { .. }
        | Facts::Cause { .. }
        | Facts::RedFlag { .. }
        | Facts::Habit { .. } => {}
        Facts::Source { .. }
        | Facts::Country { .. }
        | Facts::About { .. }
        | Facts::Hazard(_)
        | Facts::Plain => {}
    }
    if !from.document.passages.is_empty() {
        page.spoken = Some(from.document);
    }
}

/// The first text for the first way, and so on; a text left out stays as it was.
fn set_ways(ways: &mut [Way], texts: Vec<Spot>) {
    for (way, text) in ways.iter_mut().zip(texts) {
        way.text = text;
    }
}

/// Every word that keeps a reader safe: red flags with their cards, all that their rules name, the screens
/// that ask for it, what to hear before a self-test, and the fixed words.
fn report_missing(
    language: &str,
    pages: &[Arc<Page>],
    given: &BTreeMap<String, Translation>,
    faults: &mut Vec<Diagnostic>,
) {
    let named = named_in_rules(pages);
    for page in pages.iter().filter(|page| keeps_safe(page, &named)) {
        let translation = given.get(&*page.path);
        let lacking =
            translation.map_or_else(|| vec!["all of it".to_owned()], |t| lacking(page, t));
        if !lacking.is_empty() {
            let path = translation.map_or_else(|| page.path.clone(), |t| t.path.clone());
            let message = format!(
                "`{language}` lacks words that keep a reader safe, of `{}`: {}",
                page.path,
                lacking.join(", ")
            );
            let help = format!(
                "translate them in `{language}/{}`; until then this language gets no graph",
                page.path
            );
            faults.push(Diagnostic::error(
                "untranslated-safety",
                Place::new(&path, 0..0),
                message,
                help,
            ));
        }
    }
}

fn keeps_safe(page: &Page, named: &BTreeSet<&str>) -> bool {
    match &page.facts {
        Facts::RedFlag { .. } | Facts::Country { .. } => true,
        Facts::Symptom { .. } | Facts::Risk { .. } => named.contains(&*page.slug),
        Facts::Question { stage, .. } => stage.is_safety(),
        Facts::SelfTest { stop, .. } => !stop.is_empty(),
        Facts::Words(_) => page.kind == Kind::Interface,
        _ => false,
    }
}

/// What a translation leaves out of what its page says.
fn lacking(page: &Page, translation: &Translation) -> Vec<String> {
    let mut lacking = Vec::new();
    let mut needs = |what: &str, here: bool, there: bool| {
        if here && !there {
            lacking.push(format!("`{what}`"));
        }
    };
    match &page.facts {
        Facts::RedFlag { .. } => needs("the card", true, !translation.document.passages.is_empty()),
        Facts::Symptom { ask, help, .. } | Facts::Risk { ask, help, .. } => {
            needs("ask", ask.is_some(), translation.ask.is_some());
            needs("help", help.is_some(), translation.help.is_some());
        }
        Facts::Question { help, .. } => {
            needs("ask", true, translation.ask.is_some());
            needs("help", help.is_some(), translation.help.is_some());
        }
        Facts::SelfTest { stop, .. } => needs("stop", true, translation.stop.len() == stop.len()),
        Facts::Words(words) => {
            for (key, _) in words {
                needs(
                    &key.text,
                    true,
                    translation.words.iter().any(|(name, _)| name.text == key.text),
                );
            }
        }
        _ => {}
    }
    lacking
}
