//! Somebody of whom everything is so, not so, or not known; mostly not so, so that single signs matter.

use backwise_graph::{Choose, FindingId, Rule, Truth};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::graph;

/// The truth of every finding: a few are so, a few unsure, and often all of what one red flag takes.
pub fn somebody() -> impl Strategy<Value = Vec<Truth>> {
    let few = |n| proptest::collection::vec(any::<Index>(), 0..n);
    let choices = proptest::collection::vec(any::<Index>(), n_choices());
    let flag = proptest::option::of((any::<Index>(), proptest::collection::vec(any::<u8>(), 16)));
    (few(5), few(3), choices, flag).prop_map(|(yes, unsure, choices, flag)| {
        let mut truths = vec![Truth::No; graph().findings.len()];
        unsure.iter().for_each(|at| *at.get_mut(&mut truths) = Truth::Unsure);
        yes.iter().for_each(|at| *at.get_mut(&mut truths) = Truth::Yes);
        if let Some((flag, dice)) = flag {
            hold(&flag.get(&graph().red_flags).when, &mut dice.into_iter().cycle(), &mut truths);
        }
        choose(&choices, &mut truths);
        make_possible(&mut truths);
        truths
    })
}

/// Whether a finding is one of several that exclude each other.
pub fn is_choice(finding: FindingId) -> bool {
    graph().questions.iter().any(|q| q.choose == Choose::One && q.options.contains(&finding))
}

fn n_choices() -> usize {
    graph().questions.iter().filter(|q| q.choose == Choose::One).count()
}

/// Makes a rule hold, by as many of its parts as it takes.
fn hold(rule: &Rule, dice: &mut impl Iterator<Item = u8>, truths: &mut [Truth]) {
    match rule {
        Rule::Finding(finding) => truths[finding.index()] = Truth::Yes,
        Rule::AtLeast(n, parts) => {
            let from = usize::from(dice.next().expect("they go round"));
            let chosen = (0..usize::from(*n)).map(|at| &parts[(from + at) % parts.len()]);
            chosen.for_each(|part| hold(part, &mut *dice, truths));
        }
    }
}

/// Of options that exclude each other one is so: one that is already, or the one chosen, or it is not known.
fn choose(choices: &[Index], truths: &mut [Truth]) {
    let screens = graph().questions.iter().filter(|q| q.choose == Choose::One);
    for (screen, choice) in screens.zip(choices) {
        let is = |truth| screen.options.iter().find(|f| truths[f.index()] == truth).copied();
        let (so, unsure) = (is(Truth::Yes), is(Truth::Unsure));
        let rest = if so.is_none() && unsure.is_some() { Truth::Unsure } else { Truth::No };
        screen.options.iter().for_each(|f| truths[f.index()] = rest);
        if rest == Truth::No {
            truths[so.unwrap_or(*choice.get(&screen.options)).index()] = Truth::Yes;
        }
    }
}

/// What needs something that is not so is not so either, as in life.
fn make_possible(truths: &mut [Truth]) {
    for (at, finding) in graph().findings.iter().enumerate() {
        let is_out = |need: &FindingId| truths[need.index()] == Truth::No;
        if !finding.needs.is_empty() && finding.needs.iter().all(is_out) {
            truths[at] = Truth::No;
        }
    }
}
