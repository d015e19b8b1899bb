//! What bends, and how far.
//!
//! Every angle is in degrees and 0 is standing at ease. The ranges are those of a supple adult, as goniometry
//! teaches them, rounded outwards to fives: a pose beyond them is a slip of the pen and not an exercise.

/// Something that bends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// The whole body: 90 lies face down, -90 on the back.
    Lean,
    /// Low back, forward.
    LowerBack,
    /// Low back, to the left.
    LowerBackSide,
    /// Low back, turned to the left.
    LowerBackTurn,
    /// Middle of the back, forward.
    MiddleBack,
    /// Middle of the back, to the left.
    MiddleBackSide,
    /// Middle of the back, turned to the left.
    MiddleBackTurn,
    /// Upper back, forward.
    UpperBack,
    /// Upper back, to the left.
    UpperBackSide,
    /// Upper back, turned to the left.
    UpperBackTurn,
    /// Neck, forward.
    Neck,
    /// Neck, to the left.
    NeckSide,
    /// Neck, turned to the left.
    NeckTurn,
    /// Head on the neck: a small yes.
    Nod,
    /// The belly wall, as it swings out from the lowest rib.
    Belly,
    /// Shoulder blade, forward round the ribs.
    ShoulderBlade,
    /// Shoulder blade, up.
    Shrug,
    /// Upper arm, up from hanging.
    Shoulder,
    /// The way in which the arm goes up: 0 forward, 90 sideways.
    ShoulderSide,
    /// Upper arm round its own length, outwards.
    ShoulderTurn,
    /// Elbow, bent.
    Elbow,
    /// Hand, the way the elbow bends.
    Wrist,
    /// Thigh, forward.
    Hip,
    /// Thigh, outwards.
    HipSide,
    /// Thigh round its own length, outwards.
    HipTurn,
    /// Knee, bent.
    Knee,
    /// Foot, toes up.
    Ankle,
    /// Toes, up.
    Toes,
}

/// Name, range in degrees, and whether there is one on each side.
type Row = (Joint, &'static str, f64, f64, bool);

use Joint::*;

const ROWS: [Row; 28] = [
    (Lean, "lean", -180.0, 180.0, false),
    (LowerBack, "lower-back", -35.0, 60.0, false),
    (LowerBackSide, "lower-back-side", -30.0, 30.0, false),
    (LowerBackTurn, "lower-back-turn", -15.0, 15.0, false),
    (MiddleBack, "middle-back", -20.0, 35.0, false),
    (MiddleBackSide, "middle-back-side", -20.0, 20.0, false),
    (MiddleBackTurn, "middle-back-turn", -30.0, 30.0, false),
    (UpperBack, "upper-back", -20.0, 35.0, false),
    (UpperBackSide, "upper-back-side", -15.0, 15.0, false),
    (UpperBackTurn, "upper-back-turn", -30.0, 30.0, false),
    (Neck, "neck", -50.0, 50.0, false),
    (NeckSide, "neck-side", -45.0, 45.0, false),
    (NeckTurn, "neck-turn", -80.0, 80.0, false),
    (Nod, "nod", -30.0, 30.0, false),
    (Belly, "belly", 0.0, 30.0, false),
    (ShoulderBlade, "shoulder-blade", -25.0, 30.0, true),
    (Shrug, "shrug", -10.0, 40.0, true),
    (Shoulder, "shoulder", -60.0, 180.0, true),
    (ShoulderSide, "shoulder-side", -45.0, 135.0, true),
    (ShoulderTurn, "shoulder-turn", -95.0, 130.0, true),
    (Elbow, "elbow", 0.0, 150.0, true),
    (Wrist, "wrist", -90.0, 90.0, true),
    (Hip, "hip", -30.0, 130.0, true),
    (HipSide, "hip-side", -30.0, 45.0, true),
    (HipTurn, "hip-turn", -45.0, 45.0, true),
    (Knee, "knee", 0.0, 155.0, true),
    (Ankle, "ankle", -80.0, 35.0, true),
    (Toes, "toes", -40.0, 80.0, true),
];

impl Joint {
    /// How many there are.
    pub const N: usize = ROWS.len();

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| row.0)
    }

    /// How writers name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ROWS[self as usize].1
    }

    /// How far it goes either way, in degrees.
    #[must_use]
    pub fn range(self) -> (f64, f64) {
        let row = ROWS[self as usize];
        (row.2, row.3)
    }

    /// Whether there is one on each side of the body.
    #[must_use]
    pub fn paired(self) -> bool {
        ROWS[self as usize].4
    }
}

/// A side of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The figure's own left.
    Left,
    /// The figure's own right.
    Right,
}

impl Side {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// How writers name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// 1 to the left, -1 to the right.
    #[must_use]
    pub fn sign(self) -> f64 {
        match self {
            Self::Left => 1.0,
            Self::Right => -1.0,
        }
    }

    /// The sides that `name` speaks of, and what is left of it: `left-knee` is one knee, `knee` is both.
    #[must_use]
    pub fn split(name: &str) -> (&'static [Self], &str) {
        for (at, side) in Self::BOTH.iter().enumerate() {
            let rest = name.strip_prefix(side.name()).and_then(|rest| rest.strip_prefix('-'));
            if let Some(rest) = rest {
                return (&Self::BOTH[at..=at], rest);
            }
        }
        (&Self::BOTH, name)
    }
}

#[cfg(test)]
mod tests {
    use super::{Joint, ROWS};

    #[test]
    fn the_rows_stand_in_order_and_each_range_holds_ease() {
        for (at, row) in ROWS.iter().enumerate() {
            assert_eq!(row.0 as usize, at, "{}", row.1);
            let (from, to) = row.0.range();
            assert!(from <= 0.0 && 0.0 < to, "{}", row.1);
        }
        assert_eq!(Joint::all().count(), Joint::N);
    }
}
