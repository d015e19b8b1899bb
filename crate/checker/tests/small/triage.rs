//! The level, what it rests on, and what keeps it from being lower.

use backwise_checker::triage::{behind, can_raise, conclude};
use backwise_graph::{FindingId, Graph, RedFlagId, Rule, Urgency};

use crate::little::{all, any, findings, flag, known, little};

/// `a` is an emergency, `b` and `c` together same-day, `d` within days, `e` worth an appointment.
fn four_levels() -> Graph {
    let mut graph = little("");
    flag(&mut graph, Urgency::Emergency, any("a"));
    flag(&mut graph, Urgency::SameDay, all("bc"));
    flag(&mut graph, Urgency::WithinDays, any("d"));
    flag(&mut graph, Urgency::Routine, any("e"));
    graph
}

fn check(graph: &Graph, said: &str, urgency: Urgency, red_flags: &[usize], not_cleared: &str) {
    let triage = conclude(graph, &known(said));
    let open: Vec<FindingId> = triage.not_cleared.iter().map(|(finding, _)| *finding).collect();
    assert_eq!(triage.urgency, urgency, "after {said}");
    assert_eq!(triage.red_flags, flags(red_flags), "after {said}");
    assert_eq!(open, findings(not_cleared), "after {said}");
}

fn flags(at: &[usize]) -> Vec<RedFlagId> {
    at.iter().copied().map(RedFlagId::new).collect()
}

#[test]
fn the_highest_level_wins_and_all_that_hold_are_told() {
    let graph = four_levels();
    check(&graph, "nnnnn", Urgency::SelfCare, &[], "");
    check(&graph, "nnnny", Urgency::Routine, &[3], "");
    check(&graph, "nnnyy", Urgency::WithinDays, &[2, 3], "");
    check(&graph, "nyyyy", Urgency::SameDay, &[1, 2, 3], "");
    check(&graph, "yyyyy", Urgency::Emergency, &[0, 1, 2, 3], "");
}

#[test]
fn an_open_urgent_sign_is_never_self_care_and_lowers_nothing() {
    let graph = four_levels();
    check(&graph, "?nnnn", Urgency::Routine, &[], "a");
    check(&graph, "-nnnn", Urgency::Routine, &[], "a");
    check(&graph, "?nnyn", Urgency::WithinDays, &[2], "a");
    check(&graph, "nnn??", Urgency::SelfCare, &[], "");
}

#[test]
fn what_alone_would_decide_is_named_and_otherwise_all_that_is_open() {
    let graph = four_levels();
    check(&graph, "ny?nn", Urgency::Routine, &[], "c");
    check(&graph, "n??nn", Urgency::Routine, &[], "bc");
    check(&graph, "n?nnn", Urgency::SelfCare, &[], "");
    let mut graph = little("");
    let either = vec![Rule::Finding(findings("a")[0]), all("bc")];
    flag(&mut graph, Urgency::SameDay, Rule::AtLeast(1, either));
    check(&graph, "???", Urgency::Routine, &[], "a");
}

#[test]
fn a_finding_is_named_once_with_the_highest_level_that_it_leaves_open() {
    let mut graph = little("");
    flag(&mut graph, Urgency::Emergency, any("a"));
    flag(&mut graph, Urgency::SameDay, any("ab"));
    let triage = conclude(&graph, &known("??"));
    let [a, b] = findings("ab")[..] else { unreachable!("two were asked for") };
    assert_eq!(triage.not_cleared, [(a, Urgency::Emergency), (b, Urgency::SameDay)]);
}

#[test]
fn an_emergency_leaves_open_only_what_was_asked() {
    let graph = four_levels();
    check(&graph, "y--nn", Urgency::Emergency, &[0], "");
    check(&graph, "y??nn", Urgency::Emergency, &[0], "bc");
    check(&graph, "n--yn", Urgency::WithinDays, &[2], "bc");
}

#[test]
fn behind_a_red_flag_stands_what_is_so_each_once() {
    let mut graph = little("");
    let twice = vec![any("ab"), any("bc")];
    flag(&mut graph, Urgency::SameDay, Rule::AtLeast(2, twice));
    assert_eq!(behind(&known("ny?y"), &graph.red_flags[0]), findings("b"));
    assert_eq!(behind(&known("yyy"), &graph.red_flags[0]), findings("abc"));
}

#[test]
fn what_can_still_raise_it_is_above_what_is_reached_and_open() {
    let graph = four_levels();
    let raised = |said, by| can_raise(&graph, &known(said), &findings(by));
    assert_eq!(raised("-----", "abcde"), flags(&[0, 1, 2]), "open signs alone give an appointment");
    assert_eq!(raised("nnnn-", "abcde"), flags(&[3]));
    assert_eq!(raised("-----", "c"), flags(&[1]));
    assert_eq!(raised("n----", "a"), flags(&[]));
    assert_eq!(raised("n-n--", "bd"), flags(&[2]), "`b` alone does nothing");
    assert_eq!(raised("-yy--", "ad"), flags(&[0]));
    assert_eq!(raised("nyy--", "d"), flags(&[]));
}
