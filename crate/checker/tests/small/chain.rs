//! How it may hang together: from what the reader told, by way of a cause, to what it burdens.

use backwise_checker::Checker;
use backwise_checker::chain::chain;
use backwise_graph::{Graph, Kind, RelationKind};

use crate::causes::{cause, named, relation, shows};
use crate::little::{f, known, little, page};

/// Sitting and carrying, the first of them felt as `a`, lead to stiffness, which strains a part and stiffens another.
fn graph() -> Graph {
    let mut graph = little("");
    let stiff = cause(&mut graph, "stiff", 0.2, 1);
    for (habit, finding) in [("sitting", 'a'), ("carrying", 'b')] {
        let habit = cause(&mut graph, habit, 0.2, 1);
        shows(&mut graph, habit, finding, 200);
        relation(&mut graph, habit, RelationKind::LeadsTo, stiff);
    }
    for (part, kind, strength) in
        [("disc", RelationKind::Strains, 0.5), ("neck", RelationKind::Stiffens, 0.5)]
    {
        let part = page(&mut graph, Kind::Structure, part);
        relation(&mut graph, stiff, kind, part);
        graph.relations.last_mut().expect("it was added").strength = strength;
    }
    graph
}

/// The finding of this name raises a cause by so much.
fn raises(graph: &mut Graph, risk: char, cause: &str, strength: f32) {
    let (risk, cause) = (graph.finding(f(risk)).page, named(graph, cause));
    relation(graph, risk, RelationKind::Raises, cause);
    graph.relations.last_mut().expect("it was added").strength = strength;
}

fn check(graph: &Graph, said: &str, expected: &str) {
    let checker = Checker::new(graph.clone()).expect("its numbers are in range");
    let belief = checker.belief(&known(said));
    let chain = chain(&checker, &known(said), &belief, named(graph, "stiff"));
    let slug = |id| graph.page(id).slug.as_str();
    let steps: Vec<_> = chain.iter().map(|r| format!("{} {}", slug(r.from), slug(r.to))).collect();
    assert_eq!(steps.join(", "), expected, "after {said}");
}

#[test]
fn it_begins_with_the_likeliest_of_what_leads_there() {
    let graph = graph();
    check(&graph, "yn", "sitting stiff, stiff disc");
    check(&graph, "ny", "carrying stiff, stiff disc");
}

#[test]
fn a_risk_that_was_told_is_where_it_begins() {
    let mut graph = graph();
    raises(&mut graph, 'c', "sitting", 2.0);
    check(&graph, "ynn", "sitting stiff, stiff disc");
    check(&graph, "yn?", "sitting stiff, stiff disc");
    check(&graph, "yny", "c sitting, sitting stiff, stiff disc");
    check(&graph, "nyy", "carrying stiff, stiff disc");
    raises(&mut graph, 'd', "stiff", 2.0);
    check(&graph, "ynyy", "d stiff, stiff disc");
    raises(&mut graph, 'e', "stiff", 3.0);
    check(&graph, "ynyyy", "e stiff, stiff disc");
    check(&graph, "ynyyn", "d stiff, stiff disc");
}

#[test]
fn it_ends_with_what_is_burdened_most() {
    let mut graph = graph();
    let neck = named(&graph, "neck");
    graph.relations.iter_mut().filter(|r| r.to == neck).for_each(|r| r.strength = 0.6);
    check(&graph, "yn", "sitting stiff, stiff neck");
    for kind in [RelationKind::Tightens, RelationKind::Weakens] {
        graph.relations.iter_mut().filter(|r| r.to == neck).for_each(|r| r.kind = kind);
        check(&graph, "yn", "sitting stiff, stiff neck");
    }
    // Who can help is no part of it.
    graph.relations.iter_mut().filter(|r| r.to == neck).for_each(|r| r.kind = RelationKind::See);
    check(&graph, "yn", "sitting stiff, stiff disc");
}

#[test]
fn without_what_leads_there_it_begins_at_the_cause() {
    let mut graph = graph();
    graph.relations.retain(|r| r.kind != RelationKind::LeadsTo);
    check(&graph, "yn", "stiff disc");
    graph.relations.clear();
    check(&graph, "yn", "");
}
