//! Peeling: a vertex with one neighbour is absorbed by it, again and again, until what is left
//! is the 2-core. On most answer sets nothing is left.

use super::graph::Graph;
use super::magnitude::Magnitude;
use super::state::{Pair, State, normalise};

/// One vertex absorbed or closed.
#[derive(Debug, Clone, Copy)]
pub enum Peel {
    /// A cause with this node as its only one.
    CauseInto { cause: usize, node: usize, strength: f64 },
    /// A node with this cause as its only one.
    NodeInto { node: usize, cause: usize, strength: f64 },
    /// A cause with no node left.
    Cause { cause: usize },
    /// A node with no cause left.
    Node { node: usize },
}

/// The peeling steps in order, and which vertices they removed.
pub fn peel(graph: &Graph) -> (Vec<Peel>, Vec<bool>) {
    let n = graph.n_vertices();
    let mut degrees: Vec<usize> = (0..n).map(|vertex| graph.degree(vertex)).collect();
    let mut gone = vec![false; n];
    let mut steps = Vec::with_capacity(n);
    let mut leaves: Vec<usize> = (0..n).rev().filter(|&vertex| degrees[vertex] < 2).collect();
    while let Some(leaf) = leaves.pop() {
        if core::mem::replace(&mut gone[leaf], true) {
            continue;
        }
        let stem = graph.edges(leaf).iter().find(|edge| !gone[edge.0]);
        steps.push(step(graph, leaf, stem));
        if let Some(&(stem, _)) = stem {
            degrees[stem] -= 1;
            if degrees[stem] < 2 {
                leaves.push(stem);
            }
        }
    }
    (steps, gone)
}

fn step(graph: &Graph, leaf: usize, stem: Option<&(usize, f64)>) -> Peel {
    let n = graph.n_causes;
    match (leaf.checked_sub(n), stem) {
        (None, Some(&(stem, strength))) => {
            Peel::CauseInto { cause: leaf, node: stem - n, strength }
        }
        (Some(node), Some(&(cause, strength))) => Peel::NodeInto { node, cause, strength },
        (None, None) => Peel::Cause { cause: leaf },
        (Some(node), None) => Peel::Node { node },
    }
}

/// Runs the steps, remembering what `undo` needs. Weights and masses keep summing to 1.
pub fn run(steps: &[Peel], state: &mut State, total: &mut Magnitude) -> Vec<Pair> {
    let mut before = Vec::with_capacity(steps.len());
    for &step in steps {
        match step {
            Peel::CauseInto { cause, node, strength } => {
                before.push(state.masses[node]);
                state.masses[node] = absorbed(state.masses[node], state.weights[cause], strength);
            }
            Peel::NodeInto { node, cause, strength } => {
                before.push(state.weights[cause]);
                let message = message(state.masses[node], state.closes[node], strength);
                state.weights[cause] = multiply(state.weights[cause], message);
                normalise(&mut state.weights[cause], total);
            }
            Peel::Cause { .. } => {}
            Peel::Node { node } => {
                let ([a, e], [l0, l1]) = (state.masses[node], state.closes[node]);
                total.multiply(e * l1 + a * l0);
            }
        }
    }
    before
}

/// Walks the steps backwards: restores weights and masses, and carries the adjoints through.
pub fn undo(steps: &[Peel], state: &mut State, adjoint: &mut State, mut before: Vec<Pair>) {
    for &step in steps.iter().rev() {
        match step {
            Peel::CauseInto { cause, node, strength } => {
                state.masses[node] = before.pop().unwrap_or(state.masses[node]);
                let (mass, weight) = (state.masses[node], state.weights[cause]);
                adjoint.weights[cause] = absorbed_weight(adjoint.masses[node], mass, strength);
                adjoint.masses[node] = absorbed_mass(adjoint.masses[node], weight, strength);
            }
            Peel::NodeInto { node, cause, strength } => {
                state.weights[cause] = before.pop().unwrap_or(state.weights[cause]);
                let closes = state.closes[node];
                let message = message(state.masses[node], closes, strength);
                let pulled = multiply(adjoint.weights[cause], state.weights[cause]);
                adjoint.weights[cause] = multiply(adjoint.weights[cause], message);
                adjoint.masses[node] = message_mass(pulled, closes, strength);
            }
            Peel::Cause { cause } => adjoint.weights[cause] = [1.0; 2],
            Peel::Node { node } => adjoint.masses[node] = state.closes[node],
        }
    }
}

/// Mass of a node, not explained and explained, after it has absorbed a cause.
fn absorbed([a, e]: Pair, [w0, w1]: Pair, c: f64) -> Pair {
    [a * (w0 + w1 * (1.0 - c)), e * (w0 + w1) + a * w1 * c]
}

fn absorbed_weight([ya, ye]: Pair, [a, e]: Pair, c: f64) -> Pair {
    [ya * a + ye * e, ya * a * (1.0 - c) + ye * (e + a * c)]
}

fn absorbed_mass([ya, ye]: Pair, [w0, w1]: Pair, c: f64) -> Pair {
    [ya * (w0 + w1 * (1.0 - c)) + ye * w1 * c, ye * (w0 + w1)]
}

/// What a node says about its only cause, absent and present.
fn message([a, e]: Pair, [l0, l1]: Pair, c: f64) -> Pair {
    [e * l1 + a * l0, l1 * (e + a * c) + l0 * a * (1.0 - c)]
}

fn message_mass([y0, y1]: Pair, [l0, l1]: Pair, c: f64) -> Pair {
    [l0 * y0 + y1 * (l1 * c + l0 * (1.0 - c)), l1 * (y0 + y1)]
}

fn multiply(left: Pair, right: Pair) -> Pair {
    [left[0] * right[0], left[1] * right[1]]
}
