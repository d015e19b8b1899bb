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
        let degree = self.graph.edges(vertex).len() as i32;
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::case::Case;
    use super::{CHEAP, Graph, Run, order};
    use crate::budget::Dice;

    fn graph(seed: u64, n_causes: usize, n_nodes: usize, density: f32) -> Graph {
        Graph::new(&Case::drawn(seed, n_causes, n_nodes, density))
    }

    /// A graph of which some is gone already.
    fn worn(seed: u64) -> (Graph, Vec<bool>, Vec<usize>) {
        let graph = graph(seed, 9, 11, 0.3);
        let mut dice = Dice(seed + 1000);
        let gone: Vec<_> = (0..graph.n_vertices()).map(|_| dice.chance(0.1)).collect();
        let core = (0..gone.len()).filter(|vertex| !gone[*vertex]).collect();
        (graph, gone, core)
    }

    /// As the rule says it, all counted afresh for each vertex: of those left the one goes that adds the fewest to those
    /// which the table holds, then by the tie-break, then the first.
    fn slowly(graph: &Graph, gone: &[bool], tie: usize, start: Option<usize>) -> (Vec<usize>, f64) {
        let mut left: BTreeSet<_> = (0..gone.len()).filter(|vertex| !gone[*vertex]).collect();
        let (mut held, mut order, mut cost) = (BTreeSet::<usize>::new(), Vec::new(), 0.0);
        while !left.is_empty() {
            let open = |vertex| {
                graph.edges(vertex).iter().map(|edge| edge.0).filter(|to| left.contains(to))
            };
            let key = |vertex: usize| {
                let new = open(vertex).filter(|to| !held.contains(to)).count() as i32;
                let degree = graph.edges(vertex).len() as i32;
                let tie = [new, degree, -degree, vertex as i32 * 37 % 101][tie];
                (new - i32::from(held.contains(&vertex)), tie, vertex)
            };
            let first = start.filter(|_| order.is_empty());
            let next = first.or_else(|| left.iter().copied().min_by_key(|vertex| key(*vertex)));
            let next = next.expect("some are left");
            let reached: Vec<_> = open(next).collect();
            held.extend(&reached);
            cost += 2_f64.powi(held.len() as i32) * (1.5 + reached.len() as f64 / 2.0);
            held.remove(&next);
            left.remove(&next);
            order.push(next);
        }
        (order, cost)
    }

    #[test]
    fn a_run_takes_next_what_makes_the_table_grow_least() {
        for seed in 0..60 {
            let (graph, gone, core) = worn(seed);
            let run = |tie, start| Run::new(&graph, &gone, tie).finish(&core, start, f64::INFINITY);
            for (tie, start) in
                (0..4).flat_map(|tie| [(tie, None), (tie, Some(core[core.len() / 2]))])
            {
                assert_eq!(
                    run(tie, start),
                    Some(slowly(&graph, &gone, tie, start)),
                    "{seed} {tie}"
                );
            }
        }
    }

    #[test]
    fn a_run_that_costs_as_much_as_the_best_before_it_is_given_up() {
        let (graph, gone, core) = worn(1);
        let (_, cost) = slowly(&graph, &gone, 0, None);
        let run = |cap| Run::new(&graph, &gone, 0).finish(&core, None, cap);
        assert!(run(cost).is_none());
        assert!(run(cost.next_up()).is_some());
    }

    /// Four ways to break ties from where it begins by itself, and from each fifth of what is to go.
    fn all_runs(graph: &Graph, gone: &[bool]) -> Vec<(Vec<usize>, f64)> {
        let core: Vec<_> = (0..gone.len()).filter(|vertex| !gone[*vertex]).collect();
        let starts = [None].into_iter().chain((0..5).map(|nth| Some(core[nth * core.len() / 5])));
        starts.flat_map(|start| (0..4).map(move |tie| slowly(graph, gone, tie, start))).collect()
    }

    #[test]
    fn of_all_runs_the_first_cheapest_is_kept() {
        let mut which = BTreeSet::new();
        for seed in 0..40 {
            let graph = graph(seed, 22, 26, 0.25);
            let gone = vec![false; graph.n_vertices()];
            let runs = all_runs(&graph, &gone);
            assert!(runs.iter().all(|run| run.1 > CHEAP), "it is worth looking further");
            let mut best = 0;
            for (at, run) in runs.iter().enumerate() {
                if run.1 < runs[best].1 {
                    best = at;
                }
            }
            which.insert(best);
            assert_eq!(order(&graph, &gone), runs[best], "{seed}");
        }
        assert!(which.len() > 12, "many runs are the best once: {which:?}");
    }

    #[test]
    fn a_cheap_run_is_the_last() {
        let mut n_better = 0;
        for seed in 0..60 {
            let (graph, gone, _) = worn(seed);
            let runs = all_runs(&graph, &gone);
            assert!(runs[0].1 < CHEAP);
            n_better += usize::from(runs.iter().any(|run| run.1 < runs[0].1));
            assert_eq!(order(&graph, &gone), runs[0], "{seed}");
        }
        assert!(n_better > 0, "some could be improved");
    }
}
