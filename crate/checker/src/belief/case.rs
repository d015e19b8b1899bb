//! Evidence laid over a network: a weight per cause, and one node per answer above its lowest.
//!
//! A no is free, because it factors over causes. A graded answer at level g splits into two
//! plain facts: "not above g", which is free as a no is, and "above g-1, given not above g",
//! which is a yes to a noisy-OR with the strengths `(c_(g-1) - c_g) / (1 - c_g)`. So the
//! reasoning below this file knows only causes and yes nodes.

use super::evidence::Evidence;
use super::magnitude::Magnitude;
use super::network::{Answer, Link, Network};

/// The evidence in the form that the sweep and the sampler read.
#[derive(Debug, Clone)]
pub struct Case {
    /// The share of the evidence that no cause moves: the leaks of the noes stayed away.
    pub constant: Magnitude,
    /// Weight of each cause absent and present: prior times its noes.
    pub weights: Vec<[f64; 2]>,
    /// The answers above their lowest level.
    pub nodes: Vec<Node>,
    pub links: Vec<Link>,
}

/// A yes: at least one of its leak and its linked causes made it so.
#[derive(Debug, Clone)]
pub struct Node {
    pub answer: Answer,
    pub leak: f64,
    pub first_link: usize,
    pub end_link: usize,
}

impl Case {
    /// Lays the evidence over the network.
    pub fn new(network: &Network, evidence: &Evidence) -> Self {
        let weights = priors(network, evidence);
        let (nodes, links) = (Vec::new(), Vec::new());
        let mut case = Self { constant: Magnitude::ONE, weights, nodes, links };
        for &(answer, level) in evidence.levels() {
            let top = network.top_level(answer);
            let level = level.min(top);
            if level < top {
                case.rule_out(network.above(answer, level));
            }
            if level > 0 {
                let cut = if level < top { network.above(answer, level) } else { (0.0, &[][..]) };
                case.push_node(answer, network.above(answer, level - 1), cut);
            }
        }
        case
    }

    /// The links of a node.
    pub fn links(&self, node: &Node) -> &[Link] {
        &self.links[node.first_link..node.end_link]
    }

    fn rule_out(&mut self, (leak, links): (f64, &[Link])) {
        self.constant.multiply(1.0 - leak);
        for link in links {
            self.weights[usize::from(link.cause)][1] *= 1.0 - link.strength;
        }
    }

    fn push_node(&mut self, answer: Answer, row: (f64, &[Link]), cut: (f64, &[Link])) {
        let first_link = self.links.len();
        for link in row.1 {
            let strength = conditional(link.strength, strength_of(cut.1, link.cause));
            if strength > 0.0 {
                self.links.push(Link { cause: link.cause, strength });
            }
        }
        let end_link = self.links.len();
        let leak = conditional(row.0, cut.0);
        self.nodes.push(Node { answer, leak, first_link, end_link });
    }
}

/// Prior weights after the known modifiers, before any answer.
pub fn priors(network: &Network, evidence: &Evidence) -> Vec<[f64; 2]> {
    let mut odds = vec![1.0; network.n_causes()];
    for &(modifier, value) in evidence.values() {
        let values = &network.modifier_model(modifier).values;
        if let Some(value) = values.get(usize::from(value)).or(values.last()) {
            value.odds.iter().for_each(|&(cause, factor)| odds[cause] *= factor);
        }
    }
    let mut priors = Vec::with_capacity(odds.len());
    for (cause, factor) in network.priors().iter().zip(odds) {
        priors.push(shares([1.0 - cause.prior, cause.prior * factor]));
    }
    priors
}

/// Two weights scaled to sum to 1.
pub fn shares([absent, present]: [f64; 2]) -> [f64; 2] {
    let total = absent + present;
    [absent / total, present / total]
}

/// The strength for this cause, 0 if it is not linked.
pub fn strength_of(links: &[Link], cause: u16) -> f64 {
    let at = links.binary_search_by_key(&cause, |link| link.cause);
    at.map_or(0.0, |at| links[at].strength)
}

/// Chance of "above the lower threshold" given "not above the upper".
fn conditional(lower: f64, upper: f64) -> f64 {
    (lower - upper) / (1.0 - upper)
}

#[cfg(test)]
impl Case {
    /// So many causes and nodes, each pair linked by this chance: the same for the same seed.
    pub fn drawn(seed: u64, n_causes: usize, n_nodes: usize, density: f32) -> Self {
        let mut dice = crate::budget::Dice(seed);
        let (constant, weights) = (Magnitude::ONE, vec![[0.5; 2]; n_causes]);
        let mut case = Self { constant, weights, nodes: Vec::new(), links: Vec::new() };
        for _ in 0..n_nodes {
            let first_link = case.links.len();
            let linked = (0..n_causes as u16).filter(|_| dice.chance(density));
            case.links.extend(linked.map(|cause| Link { cause, strength: 0.5 }));
            let end_link = case.links.len();
            case.nodes.push(Node { answer: Answer(0), leak: 0.1, first_link, end_link });
        }
        case
    }
}
