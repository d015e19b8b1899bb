//! From links to relations: which page speaks, what it says of which other, how strongly, on whose word.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use backwise_graph::{Kind, RelationKind};
use rayon::prelude::*;

use crate::content::{Citation, Content, Dispute, Mention, Statement, Target};
use crate::diagnostic::{Diagnostic, Place};
use crate::facts::Facts;
use crate::known::Known;
use crate::markdown::{self, Document};
use crate::page::Page;
use crate::reference::{References, Sources, WikiLink};
use crate::strength::{Scales, Strength};
use crate::suggest::did_you_mean;
use crate::yaml::Spot;

/// The kinds a relation may join: from, to.
#[must_use]
pub fn signature(kind: RelationKind) -> (&'static [Kind], &'static [Kind]) {
    use Kind::{
        Cause, Exercise, Habit, Observation, Professional, RedFlag, Risk, SelfTest, Structure,
        Symptom,
    };
    match kind {
        RelationKind::LeadsTo => (&[Cause], &[Cause]),
        RelationKind::Shows => (&[Cause], &[Symptom]),
        RelationKind::Raises => (&[Risk], &[Cause]),
        RelationKind::Strains
        | RelationKind::Tightens
        | RelationKind::Weakens
        | RelationKind::Stiffens => (&[Cause], &[Structure]),
        RelationKind::Strengthens | RelationKind::Stretches | RelationKind::Mobilises => {
            (&[Exercise], &[Structure])
        }
        RelationKind::Eases => (&[Exercise, Habit], &[Cause, Symptom]),
        RelationKind::AvoidWith => (&[Exercise, Habit, SelfTest], &[Cause, Symptom, Risk]),
        RelationKind::PartOf => (&[Structure], &[Structure]),
        RelationKind::TestedBy => (&[Cause], &[SelfTest]),
        RelationKind::MayGoWith => (&[Observation], &[Cause]),
        RelationKind::WorthStrengthening | RelationKind::WorthLoosening => {
            (&[Observation], &[Structure])
        }
        RelationKind::See => (&[Cause, Symptom, RedFlag, Observation], &[Professional]),
    }
}

/// The scale that gives a relation's words their worth, and the range a number must keep to.
fn scale(kind: RelationKind) -> (&'static str, std::ops::RangeInclusive<f64>) {
    match kind {
        RelationKind::Raises => ("raises", 0.05..=50.0),
        _ => ("shows", 0.02..=0.98),
    }
}

/// Reads the words of all pages that are not `known`, and links them.
#[must_use]
pub(crate) fn resolve(
    pages: Vec<Arc<Page>>,
    known: Option<&Known>,
    unreadable: BTreeSet<String>,
    faults: &mut Vec<Diagnostic>,
) -> Content {
    let mut content = Content {
        by_slug: HashMap::new(),
        unreadable,
        statements: Vec::new(),
        mentions: Vec::new(),
        disputes: Vec::new(),
        citations: Vec::new(),
        scales: read_scales(&pages, faults),
        body_maps: Vec::new(),
        pages,
    };
    for (at, page) in content.pages.iter().enumerate() {
        content.by_slug.entry(page.slug.clone()).or_insert(at);
    }
    let said = content.pages.par_iter().enumerate().map(|(at, page)| {
        let known = known.and_then(|known| known.said(at, page));
        known.unwrap_or_else(|| read(&content, at))
    });
    let said: Vec<_> = said.collect();
    content.mentions.reserve_exact(said.iter().map(|said| said.mentions.len()).sum());
    content.citations.reserve_exact(said.iter().map(|said| said.citations.len()).sum());
    for (page, said) in content.pages.iter_mut().zip(said) {
        if let Some(document) = said.document {
            Arc::get_mut(page).expect("nobody else has a page just read").document = document;
        }
        content.statements.extend(said.statements);
        content.mentions.extend(said.mentions);
        content.disputes.extend(said.disputes);
        content.citations.extend(said.citations);
        faults.extend(said.faults);
    }
    content
}

fn read_scales(pages: &[Arc<Page>], faults: &mut Vec<Diagnostic>) -> Scales {
    let mut scales = Scales::default();
    for page in pages.iter().filter(|p| p.kind == Kind::Scale) {
        let Facts::Words(words) = &page.facts else {
            continue;
        };
        let scale = scales.words.entry(page.slug.clone()).or_default();
        for (word, value) in words {
            match value.text.parse::<f64>() {
                Ok(number) if number.is_finite() && number > 0.0 => {
                    scale.insert(word.text.clone(), number);
                }
                _ => faults.push(Diagnostic::error(
                    "wrong-value",
                    page.place(value.span.clone()),
                    format!("`{}` is no number above 0", value.text),
                    "a scale gives each word a number",
                )),
            }
        }
    }
    scales
}

/// What one page says.
#[derive(Default)]
pub(crate) struct Said {
    /// Its words, where they were read in this run.
    pub document: Option<Document>,
    pub statements: Vec<Statement>,
    pub mentions: Vec<Mention>,
    pub disputes: Vec<Dispute>,
    pub citations: Vec<Citation>,
    pub faults: Vec<Diagnostic>,
}

