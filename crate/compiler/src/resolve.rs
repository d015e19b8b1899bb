//! From links to relations: which page speaks, what it says of which other, how strongly, on whose word.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use backwise_graph::{Kind, RelationKind};

use crate::content::{Content, Dispute, Mention, Statement, Target};
use crate::diagnostic::{Diagnostic, Place};
use crate::facts::Facts;
use crate::markdown::WikiLink;
use crate::page::Page;
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

/// Links all pages.
#[must_use]
pub fn resolve(
    pages: Vec<Page>,
    unreadable: BTreeSet<String>,
    faults: &mut Vec<Diagnostic>,
) -> Content {
    let mut content = Content {
        by_slug: HashMap::new(),
        unreadable,
        statements: Vec::new(),
        mentions: Vec::new(),
        disputes: Vec::new(),
        scales: read_scales(&pages, faults),
        body_maps: Vec::new(),
        pages,
    };
    for (at, page) in content.pages.iter().enumerate() {
        content.by_slug.entry(page.slug.clone()).or_insert(at);
    }
    for at in 0..content.pages.len() {
        let mut linker = Linker { content: &content, page: at, faults };
        let links = &content.pages[at].document.links;
        let found: Vec<_> = links.iter().filter_map(|link| linker.link(link)).collect();
        linker.footnotes();
        for link in found {
            match link {
                Linked::Statement(statement) => content.statements.push(statement),
                Linked::Mention(mention) => content.mentions.push(mention),
                Linked::Dispute(dispute) => content.disputes.push(dispute),
            }
        }
    }
    content
}

fn read_scales(pages: &[Page], faults: &mut Vec<Diagnostic>) -> Scales {
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

enum Linked {
    Statement(Statement),
    Mention(Mention),
    Dispute(Dispute),
}

struct Linker<'a> {
    content: &'a Content,
    page: usize,
    faults: &'a mut Vec<Diagnostic>,
}

impl Linker<'_> {
    fn here(&self) -> &Page {
        &self.content.pages[self.page]
    }

    fn place(&self, span: &Range<usize>) -> Place {
        self.content.pages[self.page].place(span.clone())
    }

    fn error(&mut self, code: &'static str, span: &Range<usize>, message: String, help: String) {
        let place = self.place(span);
        self.faults.push(Diagnostic::error(code, place, message, help));
    }

    fn link(&mut self, link: &WikiLink) -> Option<Linked> {
        let passage = self.here().document.passages[link.passage].number;
        let page = self.page;
        match link.target.split_once("::") {
            None => {
                let to = match link.target.contains(' ') {
                    true => self.named(link, &link.target)?,
                    false => Target::Page(self.target(link, &link.target, &[])?),
                };
                let span = link.span.clone();
                Some(Linked::Mention(Mention { page, passage, span, to }))
            }
            Some(("disputes", rest)) => self.dispute(link, rest, passage),
            Some((left, to)) => self.statement(link, left, to, passage),
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

    fn statement(&mut self, link: &WikiLink, left: &str, to: &str, passage: u16) -> Option<Linked> {
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
        let sources = self.sources(link);
        self.needs_source(link, strength.as_ref(), &sources);
        let (from, to, page, span) = (from?, to?, self.page, link.span.clone());
        Some(Linked::Statement(Statement {
            from,
            kind,
            to,
            strength,
            value,
            page,
            passage,
            span,
            sources,
        }))
    }

    /// The page that the passage of `link` speaks for.
    fn speaker(&mut self, link: &WikiLink, kind: RelationKind, kinds: &[Kind]) -> Option<usize> {
        let speaker = self.here().document.passages[link.passage].speaker.clone();
        let at = match speaker {
            // An unknown speaker is reported where it stands, as a link.
            Some(spot) => *self.content.by_slug.get(&spot.text)?,
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

    fn dispute(&mut self, link: &WikiLink, rest: &str, passage: u16) -> Option<Linked> {
        let Target::Relation(from, kind, to) = self.named(link, rest)? else { return None };
        let sources = self.sources(link);
        self.needs_source(link, None, &sources);
        Some(Linked::Dispute(Dispute { page: self.page, passage, from, kind, to, sources }))
    }

    fn sources(&mut self, link: &WikiLink) -> Vec<usize> {
        let found =
            link.sources.iter().filter_map(|spot| self.content.find(&spot.text, &[Kind::Source]));
        found.collect()
    }

    fn needs_source(&mut self, link: &WikiLink, strength: Option<&Strength>, sources: &[usize]) {
        if matches!(strength, Some(Strength::Number(..))) && !link.sourced_itself {
            let help =
                "put the footnote of whoever published it right behind the link, or use a word";
            self.error(
                "unsourced-number",
                &link.span,
                "a number has no source".into(),
                help.into(),
            );
        } else if sources.is_empty() && link.sources.is_empty() {
            let help = "add a footnote behind it or later in its passage; `[^editorial]` says it is our own judgement";
            let place = self.place(&link.span);
            self.faults.push(Diagnostic::warning(
                "unsourced-relation",
                place,
                "a relation has no source",
                help,
            ));
        }
    }

    /// Every footnote of the page must name a source.
    fn footnotes(&mut self) {
        let content = self.content;
        for spot in content.pages[self.page].document.passages.iter().flat_map(|p| &p.footnotes) {
            self.footnote(spot);
        }
    }

    fn footnote(&mut self, spot: &Spot) {
        if self.content.find(&spot.text, &[Kind::Source]).is_none() {
            let help = self.content.suggest(&spot.text, &[Kind::Source]);
            self.error(
                "unknown-source",
                &spot.span,
                format!("`[^{}]` names no source", spot.text),
                help,
            );
        }
    }
}

fn names(kinds: &[Kind]) -> String {
    kinds.iter().map(|k| k.name()).collect::<Vec<_>>().join(" or ")
}
