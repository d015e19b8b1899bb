//! From angles to places: each bone hangs on the one before it.
//!
//! The lengths are hundredths of body height after Drillis and Contini, as movement science uses them; the
//! head is a little larger, so that one sees which way it looks. Standing at ease, a spine is not straight:
//! its curve is part of the lengths, so that an angle of 0 stays 0.

use crate::joint::{Joint, Side};
use crate::pose::Pose;
use crate::vector::{Frame, Vector};

/// How long each bone is.
pub mod length {
    /// Hip to knee.
    pub const THIGH: f64 = 24.5;
    /// Knee to ankle.
    pub const SHIN: f64 = 24.6;
    /// Shoulder to elbow.
    pub const UPPER_ARM: f64 = 18.2;
    /// Elbow to wrist.
    pub const FOREARM: f64 = 14.6;
    /// Wrist to fingertips.
    pub const HAND: f64 = 8.6;
    /// One of the six pieces that the spine is drawn with.
    pub const SPINE: f64 = 4.6;
    /// Top of the back to the base of the skull.
    pub const NECK: f64 = 5.2;
}

/// The spine at rest: how much each piece leans on the one below, in degrees, from the pelvis to the head.
const CURVE: [f64; 8] = [-6.0, -3.0, 3.0, 6.0, 7.0, 6.0, 6.0, -19.0];

/// Hip joint, as the pelvis counts.
const HIP: Vector = Vector::new(0.5, 5.4, 0.0);
/// Where the collar bone begins, as the top of the back counts.
const COLLAR: Vector = Vector::new(1.2, 1.6, -2.6);
/// How far the shoulder is from there.
const SHOULDER: Vector = Vector::new(-0.8, 9.2, 0.0);
/// Ball of the foot, as the ankle counts.
const BALL: Vector = Vector::new(6.6, 0.0, -2.5);

/// An arm's joints. A frame's up points to the joint before it.
#[derive(Clone, Copy, Debug)]
pub struct Arm {
    /// Shoulder.
    pub shoulder: Frame,
    /// Elbow.
    pub elbow: Frame,
    /// Wrist.
    pub wrist: Frame,
}

/// A leg's joints.
#[derive(Clone, Copy, Debug)]
pub struct Leg {
    /// Hip.
    pub hip: Frame,
    /// Knee.
    pub knee: Frame,
    /// Ankle; its forward is along the foot.
    pub ankle: Frame,
    /// Ball of the foot; its forward is along the toes.
    pub ball: Frame,
}

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Skeleton {
    /// Between the hips.
    pub pelvis: Frame,
    /// The pieces of the spine, from below; each where it begins.
    pub spine: [Frame; 6],
    /// Where the neck begins.
    pub neck: Frame,
    /// Base of the skull.
    pub head: Frame,
    /// Left and right.
    pub arms: [Arm; 2],
    /// Left and right.
    pub legs: [Leg; 2],
    /// How far the belly swings out, in degrees.
    pub belly: f64,
}

impl Skeleton {
    /// The bones of `pose`, with the pelvis at `at`.
    #[must_use]
    pub fn of(pose: &Pose, at: Vector) -> Self {
        let pelvis = Frame::WORLD.put(at).tipped(pose.of(Joint::Lean));
        let (spine, top) = spine(pose, pelvis);
        let neck = bent(top, pose, [Joint::Neck, Joint::NeckSide, Joint::NeckTurn], 1.0);
        let neck = neck.tipped(CURVE[6]);
        let head = neck.moved(Vector::new(0.0, 0.0, length::NECK));
        let head = head.tipped(pose.of(Joint::Nod) + CURVE[7]);
        let arms = Side::BOTH.map(|side| arm(pose, side, top));
        let legs = Side::BOTH.map(|side| leg(pose, side, pelvis));
        Self { pelvis, spine, neck, head, arms, legs, belly: pose.of(Joint::Belly) }
    }
}

