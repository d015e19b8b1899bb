//! From bodies and things to shapes on paper, the far ones first.

use crate::arrow::{self, Sizes};
use crate::figure::{Figure, Show};
use crate::hull::Circle;
use crate::joint::Side;
use crate::prop::{Form, Piece};
use crate::skeleton::length;
use crate::skin::{Ball, Body};
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
    Scene { within: within(figure, &body, &shapes), shapes }
}

impl Scene {
    /// Adds circles of the hands, and, where the last position is shown, the ways that led there.
    pub fn point(&mut self, figure: &Figure, share: f64, sizes: Sizes) {
        let circles = figure.circles.iter().map(|mark| arrow::circle(figure, mark, share, sizes));
        let ways = figure.moves.iter().filter(|_| share >= 1.0);
        let ways = ways.map(|mark| arrow::way(figure, mark, sizes));
        for arrow in circles.chain(ways) {
            self.within.extend(arrow.iter().flatten().map(dot));
            self.shapes.push(Shape { class: "arrow", mark: Drawn::Lines(arrow.to_vec()) });
        }
    }
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

fn outline(view: &View, class: &'static str, skins: &[Vec<Ball>]) -> Shape {
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

/// How much farther than the trunk a limb begins when it is drawn as a far one.
const FAR: f64 = 3.0;

fn flesh(view: &View, body: &Body) -> Vec<(f64, Shape)> {
    let middle = view.nearness(body.bones.spine[2].at);
    let mut layers = vec![
        (middle, outline(view, "skin", &[body.neck.to_vec()])),
        (middle, outline(view, "shirt", &body.shirt())),
    ];
    layers.extend(legs(view, body, middle));
    for side in Side::BOTH {
        let arm = body.arm(side);
        let near = middle + nearness(view, arm, body.bones.spine[5].at);
        let far = is_far(view, arm, body.bones.spine[5].at);
        layers.push((near, limb(view, ["skin", "skin far"], far, &body.arm_skins(side))));
        layers.push((near, limb(view, ["shirt", "shirt far"], far, &[body.sleeve(side)])));
    }
    layers.extend(head(view, body, middle));
    layers
}

/// Legs and shorts. A thigh that one sees in its length grows out of the seat; one that points at us, or is
/// a far one, has an outline of its own.
fn legs(view: &View, body: &Body, middle: f64) -> Vec<(f64, Shape)> {
    let mut layers = Vec::new();
    let mut grown = (middle, vec![body.seat()]);
    for side in Side::BOTH {
        let leg = body.leg(side);
        let near = middle + nearness(view, leg, body.bones.pelvis.at);
        let far = is_far(view, leg, body.bones.pelvis.at);
        layers.push((near, limb(view, ["skin", "skin far"], far, &body.leg_skins(side))));
        let points = view.nearness(leg[1].at) - view.nearness(leg[0].at);
        if far || points.abs() > 0.78 * length::THIGH {
            layers.push((near, limb(view, ["shorts", "shorts far"], far, &[body.trouser(side)])));
        } else {
            grown.0 = near.max(grown.0);
            grown.1.push(body.trouser(side));
        }
    }
    layers.push((grown.0, outline(view, "shorts", &grown.1)));
    layers
}

fn limb(view: &View, [near, far]: [&'static str; 2], is_far: bool, skins: &[Vec<Ball>]) -> Shape {
    outline(view, if is_far { far } else { near }, skins)
}

/// How much nearer a limb begins than the place it hangs on.
fn is_far(view: &View, limb: &[Ball], hangs_on: Vector) -> bool {
    view.nearness(limb[0].at) - view.nearness(hangs_on) < -FAR
}

/// How much nearer a limb is than the place it hangs on: mostly where it begins, a little where it goes.
fn nearness(view: &View, limb: &[Ball], hangs_on: Vector) -> f64 {
    let begin = view.nearness(limb[0].at) - view.nearness(hangs_on);
    let mean = limb.iter().map(|ball| view.nearness(ball.at)).sum::<f64>() / limb.len() as f64;
    begin + 0.5 * (mean - view.nearness(limb[0].at))
}

/// Hair lies behind a face that one sees, and over a head that looks away or shows its crown.
fn head(view: &View, body: &Body, middle: f64) -> Vec<(f64, Shape)> {
    let near = middle + (view.nearness(body.head[0].at) - view.nearness(body.bones.neck.at)) * 0.5;
    let [skull, jaw, nose] = body.head;
    let face = outline(view, "skin", &[vec![skull, jaw], vec![skull, jaw, nose]]);
    let hair = outline(view, "hair", &[body.hair.to_vec()]);
    let between = |[a, b]: [Ball; 2]| view.nearness((a.at + b.at) * 0.5);
    let is_over = between(body.hair) - between([skull, jaw]) > 0.6;
    let mut shapes = if is_over { vec![face, hair] } else { vec![hair, face] };
    // An eye is seen where the head bulges towards us.
    let seen = |ball: &&Ball| view.nearness(ball.at) - view.nearness(skull.at) > 1.6;
    let eyes: Vec<_> = body.eyes.iter().filter(seen).map(|ball| vec![*ball]).collect();
    if !eyes.is_empty() {
        shapes.push(outline(view, "eye", &eyes));
    }
    shapes.into_iter().map(|shape| (near, shape)).collect()
}
