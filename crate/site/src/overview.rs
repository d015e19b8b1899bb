//! The whole graph at a glance: how many pages of each kind there are, and what they say of each other.

use std::collections::BTreeMap;

use backwise_compiler::claim::claims;
use backwise_compiler::html;
use backwise_graph::{Kind, RelationKind};
use serde::Serialize;

use crate::graph::arc::{Arcs, arcs};
use crate::index::Index;
use crate::listing::kind_title;
use crate::relation::title;

#[derive(Serialize)]
pub struct Overview {
    pub kinds: Vec<KindCount>,
    pub senses: Vec<Sense>,
    pub picture: Arcs,
}

/// How many pages of a kind there are.
#[derive(Serialize)]
pub struct KindCount {
    pub name: &'static str,
    pub title: &'static str,
    pub n: usize,
}

/// A relation, and between which kinds it is stated how often.
#[derive(Serialize)]
pub struct Sense {
    pub name: &'static str,
    pub title: &'static str,
    /// Titles of the kinds at its ends, and how often.
    pub between: Vec<(&'static str, &'static str, usize)>,
}

/// The kinds in the order of a story: who you are, what that brings, how it feels, what helps.
const ORDER: [Kind; 10] = [
    Kind::Risk,
    Kind::Cause,
    Kind::Symptom,
    Kind::RedFlag,
    Kind::Professional,
    Kind::Structure,
    Kind::Exercise,
    Kind::Habit,
    Kind::SelfTest,
    Kind::Observation,
];

#[must_use]
pub fn overview(index: &Index) -> Overview {
    let content = index.content;
    let mut counts: BTreeMap<(&str, Kind, Kind), usize> = BTreeMap::new();
    for claim in claims(content) {
        let kind = |at: usize| content.pages[at].kind;
        *counts.entry((claim.kind.name(), kind(claim.from), kind(claim.to))).or_default() += 1;
    }
    for (named, signs) in &index.flags {
        let kind = content.pages[*named].kind;
        if kind != Kind::Source {
            *counts.entry((COUNTS_FOR.0, kind, Kind::RedFlag)).or_default() += signs.len();
        }
    }
    let all = RelationKind::ALL.iter().map(|kind| (kind.name(), title(*kind, true)));
    let senses = all.chain([COUNTS_FOR]).map(|(name, title)| sense(&counts, name, title));
    let kinds: Vec<_> = ORDER.into_iter().chain([Kind::Article, Kind::Source]).collect();
    let n = |kind| content.of_kind(kind).filter(|(_, page)| html::address(page).is_some()).count();
    let drawn: Vec<_> = ORDER.into_iter().filter(|kind| n(*kind) > 0).collect();
    let names: Vec<_> =
        drawn.iter().map(|kind| (kind.name(), kind_title(*kind), n(*kind))).collect();
    let mut pairs: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for ((_, from, to), n) in &counts {
        let place = |kind| drawn.iter().position(|it| it == kind);
        if let (Some(from), Some(to)) = (place(from), place(to)) {
            *pairs.entry((from, to)).or_default() += n;
        }
    }
    Overview {
        kinds: kinds
            .into_iter()
            .map(|kind| KindCount { name: kind.name(), title: kind_title(kind), n: n(kind) })
            .filter(|kind| kind.n > 0)
            .collect(),
        senses: senses.filter(|sense| !sense.between.is_empty()).collect(),
        picture: arcs(&names, &pairs),
    }
}

/// What a rule says of the findings in it.
const COUNTS_FOR: (&str, &str) = ("counts-for", "Part of these warning signs");

fn sense(
    counts: &BTreeMap<(&str, Kind, Kind), usize>,
    name: &'static str,
    title: &'static str,
) -> Sense {
    let own = counts.iter().filter(|((it, _, _), _)| *it == name);
    let between = own.map(|((_, from, to), n)| (kind_title(*from), kind_title(*to), *n));
    Sense { name, title, between: between.collect() }
}
