//! Why: what each answer weighed, and which cause accounts for it.
//!
//! Each answer is left out in turn, and each yes also turned over, all on the plan at hand.
//! Ranking is by posterior and harm; expected disablement is deliberately not computed.

use super::Belief;
use super::lane::Lane;
use super::measure::{decibans, each, share};
use super::network::{Answer, Cause, Network};

/// The reasons behind a belief.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// One for each known answer, by place.
    pub reasons: Vec<Reason>,
}

/// What one answer did.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The answer.
    pub answer: Answer,
    /// Its weight of evidence for each cause, in decibans, by place: the odds with everything
    /// against the odds with this answer left out. Above 0 speaks for the cause.
    pub weights: Vec<f64>,
    /// For an answer above its lowest level: what accounts for it, if that was asked for.
    pub account: Option<Account>,
}

/// What made an answer yes. The causes' shares, the leak's and that of several sum to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Chance that this cause alone made it so, for each linked cause.
    pub only: Vec<(Cause, f64)>,
    /// Chance that nothing on the list did.
    pub leak: f64,
    /// Chance that it took more than one of these to be enough.
    pub several: f64,
    /// Posterior of each cause, by place, had the answer been no (for a graded one: lower).
    pub otherwise: Vec<f64>,
}

impl Explanation {
    /// The answers that moved this cause by at least one deciban, by place.
    pub fn weights(&self, cause: Cause) -> impl Iterator<Item = (Answer, f64)> {
        let weight = move |reason: &Reason| (reason.answer, reason.weights[cause.index()]);
        self.reasons.iter().map(weight).filter(|(_, weight)| weight.abs() >= 1.0)
    }
}

/// Explains a belief. Two lanes for each yes, one for each no.
pub fn explain(network: &Network, belief: &Belief) -> Explanation {
    let mut explanation = weigh(network, belief);
    for reason in &mut explanation.reasons {
        reason.account = node_of(belief, reason.answer).map(|node| account(belief, node));
    }
    explanation
}

/// Explains a belief without accounting for each yes: one lane for each answer.
pub fn weigh(network: &Network, belief: &Belief) -> Explanation {
    let base = belief.same();
    let mut reasons = Vec::new();
    for &(answer, level) in belief.evidence.levels() {
        let node = node_of(belief, answer);
        let without = belief.run(&left_out(network, answer, level, node));
        let weights = ratios(&base.odds, &without.odds);
        reasons.push(Reason { answer, weights, account: None });
    }
    Explanation { reasons }
}

fn node_of(belief: &Belief, answer: Answer) -> Option<usize> {
    belief.case.nodes.iter().position(|node| node.answer == answer)
}

fn left_out(network: &Network, answer: Answer, level: u8, node: Option<usize>) -> Lane {
    let is_top = level >= network.top_level(answer);
    let lane = if is_top { Lane::same() } else { Lane::without(network.above(answer, level)) };
    match node {
        Some(node) => lane.closing(node, [1.0, 1.0]),
        None => lane,
    }
}

fn ratios(odds: &[f64], others: &[f64]) -> Vec<f64> {
    let mut ratios = odds.to_vec();
    for (ratio, other) in ratios.iter_mut().zip(others) {
        *ratio = decibans(*ratio / other);
    }
    ratios
}

/// Each cause's chance of being the only one that succeeded, from the lane where none did.
fn account(belief: &Belief, node: usize) -> Account {
    let turned = belief.run(&Lane::same().closing(node, [1.0, 0.0]));
    let node = &belief.case.nodes[node];
    let alone = |strength: f64| strength / (1.0 - strength) * turned.ratio;
    let otherwise = each(&turned.odds, share);
    let links = belief.case.links(node).iter();
    let only: Vec<(Cause, f64)> = links
        .map(|link| (Cause(link.cause), alone(link.strength) * otherwise[usize::from(link.cause)]))
        .collect();
    let leak = alone(node.leak);
    let several = (1.0 - leak - only.iter().map(|(_, share)| share).sum::<f64>()).max(0.0);
    Account { only, leak, several, otherwise }
}
