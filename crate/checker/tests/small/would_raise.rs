//! Every single yes that would raise the level, and no other.

use backwise_checker::triage::would_raise;
use backwise_graph::{Choose, Graph, Stage, Urgency};

use crate::little::{all, any, f, flag, known, little, needs, screen};

fn check(graph: &Graph, said: &str, expected: &[(char, Urgency)]) {
    let expected: Vec<_> = expected.iter().map(|(name, level)| (f(*name), *level)).collect();
    assert_eq!(would_raise(graph, &known(said)), expected, "after {said}");
}

#[test]
fn the_most_urgent_stands_first_and_equals_stand_in_order() {
    let mut graph = little("");
    flag(&mut graph, Urgency::Emergency, any("c"));
    flag(&mut graph, Urgency::SameDay, any("ad"));
    flag(&mut graph, Urgency::Routine, any("b"));
    let (same_day, routine) = (Urgency::SameDay, Urgency::Routine);
    let c = ('c', Urgency::Emergency);
    check(&graph, "nnnn", &[c, ('a', same_day), ('d', same_day), ('b', routine)]);
    check(&graph, "nynn", &[c, ('a', same_day), ('d', same_day)]);
    check(&graph, "ynnn", &[c]);
    check(&graph, "nnyn", &[]);
}

#[test]
fn it_takes_a_yes_that_raises_by_itself() {
    let mut graph = little("");
    flag(&mut graph, Urgency::SameDay, all("ab"));
    check(&graph, "nn", &[]);
    check(&graph, "yn", &[('b', Urgency::SameDay)]);
    check(&graph, "y?", &[('b', Urgency::SameDay)]);
    check(&graph, "yy", &[]);
}

#[test]
fn what_other_answers_leave_no_room_for_is_not_listed() {
    let mut graph = little("");
    flag(&mut graph, Urgency::SameDay, any("b"));
    needs(&mut graph, 'b', "ac");
    check(&graph, "nxn", &[('a', Urgency::Routine), ('c', Urgency::Routine)]);
    check(&graph, "n-?", &[('b', Urgency::SameDay)]);
}

#[test]
fn a_yes_opens_what_needs_it() {
    let mut graph = little("");
    flag(&mut graph, Urgency::SameDay, all("ab"));
    needs(&mut graph, 'b', "a");
    // While `a` is not so, `b` cannot be; with it `b` is merely open, which is worth an appointment.
    check(&graph, "nx", &[('a', Urgency::Routine)]);
}

#[test]
fn another_choice_of_a_screen_takes_the_place_of_the_first() {
    let mut graph = little("");
    screen(&mut graph, Stage::Who, Choose::One, "ab");
    screen(&mut graph, Stage::SameDay, Choose::Many, "cd");
    flag(&mut graph, Urgency::SameDay, all("ab"));
    flag(&mut graph, Urgency::Routine, all("acd"));
    check(&graph, "ynyn", &[('d', Urgency::Routine)]);
}