/// Reads a page and finds what it points at.
fn read(content: &Content, at: usize) -> Said {
    let (page, mut faults) = (&content.pages[at], Vec::new());
    let (document, references) =
        markdown::read(&page.path, &page.text, page.body.clone(), &mut faults);
    let said = Said { faults, ..Said::default() };
    let mut linker =
        Linker { content, page: at, references: &references, document: &document, said };
    for at in 0..references.links.len() {
        // Nothing comes of a link at fault but its diagnostic.
        linker.link(at);
    }
    linker.footnotes();
    let said = linker.said;
    Said { document: Some(document), ..said }
}

struct Linker<'a> {
    content: &'a Content,
    page: usize,
    references: &'a References,
    document: &'a Document,
    said: Said,
}

impl<'a> Linker<'a> {
    fn place(&self, span: &Range<usize>) -> Place {
        self.content.pages[self.page].place(span.clone())
    }

    fn error(&mut self, code: &'static str, span: &Range<usize>, message: String, help: String) {
        let place = self.place(span);
        self.said.faults.push(Diagnostic::error(code, place, message, help));
    }

    /// The number of a passage of this page, from 1.
    fn number(&self, passage: usize) -> u16 {
        self.document.passages[passage].number
    }

    fn link(&mut self, at: usize) -> Option<()> {
        let link = &self.references.links[at];
        match link.target.split_once("::") {
            None => {
                let to = match link.target.contains(' ') {
                    true => self.named(link, &link.target)?,
                    false => Target::Page(self.target(link, &link.target, &[])?),
                };
                let (page, passage) = (self.page, self.number(link.passage));
                let span = link.span.clone();
                self.said.mentions.push(Mention { page, passage, span, to });
                Some(())
            }
            Some(("disputes", rest)) => self.dispute(at, rest),
            Some((left, to)) => self.statement(at, left, to),
        }
    }

    /// The page with this id; of one of `kinds`, unless that is empty.
    fn target(&mut self, link: &WikiLink, slug: &str, kinds: &[Kind]) -> Option<usize> {
        if self.content.unreadable.contains(slug) {
            return None;
        }
        let Some(&at) = self.content.by_slug.get(slug) else {
            let all: &[Kind] = if kinds.is_empty() { Kind::ALL } else { kinds };
            let help = self.content.suggest(slug, all);
            self.error("unknown-page", &link.span, format!("`[[{slug}]]` names no page"), help);
            return None;
        };
        let kind = self.content.pages[at].kind;
        if !kinds.is_empty() && !kinds.contains(&kind) {
            let message = format!(
                "`{slug}` is a {}, where this relation wants a {}",
                kind.name(),
                names(kinds)
            );
            let help = self.content.suggest(slug, kinds);
            self.error("wrong-kind", &link.span, message, help);
            return None;
        }
        Some(at)
    }

    fn relation(&mut self, link: &WikiLink, name: &str) -> Option<RelationKind> {
        let found = RelationKind::from_name(name);
        if found.is_none() {
            let all = format!("the relations are {}", RelationKind::NAMES.join(", "));
            let help =
                did_you_mean(name, RelationKind::NAMES.iter().copied().chain(["disputes"]), &all);
            self.error("unknown-relation", &link.span, format!("`{name}` is no relation"), help);
        }
        found
    }

    fn statement(&mut self, at: usize, left: &str, to: &str) -> Option<()> {
        let link = &self.references.links[at];
        let words: Vec<_> = left.split_whitespace().collect();
        let (name, strength) = match words[..] {
            [name] => (name, None),
            // The word stands before its relation, a number behind: `often shows`, `shows 0.7`.
            [a, b] if RelationKind::from_name(a).is_some() => {
                (a, Some(Strength::of(b, link.span.clone())))
            }
            [a, b] => (b, Some(Strength::of(a, link.span.clone()))),
            _ => {
                let help =
                    "write `[[relation::page]]`, `[[often shows::page]]` or `[[shows 0.7::page]]`";
                self.error(
                    "unknown-relation",
                    &link.span,
                    format!("`{left}` is no relation"),
                    help.into(),
                );
                return None;
            }
        };
        let kind = self.relation(link, name)?;
        let (from_kinds, to_kinds) = signature(kind);
        let from = self.speaker(link, kind, from_kinds);
        let to = self.target(link, to.trim(), to_kinds);
        let value = self.strength(link, kind, strength.as_ref());
        let sources = self.sources(at, strength.as_ref());
        let (from, to, page, span) = (from?, to?, self.page, link.span.clone());
        let passage = self.number(link.passage);
        self.said.statements.push(Statement {
            from,
            kind,
            to,
            strength,
            value,
            page,
            passage,
            span,
            sources,
        });
        Some(())
    }

