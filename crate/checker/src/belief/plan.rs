//! From an order to steps on a table: which bit opens, mixes and closes when.

use super::case::Case;
use super::graph::Graph;
use super::order;
use super::peel::{self, Peel};

/// Nodes closed between two looks at how small the table has become: at most 0.005^32 = 1e-74.
const CLOSES_PER_RESCALE: usize = 32;

/// One step on the table. A node's bit says "already explained", a cause's bit "present".
#[derive(Debug, Clone)]
pub enum Step {
    /// A vertex enters on a new highest bit; `keep` if its adjoint is asked for later.
    Open { vertex: usize, keep: bool },
    /// A present cause explains a node, or fails to.
    Edge { cause: u32, node: u32, strength: f64 },
    /// A vertex leaves.
    Close { vertex: usize, bit: u32 },
    /// A vertex whose neighbours are all live enters and leaves at once.
    Whole { vertex: usize, first: usize, end: usize, keep: bool },
    /// The largest entry is brought back to 1.
    Rescale,
}

/// Everything about a yes set that is worth working out once.
#[derive(Debug, Clone)]
pub struct Plan {
    pub peel: Vec<Peel>,
    pub steps: Vec<Step>,
    /// Bit and strength of the links of whole steps.
    pub links: Vec<(u32, f64)>,
    /// Table touches of one sweep, the unit of every budget.
    pub cost: f64,
}

impl Plan {
    /// Plans a sweep. Above `limit` table touches it holds the cost but no steps.
    pub fn new(case: &Case, limit: f64) -> Self {
        let graph = Graph::new(case);
        let (peel, gone) = peel::peel(&graph);
        let (order, cost) = order::order(&graph, &gone);
        let mut writer = Writer::new(&graph, gone, &peel);
        if cost <= limit {
            order.iter().for_each(|&vertex| writer.eliminate(vertex));
        }
        Self { peel, steps: writer.steps, links: writer.links, cost }
    }
}

/// Writes steps while it follows which vertex is on which bit.
struct Writer<'a> {
    graph: &'a Graph,
    done: Vec<bool>,
    /// Whether a vertex's adjoint is asked for: a cause's, and that of a node that has absorbed one.
    keep: Vec<bool>,
    live: Vec<usize>,
    n_closed: usize,
    steps: Vec<Step>,
    links: Vec<(u32, f64)>,
}

impl<'a> Writer<'a> {
    fn new(graph: &'a Graph, done: Vec<bool>, peel: &[Peel]) -> Self {
        let mut keep = vec![false; graph.n_vertices()];
        keep[..graph.n_causes].fill(true);
        for step in peel {
            if let Some((stem, _)) = step.stem {
                keep[stem] = true;
            }
        }
        let (live, steps, links) = (Vec::new(), Vec::new(), Vec::new());
        Self { graph, done, keep, live, n_closed: 0, steps, links }
    }

    fn eliminate(&mut self, vertex: usize) {
        let first = self.links.len();
        for &(to, strength) in self.graph.edges(vertex) {
            if !self.done[to] {
                let bit = self.bit(to).unwrap_or_else(|| self.open(to));
                self.links.push((bit, strength));
            }
        }
        match self.bit(vertex) {
            Some(bit) => self.mix_and_close(vertex, bit, first),
            None => self.steps.push(Step::Whole {
                vertex,
                first,
                end: self.links.len(),
                keep: self.keep[vertex],
            }),
        }
        self.done[vertex] = true;
        self.count_close(vertex);
    }

    fn bit(&self, vertex: usize) -> Option<u32> {
        self.live.iter().position(|&live| live == vertex).map(|bit| bit as u32)
    }

    fn open(&mut self, vertex: usize) -> u32 {
        self.steps.push(Step::Open { vertex, keep: self.keep[vertex] });
        self.live.push(vertex);
        self.live.len() as u32 - 1
    }

    fn mix_and_close(&mut self, vertex: usize, bit: u32, first: usize) {
        for &(other, strength) in &self.links[first..] {
            let is_cause = vertex < self.graph.n_causes;
            let (cause, node) = if is_cause { (bit, other) } else { (other, bit) };
            self.steps.push(Step::Edge { cause, node, strength });
        }
        self.links.truncate(first);
        self.live.remove(bit as usize);
        self.steps.push(Step::Close { vertex, bit });
    }

    fn count_close(&mut self, vertex: usize) {
        if vertex >= self.graph.n_causes {
            self.n_closed += 1;
            if self.n_closed.is_multiple_of(CLOSES_PER_RESCALE) {
                self.steps.push(Step::Rescale);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CLOSES_PER_RESCALE, Case, Plan, Step};

    /// Sparse ones and dense ones.
    fn each(check: impl Fn(Plan, usize)) {
        for seed in 1..30 {
            for (n_causes, n_nodes, density) in [(8, 9, 0.4), (14, 90, 0.2), (40, 80, 0.05)] {
                let case = Case::drawn(seed, n_causes, n_nodes, density);
                check(Plan::new(&case, f64::INFINITY), n_causes);
            }
        }
    }

    #[test]
    fn the_steps_touch_as_much_as_was_told() {
        each(|plan, _| {
            let (mut n_live, mut n_links, mut cost) = (0, 0, 0.0);
            let touches = |n_live, n_links| 2_f64.powi(n_live) * (1.5 + n_links as f64 / 2.0);
            for step in &plan.steps {
                match step {
                    Step::Open { .. } => n_live += 1,
                    Step::Edge { .. } => n_links += 1,
                    Step::Close { .. } => {
                        cost += touches(n_live, n_links);
                        (n_live, n_links) = (n_live - 1, 0);
                    }
                    Step::Whole { first, end, .. } => cost += touches(n_live, end - first),
                    Step::Rescale => {}
                }
            }
            assert_eq!((n_live, cost), (0, plan.cost));
        });
    }

    #[test]
    fn the_table_is_brought_back_whenever_so_many_nodes_were_closed() {
        each(|plan, n_causes| {
            let mut n_closed = 0;
            for step in &plan.steps {
                match step {
                    Step::Close { vertex, .. } | Step::Whole { vertex, .. } => {
                        n_closed += usize::from(*vertex >= n_causes);
                        assert!(n_closed <= CLOSES_PER_RESCALE);
                    }
                    Step::Rescale => {
                        assert_eq!(n_closed, CLOSES_PER_RESCALE);
                        n_closed = 0;
                    }
                    Step::Open { .. } | Step::Edge { .. } => {}
                }
            }
        });
    }
}
