//! Peeling: a vertex with one neighbour is absorbed by it, again and again, until what is left
//! is the 2-core. On most answer sets nothing is left.

use super::graph::Graph;
use super::magnitude::Magnitude;
use super::state::{Pair, State, normalise};

/// One vertex absorbed by its only neighbour, or closed where none is left.
#[derive(Debug, Clone, Copy)]
pub struct Peel {
    pub leaf: usize,
    /// The neighbour, and the strength of the link.
    pub stem: Option<(usize, f64)>,
}

/// The peeling steps in order, and which vertices they removed.
pub fn peel(graph: &Graph) -> (Vec<Peel>, Vec<bool>) {
    let n = graph.n_vertices();
    let mut degrees = vec![0; n];
    let mut gone = vec![false; n];
    let mut steps = Vec::with_capacity(n);
    let mut leaves = Vec::new();
    for vertex in (0..n).rev() {
        degrees[vertex] = graph.edges(vertex).len();
        if degrees[vertex] < 2 {
            leaves.push(vertex);
        }
    }
    while let Some(leaf) = leaves.pop() {
        if core::mem::replace(&mut gone[leaf], true) {
            continue;
        }
        let stem = graph.edges(leaf).iter().find(|edge| !gone[edge.0]).copied();
        steps.push(Peel { leaf, stem });
        if let Some((stem, _)) = stem {
            degrees[stem] -= 1;
            if degrees[stem] < 2 {
                leaves.push(stem);
            }
        }
    }
    (steps, gone)
}

/// Runs the steps, remembering what `undo` needs. Weights and masses keep summing to 1.
pub fn run(steps: &[Peel], state: &mut State, total: &mut Magnitude) -> Vec<Pair> {
    let mut before = Vec::with_capacity(steps.len());
    for &Peel { leaf, stem } in steps {
        let [x0, x1] = state.pairs[leaf];
        let [l0, l1] = state.closes[leaf];
        let Some((stem, c)) = stem else {
            if leaf >= state.n_causes {
                total.multiply(x1 * l1 + x0 * l0);
            }
            continue;
        };
        let [y0, y1] = state.pairs[stem];
        before.push([y0, y1]);
        if leaf < state.n_causes {
            // The node's mass, not explained and explained, after the cause.
            state.pairs[stem] = [y0 * (x0 + x1 * (1.0 - c)), y1 + y0 * x1 * c];
        } else {
            let [m0, m1] = message([x0, x1], [l0, l1], c);
            state.pairs[stem] = [y0 * m0, y1 * m1];
            normalise(&mut state.pairs[stem], total);
        }
    }
    before
}

/// Walks the steps backwards: restores weights and masses, and carries the adjoints through.
pub fn undo(steps: &[Peel], state: &mut State, adjoint: &mut [Pair], mut before: Vec<Pair>) {
    for &Peel { leaf, stem } in steps.iter().rev() {
        let [x0, x1] = state.pairs[leaf];
        let [l0, l1] = state.closes[leaf];
        let Some((stem, c)) = stem else {
            adjoint[leaf] = [l0, l1];
            continue;
        };
        state.pairs[stem] = before.pop().unwrap_or(state.pairs[stem]);
        let [y0, y1] = state.pairs[stem];
        let [a0, a1] = adjoint[stem];
        if leaf < state.n_causes {
            adjoint[leaf] = [a0 * y0 + a1 * y1, a0 * y0 * (1.0 - c) + a1 * (y1 + y0 * c)];
            adjoint[stem] = [a0 * (x0 + x1 * (1.0 - c)) + a1 * x1 * c, a1];
        } else {
            let [m0, m1] = message([x0, x1], [l0, l1], c);
            let [p0, p1] = [a0 * y0, a1 * y1];
            adjoint[leaf] = [l0 * p0 + p1 * (l1 * c + l0 * (1.0 - c)), l1 * (p0 + p1)];
            adjoint[stem] = [a0 * m0, a1 * m1];
        }
    }
}

/// What a node says about its only cause, absent and present.
fn message([a, e]: Pair, [l0, l1]: Pair, c: f64) -> Pair {
    [e * l1 + a * l0, l1 * (e + a * c) + l0 * a * (1.0 - c)]
}
