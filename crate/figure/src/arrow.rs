//! Arrows: the way that a place on the body takes, as found by moving the body.

use std::f64::consts::{PI, TAU};

use crate::figure::{Figure, Mark};
use crate::skin::Body;
use crate::vector::Vector;
use crate::view::Spot;

/// How many pieces a way is drawn in.
const N_PIECES: usize = 12;

/// What moves less does not move, in hundredths of body height.
const STILL: f64 = 0.1;

/// Sizes on paper, in the units of the figure.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// The least length; a shorter way is drawn as a stroke beside the place.
    pub least: f64,
    /// Room between an arrow and what it points at.
    pub room: f64,
    /// Length of the two strokes of its head.
    pub barb: f64,
}

impl Sizes {
    /// For a picture with `scale` units of paper to one of the figure.
    #[must_use]
    pub fn at(scale: f64) -> Self {
        Self { least: 22.0 / scale, room: 5.0 / scale, barb: 8.5 / scale }
    }
}

/// The arrow of a mark from the first position to the last: its shaft and its head. What stays where it is has none.
#[must_use]
pub fn way(figure: &Figure, mark: &Mark, sizes: Sizes) -> [Vec<Spot>; 2] {
    let place = |at: usize| mark.place(&figure.body(at as f64 / N_PIECES as f64));
    let places: Vec<_> = (0..=N_PIECES).map(place).collect();
    let spots: Vec<_> = places.iter().map(|(at, _)| figure.view.spot(*at)).collect();
    if length(&spots) <= STILL {
        return [Vec::new(), Vec::new()];
    }
    let clear = places[N_PIECES].1 + sizes.room;
    let ahead = trimmed(&spots, clear);
    if length(&ahead) >= sizes.least {
        return headed(ahead, sizes);
    }
    let stroke = beside(&spots, clear, sizes.least);
    headed(stroke(figure), sizes)
}

/// A circle that a hand draws round where it is, as the arm swings from its shoulder.
#[must_use]
pub fn circle(figure: &Figure, mark: &Mark, share: f64, sizes: Sizes) -> [Vec<Spot>; 2] {
    let (at, _) = mark.place(&figure.body(share));
    let radius = 5.0 + 6.0 * share;
    let turn = |piece: usize| {
        let angle = PI / 2.0 - (piece as f64 / N_PIECES as f64) * 0.85 * TAU;
        figure.view.spot(at + Vector::new(radius * angle.cos(), 0.0, radius * angle.sin()))
    };
    headed((0..=N_PIECES).map(turn).collect(), sizes)
}

fn apart(a: &Spot, b: &Spot) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

fn length(spots: &[Spot]) -> f64 {
    spots.windows(2).map(|pair| apart(&pair[0], &pair[1])).sum()
}

/// The way without its last bit, where the moved part now is.
fn trimmed(spots: &[Spot], clear: f64) -> Vec<Spot> {
    let last = spots[spots.len() - 1];
    spots.iter().take_while(|spot| apart(spot, &last) >= clear).copied().collect()
}

/// A stroke along the way: ahead of where it ends, or, where the body is in the way there, behind where it
/// begins, as if to push.
fn beside(spots: &[Spot], clear: f64, least: f64) -> impl Fn(&Figure) -> Vec<Spot> {
    let (first, last) = (spots[0], spots[spots.len() - 1]);
    let chord = apart(&first, &last).max(0.01);
    let (x, y) = ((last.x - first.x) / chord, (last.y - first.y) / chord);
    let stroke = move |from: Spot, begin: f64| {
        [begin, begin + least].map(|by| Spot { x: from.x + x * by, y: from.y + y * by }).to_vec()
    };
    move |figure| {
        let ahead = stroke(last, clear);
        let blocked = ahead.iter().any(|spot| covers(figure, &figure.body(1.0), spot));
        if blocked { stroke(last, -clear - least) } else { ahead }
    }
}

/// Whether head, trunk or legs are seen at a spot. Arms are thin, and are often what moves.
fn covers(figure: &Figure, body: &Body, spot: &Spot) -> bool {
    let balls = body.trunk.iter().flatten().chain(&body.head).chain(&body.neck);
    let balls = balls.chain(body.legs.iter().flatten());
    let mut circles = balls.map(|ball| figure.view.circle(ball));
    circles.any(|circle| apart(spot, &Spot { x: circle.x, y: circle.y }) < circle.radius)
}

fn headed(shaft: Vec<Spot>, sizes: Sizes) -> [Vec<Spot>; 2] {
    let Some(tip) = shaft.last().copied() else { return [shaft, Vec::new()] };
    let before =
        shaft.iter().rev().find(|spot| apart(spot, &tip) > 0.4 * sizes.barb).unwrap_or(&tip);
    let back = (before.y - tip.y).atan2(before.x - tip.x);
    let barb = |by: f64| {
        let angle = back + by;
        Spot { x: tip.x + sizes.barb * angle.cos(), y: tip.y + sizes.barb * angle.sin() }
    };
    let head = vec![barb(0.6), tip, barb(-0.6)];
    [shaft, head]
}
