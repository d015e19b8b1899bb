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
    let half = table.len() / 2;
    for to in 0..half {
        let from = gap(to, bit);
        let (x, y) = (table[from], table[from + (1 << bit)]);
        table[to] = off * x + on * y;
    }
    table.truncate(half);
}

/// The backward step of [`close`].
pub fn unclose(table: &mut Table, bit: u32, [off, on]: Pair) {
    let half = table.len();
    table.resize(2 * half, 0.0);
    for from in (0..half).rev() {
        let to = gap(from, bit);
        let x = table[from];
        table[to + (1 << bit)] = on * x;
        table[to] = off * x;
    }
}

/// A cause explains the node on this bit with strength `c`, or fails to: where it is present,
/// or everywhere if it has no bit because it is certain.
pub fn explain(table: &mut [f64], cause: Option<u32>, node: u32, c: f64) {
    mix_bit(table, cause, node, [c, 0.0]);
}

/// The backward step of [`explain`].
pub fn unexplain(table: &mut [f64], cause: Option<u32>, node: u32, c: f64) {
    mix_bit(table, cause, node, [0.0, c]);
}

/// For each entry, the chance that every cause present in it fails to explain the node.
pub fn failures(table: &Table, links: &[(u32, f64)]) -> Vec<f64> {
    let mut failures = Vec::with_capacity(table.len());
    failures.push(1.0);
    for bit in 0..table.len().ilog2() {
        let factor = links.iter().find(|link| link.0 == bit).map_or(1.0, |link| 1.0 - link.1);
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

/// Entry by entry, the table of a vertex that is present and one of it absent, each weighed.
pub fn mix(table: &mut [f64], absent: &[f64], [off, on]: Pair) {
    for (x, y) in table.iter_mut().zip(absent) {
        *x = on * *x + off * *y;
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

/// Of each pair of entries that differ in the bit of `node`: `up` of the clear one goes to the
/// other, or `down` of the other to it. One of the two is 0, which adds nothing, to the last bit.
fn mix_bit(table: &mut [f64], cause: Option<u32>, node: u32, [up, down]: Pair) {
    let q = 1.0 - (up + down);
    let n_free = if cause.is_some() { 2 } else { 1 };
    for at in 0..table.len() >> n_free {
        let clear = match cause {
            Some(cause) => gap(gap(at, cause.min(node)), cause.max(node)) + (1 << cause),
            None => gap(at, node),
        };
        let set = clear + (1 << node);
        let (x, y) = (table[clear], table[set]);
        table[clear] = q * x + down * y;
        table[set] = y + up * x;
    }
}

/// The index with a clear bit put in here, and the bits from there on moved up.
fn gap(at: usize, bit: u32) -> usize {
    at + (at & !((1 << bit) - 1))
}
