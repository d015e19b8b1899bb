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

#[cfg(test)]
mod tests {
    use super::super::lane::Change;
    use super::super::magnitude::Magnitude;
    use super::super::network::{Answer, Link};
    use super::{Case, Chain, Graph, Lane, Node, Samples, failure, next, weight};

    /// Two causes, of which only the first can make the node yes.
    fn case() -> Case {
        Case {
            constant: Magnitude::ONE,
            weights: vec![[0.8, 0.2], [0.5, 0.5]],
            nodes: vec![Node { answer: Answer(0), leak: 0.1, first_link: 0, end_link: 1 }],
            links: vec![Link { cause: 0, strength: 0.5 }],
        }
    }

    fn lane(changes: &[(u16, f64, f64)], close: Option<(usize, [f64; 2])>) -> Lane {
        let change = |&(cause, absent, present)| Change { cause, absent, present };
        Lane { scale: 0.5, changes: changes.iter().map(change).collect(), close }
    }

    fn assert_near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
    }

    #[test]
    fn a_draw_weighs_what_the_lane_makes_of_its_causes_and_nodes() {
        let check = |draw: [bool; 2], lane: Lane, expected| {
            assert_near(weight(&case(), &lane, &draw), expected);
        };
        let changes = [(0, 0.25, 3.0), (1, 0.5, 2.0)];
        check([true, false], lane(&changes, None), 0.5 * 3.0 * 0.5);
        check([false, true], lane(&changes, None), 0.5 * 0.25 * 2.0);
        // With the cause the node stays away in 45 of 100, without it in 90.
        let close = |pair| lane(&[], Some((0, pair)));
        check([true, true], close([1.0, 0.0]), 0.5 * 0.45 / 0.55);
        check([false, true], close([1.0, 0.0]), 0.5 * 0.9 / 0.1);
        check([true, true], close([0.25, 0.75]), 0.5 * (0.25 * 0.45 + 0.75 * 0.55) / 0.55);
    }

    #[test]
    fn half_a_draw_on_either_side_keeps_odds_finite() {
        let draws = [[true, false], [false, false], [true, false], [true, false]];
        let kept = draws.iter().map(|draw| draw.to_vec()).collect();
        let samples = Samples { posterior: Vec::new(), kept };
        let (chance, odds) = samples.reweigh(&case(), &lane(&[(0, 1.0, 2.0)], None));
        // One draw of a half, and three of one.
        assert_near(chance, 3.5 / 4.0);
        let half = 3.5 / 8.0;
        assert_near(odds[0], (3.0 + half) / (0.5 + half));
        assert_near(odds[1], half / (3.5 + half));
    }

    /// Made anew each time, by Bayes' rule on both states.
    #[test]
    fn a_cause_has_the_chance_that_all_others_leave_it() {
        let case = Case::drawn(5, 6, 9, 0.5);
        let graph = Graph::new(&case);
        let mut chain = Chain::new(&case);
        chain.refresh();
        for at in 0..200 {
            let cause = at % 6;
            let mut states = [chain.present.clone(), chain.present.clone()];
            [states[0][cause], states[1][cause]] = [false, true];
            let [absent, present] = states.map(|state| {
                let yes = |node| 1.0 - failure(&case, node, &state);
                case.nodes.iter().map(yes).product::<f64>()
            });
            assert_near(chain.chance(cause), present / (absent + present));
            assert!(!graph.edges(cause).is_empty());
            chain.set(cause, at / 3 % 2 == 0);
            for (node, kept) in case.nodes.iter().zip(&chain.failures) {
                assert_near(*kept, failure(&case, node, &chain.present));
            }
        }
    }

    #[test]
    fn the_walk_is_the_same_every_time() {
        // The first three states are those of the paper's generator from 1.
        let states = [next(1), next(next(1)), next(next(next(1)))];
        assert_eq!(states, [1_082_269_761, 1_152_992_998_833_853_505, 11_177_516_664_432_764_457]);
        let case = case();
        let mut chain = Chain::new(&case);
        chain.random = 1;
        assert_near(chain.draw(), 0x2545_f491_4f6c_dd1d_u64 as f64 / 2_f64.powi(64));
    }
}
