//! The way out when the exact sweep would take too long: sampling, marked as approximate.
//!
//! Single-site Gibbs over causes with a fixed seed, so the same answers give the same figures
//! every time. Posteriors are averages of conditional chances (Rao-Blackwell), not of draws;
//! lanes reweight the draws that were kept.

use super::case::{Case, Node};
use super::graph::Graph;
use super::lane::Lane;

const SWEEPS: usize = 20_000;
const SETTLING: usize = 1_000;
const SWEEPS_PER_KEPT: usize = 5;
/// Failure products are kept up by multiplying and dividing; this often they are made anew.
const SWEEPS_PER_REFRESH: usize = 64;
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// What the sampler saw.
#[derive(Debug, Clone)]
pub struct Samples {
    /// Posterior of each cause.
    pub posterior: Vec<f64>,
    /// Draws, each a flag per cause.
    kept: Vec<Vec<bool>>,
}

impl Samples {
    /// Samples the case.
    pub fn new(case: &Case) -> Self {
        let mut chain = Chain::new(case);
        let mut sums = vec![0.0; case.weights.len()];
        let mut kept = Vec::with_capacity(SWEEPS / SWEEPS_PER_KEPT);
        for sweep in 0..SETTLING + SWEEPS {
            if sweep.is_multiple_of(SWEEPS_PER_REFRESH) {
                chain.refresh();
            }
            if sweep == SETTLING {
                sums.fill(0.0);
            }
            chain.sweep(&mut sums);
            if sweep >= SETTLING && sweep.is_multiple_of(SWEEPS_PER_KEPT) {
                kept.push(chain.present.clone());
            }
        }
        sums.iter_mut().for_each(|sum| *sum /= SWEEPS as f64);
        Self { posterior: sums, kept }
    }

    /// The chance of a lane relative to the case, and the odds of each cause in it. Half a draw
    /// on either side keeps odds finite.
    pub fn reweigh(&self, case: &Case, lane: &Lane) -> (f64, Vec<f64>) {
        let mut present = vec![0.0; case.weights.len()];
        let mut total = 0.0;
        for draw in &self.kept {
            let weight = weight(case, lane, draw);
            total += weight;
            for (sum, &is_present) in present.iter_mut().zip(draw) {
                *sum += if is_present { weight } else { 0.0 };
            }
        }
        let mean = total / self.kept.len() as f64;
        for sum in &mut present {
            *sum = (*sum + mean / 2.0) / (total - *sum + mean / 2.0);
        }
        (mean, present)
    }
}

/// How much likelier a draw is in the lane than in the case.
fn weight(case: &Case, lane: &Lane, draw: &[bool]) -> f64 {
    let mut weight = lane.scale;
    for change in &lane.changes {
        let is_present = draw[usize::from(change.cause)];
        weight *= if is_present { change.present } else { change.absent };
    }
    if let Some((node, [unexplained, explained])) = lane.close {
        let failure = failure(case, &case.nodes[node], draw);
        weight *= (unexplained * failure + explained * (1.0 - failure)) / (1.0 - failure);
    }
    weight
}

/// Chance that neither the leak nor any present cause makes the node yes.
fn failure(case: &Case, node: &Node, draw: &[bool]) -> f64 {
    let present = case.links(node).iter().filter(|link| draw[usize::from(link.cause)]);
    present.fold(1.0 - node.leak, |product, link| product * (1.0 - link.strength))
}

/// One state of the causes on its walk.
struct Chain<'a> {
    case: &'a Case,
    graph: Graph,
    present: Vec<bool>,
    failures: Vec<f64>,
    random: u64,
}

impl<'a> Chain<'a> {
    fn new(case: &'a Case) -> Self {
        let present = vec![false; case.weights.len()];
        let failures = vec![0.0; case.nodes.len()];
        Self { case, graph: Graph::new(case), present, failures, random: SEED }
    }

    fn refresh(&mut self) {
        for (chance, node) in self.failures.iter_mut().zip(&self.case.nodes) {
            *chance = failure(self.case, node, &self.present);
        }
    }

    fn sweep(&mut self, sums: &mut [f64]) {
        for (cause, sum) in sums.iter_mut().enumerate() {
            let chance = self.chance(cause);
            *sum += chance;
            self.set(cause, self.draw() < chance);
            self.random = next(self.random);
        }
    }

    /// Chance of the cause given all the others.
    fn chance(&self, cause: usize) -> f64 {
        let [absent, present] = self.case.weights[cause];
        let mut odds = present / absent;
        for &(node, strength) in self.graph.edges(cause) {
            let now = self.failures[node - self.graph.n_causes];
            let without = if self.present[cause] { now / (1.0 - strength) } else { now };
            odds *= (1.0 - without * (1.0 - strength)) / (1.0 - without);
        }
        1.0 / (1.0 + 1.0 / odds)
    }

    fn set(&mut self, cause: usize, is_present: bool) {
        if core::mem::replace(&mut self.present[cause], is_present) == is_present {
            return;
        }
        for &(node, strength) in self.graph.edges(cause) {
            let failure = &mut self.failures[node - self.graph.n_causes];
            *failure *= if is_present { 1.0 - strength } else { 1.0 / (1.0 - strength) };
        }
    }

    /// Uniform in 0 to 1.
    fn draw(&self) -> f64 {
        (self.random.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// One step of xorshift64 (Marsaglia 2003).
fn next(mut state: u64) -> u64 {
    state ^= state << 13;
    state ^= state >> 7;
    state ^ (state << 17)
}
