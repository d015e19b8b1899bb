//! What is asked next, and when it ends, as far as rules and screens decide it.

use backwise_checker::{Ask, Session, Step};
use backwise_graph::{Choose, FindingId, Graph, Stage, Urgency};

use crate::little::{
    all, any, f, findings, flag, little, needs, screen, screen_at, ticks, unsure_but,
};

/// Where it hurts is `g`; who it is, `a` or `b`; an emergency is `c`, a sign for the same day `d`.
pub fn graph(asked: &str) -> Graph {
    let mut graph = little(asked);
    screen(&mut graph, Stage::Where, Choose::Many, "g");
    screen(&mut graph, Stage::Who, Choose::One, "ab");
    screen(&mut graph, Stage::Emergency, Choose::Many, "c");
    screen(&mut graph, Stage::SameDay, Choose::Many, "d");
    graph
}

/// Plays somebody of whom these are so and nothing else, and names what they are asked, up to what needs causes.
pub fn play(graph: &Graph, mut session: Session, so: &str) -> String {
    let so = findings(so);
    let mut asked = String::new();
    loop {
        let ask = match session.step(graph) {
            Step::Screen(id) => Ask::Screen(id),
            Step::Urgent(finding) => Ask::Single(finding),
            Step::Sort => return asked + "sort",
            Step::End => return asked + "end",
        };
        let options: Vec<FindingId> = match ask {
            Ask::Screen(id) => graph.questions[id.index()].options.clone(),
            Ask::Single(finding) => vec![finding],
        };
        let mut reply = ticks("");
        reply.ticked.extend(options.iter().filter(|option| so.contains(option)));
        session.answer(graph, ask, reply).expect("somebody is `a` or `b`");
        assert!(asked.len() < 200, "it does not end: {asked}");
        asked += &ask.text(graph).replace('?', " ");
    }
}

pub fn check(graph: &Graph, so: &str, asked: &str) {
    assert_eq!(play(graph, Session::new(), so), asked, "of whom {so} is so");
}

#[test]
fn safety_comes_first_and_an_emergency_ends_it() {
    let mut graph = graph("");
    flag(&mut graph, Urgency::Emergency, any("c"));
    flag(&mut graph, Urgency::SameDay, any("d"));
    check(&graph, "a", "ab c d g sort");
    check(&graph, "adg", "ab c d g sort");
    check(&graph, "ac", "ab c end");
}

#[test]
fn what_is_urgent_comes_before_where_it_hurts_and_the_rest_after() {
    let mut graph = graph("ef");
    flag(&mut graph, Urgency::SameDay, all("de"));
    flag(&mut graph, Urgency::Routine, any("f"));
    check(&graph, "a", "ab c d g f sort");
    check(&graph, "ad", "ab c d e g f sort");
    // Nothing is asked that could not raise the level.
    check(&graph, "ade", "ab c d e g sort");
}

#[test]
fn what_can_no_longer_raise_it_is_not_asked_nor_is_anything_twice() {
    let mut graph = graph("ef");
    flag(&mut graph, Urgency::SameDay, all("de"));
    flag(&mut graph, Urgency::SameDay, any("f"));
    check(&graph, "a", "ab c d f g sort");
    check(&graph, "ade", "ab c d e g sort");
    let mut unsure = Session::new();
    unsure.answer(&graph, Ask::Single(f('f')), unsure_but("")).expect("it fits");
    assert_eq!(play(&graph, unsure, "a"), "ab c d g sort");
    // `h` has no question, neither of its own nor on a screen.
    flag(&mut graph, Urgency::SameDay, any("h"));
    check(&graph, "a", "ab c d f g sort");
}

#[test]
fn a_rule_waits_for_the_screens_that_it_rests_on() {
    let mut graph = graph("e");
    flag(&mut graph, Urgency::SameDay, all("eg"));
    check(&graph, "a", "ab c d g sort");
    check(&graph, "ag", "ab c d g e sort");
}

#[test]
fn what_makes_an_emergency_of_what_was_said_waits_for_no_screen() {
    let mut graph = graph("ef");
    flag(&mut graph, Urgency::Emergency, all("ce"));
    check(&graph, "a", "ab c d g sort");
    check(&graph, "ac", "ab c e d g sort");
    check(&graph, "ace", "ab c e end");
    graph.red_flags.clear();
    flag(&mut graph, Urgency::Emergency, all("cef"));
    check(&graph, "acef", "ab c d e f end");
    check(&graph, "ac", "ab c d e g sort");
    graph.red_flags[0].level = Urgency::SameDay;
    check(&graph, "ace", "ab c d e f g sort");
}

#[test]
fn what_cannot_be_so_is_not_asked() {
    let mut graph = graph("e");
    needs(&mut graph, 'd', "b");
    needs(&mut graph, 'e', "b");
    flag(&mut graph, Urgency::SameDay, any("de"));
    check(&graph, "a", "ab c g sort");
    check(&graph, "b", "ab c d e g sort");
    graph.questions[3].options = findings("dh");
    check(&graph, "a", "ab c d g sort");
}

#[test]
fn nothing_is_ticked_beforehand_where_it_bears_on_safety() {
    let graph = graph("");
    let may = |step: Step| step.may_be_ticked(&graph);
    let screen = |at| match screen_at(at) {
        Ask::Screen(id) => Step::Screen(id),
        Ask::Single(finding) => Step::Urgent(finding),
    };
    assert!(may(screen(0)) && may(Step::Sort));
    assert!((1..4).all(|at| !may(screen(at))));
    assert!(!may(Step::Urgent(f('e'))) && !may(Step::End));
}
