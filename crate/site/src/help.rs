//! The warning signs by urgency, in the order in which the checker asks for them, and what to do said once.

use backwise_compiler::{Content, Facts, Page};
use backwise_graph::{Graph, Kind, Stage, Urgency, Word};
use serde::Serialize;

use crate::index::Index;
use crate::view::Link;

/// All warning signs of one urgency.
#[derive(Serialize)]
pub struct Level {
    /// Its name in ids: `same-day`.
    pub name: &'static str,
    pub groups: Vec<Group>,
}

/// Signs with the same thing to do.
#[derive(Serialize)]
pub struct Group {
    /// It, or nothing where the level says it already.
    pub act: String,
    pub flags: Vec<Flag>,
}

#[derive(Serialize)]
pub struct Flag {
    pub link: Link,
    /// What its card says besides.
    pub card: String,
}

/// The urgencies that have warning signs, the most urgent first.
#[must_use]
pub fn levels(index: &Index, graph: &Graph) -> Vec<Level> {
    let of =
        |urgency: &Urgency| Level { name: urgency.name(), groups: groups(index, graph, *urgency) };
    let all = Urgency::ALL.iter().rev().map(of);
    all.filter(|level| !level.groups.is_empty()).collect()
}

/// By the first sentence of their cards; whatever the card of the level says is not said again.
fn groups(index: &Index, graph: &Graph, urgency: Urgency) -> Vec<Group> {
    let act = Word::from_name(&format!("act-{}", urgency.name()));
    let said = act.map(|word| sentences(graph.word(word))).unwrap_or_default();
    let mut groups: Vec<(&str, Group)> = Vec::new();
    for (at, page) in flags(index.content, graph, urgency) {
        let Some(link) = Link::to(index.content, at) else { continue };
        let card = sentences(page.summary());
        let first = card.first().copied().unwrap_or_default();
        let besides = card[1.min(card.len())..].iter().filter(|s| !said.contains(s)).copied();
        let flag = Flag { link, card: besides.collect::<Vec<_>>().join(" ") };
        match groups.iter_mut().find(|(act, _)| *act == first) {
            Some((_, group)) => group.flags.push(flag),
            None => {
                let act = if said.contains(&first) { String::new() } else { first.to_owned() };
                groups.push((first, Group { act, flags: vec![flag] }));
            }
        }
    }
    // What the level itself says needs no heading, so it comes first; then what holds of several.
    groups.sort_by_key(|(_, group)| (!group.act.is_empty(), group.flags.len() == 1));
    groups.into_iter().map(|(_, group)| group).collect()
}

fn flags<'a>(content: &'a Content, graph: &Graph, urgency: Urgency) -> Vec<(usize, &'a Page)> {
    let is_of =
        |page: &Page| matches!(page.facts, Facts::RedFlag { level, .. } if level == urgency);
    let mut flags: Vec<_> =
        content.of_kind(Kind::RedFlag).filter(|(_, page)| is_of(page)).collect();
    flags.sort_by_key(|(_, page)| (asked_at(graph, page), &page.title.text));
    flags
}

/// The place of the first sign of its rule among the signs that the checker asks for. Who somebody is, is no sign.
fn asked_at(graph: &Graph, page: &Page) -> usize {
    let Facts::RedFlag { when: Some((rule, _)), .. } = &page.facts else { return usize::MAX };
    let signs = graph.questions.iter().filter(|q| q.stage != Stage::Who);
    let signs = signs.flat_map(|question| &question.options);
    let mut slugs = signs.map(|f| graph.page(graph.finding(*f).page).slug.as_str());
    let names = rule.names();
    slugs.position(|slug| names.iter().any(|name| name.text == slug)).unwrap_or(usize::MAX)
}

/// Sentences end in a full stop.
fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(". ").map(str::trim_end).collect()
}
