//! The outline of circles wrapped in a string, as a path of lines and arcs.

use std::f64::consts::TAU;
use std::sync::LazyLock;

use crate::pen::Pen;

/// A circle on the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circle {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// Half its size.
    pub radius: f64,
}

/// A way to look in, as a step of length 1 to the right and down.
type Way = (f64, f64);

impl Circle {
    /// How far it reaches in a way.
    fn reach(&self, (right, down): Way) -> f64 {
        self.x * right + self.y * down + self.radius
    }

    /// The point that reaches farthest.
    fn rim(&self, (right, down): Way) -> (f64, f64) {
        (self.x + self.radius * right, self.y + self.radius * down)
    }
}

/// How many ways are looked in for the circle that reaches farthest.
const N_WAYS: usize = 120;

/// These, once round, and the first again.
static WAYS: LazyLock<[Way; N_WAYS + 1]> = LazyLock::new(|| {
    std::array::from_fn(|at| {
        let (sin, cos) = (at as f64 * TAU / N_WAYS as f64).sin_cos();
        (cos, sin)
    })
});

/// An arc: the circle it is on, and the ways it begins and ends in.
type Arc = (usize, Way, Way);

/// The outline as path data; nothing for no circles.
#[must_use]
pub fn path(circles: &[Circle]) -> String {
    let arcs = arcs(circles);
    let mut pen = Pen::default();
    match arcs[..] {
        [] => return String::new(),
        [(only, ..)] => whole(&mut pen, &circles[only]),
        _ => {
            for (circle, from, to) in &arcs {
                let circle = &circles[*circle];
                pen.line(circle.rim(*from));
                pen.arc(circle.radius, is_more_than_half(*from, *to), circle.rim(*to));
            }
        }
    }
    pen.close();
    pen.path
}

fn whole(pen: &mut Pen, circle: &Circle) {
    pen.line(circle.rim((1.0, 0.0)));
    pen.arc(circle.radius, false, circle.rim((-1.0, 0.0)));
    pen.arc(circle.radius, false, circle.rim((1.0, 0.0)));
}

fn is_more_than_half(from: Way, to: Way) -> bool {
    from.0 * to.1 - from.1 * to.0 < -1e-6
}

/// Which circle makes which part of the outline, once round.
fn arcs(circles: &[Circle]) -> Vec<Arc> {
    let farthest = |way: Way| {
        let reach = |at: &usize| circles[*at].reach(way);
        (0..circles.len()).max_by(|a, b| reach(a).total_cmp(&reach(b)))
    };
    let [start, ways @ ..] = *WAYS;
    let Some(first) = farthest(start) else { return Vec::new() };
    let mut found: Vec<Arc> = vec![(first, start, start)];
    for way in ways {
        let at = found.len() - 1;
        let (last, begun, end) = found[at];
        let Some(next) = farthest(way).filter(|next| *next != last) else { continue };
        let change = change(&circles[last], &circles[next]);
        found[at] = (last, begun, change);
        found.push((next, change, end));
    }
    join_ends(&mut found);
    found
}

/// The outline has no beginning: its first and last arc may be one.
fn join_ends(arcs: &mut Vec<Arc>) {
    if let [first, .., last] = arcs[..]
        && first.0 == last.0
    {
        arcs.pop();
        arcs[0].1 = last.1;
    }
}

/// The way in which one circle stops to reach farther than the next, once round: there both touch the string. With d from
/// the next to the first and r the difference of their radii it is the way w of length 1 with w · d = -r that turns on
/// from d.
fn change(before: &Circle, after: &Circle) -> Way {
    let (right, down) = (before.x - after.x, before.y - after.y);
    let differ = before.radius - after.radius;
    let square = right * right + down * down;
    let aside = (square - differ * differ).max(0.0).sqrt();
    ((-differ * right - aside * down) / square, (aside * right - differ * down) / square)
}

#[cfg(test)]
mod tests {
    use super::{Circle, path};

    fn check(circles: &[(f64, f64, f64)], expected: &str) {
        let circle = |(x, y, radius): &(f64, f64, f64)| Circle { x: *x, y: *y, radius: *radius };
        assert_eq!(path(&circles.iter().map(circle).collect::<Vec<_>>()), expected);
    }

    #[test]
    fn a_string_round_circles() {
        check(&[], "");
        check(&[(0.0, 0.0, 2.0)], "M2 0a2 2 0 01-4 0a2 2 0 014 0z");
        check(&[(0.0, 0.0, 1.0), (0.0, 10.0, 1.0)], "M1 10a1 1 0 01-2 0l0-10a1 1 0 012 0z");
    }

    #[test]
    fn a_circle_within_another_is_not_seen() {
        check(&[(0.0, 0.0, 2.0), (0.5, 0.0, 1.0)], "M2 0a2 2 0 01-4 0a2 2 0 014 0z");
    }
}
