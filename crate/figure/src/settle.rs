//! What a pose rests on: the body is set down until the parts it names touch the floor.

use crate::joint::{Joint, Side};
use crate::pose::Pose;
use crate::skeleton::Skeleton;
use crate::skin::{Ball, Body};
use crate::vector::Vector;

/// A part of the body that can lie on the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// Heels, soles and toes.
    Feet,
    /// Toes and the balls of the feet.
    Toes,
    /// Knees.
    Knees,
    /// Bottom.
    Seat,
    /// Back of the ribs.
    Back,
    /// Front of the ribs.
    Chest,
    /// Pelvis, from the front.
    Hips,
    /// Palms and fingers.
    Hands,
    /// Elbows and forearms.
    Forearms,
    /// Head.
    Head,
}

/// A surface, on one side or on both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rest {
    surface: Surface,
    sides: &'static [Side],
}

use Surface::*;

const NAMES: [(&str, Surface); 10] = [
    ("feet", Feet),
    ("toes", Toes),
    ("knees", Knees),
    ("seat", Seat),
    ("back", Back),
    ("chest", Chest),
    ("hips", Hips),
    ("hands", Hands),
    ("forearms", Forearms),
    ("head", Head),
];

/// How a single one is called.
const SINGLE: [(&str, Surface); 5] =
    [("foot", Feet), ("toe", Toes), ("knee", Knees), ("hand", Hands), ("forearm", Forearms)];

impl Rest {
    /// Reads `knees` or `left-knee`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let (sides, rest) = Side::split(name);
        let names = if sides.len() == 2 { &NAMES[..] } else { &SINGLE[..] };
        let (_, surface) = names.iter().find(|(known, _)| *known == rest)?;
        Some(Self { surface: *surface, sides })
    }

    /// Every name that [`Rest::from_name`] reads.
    #[must_use]
    pub fn names() -> Vec<String> {
        let sided =
            SINGLE.iter().flat_map(|(name, _)| Side::BOTH.map(|s| format!("{}-{name}", s.name())));
        NAMES.iter().map(|(name, _)| (*name).to_owned()).chain(sided).collect()
    }

    /// The balls that may touch.
    #[must_use]
    pub fn balls(&self, body: &Body) -> Vec<Ball> {
        let arms = |range: std::ops::Range<usize>| {
            self.sides.iter().flat_map(|side| body.arm(*side)[range.clone()].to_vec()).collect()
        };
        let legs = |range: std::ops::Range<usize>| {
            self.sides.iter().flat_map(|side| body.leg(*side)[range.clone()].to_vec()).collect()
        };
        match self.surface {
            Feet => legs(4..7),
            Toes => legs(5..7),
            Knees => legs(1..2),
            Seat => body.trunk[0].to_vec(),
            Back | Chest => body.trunk[3..5].concat(),
            Hips => body.trunk[1].to_vec(),
            Hands => arms(3..5),
            Forearms => arms(1..3),
            Head => body.head.iter().chain(&body.hair).copied().collect(),
        }
    }

    /// How high its lowest point is.
    #[must_use]
    pub fn height(&self, body: &Body) -> f64 {
        lowest(&self.balls(body))
    }
}

fn lowest(balls: &[Ball]) -> f64 {
    balls.iter().map(|ball| ball.at.z - ball.radius).fold(f64::INFINITY, f64::min)
}

/// How far a lean that is written may be mended so that two parts touch, in degrees.
const MENDED: f64 = 12.0;

/// The body in `pose`, set down: the first part that it rests on is at height 0 above x = 0, and the
/// second is at height 0 too wherever a lean near the written one allows it.
#[must_use]
pub fn settle(pose: &Pose, rests: &[Rest]) -> Body {
    let bones = |pose: &Pose| Body::on(Skeleton::of(pose, Vector::default()));
    let Some(first) = rests.first() else { return bones(pose) };
    let pose = match rests.get(1) {
        Some(second) => {
            let written = pose.of(Joint::Lean);
            let gap = |by: f64| {
                let body = bones(&pose.leaning(written + by));
                second.height(&body) - first.height(&body)
            };
            pose.leaning(written + root(gap).unwrap_or(0.0))
        }
        None => pose.clone(),
    };
    let body = bones(&pose);
    let balls = first.balls(&body);
    let x = balls.iter().map(|ball| ball.at.x).sum::<f64>() / balls.len() as f64;
    Body::on(Skeleton::of(&pose, Vector::new(-x, 0.0, -first.height(&body))))
}

/// Where `gap` is nothing, near 0, by the secant through the last two tries; nothing where it leads astray.
fn root(gap: impl Fn(f64) -> f64) -> Option<f64> {
    let (mut last, mut here) = ((0.0, gap(0.0)), (1.0, gap(1.0)));
    for _ in 0..20 {
        let slope = (here.1 - last.1) / (here.0 - last.0);
        if here.1.abs() < 1e-12 || slope.abs() < 1e-12 {
            break;
        }
        let next = here.0 - here.1 / slope;
        (last, here) = (here, (next, gap(next)));
    }
    (here.1.abs() < 1e-9 && here.0.abs() <= MENDED).then_some(here.0)
}