    /// The page that the passage of `link` speaks for.
    fn speaker(&mut self, link: &WikiLink, kind: RelationKind, kinds: &[Kind]) -> Option<usize> {
        let at = match &link.speaker {
            // An unknown speaker is reported where it stands, as a link.
            Some(slug) => *self.content.by_slug.get(slug)?,
            None => self.page,
        };
        let page = &self.content.pages[at];
        if kinds.contains(&page.kind) {
            return Some(at);
        }
        let message = format!(
            "`{}` speaks here, a {}, where `{}` wants a {}",
            page.slug,
            page.kind.name(),
            kind.name(),
            names(kinds)
        );
        let help = "open the heading or the list item with the link of the page that it speaks for";
        self.error("wrong-kind", &link.span, message, help.into());
        None
    }

    fn strength(
        &mut self,
        link: &WikiLink,
        kind: RelationKind,
        strength: Option<&Strength>,
    ) -> f64 {
        let (scale, range) = scale(kind);
        let Some(strength) = strength else {
            if matches!(kind, RelationKind::Shows | RelationKind::Raises) {
                let words = self.content.scales.words.get(scale);
                let words: Vec<_> = words.into_iter().flat_map(|w| w.keys()).cloned().collect();
                let help = format!(
                    "put one of {} before it, or a published number behind it",
                    words.join(", ")
                );
                self.error(
                    "missing-strength",
                    &link.span,
                    format!("`{}` does not say how strongly", kind.name()),
                    help,
                );
            }
            return 0.5;
        };
        let value = self.content.scales.value(scale, strength).map_err(|words| words.join(", "));
        match value {
            Ok(value) if range.contains(&value) => value,
            Ok(value) => {
                let help = format!("a number here lies from {} to {}", range.start(), range.end());
                self.error("strength-range", &link.span, format!("{value} is out of range"), help);
                value.clamp(*range.start(), *range.end())
            }
            Err(words) => {
                let Strength::Word(word) = strength else {
                    return 0.5;
                };
                let message = format!("`{}` is no word of the scale `{scale}`", word.text);
                self.error(
                    "unknown-strength",
                    &link.span,
                    message,
                    format!("the words are {words}"),
                );
                0.5
            }
        }
    }

    /// The relation that a link names in three words: from, relation, to.
    fn named(&mut self, link: &WikiLink, text: &str) -> Option<Target> {
        let words: Vec<_> = text.split_whitespace().collect();
        let [from, name, to] = words[..] else {
            let help = "write `[[cause shows symptom]]` to name a relation, and `[[disputes::cause shows symptom]]` to doubt it";
            self.error(
                "unknown-relation",
                &link.span,
                format!("`{text}` is no relation"),
                help.into(),
            );
            return None;
        };
        let kind = self.relation(link, name)?;
        let (from_kinds, to_kinds) = signature(kind);
        let from = self.target(link, from, from_kinds)?;
        let to = self.target(link, to, to_kinds)?;
        Some(Target::Relation(from, kind, to))
    }

    fn dispute(&mut self, at: usize, rest: &str) -> Option<()> {
        let link = &self.references.links[at];
        let Target::Relation(from, kind, to) = self.named(link, rest)? else { return None };
        let sources = self.sources(at, None);
        let (page, passage) = (self.page, self.number(link.passage));
        self.said.disputes.push(Dispute { page, passage, from, kind, to, sources });
        Some(())
    }

    /// The source pages behind link number `at`, and a word to its writer where they do not suffice.
    fn sources(&mut self, at: usize, strength: Option<&Strength>) -> Vec<usize> {
        let sources = self.references.sources(at);
        self.needs_source(&self.references.links[at], strength, &sources);
        let names = sources.notes.iter().map(|note| &*note.spot.text);
        names.filter_map(|name| self.content.find(name, &[Kind::Source])).collect()
    }

    fn needs_source(&mut self, link: &WikiLink, strength: Option<&Strength>, sources: &Sources) {
        if matches!(strength, Some(Strength::Number(..))) && !sources.are_its_own {
            let help =
                "put the footnote of whoever published it right behind the link, or use a word";
            self.error(
                "unsourced-number",
                &link.span,
                "a number has no source".into(),
                help.into(),
            );
        } else if sources.notes.is_empty() {
            let help = "add a footnote behind it or later in its passage; `[^editorial]` says it is our own judgement";
            let place = self.place(&link.span);
            self.said.faults.push(Diagnostic::warning(
                "unsourced-relation",
                place,
                "a relation has no source",
                help,
            ));
        }
    }

    /// Every footnote of the page must name a source.
    fn footnotes(&mut self) {
        for note in &self.references.notes {
            match self.content.find(&note.spot.text, &[Kind::Source]) {
                Some(source) => {
                    let (page, passage) = (self.page, self.number(note.passage));
                    self.said.citations.push(Citation { page, passage, source });
                }
                None => self.unknown_source(&note.spot),
            }
        }
    }

    fn unknown_source(&mut self, spot: &Spot) {
        let help = self.content.suggest(&spot.text, &[Kind::Source]);
        let message = format!("`[^{}]` names no source", spot.text);
        self.error("unknown-source", &spot.span, message, help);
    }
}

fn names(kinds: &[Kind]) -> String {
    kinds.iter().map(|k| k.name()).collect::<Vec<_>>().join(" or ")
}
