//! Whether reasoning stays fast on a graph: it costs where several causes share several answers, and people say yes
//! to those.

use backwise_checker::Checker;
use backwise_checker::budget::{Budget, budget};
use backwise_graph::Graph;

use crate::causes::{cause, shows};
use crate::little::{f, little};

/// Two causes as likely as that, each of which shows all of these findings, so strongly out of 255.
fn shared(findings: &str, prior: f32, strength: u8) -> Graph {
    let mut graph = little("");
    for family in ["one", "other"] {
        let cause = cause(&mut graph, family, prior, 1);
        findings.chars().for_each(|finding| shows(&mut graph, cause, finding, strength));
    }
    graph
}

fn found(graph: Graph) -> Budget {
    budget(&Checker::new(graph).expect("its numbers are in range"))
}

fn with_leak(leak: f32, mut graph: Graph) -> Graph {
    graph.likelihoods.iter_mut().for_each(|likelihood| likelihood.leak = leak);
    graph
}

#[test]
fn what_two_causes_share_costs_when_people_say_yes_to_it() {
    let p99 = |graph| found(graph).p99;
    let common = with_leak(0.005, shared("ab", 0.6, 250));
    assert!(p99(common) > 0.0);
    let rare = with_leak(0.005, shared("ab", 0.0005, 250));
    assert_eq!(p99(rare), 0.0, "hardly anybody has either");
    let weak = with_leak(0.005, shared("ab", 0.6, 5));
    assert_eq!(p99(weak), 0.0, "hardly anybody feels it");
    let anyway = with_leak(0.5, shared("ab", 0.0005, 5));
    assert!(p99(anyway) > 0.0, "half of all feel it anyway");
    assert_eq!(p99(with_leak(0.5, shared("a", 0.6, 250))), 0.0, "one answer is no circle");
}

#[test]
fn the_three_that_most_causes_show_are_named() {
    let mut graph = shared("abd", 0.1, 100);
    let third = cause(&mut graph, "third", 0.1, 1);
    "cd".chars().for_each(|finding| shows(&mut graph, third, finding, 100));
    assert_eq!(found(graph).densest, [(f('d'), 3), (f('a'), 2), (f('b'), 2)]);
}
