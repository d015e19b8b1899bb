//! The checker on paper: warning signs by urgency, then what to read when something else is true.

use std::collections::{BTreeMap, BTreeSet};

use backwise_compiler::claim::claims;
use backwise_compiler::{Content, Facts, Page};
use backwise_graph::{FindingId, Graph, Kind, RelationKind, Stage, Urgency};
use serde::Serialize;

use crate::index::Index;
use crate::rule::{ANY, Reading, holds_alone, reading};
use crate::view::Link;

/// Pages to read that are named for one answer.
const MOST: usize = 4;

#[derive(Serialize)]
pub struct Paper {
    pub levels: Vec<Level>,
    pub lists: Vec<List>,
}

/// All warning signs of one urgency.
#[derive(Serialize)]
pub struct Level {
    pub name: &'static str,
    /// What is enough alone, each under the address of its sign.
    pub alone: Vec<Link>,
    /// Signs for which several things must come together.
    pub together: Vec<Sign>,
}

#[derive(Serialize)]
pub struct Sign {
    pub link: Link,
    pub rule: Reading,
}

/// Findings that are asked together.
#[derive(Serialize)]
pub struct List {
    pub ask: String,
    pub rows: Vec<Row>,
}

/// If this is true, read that.
#[derive(Serialize)]
pub struct Row {
    pub finding: Link,
    /// Its own question, where it has one and no screen asks for it.
    pub ask: String,
    /// Causes, the most telling first.
    pub read: Vec<Link>,
}

#[must_use]
pub fn paper(index: &Index, graph: &Graph) -> Paper {
    let levels = Urgency::ALL.iter().rev().map(|level| level_of(index, *level));
    Paper {
        levels: levels.filter(|it| !(it.alone.is_empty() && it.together.is_empty())).collect(),
        lists: lists(index, graph),
    }
}

fn level_of(index: &Index, urgency: Urgency) -> Level {
    let content = index.content;
    let (mut alone, mut together) = (Vec::new(), Vec::new());
    for (at, page) in content.of_kind(Kind::RedFlag) {
        let Facts::RedFlag { level, when: Some((rule, _)), .. } = &page.facts else { continue };
        let Some(link) = Link::to(content, at).filter(|_| *level == urgency) else { continue };
        let named =
            index.flags.iter().filter(|(_, signs)| signs.contains(&at)).map(|(name, _)| name);
        let pages = named.map(|name| &content.pages[*name]);
        let enough = pages.filter(|finding| holds_alone(rule, &finding.slug));
        alone.extend(enough.map(|it| Link { title: it.title.text.clone(), ..link.clone() }));
        let rule = reading(content, rule);
        if is_several(&rule) {
            together.push(Sign { link, rule });
        }
    }
    alone.sort_by(|a, b| a.title.cmp(&b.title));
    together.sort_by(|a, b| a.link.title.cmp(&b.link.title));
    Level { name: urgency.name(), alone, together }
}

/// Whether a rule wants more than one thing anywhere in it.
fn is_several(rule: &Reading) -> bool {
    let is_any = rule.parts.is_empty() || rule.words == ANY;
    !is_any || rule.parts.iter().any(is_several)
}

/// The screens about place and course, then what has a question of its own.
fn lists(index: &Index, graph: &Graph) -> Vec<List> {
    let content = index.content;
    let lists = asked(content, graph);
    let reads = reads(content, &lists.iter().flat_map(|(_, all)| all.iter().copied()).collect());
    let row = |at: usize| {
        let read = reads.get(&at)?.iter().filter_map(|cause| Link::to(content, *cause));
        let ask = ask(&content.pages[at]).unwrap_or_default();
        Some(Row { finding: Link::to(content, at)?, ask, read: read.collect() })
    };
    let lists = lists
        .into_iter()
        .map(|(ask, findings)| List { ask, rows: findings.into_iter().filter_map(row).collect() });
    lists.filter(|list| !list.rows.is_empty()).collect()
}

/// What is asked after the warning signs, under its question; at the end what is asked alone.
fn asked(content: &Content, graph: &Graph) -> Vec<(String, Vec<usize>)> {
    let at = |id: &FindingId| {
        let slug = &graph.page(graph.finding(*id).page).slug;
        content.by_slug.get(slug).copied()
    };
    let screens = graph.questions.iter();
    let later = screens.filter(|it| matches!(it.stage, Stage::Where | Stage::Course));
    let mut lists: Vec<(String, Vec<usize>)> =
        later.map(|it| (it.ask.clone(), it.options.iter().filter_map(at).collect())).collect();
    let on_screens: BTreeSet<usize> =
        graph.questions.iter().flat_map(|it| it.options.iter().filter_map(at)).collect();
    let pages = content.pages.iter().enumerate();
    let alone = pages.filter(|(at, page)| ask(page).is_some() && !on_screens.contains(at));
    lists.push((String::new(), alone.map(|(at, _)| at).collect()));
    lists
}

fn ask(page: &Page) -> Option<String> {
    match &page.facts {
        Facts::Symptom { ask, .. } | Facts::Risk { ask, .. } => {
            ask.as_ref().map(|it| it.text.clone())
        }
        _ => None,
    }
}

/// For each finding the causes that it speaks for most, the strongest relation first. No cause is left out
/// altogether: each is there at the finding that speaks for it most.
fn reads(content: &Content, asked: &BTreeSet<usize>) -> BTreeMap<usize, Vec<usize>> {
    let mut reads: BTreeMap<usize, Vec<(f64, usize)>> = BTreeMap::new();
    let mut best: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    for claim in claims(content) {
        let (finding, cause) = match claim.kind {
            RelationKind::Shows => (claim.to, claim.from),
            RelationKind::Raises => (claim.from, claim.to),
            _ => continue,
        };
        if !asked.contains(&finding) {
            continue;
        }
        let value = claim.strength().map_or(0.0, |(_, value)| value);
        reads.entry(finding).or_default().push((value, cause));
        let best = best.entry(cause).or_insert((value, finding));
        if value > best.0 && claim.kind == RelationKind::Shows {
            *best = (value, finding);
        }
    }
    let first = |finding: usize, mut causes: Vec<(f64, usize)>| {
        causes.sort_by(|a, b| b.0.total_cmp(&a.0));
        let kept = causes.into_iter().enumerate();
        let kept = kept.filter(|(at, (_, cause))| *at < MOST || best[cause].1 == finding);
        kept.map(|(_, (_, cause))| cause).collect()
    };
    reads.into_iter().map(|(finding, causes)| (finding, first(finding, causes))).collect()
}
