//! Nodes in lists, grouped so that one finds them.

use std::collections::BTreeMap;

use backwise_compiler::Facts;
use backwise_compiler::reviewer::reviewable;
use backwise_compiler::{Page, html};
use backwise_graph::{CauseType, Kind, RelationKind};
use serde::Serialize;

use crate::choice::{self, Choices};
use crate::index::Index;
use crate::node::{description, minutes_to_read};
use crate::picture::{drawing, href};
use crate::source::{Source, source};
use crate::view::{Group, Link, minutes};

/// A node in a list.
#[derive(Serialize)]
pub struct Entry {
    pub link: Link,
    /// How its page begins.
    pub summary: String,
    /// What is good to know before one opens it, or nothing.
    pub note: String,
    /// Its picture, from the root of the site, or nothing.
    pub picture: String,
    /// The numbers of the choices that it goes with, where there are choices.
    pub choices: Vec<usize>,
}

/// An article in the list of all.
#[derive(Serialize)]
pub struct Article {
    pub path: String,
    pub title: String,
    pub description: String,
    pub minutes_to_read: usize,
}

#[must_use]
pub fn articles(index: &Index) -> Vec<Article> {
    // The question that people come with stands first: while, then after.
    let mut all: Vec<_> = index.content.of_kind(Kind::Article).collect();
    all.sort_by_key(|(_, page)| std::cmp::Reverse(page.slug.as_str()));
    all.iter().filter_map(|(_, page)| article(page)).collect()
}

fn article(page: &Page) -> Option<Article> {
    Some(Article {
        path: html::address(page)?,
        title: page.title.text.clone(),
        description: description(page),
        minutes_to_read: minutes_to_read(page),
    })
}

#[must_use]
pub fn causes(index: &Index) -> Vec<Group<Entry>> {
    let group = |title, text, wanted: fn(CauseType, u8) -> bool| {
        let of_group = |page: &Page| match page.facts {
            Facts::Cause { cause_type, harm, .. } => wanted(cause_type, harm),
            _ => false,
        };
        Group { title, text, items: entries(index, Kind::Cause, &of_group) }
    };
    let all = vec![
        group("What may add to pain", "Habits, loads, gear and postures.", |of_type, _| {
            of_type == CauseType::Contributor
        }),
        group("Conditions", "What a clinician would give a name.", |of_type, harm| {
            of_type == CauseType::Condition && harm < 2
        }),
        group(
            "Conditions that should not be missed",
            "Have it looked at when what their page says fits you.",
            |of_type, harm| of_type == CauseType::Condition && harm >= 2,
        ),
    ];
    filled(all)
}

/// The self-tests that are led step by step.
#[must_use]
pub fn self_tests(index: &Index) -> Vec<Entry> {
    let is_led = |page: &Page| match &page.facts {
        Facts::SelfTest { stop, .. } => !stop.is_empty(),
        _ => false,
    };
    entries(index, Kind::SelfTest, &is_led)
}

#[must_use]
pub fn exercises(index: &Index, choices: &[Choices]) -> Vec<Group<Entry>> {
    let mut by_use: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
    for (at, page) in index.content.of_kind(Kind::Exercise) {
        if let Some(entry) = entry(index, at, page) {
            let entry = Entry { choices: choice::of(choices, at), ..entry };
            by_use.entry(main_use(index, at)).or_default().push(entry);
        }
    }
    let mut group = |title, text, key| {
        let mut items = by_use.remove(&key).unwrap_or_default();
        items.sort_by(|a, b| a.link.title.cmp(&b.link.title));
        Group { title, text, items }
    };
    let mut all = vec![
        group("Build staying power", "For what holds you up.", 0),
        group("Stretch", "For what has grown short or tense.", 1),
        group("Loosen", "For what moves too little.", 2),
        group("Ease", "For calm and breath.", 3),
    ];
    let habits = entries(index, Kind::Habit, &|_| true);
    let text = "Small changes to your runs and your days.";
    all.push(Group { title: "Habits", text, items: habits });
    filled(all)
}

/// What an exercise does most: 0 strengthen, 1 stretch, 2 mobilise, 3 none of these.
fn main_use(index: &Index, at: usize) -> usize {
    let uses = [RelationKind::Strengthens, RelationKind::Stretches, RelationKind::Mobilises];
    let stated = index.from.get(&at).map_or(&[][..], Vec::as_slice);
    let count = |kind| stated.iter().filter(|s| s.kind == kind).count();
    let counts = uses.map(count);
    let most = counts.iter().copied().max().unwrap_or(0);
    if most == 0 { 3 } else { counts.iter().position(|n| *n == most).unwrap_or(3) }
}

