//! What a page says of others and others of it, in words.

use std::collections::BTreeMap;

use backwise_compiler::strength::Strength;
use backwise_compiler::{Content, Statement};
use backwise_graph::RelationKind;
use serde::Serialize;

use crate::index::Index;
use crate::view::Link;

/// All relations of one kind and one direction.
#[derive(Serialize)]
pub struct Relations {
    pub title: &'static str,
    pub items: Vec<Related>,
}

/// One relation, seen from one of its ends.
#[derive(Serialize)]
pub struct Related {
    pub link: Link,
    /// How strong, in a word; nothing where no word was written.
    pub strength: String,
    /// The passages that state it.
    pub receipts: Vec<Link>,
    /// The passages that doubt it.
    pub doubts: Vec<Link>,
}

/// The relations of page `at`: first what it says, then what others say of it.
#[must_use]
pub fn relations(index: &Index, at: usize) -> Vec<Relations> {
    let mut all = Vec::new();
    for (ends, forward) in [(&index.from, true), (&index.to, false)] {
        let statements = ends.get(&at).map_or(&[][..], Vec::as_slice);
        for kind in RelationKind::ALL {
            let of_kind: Vec<_> = statements.iter().copied().filter(|s| s.kind == *kind).collect();
            let items = related(index.content, &of_kind, forward);
            if !items.is_empty() {
                all.push(Relations { title: title(*kind, forward), items });
            }
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
        strength: word.unwrap_or_default(),
        receipts: receipts.collect(),
        doubts: doubts.collect(),
    })
}

/// How a relation reads from its one end and from its other.
fn title(kind: RelationKind, forward: bool) -> &'static str {
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
        RelationKind::See => ("Who can help", "What they can help with"),
    };
    if forward { there } else { back }
}
