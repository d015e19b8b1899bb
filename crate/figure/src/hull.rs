//! The outline of circles wrapped in a string, as a path of lines and arcs.

use std::f64::consts::TAU;

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

impl Circle {
    /// How far it reaches in the way that has this sine and cosine.
    fn reach(&self, (sin, cos): (f64, f64)) -> f64 {
        self.x * cos + self.y * sin + self.radius
    }

    fn rim(&self, angle: f64) -> (f64, f64) {
        (self.x + self.radius * angle.cos(), self.y + self.radius * angle.sin())
    }
}

/// How many ways are looked in for the circle that reaches farthest.
const N_WAYS: usize = 120;

/// An arc: the circle it is on, and the angles it begins and ends at.
type Arc = (usize, f64, f64);

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
                pen.arc(circle.radius, to - from > TAU / 2.0 + 1e-6, circle.rim(*to));
            }
        }
    }
    pen.close();
    pen.path
}

fn whole(pen: &mut Pen, circle: &Circle) {
    pen.line(circle.rim(0.0));
    pen.arc(circle.radius, false, circle.rim(TAU / 2.0));
    pen.arc(circle.radius, false, circle.rim(0.0));
}

/// Which circle makes which part of the outline, once round.
fn arcs(circles: &[Circle]) -> Vec<Arc> {
    let angle = |way: usize| way as f64 * TAU / N_WAYS as f64;
    let farthest = |angle: f64| {
        let way = angle.sin_cos();
        let reach = |at: &usize| circles[*at].reach(way);
        (0..circles.len()).max_by(|a, b| reach(a).total_cmp(&reach(b)))
    };
    let Some(first) = farthest(0.0) else { return Vec::new() };
    let mut found: Vec<Arc> = vec![(first, 0.0, TAU)];
    for way in 1..=N_WAYS {
        let (last, begun, _) = found[found.len() - 1];
        let Some(next) = farthest(angle(way)).filter(|next| *next != last) else { continue };
        let change = tangent(&circles[last], &circles[next], angle(way - 1), angle(way));
        let at = found.len() - 1;
        found[at] = (last, begun, change);
        found.push((next, change, TAU));
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
        arcs[0].1 = last.1 - TAU;
    }
}

/// The angle between two others at which one circle begins to reach farther than the other.
fn tangent(before: &Circle, after: &Circle, mut from: f64, mut to: f64) -> f64 {
    for _ in 0..24 {
        let middle = f64::midpoint(from, to);
        let way = middle.sin_cos();
        match before.reach(way) >= after.reach(way) {
            true => from = middle,
            false => to = middle,
        }
    }
    from
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
