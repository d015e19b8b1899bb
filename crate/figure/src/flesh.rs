//! A body as shapes on paper, each with how near it is.

use crate::joint::Side;
use crate::picture::{Shape, outline};
use crate::skeleton::length;
use crate::skin::{Ball, Body};
use crate::vector::Vector;
use crate::view::View;

/// How much farther than the trunk a limb begins when it is drawn as a far one.
const FAR: f64 = 3.0;

/// The shapes of a body.
pub(crate) fn flesh(view: &View, body: &Body) -> Vec<(f64, Shape)> {
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