impl Skeleton {
    /// Every frame.
    pub fn frames(&mut self) -> impl Iterator<Item = &mut Frame> {
        let arms = self.arms.iter_mut().flat_map(|a| [&mut a.shoulder, &mut a.elbow, &mut a.wrist]);
        let legs = self.legs.iter_mut();
        let legs = legs.flat_map(|l| [&mut l.hip, &mut l.knee, &mut l.ankle, &mut l.ball]);
        let middle = [&mut self.pelvis, &mut self.neck, &mut self.head];
        middle.into_iter().chain(&mut self.spine).chain(arms).chain(legs)
    }
}

/// `share` of what three joints bend together.
fn bent(frame: Frame, pose: &Pose, [forward, side, turn]: [Joint; 3], share: f64) -> Frame {
    let by = |joint| pose.of(joint) * share;
    frame.turned(by(turn)).tipped(by(forward)).leant(by(side))
}

/// The pieces of the spine and where it ends. Each joint bends in two places, so that a back is a curve.
fn spine(pose: &Pose, pelvis: Frame) -> ([Frame; 6], Frame) {
    let parts = [
        [Joint::LowerBack, Joint::LowerBackSide, Joint::LowerBackTurn],
        [Joint::MiddleBack, Joint::MiddleBackSide, Joint::MiddleBackTurn],
        [Joint::UpperBack, Joint::UpperBackSide, Joint::UpperBackTurn],
    ];
    let mut here = pelvis.moved(Vector::new(-0.6, 0.0, 4.0));
    let pieces = std::array::from_fn(|at| {
        let piece = bent(here, pose, parts[at / 2], 0.5).tipped(CURVE[at]);
        here = piece.moved(Vector::new(0.0, 0.0, length::SPINE));
        piece
    });
    (pieces, here)
}

fn mirrored(way: Vector, side: Side) -> Vector {
    Vector::new(way.x, way.y * side.sign(), way.z)
}

fn arm(pose: &Pose, side: Side, top: Frame) -> Arm {
    let by = |joint| pose.at(side, joint);
    let sign = side.sign();
    // The curve of the spine leaves its top leaning forward; an arm hangs straight all the same.
    let upright = top.tipped(-CURVE[..6].iter().sum::<f64>());
    let collar = upright.moved(mirrored(COLLAR, side));
    let collar = collar.turned(-sign * by(Joint::ShoulderBlade)).leant(-sign * by(Joint::Shrug));
    let shoulder = upright.put(collar.point(mirrored(SHOULDER, side)));
    // The arm goes up in its plane, and only then round its own length: three angles that never lock.
    let plane = sign * by(Joint::ShoulderSide);
    let shoulder = shoulder.turned(plane).tipped(-by(Joint::Shoulder)).turned(-plane);
    let shoulder = shoulder.turned(sign * by(Joint::ShoulderTurn));
    let elbow = shoulder.moved(Vector::new(0.0, 0.0, -length::UPPER_ARM));
    let elbow = elbow.tipped(-by(Joint::Elbow));
    let wrist = elbow.moved(Vector::new(0.0, 0.0, -length::FOREARM));
    Arm { shoulder, elbow, wrist: wrist.tipped(-by(Joint::Wrist)) }
}

fn leg(pose: &Pose, side: Side, pelvis: Frame) -> Leg {
    let by = |joint| pose.at(side, joint);
    let sign = side.sign();
    let hip = pelvis.moved(mirrored(HIP, side)).tipped(-by(Joint::Hip));
    let hip = hip.leant(-sign * by(Joint::HipSide)).turned(sign * by(Joint::HipTurn));
    let knee = hip.moved(Vector::new(0.0, 0.0, -length::THIGH)).tipped(by(Joint::Knee));
    let ankle = knee.moved(Vector::new(0.0, 0.0, -length::SHIN)).tipped(-by(Joint::Ankle));
    let ball = ankle.moved(BALL).tipped(-by(Joint::Toes));
    Leg { hip, knee, ankle, ball }
}