/// The kinds whose pages readers look for, in the order in which they are listed.
pub const KINDS: [Kind; 12] = [
    Kind::Article,
    Kind::RedFlag,
    Kind::Symptom,
    Kind::Risk,
    Kind::Cause,
    Kind::Structure,
    Kind::Exercise,
    Kind::Habit,
    Kind::SelfTest,
    Kind::Observation,
    Kind::Professional,
    Kind::About,
];

#[must_use]
pub fn everything(index: &Index) -> Vec<(&'static str, Group<Entry>)> {
    let group = |kind: Kind| {
        let (title, items) = (kind_title(kind), entries(index, kind, &|_| true));
        (kind.name(), Group { title, text: "", items })
    };
    KINDS.into_iter().map(group).filter(|(_, group)| !group.items.is_empty()).collect()
}

/// How readers see a kind named, when there are many of it.
#[must_use]
pub fn kind_title(kind: Kind) -> &'static str {
    match kind {
        Kind::Article => "Articles",
        Kind::RedFlag => "Warning signs",
        Kind::Symptom => "What you may feel or notice",
        Kind::Risk => "About you and your training",
        Kind::Cause => "What may be behind it",
        Kind::Structure => "Parts of the body",
        Kind::Exercise => "Exercises",
        Kind::Habit => "Habits",
        Kind::SelfTest => "Looks at yourself",
        Kind::Observation => "What the wall test can show",
        Kind::Professional => "Who can help",
        Kind::Source => "Sources",
        Kind::About => "About these pages",
        Kind::Question
        | Kind::Scale
        | Kind::Interface
        | Kind::Coverage
        | Kind::Country
        | Kind::Hazard => "",
    }
}

/// The texts about these pages, in their order.
#[must_use]
pub fn about(index: &Index) -> Vec<Entry> {
    let mut all: Vec<_> = index.content.of_kind(Kind::About).collect();
    all.sort_by_key(|(_, page)| match page.facts {
        Facts::About { order, .. } => order,
        _ => u32::MAX,
    });
    all.into_iter().filter_map(|(at, page)| entry(index, at, page)).collect()
}

/// How many pages a clinician has put their name to, of those that one can judge.
#[derive(Serialize)]
pub struct Review {
    pub signed: usize,
    pub all: usize,
}

#[must_use]
pub fn review(index: &Index) -> Review {
    let all: Vec<_> = reviewable(index.content).collect();
    let signed = all.iter().filter(|page| !page.reviewers.is_empty()).count();
    Review { signed, all: all.len() }
}

#[must_use]
pub fn sources(index: &Index) -> Vec<Source> {
    let of_kind = index.content.of_kind(Kind::Source);
    let mut all: Vec<_> = of_kind.filter_map(|(at, _)| source(index.content, at)).collect();
    all.sort_by(|a, b| (!a.editorial, &a.title).cmp(&(!b.editorial, &b.title)));
    all
}

fn entries(index: &Index, kind: Kind, wanted: &dyn Fn(&Page) -> bool) -> Vec<Entry> {
    let of_kind = index.content.of_kind(kind).filter(|(_, page)| wanted(page));
    let mut all: Vec<_> = of_kind.filter_map(|(at, page)| entry(index, at, page)).collect();
    all.sort_by(|a, b| a.link.title.cmp(&b.link.title));
    all
}

fn entry(index: &Index, at: usize, page: &Page) -> Option<Entry> {
    let note = match &page.facts {
        Facts::Exercise { dose, play: Some(play), .. } => {
            format!("{} · {} in all", dose.text, minutes(play.minutes()))
        }
        Facts::Habit { minutes: Some(n) } => minutes(*n),
        _ => String::new(),
    };
    let summary = page.summary().to_owned();
    let picture = drawing(page).map(|_| href(page)).unwrap_or_default();
    let (link, choices) = (Link::to(index.content, at)?, Vec::new());
    Some(Entry { link, summary, note, picture, choices })
}

fn filled(groups: Vec<Group<Entry>>) -> Vec<Group<Entry>> {
    groups.into_iter().filter(|group| !group.items.is_empty()).collect()
}
