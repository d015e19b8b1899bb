//! How thick a body is where: balls round its joints, drawn by eye against the bones.

use crate::skeleton::{Arm, Leg, Skeleton, length};
use crate::skin::{Ball, ball};
use crate::vector::Frame;

pub(crate) fn pair(frame: &Frame, (x, y, z): (f64, f64, f64), radius: f64) -> [Ball; 2] {
    [1.0, -1.0].map(|side| ball(frame, (x, y * side, z), radius))
}

pub(crate) fn trunk(bones: &Skeleton) -> [[Ball; 2]; 6] {
    let spine = &bones.spine;
    [
        pair(&bones.pelvis, (-2.0, 3.6, -0.4), 5.2),
        pair(&bones.pelvis, (-0.2, 4.0, 2.6), 5.4),
        pair(&spine[1], (0.6, 3.2, 2.0), 4.8),
        pair(&spine[3], (1.2, 3.8, 0.5), 5.2),
        pair(&spine[4], (1.6, 4.6, 3.2), 5.4),
        pair(&spine[5], (0.6, 7.6, 2.2), 3.3),
    ]
}

/// The belly wall hangs from the lowest rib and swings out.
pub(crate) fn belly(bones: &Skeleton) -> Ball {
    let out = 9.0 * bones.belly.to_radians().sin();
    ball(&bones.spine[1], (1.4 + out, 0.0, 0.5), 4.4)
}

pub(crate) fn head(frame: &Frame) -> [Ball; 3] {
    [
        ball(frame, (0.2, 0.0, 6.2), 5.3),
        ball(frame, (2.0, 0.0, 2.0), 2.9),
        ball(frame, (5.4, 0.0, 4.6), 0.9),
    ]
}

pub(crate) fn hair(frame: &Frame) -> [Ball; 2] {
    [ball(frame, (-0.6, 0.0, 7.0), 5.3), ball(frame, (-2.6, 0.0, 4.0), 3.2)]
}

pub(crate) fn arm(arm: &Arm) -> [Ball; 5] {
    [
        ball(&arm.shoulder, (0.0, 0.0, 0.0), 3.3),
        ball(&arm.elbow, (0.0, 0.0, 0.0), 2.3),
        ball(&arm.wrist, (0.0, 0.0, 0.0), 1.7),
        ball(&arm.wrist, (0.0, 0.0, -0.45 * length::HAND), 1.8),
        ball(&arm.wrist, (0.0, 0.0, 1.2 - length::HAND), 1.2),
    ]
}

pub(crate) fn leg(leg: &Leg) -> [Ball; 7] {
    [
        ball(&leg.hip, (0.0, 0.0, 0.0), 5.2),
        ball(&leg.knee, (0.0, 0.0, 0.0), 3.2),
        ball(&leg.knee, (-0.9, 0.0, -7.0), 3.1),
        ball(&leg.ankle, (0.0, 0.0, 0.0), 2.0),
        ball(&leg.ankle, (-2.8, 0.0, -2.1), 1.8),
        ball(&leg.ball, (0.0, 0.0, 0.0), 1.4),
        ball(&leg.ball, (3.6, 0.0, -0.2), 1.2),
    ]
}
