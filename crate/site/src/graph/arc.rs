//! Kinds below each other, and an arc for each two that are related.

use std::collections::BTreeMap;

use serde::Serialize;

use super::spine::{Frame, frame};

const WIDTH: i32 = 320;
/// How wide the boxes are.
const BOX: i32 = 150;
/// From one box to the next.
const STEP: i32 = 70;
const HEIGHT: i32 = 60;
/// How far out the arc between neighbours goes, and how much farther for each box in between.
const REACH: [i32; 2] = [26, 15];

/// A whole picture.
#[derive(Serialize)]
pub struct Arcs {
    pub width: i32,
    pub height: i32,
    pub boxes: Vec<Node>,
    pub arcs: Vec<Arc>,
}

/// A kind in its box.
#[derive(Serialize)]
pub struct Node {
    pub name: &'static str,
    pub frame: Frame,
}

/// Everything that one kind says of another.
#[derive(Serialize)]
pub struct Arc {
    /// The line and the head of its arrow.
    pub line: String,
    pub head: String,
    /// How thick it is, from 1 to 5: the more relations, the thicker.
    pub weight: u32,
    /// What it stands for, in words.
    pub text: String,
}

/// The picture of these kinds, each with its title and its number, and of how often they are related.
#[must_use]
pub fn arcs(
    kinds: &[(&'static str, &'static str, usize)],
    pairs: &BTreeMap<(usize, usize), usize>,
) -> Arcs {
    let top = |at: usize| 1 + STEP * i32::try_from(at).unwrap_or(0);
    let boxes = kinds.iter().enumerate().map(|(at, (name, title, n))| Node {
        name,
        frame: frame(&format!("{title}: {n}"), 1 + BOX / 2, top(at), BOX, 3).within(HEIGHT),
    });
    let ends = Ends::of(pairs);
    let arcs = pairs.iter().map(|((from, to), n)| {
        let (from_y, to_y) =
            (ends.place(*from, (*from, *to), false), ends.place(*to, (*from, *to), true));
        let text = format!("{} to {}: {n}", kinds[*from].1, kinds[*to].1);
        arc((top(*from) + from_y, top(*to) + to_y), from.abs_diff(*to), *n, text)
    });
    let arcs = arcs.collect();
    let height = top(kinds.len()) - STEP + HEIGHT + 1;
    Arcs { width: WIDTH, height, boxes: boxes.collect(), arcs }
}

fn arc((from, to): (i32, i32), n_steps: usize, n: usize, text: String) -> Arc {
    let n_steps = i32::try_from(n_steps).unwrap_or(0);
    let (edge, out) = (1 + BOX, REACH[0] + REACH[1] * n_steps);
    let far = edge + out;
    let round = out.min((to - from).abs() / 2).max(4);
    let down = if to < from { -round } else { round };
    let line = format!(
        "M{edge} {from}H{}Q{far} {from} {far} {}V{}Q{far} {to} {} {to}H{}",
        far - round,
        from + down,
        to - down,
        far - round,
        edge + 7,
    );
    let head = format!("M{edge} {to}l8 -5v10z");
    Arc { line, head, weight: n.ilog2().clamp(2, 10) / 2, text }
}

/// One end of an arc: the kinds that it goes from and to, and whether this is where it comes in.
type End = ((usize, usize), bool);

/// Which arcs end at each box, from the top down.
struct Ends(BTreeMap<usize, Vec<End>>);

impl Ends {
    fn of(pairs: &BTreeMap<(usize, usize), usize>) -> Self {
        let mut ends: BTreeMap<usize, Vec<_>> = BTreeMap::new();
        for (from, to) in pairs.keys() {
            ends.entry(*from).or_default().push(((*from, *to), false));
            ends.entry(*to).or_default().push(((*from, *to), true));
        }
        for (at, list) in &mut ends {
            // Arcs from above come in at the top, the farthest first; so they do not cross at the box.
            list.sort_by_key(|((from, to), is_in)| {
                let other = if *is_in { *from } else { *to };
                (other >= *at, if other < *at { other } else { usize::MAX - other }, *is_in)
            });
        }
        Self(ends)
    }

    /// How far below the top of box `at` this arc ends.
    fn place(&self, at: usize, pair: (usize, usize), is_in: bool) -> i32 {
        let list = &self.0[&at];
        let place = list.iter().position(|end| *end == (pair, is_in)).unwrap_or(0);
        let (place, n) =
            (i32::try_from(place).unwrap_or(0), i32::try_from(list.len()).unwrap_or(1));
        HEIGHT * (2 * place + 1) / (2 * n)
    }
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, arcs};

    #[test]
    fn every_arc_stays_on_the_picture_and_ends_at_its_own_place() {
        let kinds: Vec<_> = (1..=10).map(|n| ("cause", "What may be behind it", n)).collect();
        let all = (0..10).flat_map(|from| (0..10).map(move |to| ((from, to), from + to + 1)));
        let picture = arcs(&kinds, &all.collect());
        assert_eq!((picture.boxes.len(), picture.arcs.len()), (10, 100));
        let mut heads: Vec<_> = picture.arcs.iter().map(|arc| &arc.head).collect();
        for arc in &picture.arcs {
            let numbers = arc.line.split(|sign: char| !(sign.is_ascii_digit() || sign == '-'));
            let lengths: Vec<i32> = numbers.filter_map(|number| number.parse().ok()).collect();
            let most = WIDTH.max(picture.height);
            assert!(lengths.iter().all(|it| (0..=most).contains(it)), "{}", arc.line);
        }
        heads.sort();
        heads.dedup();
        assert_eq!(heads.len(), 100);
    }
}
