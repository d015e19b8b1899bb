//! From bodies and things to shapes on paper, the far ones first.

use crate::arrow::{self, Sizes};
use crate::figure::{Figure, Mark, Show};
use crate::flesh::flesh;
use crate::hull::Circle;
use crate::skin::{Ball, Body};
use crate::thing::{Form, Piece};
use crate::vector::Vector;
use crate::view::{Spot, View};

/// Something with one style.
pub struct Shape {
    /// The names of its style.
    pub class: &'static str,
    /// What is drawn.
    pub mark: Drawn,
}

/// What can be drawn.
pub enum Drawn {
    /// Skins, each stretched over circles, with one outline round all.
    Outline(Vec<Vec<Circle>>),
    /// Lines.
    Lines(Vec<Vec<Spot>>),
}

/// The shapes of one position, and the circles that must be in the picture.
pub struct Scene {
    /// In the order in which they are drawn.
    pub shapes: Vec<Shape>,
    /// What the picture is fitted to.
    pub within: Vec<Circle>,
    /// Where the dots are.
    pub dots: Vec<Spot>,
}

/// The position at `share` of the way, without arrows.
#[must_use]
pub fn scene(figure: &Figure, share: f64) -> Scene {
    let (body, first, view) = (figure.body(share), figure.body(0.0), &figure.view);
    let pieces: Vec<_> = figure.props.iter().flat_map(|prop| prop.pieces(&body, &first)).collect();
    let mut layers: Vec<(f64, Shape)> = Vec::new();
    if !figure.rests.is_empty() {
        layers.push((f64::NEG_INFINITY, floor(view, [&body, &first], &pieces)));
    }
    layers.extend(pieces.iter().map(|piece| thing(view, piece)));
    layers.extend(flesh(view, &body));
    layers.sort_by(|a, b| a.0.total_cmp(&b.0));
    let shapes: Vec<_> = layers.into_iter().map(|layer| layer.1).collect();
    Scene { within: within(figure, &body, &shapes), shapes, dots: Vec::new() }
}

impl Scene {
    /// Adds dots where the first position touches, circles of the hands, and, where the last position is shown, the ways that led there.
    pub fn point(&mut self, figure: &Figure, share: f64, sizes: Sizes) {
        let circles = figure.circles.iter().map(|mark| arrow::circle(figure, mark, share, sizes));
        let ways = figure.moves.iter().filter(|_| share >= 1.0);
        let ways = ways.map(|mark| arrow::way(figure, mark, sizes));
        for mark in figure.dots.iter().filter(|_| share <= 0.0) {
            let back = touch(figure, mark);
            self.dots.push(figure.view.spot(back.at));
            self.shapes.push(outline(&figure.view, "dot", &[vec![back]]));
        }
        for arrow in circles.chain(ways) {
            self.within.extend(arrow.iter().flatten().map(dot));
            self.shapes.push(Shape { class: "arrow", mark: Drawn::Lines(arrow.to_vec()) });
        }
    }
}

/// A dot at the back of what touches.
fn touch(figure: &Figure, mark: &Mark) -> Ball {
    let (at, radius) = mark.place(&figure.body(0.0));
    Ball { at: at - Vector::new(radius, 0.0, 0.0), radius: 1.6 }
}

fn dot(spot: &Spot) -> Circle {
    Circle { x: spot.x, y: spot.y, radius: 0.5 }
}

/// What must be seen: the part of the body that is shown, and with the whole body also the things.
fn within(figure: &Figure, body: &Body, shapes: &[Shape]) -> Vec<Circle> {
    let shown: Vec<Ball> = match figure.show {
        Show::Whole => body.balls().copied().collect(),
        Show::Upper => {
            body.trunk.concat().into_iter().chain(body.head).chain(body.arms.concat()).collect()
        }
        Show::Head => {
            body.trunk[4..].concat().into_iter().chain(body.head).chain(body.hair).collect()
        }
    };
    let mut circles: Vec<_> = shown.iter().map(|ball| figure.view.circle(ball)).collect();
    for shape in shapes.iter().filter(|_| figure.show == Show::Whole) {
        match &shape.mark {
            Drawn::Outline(skins) => circles.extend(skins.concat()),
            Drawn::Lines(lines) => circles.extend(lines.iter().flatten().map(dot)),
        }
    }
    circles
}

/// Skins as they are seen.
pub(crate) fn outline(view: &View, class: &'static str, skins: &[Vec<Ball>]) -> Shape {
    let skins = skins.iter().map(|skin| skin.iter().map(|ball| view.circle(ball)).collect());
    Shape { class, mark: Drawn::Outline(skins.collect()) }
}

fn thing(view: &View, piece: &Piece) -> (f64, Shape) {
    let near = piece.near.map_or(-1e6, |at| view.nearness(at));
    let shape = match &piece.form {
        Form::Solid(skins) => outline(view, piece.class, skins),
        Form::Line(points) => {
            let spots = points.iter().map(|at| view.spot(*at)).collect();
            Shape { class: piece.class, mark: Drawn::Lines(vec![spots]) }
        }
    };
    (near, shape)
}

/// Below what is low: a line from the side, a mat from above.
fn floor(view: &View, bodies: [&Body; 2], pieces: &[Piece]) -> Shape {
    let things = pieces.iter().filter_map(|piece| match &piece.form {
        Form::Solid(skins) => Some(skins.concat()),
        Form::Line(_) => None,
    });
    let balls = bodies.into_iter().flat_map(Body::balls).copied().chain(things.flatten());
    let middle = bodies[1].bones.pelvis.at.y;
    let is_low = |ball: &Ball| ball.at.z - ball.radius < 9.0;
    let low = balls.filter(|ball| is_low(ball) && (ball.at.y - middle).abs() < HALF_MAT);
    let (mut from, mut to) = (Vector::new(1e6, 1e6, 0.0), Vector::new(-1e6, -1e6, 0.0));
    for ball in low {
        from = Vector::new(from.x.min(ball.at.x), from.y.min(ball.at.y), 0.0);
        to = Vector::new(to.x.max(ball.at.x), to.y.max(ball.at.y), 0.0);
    }
    let (from, to) = (from - Vector::new(9.0, 5.0, 0.6), to + Vector::new(9.0, 5.0, -0.6));
    let corners = [(from.x, from.y), (from.x, to.y), (to.x, from.y), (to.x, to.y)];
    let corners = corners.map(|(x, y)| Ball { at: Vector::new(x, y, -0.6), radius: 0.5 });
    outline(view, "floor", &[corners.to_vec()])
}

/// Half the width of the mat; arms may reach beyond.
const HALF_MAT: f64 = 14.0;
