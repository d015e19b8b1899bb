//! What a page says of others and others of it, in words.

use std::collections::BTreeMap;

use backwise_compiler::strength::Strength;
use backwise_compiler::{Content, Facts, Statement};
use backwise_graph::{Kind, RelationKind, Urgency};
use serde::Serialize;

use crate::index::Index;
use crate::view::Link;

/// All relations of one kind and one direction.
#[derive(Debug, Serialize)]
pub struct Relations {
    pub title: &'static str,
    /// Whether the page says this of others; else others say it of the page.
    pub forward: bool,
    pub items: Vec<Related>,
}

/// One relation, seen from one of its ends.
#[derive(Debug, Default, Serialize)]
pub struct Related {
    pub link: Link,
    /// The urgency, where the other end is a warning sign.
    pub level: &'static str,
    /// How strong, in a word; nothing where no word was written.
    pub strength: String,
    /// The passages that state it.
    pub receipts: Vec<Link>,
    /// The passages that doubt it.
    pub doubts: Vec<Link>,
}

/// The relations of page `at`: first what it says, then what others say of it, then warning signs.
#[must_use]
pub fn relations(index: &Index, at: usize) -> Vec<Relations> {
    let mut all = stated(index, at);
    let (signs, findings) = (signs(index, at), findings(index, at));
    all.push(Relations { title: "Part of these warning signs", forward: true, items: signs });
    all.push(Relations { title: "What counts for it", forward: false, items: findings });
    all.retain(|sense| !sense.items.is_empty());
    all
}

/// What any page states of it.
fn stated(index: &Index, at: usize) -> Vec<Relations> {
    let mut all = Vec::new();
    for (ends, forward) in [(&index.from, true), (&index.to, false)] {
        let statements = ends.get(&at).map_or(&[][..], Vec::as_slice);
        for kind in RelationKind::ALL {
            let of_kind: Vec<_> = statements.iter().copied().filter(|s| s.kind == *kind).collect();
            let items = related(index.content, &of_kind, forward);
            all.push(Relations { title: title(*kind, forward), forward, items });
        }
    }
    all
}

/// One row for each other end, the strongest first.
fn related(content: &Content, statements: &[&Statement], forward: bool) -> Vec<Related> {
    let mut ends: BTreeMap<usize, Vec<&Statement>> = BTreeMap::new();
    for s in statements {
        ends.entry(if forward { s.to } else { s.from }).or_default().push(s);
    }
    let mut rows: Vec<_> = ends.into_iter().collect();
    rows.sort_by(|(_, a), (_, b)| b[0].value.total_cmp(&a[0].value));
    rows.into_iter().filter_map(|(end, stated)| row(content, end, &stated)).collect()
}

fn row(content: &Content, end: usize, stated: &[&Statement]) -> Option<Related> {
    let link = Link::to(content, end)?;
    let word = stated.iter().find_map(|s| match &s.strength {
        Some(Strength::Word(word)) => Some(word.text.clone()),
        _ => None,
    });
    let receipts = stated.iter().filter_map(|s| Link::to_passage(content, s.page, s.passage));
    let first = stated.first()?;
    let doubts = content.disputes.iter();
    let doubts = doubts.filter(|d| (d.from, d.kind, d.to) == (first.from, first.kind, first.to));
    let doubts = doubts.filter_map(|d| Link::to_passage(content, d.page, d.passage));
    Some(Related {
        link,
        level: "",
        strength: word.unwrap_or_default(),
        receipts: receipts.collect(),
        doubts: doubts.collect(),
    })
}

/// The warning signs whose rule names page `at`, the most urgent first.
fn signs(index: &Index, at: usize) -> Vec<Related> {
    let is_source = index.content.pages[at].kind == Kind::Source;
    let signs = index.flags.get(&at).into_iter().flatten().filter(|_| !is_source);
    let signs = signs.filter_map(|sign| match index.content.pages[*sign].facts {
        Facts::RedFlag { level, .. } => Some((level, Link::to(index.content, *sign)?)),
        _ => None,
    });
    let mut signs: Vec<_> = signs.collect();
    signs.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
    let related =
        |(level, link): (Urgency, _)| Related { link, level: level.name(), ..Related::default() };
    signs.into_iter().map(related).collect()
}

/// What the rule of warning sign `at` names.
fn findings(index: &Index, at: usize) -> Vec<Related> {
    let named = index.flags.iter().filter(|(_, signs)| signs.contains(&at)).map(|(name, _)| *name);
    let findings = named.filter(|name| index.content.pages[*name].kind != Kind::Source);
    let links = findings.filter_map(|name| Link::to(index.content, name));
    links.map(|link| Related { link, ..Related::default() }).collect()
}

/// How a relation reads from its one end and from its other.
#[must_use]
pub fn title(kind: RelationKind, forward: bool) -> &'static str {
    let (there, back) = match kind {
        RelationKind::LeadsTo => ("May lead to", "May come from"),
        RelationKind::Shows => ("How it may be felt", "May go with"),
        RelationKind::Raises => ("Makes more likely", "More likely with"),
        RelationKind::Strains => ("Strains", "Strained by"),
        RelationKind::Tightens => ("Tightens", "Tightened by"),
        RelationKind::Weakens => ("Weakens", "Weakened by"),
        RelationKind::Stiffens => ("Stiffens", "Stiffened by"),
        RelationKind::Strengthens => ("Strengthens", "Strengthened by"),
        RelationKind::Stretches => ("Stretches", "Stretched by"),
        RelationKind::Mobilises => ("Loosens", "Loosened by"),
        RelationKind::Eases => ("May ease", "What may ease it"),
        RelationKind::AvoidWith => ("Leave it out with", "What to leave out"),
        RelationKind::PartOf => ("Part of", "Its parts"),
        RelationKind::TestedBy => ("A look at it yourself", "What it looks at"),
        RelationKind::MayGoWith => ("May go with", "What a wall test may show"),
        RelationKind::WorthStrengthening => ("Worth strengthening", "Worth strengthening after"),
        RelationKind::WorthLoosening => ("Worth loosening", "Worth loosening after"),
        RelationKind::See => ("Who can help", "What they can help with"),
    };
    if forward { there } else { back }
}
