//! Flesh on the bones: balls, and skins stretched over them.
//!
//! A ball looks like a circle from everywhere, so one body serves every view. Half sizes are in hundredths
//! of body height; they were drawn by eye against the bones.

use crate::joint::Side;
use crate::measure::{arm, belly, hair, head, leg, pair, trunk};
use crate::skeleton::Skeleton;
use crate::vector::{Frame, Vector};

/// A ball in space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ball {
    /// Its middle.
    pub at: Vector,
    /// Half its size.
    pub radius: f64,
}

/// A ball `(x, y, z)` from a joint.
#[must_use]
pub fn ball(frame: &Frame, (x, y, z): (f64, f64, f64), radius: f64) -> Ball {
    Ball { at: frame.point(Vector::new(x, y, z)), radius }
}

/// A limb: what it is covered with, and each skin as the balls that it is stretched over.
pub type Skins = Vec<Vec<Ball>>;

/// The flesh of a whole body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Where its joints are.
    pub bones: Skeleton,
    /// From the seat to the shoulders, two balls to a level.
    pub trunk: [[Ball; 2]; 6],
    /// The belly.
    pub belly: Ball,
    /// Top of the back and base of the skull.
    pub neck: [Ball; 2],
    /// Skull, jaw, nose.
    pub head: [Ball; 3],
    /// Hair: crown, back of the head.
    pub hair: [Ball; 2],
    /// Left and right.
    pub eyes: [Ball; 2],
    /// Left and right: shoulder, elbow, wrist, palm, fingertips.
    pub arms: [[Ball; 5]; 2],
    /// Left and right: hip, knee, calf, ankle, heel, ball of the foot, toes.
    pub legs: [[Ball; 7]; 2],
}

impl Body {
    /// Puts flesh on bones.
    #[must_use]
    pub fn on(bones: Skeleton) -> Self {
        Self {
            trunk: trunk(&bones),
            belly: belly(&bones),
            neck: [
                ball(&bones.neck, (0.4, 0.0, -0.8), 3.3),
                ball(&bones.head, (0.2, 0.0, 0.0), 2.8),
            ],
            head: head(&bones.head),
            hair: hair(&bones.head),
            eyes: pair(&bones.head, (4.6, 1.9, 5.6), 0.7),
            arms: bones.arms.map(|bones| arm(&bones)),
            legs: bones.legs.map(|bones| leg(&bones)),
            bones,
        }
    }

    /// The same body somewhere else on its floor.
    #[must_use]
    pub fn moved(&self, way: Vector) -> Self {
        let way = Vector::new(way.x, way.y, 0.0);
        let mut bones = self.bones.clone();
        bones.frames().for_each(|frame| frame.at = frame.at + way);
        Self::on(bones)
    }

    /// An arm.
    #[must_use]
    pub fn arm(&self, side: Side) -> &[Ball; 5] {
        &self.arms[side as usize]
    }

    /// A leg.
    #[must_use]
    pub fn leg(&self, side: Side) -> &[Ball; 7] {
        &self.legs[side as usize]
    }

    /// Every ball.
    pub fn balls(&self) -> impl Iterator<Item = &Ball> {
        let middle = self.trunk.iter().flatten().chain(&self.neck).chain(&self.head);
        let limbs = self.arms.iter().flatten().chain(self.legs.iter().flatten());
        middle.chain(&self.hair).chain([&self.belly]).chain(limbs)
    }

    /// The skins of a shirt without its sleeves.
    #[must_use]
    pub fn shirt(&self) -> Skins {
        let mut skins: Skins = self.trunk[1..].windows(2).map(<[_]>::concat).collect();
        skins.push([&self.trunk[5][..], &self.neck[..1]].concat());
        if self.bones.belly > 0.0 {
            skins.push([&self.trunk[2][..], &[self.belly]].concat());
        }
        skins
    }

    /// The seat of the shorts.
    #[must_use]
    pub fn seat(&self) -> Vec<Ball> {
        self.trunk[..2].concat()
    }

    /// The skin of one leg of the shorts.
    #[must_use]
    pub fn trouser(&self, side: Side) -> Vec<Ball> {
        covered(&self.leg(side)[0], &self.leg(side)[1], 0.52, 0.3)
    }

    /// The skin of a sleeve.
    #[must_use]
    pub fn sleeve(&self, side: Side) -> Vec<Ball> {
        covered(&self.arm(side)[0], &self.arm(side)[1], 0.45, 0.5)
    }

    /// The skins of an arm.
    #[must_use]
    pub fn arm_skins(&self, side: Side) -> Skins {
        let arm = self.arm(side);
        [&arm[..2], &arm[1..3], &arm[2..]].map(<[_]>::to_vec).into()
    }

    /// The skins of a leg.
    #[must_use]
    pub fn leg_skins(&self, side: Side) -> Skins {
        let leg = self.leg(side);
        [&leg[..2], &leg[1..4], &leg[3..6], &leg[5..]].map(<[_]>::to_vec).into()
    }
}

/// Cloth that lies `loose` over a limb from its beginning to a share of its length.
fn covered(from: &Ball, to: &Ball, share: f64, loose: f64) -> Vec<Ball> {
    let end = Ball {
        at: from.at + (to.at - from.at) * share,
        radius: from.radius + (to.radius - from.radius) * share + loose,
    };
    vec![Ball { radius: from.radius + loose, ..*from }, end]
}
