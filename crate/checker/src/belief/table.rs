//! The frontier table and the linear steps on it, forwards and backwards.
//!
//! Every entry is a sum of products of non-negative numbers, so the relative error stays near
//! machine epsilon however small the chance of the evidence is. That is why this is not
//! Quickscore (Heckerman 1989): inclusion-exclusion over subsets of the yes answers cancels,
//! and its time is 2 to the number of yes answers even when the graph is a tree.

use super::magnitude::Magnitude;
use super::state::{Lanes, Pair};

/// One entry per subset of the live vertices.
pub type Table<const L: usize> = Vec<Lanes<L>>;

/// A vertex enters on a new highest bit.
pub fn open<const L: usize>(table: &mut Table<L>, [off, on]: Pair<L>) {
    let half = table.len();
    table.extend_from_within(..);
    let (low, high) = table.split_at_mut(half);
    scale(low, off);
    scale(high, on);
}

/// The backward step of [`open`]: the adjoint before it.
pub fn unopen<const L: usize>(table: &mut Table<L>, [off, on]: Pair<L>) {
    let half = table.len() / 2;
    let (low, high) = table.split_at_mut(half);
    for (x, y) in low.iter_mut().zip(high) {
        (0..L).for_each(|l| x[l] = off[l] * x[l] + on[l] * y[l]);
    }
    table.truncate(half);
}

/// The vertex on this bit leaves, each of its states weighed.
pub fn close<const L: usize>(table: &mut Table<L>, bit: u32, [off, on]: Pair<L>) {
    let size = 1 << bit;
    let half = table.len() / 2;
    for to in 0..half {
        let from = to + (to & !(size - 1));
        let (x, y) = (table[from], table[from + size]);
        table[to] = core::array::from_fn(|l| off[l] * x[l] + on[l] * y[l]);
    }
    table.truncate(half);
}

/// The backward step of [`close`].
pub fn unclose<const L: usize>(table: &mut Table<L>, bit: u32, [off, on]: Pair<L>) {
    let size = 1 << bit;
    let half = table.len();
    table.resize(2 * half, [0.0; L]);
    for from in (0..half).rev() {
        let to = from + (from & !(size - 1));
        let x = table[from];
        table[to + size] = core::array::from_fn(|l| on[l] * x[l]);
        table[to] = core::array::from_fn(|l| off[l] * x[l]);
    }
}

/// A certain cause explains the node on this bit with strength `c`, or fails to.
pub fn explain<const L: usize>(table: &mut [Lanes<L>], bit: u32, c: f64) {
    halves(table, bit, |clear, set| move_up(clear, set, c));
}

/// The backward step of [`explain`].
pub fn unexplain<const L: usize>(table: &mut [Lanes<L>], bit: u32, c: f64) {
    halves(table, bit, |clear, set| move_down(clear, set, c));
}

/// The cause on one bit, where present, explains the node on another.
pub fn edge<const L: usize>(table: &mut [Lanes<L>], cause: u32, node: u32, c: f64) {
    where_present(table, cause, node, |clear, set| move_up(clear, set, c));
}

/// The backward step of [`edge`].
pub fn unedge<const L: usize>(table: &mut [Lanes<L>], cause: u32, node: u32, c: f64) {
    where_present(table, cause, node, |clear, set| move_down(clear, set, c));
}

/// For each entry, the chance that every cause present in it fails to explain the node.
pub fn failures<const L: usize>(table: &Table<L>, links: &[(u32, f64)]) -> Vec<f64> {
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

/// Brings the largest entry of each lane to 1, and returns what that took out.
pub fn rescale<const L: usize>(table: &mut Table<L>, totals: &mut [Magnitude; L]) {
    let mut largest = [0.0_f64; L];
    for entry in &*table {
        (0..L).for_each(|l| largest[l] = largest[l].max(entry[l]));
    }
    (0..L).for_each(|l| totals[l].multiply(largest[l]));
    scale(table, largest.map(|x| 1.0 / x));
}

/// Entry by entry, `off` of one table plus `on` of another.
pub fn mix<const L: usize>(table: &mut [Lanes<L>], other: &[Lanes<L>], [off, on]: Pair<L>) {
    for (x, y) in table.iter_mut().zip(other) {
        (0..L).for_each(|l| x[l] = off[l] * x[l] + on[l] * y[l]);
    }
}

/// The sum of the entrywise products of two tables.
pub fn dot<const L: usize>(left: &[Lanes<L>], right: &[Lanes<L>]) -> Lanes<L> {
    let mut sum = [0.0; L];
    for (x, y) in left.iter().zip(right) {
        (0..L).for_each(|l| sum[l] += x[l] * y[l]);
    }
    sum
}

fn scale<const L: usize>(table: &mut [Lanes<L>], by: Lanes<L>) {
    for entry in table {
        (0..L).for_each(|l| entry[l] *= by[l]);
    }
}

fn move_up<const L: usize>(clear: &mut [Lanes<L>], set: &mut [Lanes<L>], c: f64) {
    let q = 1.0 - c;
    for (x, y) in clear.iter_mut().zip(set) {
        for l in 0..L {
            y[l] += c * x[l];
            x[l] *= q;
        }
    }
}

fn move_down<const L: usize>(clear: &mut [Lanes<L>], set: &mut [Lanes<L>], c: f64) {
    let q = 1.0 - c;
    for (x, y) in clear.iter_mut().zip(set) {
        (0..L).for_each(|l| x[l] = q * x[l] + c * y[l]);
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
