//! The order of elimination: greedy, tried a few ways, the cheapest kept.
//!
//! Finding the best order is as hard as treewidth, so 24 greedy runs share four ways to break
//! ties and six places to start. All comparisons are on whole numbers, ties go to the smaller
//! index: the same evidence gives the same order on every machine.

use super::graph::Graph;

const RUNS: usize = 24;

/// A plan this cheap is not worth improving.
const CHEAP: f64 = 20_000.0;

/// Vertices in the order in which to eliminate them, and the table touches that will take.
pub fn order(graph: &Graph, gone: &[bool]) -> (Vec<usize>, f64) {
    let mut core = Vec::new();
    for (vertex, &gone) in gone.iter().enumerate() {
        if !gone {
            core.push(vertex);
        }
    }
    let mut best = (Vec::new(), f64::INFINITY);
    for run in 0..RUNS {
        let start = (run / 4).checked_sub(1).map(|nth| core[nth * core.len() / 5]);
        if let Some(found) = Run::new(graph, gone, run % 4).finish(&core, start, best.1) {
            best = found;
        }
        if best.1 < CHEAP {
            break;
        }
    }
    best
}

/// One greedy run.
struct Run<'a> {
    graph: &'a Graph,
    tie: usize,
    done: Vec<bool>,
    live: Vec<bool>,
    /// Neighbours neither live nor done, for each vertex.
    missing: Vec<i32>,
    frontier: i32,
    cost: f64,
}

impl<'a> Run<'a> {
    fn new(graph: &'a Graph, gone: &[bool], tie: usize) -> Self {
        let mut missing = vec![0; gone.len()];
        for (vertex, missing) in missing.iter_mut().enumerate() {
            for &(to, _) in graph.edges(vertex) {
                *missing += i32::from(!gone[to]);
            }
        }
        let live = vec![false; gone.len()];
        Self { graph, tie, done: gone.to_vec(), live, missing, frontier: 0, cost: 0.0 }
    }

    fn finish(
        mut self,
        core: &[usize],
        start: Option<usize>,
        cap: f64,
    ) -> Option<(Vec<usize>, f64)> {
        let mut left = core.to_vec();
        let mut order = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let at = match start {
                Some(start) if order.is_empty() => left.iter().position(|&vertex| vertex == start),
                _ => self.smallest(&left),
            };
            let best = left.swap_remove(at?);
            order.push(best);
            self.eliminate(best);
            if self.cost >= cap {
                return None;
            }
        }
        Some((order, self.cost))
    }

    /// The place of the vertex that goes next.
    fn smallest(&self, left: &[usize]) -> Option<usize> {
        let mut smallest = None;
        for (at, &vertex) in left.iter().enumerate() {
            let key = self.key(vertex);
            if smallest.is_none_or(|(least, _)| key < least) {
                smallest = Some((key, at));
            }
        }
        smallest.map(|(_, at)| at)
    }

    /// The smallest goes next: first by what it does to the frontier, then by the tie-break.
    fn key(&self, vertex: usize) -> (i32, i32, usize) {
        let growth = self.missing[vertex] - i32::from(self.live[vertex]);
        let degree = self.graph.degree(vertex) as i32;
        let tie = match self.tie {
            0 => self.missing[vertex],
            1 => degree,
            2 => -degree,
            _ => vertex as i32 * 37 % 101,
        };
        (growth, tie, vertex)
    }

    fn eliminate(&mut self, vertex: usize) {
        let graph = self.graph;
        let mut open = 0;
        for &(to, _) in graph.edges(vertex) {
            if self.done[to] {
                continue;
            }
            open += 1;
            if !core::mem::replace(&mut self.live[to], true) {
                self.frontier += 1;
                self.settle(to);
            }
        }
        self.cost += libm::ldexp(1.5 + f64::from(open) / 2.0, self.frontier);
        self.done[vertex] = true;
        if self.live[vertex] {
            self.frontier -= 1;
        } else {
            self.settle(vertex);
        }
    }

    /// A vertex that became live, or was done whole, is missing nowhere any more.
    fn settle(&mut self, vertex: usize) {
        let graph = self.graph;
        graph.edges(vertex).iter().for_each(|&(to, _)| self.missing[to] -= 1);
    }
}
