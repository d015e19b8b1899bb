//! One forward and one backward pass: the chance of the evidence, and every cause's odds.
//!
//! The chance of the evidence is linear in each cause's two weights; the backward pass collects
//! its two derivatives, and weight times derivative is the share of each state. Both derivatives
//! of a vertex are met at one step, so tables may be rescaled freely in between.

use super::case::Case;
use super::lane::Lane;
use super::magnitude::Magnitude;
use super::peel;
use super::plan::{Plan, Step};
use super::state::{Pair, State};
use super::table::{self, Table};

/// What a sweep finds in one lane.
#[derive(Debug, Clone)]
pub struct Swept {
    /// Chance of the evidence, its constant left out.
    pub chance: Magnitude,
    /// Odds of each cause.
    pub odds: Vec<f64>,
}

/// Runs one lane.
pub fn sweep(case: &Case, plan: &Plan, lane: &Lane) -> Swept {
    let (mut state, mut chance) = State::new(case, lane);
    let mut adjoint = vec![[0.0; 2]; state.pairs.len()];
    let before = peel::run(&plan.peel, &mut state, &mut chance);
    let mut pass = Pass { plan, state: &state, table: vec![1.0], kept: Vec::new() };
    for step in &plan.steps {
        pass.forward(step, &mut chance);
    }
    chance.multiply(pass.table[0]);
    pass.table[0] = 1.0;
    for step in plan.steps.iter().rev() {
        pass.backward(step, &mut adjoint);
    }
    peel::undo(&plan.peel, &mut state, &mut adjoint, before);
    let mut odds = Vec::with_capacity(state.n_causes);
    for ([w0, w1], [a0, a1]) in state.pairs[..state.n_causes].iter().zip(&adjoint) {
        odds.push((w1 * a1) / (w0 * a0));
    }
    Swept { chance, odds }
}

/// The table on its way through the steps: forwards the mass, backwards its adjoint.
struct Pass<'a> {
    plan: &'a Plan,
    state: &'a State,
    table: Table,
    /// Tables that the way back needs, one behind the other.
    kept: Table,
}

impl Pass<'_> {
    fn forward(&mut self, step: &Step, total: &mut Magnitude) {
        match *step {
            Step::Open { vertex, keep } => {
                self.keep(keep);
                table::open(&mut self.table, self.state.pairs[vertex]);
            }
            Step::Edge { cause, node, strength } => {
                table::explain(&mut self.table, Some(cause), node, strength);
            }
            Step::Close { vertex, bit } => {
                table::close(&mut self.table, bit, self.state.closes[vertex]);
            }
            Step::Whole { vertex, first, end, keep } => {
                self.keep(keep);
                let links = &self.plan.links[first..end];
                if vertex >= self.state.n_causes {
                    return self.whole_node(vertex, links);
                }
                for &(bit, strength) in links {
                    table::explain(&mut self.table, None, bit, strength);
                }
                let absent = &self.kept[self.kept.len() - self.table.len()..];
                table::mix(&mut self.table, absent, self.state.pairs[vertex]);
            }
            Step::Rescale => total.multiply(table::rescale(&mut self.table)),
        }
    }

    fn backward(&mut self, step: &Step, adjoint: &mut [Pair]) {
        match *step {
            Step::Open { vertex, keep } => {
                if keep {
                    adjoint[vertex] = self.opened();
                }
                table::unopen(&mut self.table, self.state.pairs[vertex]);
            }
            Step::Edge { cause, node, strength } => {
                table::unexplain(&mut self.table, Some(cause), node, strength);
            }
            Step::Close { vertex, bit } => {
                table::unclose(&mut self.table, bit, self.state.closes[vertex]);
            }
            Step::Whole { vertex, first, end, keep } => {
                let links = &self.plan.links[first..end];
                if vertex < self.state.n_causes {
                    adjoint[vertex] = self.unwhole_cause(vertex, links);
                    return;
                }
                if keep {
                    adjoint[vertex] = self.whole_masses(vertex, links);
                }
                self.whole_node(vertex, links);
            }
            Step::Rescale => {
                table::rescale(&mut self.table);
            }
        }
    }

    fn keep(&mut self, keep: bool) {
        if keep {
            self.kept.extend_from_slice(&self.table);
        }
    }

    /// Adjoints of the two states with which the highest bit was opened.
    fn opened(&mut self) -> Pair {
        let (low, high) = self.table.split_at(self.table.len() / 2);
        let start = self.kept.len() - low.len();
        let pair = [table::dot(low, &self.kept[start..]), table::dot(high, &self.kept[start..])];
        self.kept.truncate(start);
        pair
    }

    /// The backward step of a whole cause: the adjoints of its weights.
    fn unwhole_cause(&mut self, cause: usize, links: &[(u32, f64)]) -> Pair {
        let absent = self.table.clone();
        for &(bit, strength) in links.iter().rev() {
            table::unexplain(&mut self.table, None, bit, strength);
        }
        let start = self.kept.len() - absent.len();
        let kept = &self.kept[start..];
        let pair = [table::dot(&absent, kept), table::dot(&self.table, kept)];
        self.kept.truncate(start);
        table::mix(&mut self.table, &absent, self.state.pairs[cause]);
        pair
    }

    /// Each entry times the chance of the node given the causes present: its own backward step.
    fn whole_node(&mut self, node: usize, links: &[(u32, f64)]) {
        let ([a, e], [l0, l1]) = (self.state.pairs[node], self.state.closes[node]);
        let failures = table::failures(&self.table, links);
        for (entry, q) in self.table.iter_mut().zip(failures) {
            *entry *= l1 * (e + a * (1.0 - q)) + l0 * a * q;
        }
    }

    fn whole_masses(&mut self, node: usize, links: &[(u32, f64)]) -> Pair {
        let [l0, l1] = self.state.closes[node];
        let start = self.kept.len() - self.table.len();
        let failures = table::failures(&self.table, links);
        let (mut unexplained, mut explained) = (0.0, 0.0);
        for ((x, y), q) in self.table.iter().zip(&self.kept[start..]).zip(failures) {
            explained += x * y * l1;
            unexplained += x * y * (l1 * (1.0 - q) + l0 * q);
        }
        self.kept.truncate(start);
        [unexplained, explained]
    }
}
