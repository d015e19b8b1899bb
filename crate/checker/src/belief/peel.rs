//! Peeling: a vertex with one neighbour is absorbed by it, again and again, until what is left
//! is the 2-core. On most answer sets nothing is left.

use super::graph::Graph;
use super::magnitude::Magnitude;
use super::state::{Lanes, Pair, State, normalise};

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
pub fn run<const L: usize>(
    steps: &[Peel],
    state: &mut State<L>,
    total: &mut [Magnitude; L],
) -> Vec<Pair<L>> {
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
                (0..L).for_each(|l| total[l].multiply(e[l] * l1[l] + a[l] * l0[l]));
            }
        }
    }
    before
}

/// Walks the steps backwards: restores weights and masses, and carries the adjoints through.
pub fn undo<const L: usize>(
    steps: &[Peel],
    state: &mut State<L>,
    adjoint: &mut State<L>,
    mut before: Vec<Pair<L>>,
) {
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
            Peel::Cause { cause } => adjoint.weights[cause] = [[1.0; L]; 2],
            Peel::Node { node } => adjoint.masses[node] = state.closes[node],
        }
    }
}

/// Mass of a node, not explained and explained, after it has absorbed a cause.
fn absorbed<const L: usize>([a, e]: Pair<L>, [w0, w1]: Pair<L>, c: f64) -> Pair<L> {
    let q = 1.0 - c;
    let unexplained = core::array::from_fn(|l| a[l] * (w0[l] + w1[l] * q));
    let explained = core::array::from_fn(|l| e[l] * (w0[l] + w1[l]) + a[l] * w1[l] * c);
    [unexplained, explained]
}

fn absorbed_weight<const L: usize>([ya, ye]: Pair<L>, [a, e]: Pair<L>, c: f64) -> Pair<L> {
    let q = 1.0 - c;
    let absent = core::array::from_fn(|l| ya[l] * a[l] + ye[l] * e[l]);
    let present = core::array::from_fn(|l| ya[l] * a[l] * q + ye[l] * (e[l] + a[l] * c));
    [absent, present]
}

fn absorbed_mass<const L: usize>([ya, ye]: Pair<L>, [w0, w1]: Pair<L>, c: f64) -> Pair<L> {
    let q = 1.0 - c;
    let unexplained = core::array::from_fn(|l| ya[l] * (w0[l] + w1[l] * q) + ye[l] * w1[l] * c);
    let explained = core::array::from_fn(|l| ye[l] * (w0[l] + w1[l]));
    [unexplained, explained]
}

/// What a node says about its only cause, absent and present.
fn message<const L: usize>([a, e]: Pair<L>, [l0, l1]: Pair<L>, c: f64) -> Pair<L> {
    let q = 1.0 - c;
    let absent = core::array::from_fn(|l| e[l] * l1[l] + a[l] * l0[l]);
    let present = core::array::from_fn(|l| l1[l] * (e[l] + a[l] * c) + l0[l] * a[l] * q);
    [absent, present]
}

fn message_mass<const L: usize>([y0, y1]: Pair<L>, [l0, l1]: Pair<L>, c: f64) -> Pair<L> {
    let q = 1.0 - c;
    let unexplained = core::array::from_fn(|l| l0[l] * y0[l] + y1[l] * (l1[l] * c + l0[l] * q));
    let explained = core::array::from_fn(|l| l1[l] * (y0[l] + y1[l]));
    [unexplained, explained]
}

fn multiply<const L: usize>(left: Pair<L>, right: Pair<L>) -> Pair<L> {
    let product = |x: Lanes<L>, y: Lanes<L>| core::array::from_fn(|l| x[l] * y[l]);
    [product(left[0], right[0]), product(left[1], right[1])]
}
