//! How things are made: walls, chairs, bands, all from where the body is.

use crate::figure::Mark;
use crate::joint::Side;
use crate::skin::{Ball, Body, Skins};
use crate::vector::Vector;

/// How a thing is drawn.
pub enum Form {
    /// With an outline.
    Solid(Skins),
    /// As a line.
    Line(Vec<Vector>),
}

/// A part of a thing.
pub struct Piece {
    /// The name of its style.
    pub class: &'static str,
    /// Its form.
    pub form: Form,
    /// A place that says how near it is; behind everything when absent.
    pub near: Option<Vector>,
}

fn hands(body: &Body) -> [Vector; 2] {
    Side::BOTH.map(|side| body.arm(side)[3].at)
}

fn line(class: &'static str, points: Vec<Vector>, near: Option<Vector>) -> Piece {
    Piece { class, form: Form::Line(points), near }
}

fn solid(skins: Skins, near: Option<Vector>) -> Piece {
    Piece { class: "prop", form: Form::Solid(skins), near }
}

fn ball(x: f64, y: f64, z: f64, radius: f64) -> Ball {
    Ball { at: Vector::new(x, y, z), radius }
}

fn bar(from: Vector, to: Vector, radius: f64) -> Vec<Ball> {
    [from, to].map(|at| Ball { at, radius }).to_vec()
}

/// A flat box with round edges, from corner to corner.
fn slab(from: Vector, to: Vector, radius: f64) -> Vec<Ball> {
    let mut balls = Vec::new();
    for x in [from.x, to.x] {
        for y in [from.y, to.y] {
            for z in [from.z, to.z] {
                balls.push(ball(x, y, z, radius));
            }
        }
    }
    balls
}

fn lowest(balls: &[Ball]) -> Ball {
    let low = |ball: &&Ball| ball.at.z - ball.radius;
    *balls
        .iter()
        .min_by(|a, b| low(a).total_cmp(&low(b)))
        .expect("nobody asks for the lowest of none")
}

pub(crate) fn wall(first: &Body) -> Piece {
    let arms = first.arms.iter().flatten();
    let x = arms.map(|ball| ball.at.x + ball.radius).fold(f64::NEG_INFINITY, f64::max) + 0.8;
    upright(x, 116.0)
}

pub(crate) fn wall_behind(first: &Body) -> Piece {
    let back = first.balls().map(|ball| ball.at.x - ball.radius).fold(f64::INFINITY, f64::min);
    let crown = first.balls().map(|ball| ball.at.z + ball.radius).fold(0.0, f64::max);
    upright(back - 3.3, crown + 14.0)
}

/// A wall that begins at `x`, two steps thick.
fn upright(x: f64, height: f64) -> Piece {
    let skins = vec![slab(Vector::new(x, -18.0, 0.0), Vector::new(x + 2.0, 18.0, height), 0.5)];
    Piece { class: "floor", form: Form::Solid(skins), near: None }
}

/// As high as the seat needs it, with a back that ends below the shoulder blades.
pub(crate) fn chair(first: &Body) -> Vec<Piece> {
    let (seat, waist) = (first.trunk[0][0], first.trunk[3][0]);
    let top = seat.at.z - seat.radius - 0.8;
    let (back, front, half) = (waist.at.x - waist.radius - 1.6, seat.at.x + 16.0, 10.5);
    let edge = first.bones.spine[3].at.z;
    let post = |x: f64, y: f64, z: f64| bar(Vector::new(x, y, 0.8), Vector::new(x, y, z), 0.8);
    let posts = [post(back, -half, edge), post(back, half, edge)];
    let legs = [post(front, -half, top), post(front, half, top)];
    let rest = slab(Vector::new(back, -half, edge - 8.0), Vector::new(back, half, edge), 1.0);
    let plate = slab(Vector::new(back, -half, top), Vector::new(front, half, top), 1.0);
    [posts.to_vec(), legs.to_vec(), vec![rest], vec![plate]].map(|skins| solid(skins, None)).into()
}

/// It crosses the chest in front of it, whatever the arms do.
pub(crate) fn band(body: &Body) -> Piece {
    let near = body.bones.spine[4].point(Vector::new(12.0, 0.0, 0.0));
    line("band", hands(body).to_vec(), Some(near))
}

pub(crate) fn fixed_band(body: &Body, first: &Body) -> Vec<Piece> {
    let [left, right] = hands(first);
    let post = Vector::new(left.x.max(right.x) + 26.0, 0.0, f64::midpoint(left.z, right.z));
    let foot = Vector::new(post.x, 0.0, 0.0);
    let [left, right] = hands(body);
    vec![
        solid(vec![bar(foot, post + Vector::new(0.0, 0.0, 14.0), 1.1)], None),
        line("band", vec![left, post, right], Some(right)),
    ]
}

pub(crate) fn stick(body: &Body) -> Piece {
    let [left, right] = hands(body);
    let beyond = (left - right) * (8.0 / (left - right).length());
    line("stick", vec![left + beyond, right - beyond], Some(middle(left, right)))
}

fn middle(a: Vector, b: Vector) -> Vector {
    (a + b) * 0.5
}

pub(crate) fn roller(first: &Body) -> Piece {
    let touching = lowest(&first.trunk[3..5].concat());
    let radius = (touching.at.z - touching.radius) / 2.0;
    let side = |y| ball(touching.at.x, y, radius, radius);
    solid(vec![vec![side(-16.0), side(16.0)]], None)
}

/// What fills the room between a ball and the floor.
fn pad(above: Ball, long: f64, wide: f64) -> Piece {
    let half = ((above.at.z - above.radius) / 2.0 + 0.4).max(1.5);
    let corner = |sign: f64| above.at + Vector::new(long * sign, wide * sign, half - above.at.z);
    solid(vec![slab(corner(-1.0), corner(1.0), half)], None)
}

pub(crate) fn pillow(body: &Body) -> Piece {
    pad(lowest(&[body.head[0], body.hair[0]]), 6.0, 7.0)
}

pub(crate) fn cushion(first: &Body) -> Piece {
    let knee = lowest(&Side::BOTH.map(|side| first.leg(side)[1]));
    pad(Ball { at: knee.at - Vector::new(2.0, 0.0, 0.0), radius: knee.radius }, 7.0, 5.0)
}

pub(crate) fn doorway(first: &Body) -> Vec<Piece> {
    let mark = Mark::from_name("right-elbow").expect("that is a mark");
    let (elbow, radius) = mark.place(first);
    let (x, y) = (elbow.x + radius + 2.0, elbow.y);
    let post = |y: f64| bar(Vector::new(x, y, 0.0), Vector::new(x, y, 118.0), 1.6);
    let lintel = bar(Vector::new(x, y, 118.0), Vector::new(x, y + 46.0, 118.0), 1.6);
    vec![solid(vec![post(y + 46.0), lintel], None), solid(vec![post(y)], None)]
}
