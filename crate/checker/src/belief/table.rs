//! The frontier table and the linear steps on it, forwards and backwards.
//!
//! Every entry is a sum of products of non-negative numbers, so the relative error stays near
//! machine epsilon however small the chance of the evidence is. That is why this is not
//! Quickscore (Heckerman 1989): inclusion-exclusion over subsets of the yes answers cancels,
//! and its time is 2 to the number of yes answers even when the graph is a tree.

use super::state::Pair;

/// One entry per subset of the live vertices.
pub type Table = Vec<f64>;

/// A vertex enters on a new highest bit.
pub fn open(table: &mut Table, [off, on]: Pair) {
    let half = table.len();
    table.extend_from_within(..);
    let (low, high) = table.split_at_mut(half);
    scale(low, off);
    scale(high, on);
}

/// The backward step of [`open`]: the adjoint before it.
pub fn unopen(table: &mut Table, [off, on]: Pair) {
    let half = table.len() / 2;
    let (low, high) = table.split_at_mut(half);
    for (x, y) in low.iter_mut().zip(high) {
        *x = off * *x + on * *y;
    }
    table.truncate(half);
}

/// The vertex on this bit leaves, each of its states weighed.
pub fn close(table: &mut Table, bit: u32, [off, on]: Pair) {
    let size = 1 << bit;
    let half = table.len() / 2;
    for to in 0..half {
        let from = to + (to & !(size - 1));
        let (x, y) = (table[from], table[from + size]);
        table[to] = off * x + on * y;
    }
    table.truncate(half);
}

/// The backward step of [`close`].
pub fn unclose(table: &mut Table, bit: u32, [off, on]: Pair) {
    let size = 1 << bit;
    let half = table.len();
    table.resize(2 * half, 0.0);
    for from in (0..half).rev() {
        let to = from + (from & !(size - 1));
        let x = table[from];
        table[to + size] = on * x;
        table[to] = off * x;
    }
}

/// A certain cause explains the node on this bit with strength `c`, or fails to.
pub fn explain(table: &mut [f64], bit: u32, c: f64) {
    halves(table, bit, |clear, set| move_up(clear, set, c));
}

/// The backward step of [`explain`].
pub fn unexplain(table: &mut [f64], bit: u32, c: f64) {
    halves(table, bit, |clear, set| move_down(clear, set, c));
}

/// The cause on one bit, where present, explains the node on another.
pub fn edge(table: &mut [f64], cause: u32, node: u32, c: f64) {
    where_present(table, cause, node, |clear, set| move_up(clear, set, c));
}

/// The backward step of [`edge`].
pub fn unedge(table: &mut [f64], cause: u32, node: u32, c: f64) {
    where_present(table, cause, node, |clear, set| move_down(clear, set, c));
}

/// For each entry, the chance that every cause present in it fails to explain the node.
pub fn failures(table: &Table, links: &[(u32, f64)]) -> Vec<f64> {
    let mut failures = Vec::with_capacity(table.len());
    failures.push(1.0);
    let mut links = links.iter().peekable();
    for bit in 0..table.len().ilog2() {
        let factor = links.next_if(|link| link.0 == bit).map_or(1.0, |link| 1.0 - link.1);
        for at in 0..failures.len() {
            failures.push(failures[at] * factor);
        }
    }
    failures
}

/// Brings the largest entry to 1, and returns what that took out.
pub fn rescale(table: &mut Table) -> f64 {
    let largest = table.iter().copied().fold(0.0, f64::max);
    scale(table, 1.0 / largest);
    largest
}

/// Entry by entry, `off` of one table plus `on` of another.
pub fn mix(table: &mut [f64], other: &[f64], [off, on]: Pair) {
    for (x, y) in table.iter_mut().zip(other) {
        *x = off * *x + on * *y;
    }
}

/// The sum of the entrywise products of two tables.
pub fn dot(left: &[f64], right: &[f64]) -> f64 {
    let mut sum = 0.0;
    for (x, y) in left.iter().zip(right) {
        sum += x * y;
    }
    sum
}

fn scale(table: &mut [f64], by: f64) {
    for entry in table {
        *entry *= by;
    }
}

fn move_up(clear: &mut [f64], set: &mut [f64], c: f64) {
    let q = 1.0 - c;
    for (x, y) in clear.iter_mut().zip(set) {
        *y += c * *x;
        *x *= q;
    }
}

fn move_down(clear: &mut [f64], set: &mut [f64], c: f64) {
    let q = 1.0 - c;
    for (x, y) in clear.iter_mut().zip(set) {
        *x = q * *x + c * *y;
    }
}

/// Calls `step` with every run of entries that have this bit clear and the same with it set.
fn halves<T>(table: &mut [T], bit: u32, step: impl Fn(&mut [T], &mut [T])) {
    for block in table.chunks_exact_mut(2 << bit) {
        let (clear, set) = block.split_at_mut(1 << bit);
        step(clear, set);
    }
}

/// As [`halves`] of `node`, among the entries that have `cause` set.
fn where_present<T>(table: &mut [T], cause: u32, node: u32, step: impl Fn(&mut [T], &mut [T])) {
    if cause > node {
        halves(table, cause, |_, present| halves(present, node, &step));
    } else {
        halves(table, node, |clear, set| {
            let clear = clear.chunks_exact_mut(2 << cause);
            for (clear, set) in clear.zip(set.chunks_exact_mut(2 << cause)) {
                step(&mut clear[1 << cause..], &mut set[1 << cause..]);
            }
        });
    }
}
