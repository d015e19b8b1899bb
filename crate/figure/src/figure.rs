//! What a writer says of an exercise's picture.

use crate::joint::Side;
use crate::pose::Pose;
use crate::prop::Prop;
use crate::settle::{Rest, settle};
use crate::skin::Body;
use crate::vector::Vector;
use crate::view::View;

/// An exercise, from its first position to its last.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Where one looks from.
    pub view: View,
    /// How much of the body is shown.
    pub show: Show,
    /// What the body rests on, in both positions.
    pub rests: Vec<Rest>,
    /// What stays where it is though the body moves; what it rests on first, where nothing is said.
    pub hold: Option<Mark>,
    /// How far forward it has gone by the last position, in hundredths of body height.
    pub step: f64,
    /// What moves from the first position to the last: each gets an arrow.
    pub moves: Vec<Mark>,
    /// What draws circles where it is.
    pub circles: Vec<Mark>,
    /// What lies against something behind it in the first position: each gets a dot at its back.
    pub dots: Vec<Mark>,
    /// What else is in the picture.
    pub props: Vec<Prop>,
    /// The first position.
    pub start: Pose,
    /// The last position.
    pub end: Pose,
}

/// How much of the body is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// From head to foot.
    Whole,
    /// From the head to the seat.
    Upper,
    /// Head and shoulders.
    Head,
}

impl Show {
    /// How writers name them, in order.
    pub const NAMES: &[&str] = &["whole", "upper", "head"];
    /// All of them.
    pub const ALL: &[Self] = &[Self::Whole, Self::Upper, Self::Head];
}

impl Figure {
    /// The body on its way from the first position, 0, to the last, 1.
    #[must_use]
    pub fn body(&self, share: f64) -> Body {
        let body = settle(&self.start.towards(&self.end, share), &self.rests);
        let held = self.hold.map_or(Vector::default(), |mark| mark.place(&body).0 * -1.0);
        let gone = held + Vector::new(self.step * share, 0.0, 0.0);
        if gone == Vector::default() { body } else { body.moved(gone) }
    }
}

/// A place on the body that an arrow can follow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    part: Part,
    side: Option<Side>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    Head,
    Chin,
    Gaze,
    Chest,
    Belly,
    BackOfHead,
    Blades,
    LowBack,
    Buttocks,
    Seat,
    Hand,
    Elbow,
    Shoulder,
    Knee,
    Foot,
}

const MIDDLE: [(&str, Part); 10] = [
    ("head", Part::Head),
    ("chin", Part::Chin),
    ("gaze", Part::Gaze),
    ("chest", Part::Chest),
    ("belly", Part::Belly),
    ("back-of-head", Part::BackOfHead),
    ("blades", Part::Blades),
    ("low-back", Part::LowBack),
    ("buttocks", Part::Buttocks),
    ("seat", Part::Seat),
];

const PAIRED: [(&str, Part); 5] = [
    ("hand", Part::Hand),
    ("elbow", Part::Elbow),
    ("shoulder", Part::Shoulder),
    ("knee", Part::Knee),
    ("foot", Part::Foot),
];

impl Mark {
    /// Reads `head` or `left-hand`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let find = |list: &[(&str, Part)], name| {
            list.iter().find(|(known, _)| *known == name).map(|row| row.1)
        };
        match Side::split(name) {
            ([side], rest) => Some(Self { part: find(&PAIRED, rest)?, side: Some(*side) }),
            _ => Some(Self { part: find(&MIDDLE, name)?, side: None }),
        }
    }

    /// Every name that [`Mark::from_name`] reads.
    #[must_use]
    pub fn names() -> Vec<String> {
        let sided =
            PAIRED.iter().flat_map(|(name, _)| Side::BOTH.map(|s| format!("{}-{name}", s.name())));
        MIDDLE.iter().map(|(name, _)| (*name).to_owned()).chain(sided).collect()
    }

    /// Where it is, and how thick the body is there.
    #[must_use]
    pub fn place(&self, body: &Body) -> (Vector, f64) {
        let side = self.side.unwrap_or(Side::Left);
        let ball = match self.part {
            Part::Head => body.head[0],
            Part::Chin => body.head[1],
            // Ahead of the eyes and above them, where the way of a turn is seen.
            Part::Gaze => return (body.bones.head.point(Vector::new(12.0, 0.0, 19.0)), 0.0),
            Part::Chest => return (body.bones.spine[4].point(Vector::new(15.0, 0.0, 2.0)), 0.0),
            Part::Belly => body.belly,
            Part::BackOfHead => body.hair[0],
            Part::Blades => body.trunk[4][0],
            Part::LowBack => body.trunk[2][0],
            Part::Buttocks => body.trunk[0][0],
            Part::Seat => return (body.bones.pelvis.at, body.trunk[0][0].radius),
            Part::Hand => body.arm(side)[3],
            Part::Elbow => body.arm(side)[1],
            Part::Shoulder => body.arm(side)[0],
            Part::Knee => body.leg(side)[1],
            Part::Foot => body.leg(side)[4],
        };
        (ball.at, ball.radius)
    }
}
