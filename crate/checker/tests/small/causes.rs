//! Causes, and what may help, on top of a little graph.

use backwise_graph::{
    Cause, CauseId, CauseType, Dose, Exercise, Graph, Kind, Link, PageId, Play, Relation,
    RelationKind, Sides, Work,
};

use crate::little::{f, page};

/// One more cause, which is a family of its own.
pub fn cause(graph: &mut Graph, family: &str, prior: f32, harm: u8) -> PageId {
    let page = page(graph, Kind::Cause, family);
    let (cause_type, family) = (CauseType::Condition, family.to_owned());
    graph.causes.push(Cause { page, cause_type, family, prior, harm });
    page
}

/// A cause makes a finding be felt, as strongly as so many of 255.
pub fn shows(graph: &mut Graph, cause: PageId, finding: char, strength: u8) {
    let at = graph.causes.iter().position(|c| c.page == cause).expect("it is a cause");
    let to = graph.finding(f(finding)).page;
    relation(graph, cause, RelationKind::Shows, to);
    graph.likelihoods[f(finding).index()].links.push(Link { cause: CauseId::new(at), strength });
}

/// One more exercise, of so many minutes.
pub fn exercise(graph: &mut Graph, slug: &str, minutes: f32) -> PageId {
    let page = page(graph, Kind::Exercise, slug);
    let (work, sides, text) = (Work::Hold(30), Sides::Together, String::new());
    let usual = Dose { text, ready: 5, sets: 1, work, sides, rest: 0 };
    graph.exercises.push(Exercise {
        page,
        dose: String::new(),
        play: Play { usual, easier: Vec::new(), harder: Vec::new() },
        minutes,
        stop: String::new(),
        steps: Vec::new(),
        positions: Vec::new(),
    });
    page
}

/// One more relation, of full strength.
pub fn relation(graph: &mut Graph, from: PageId, kind: RelationKind, to: PageId) {
    graph.relations.push(Relation { from, kind, to, strength: 1.0, receipts: Vec::new() });
}

/// The page of this id.
pub fn named(graph: &Graph, slug: &str) -> PageId {
    let at = graph.pages.iter().position(|page| page.slug == slug);
    PageId::new(at.expect("there is such a page"))
}
