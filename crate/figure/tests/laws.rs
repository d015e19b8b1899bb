//! What holds in every pose that a body can take.

use backwise_figure::hull::Circle;
use backwise_figure::skeleton::{Skeleton, length};
use backwise_figure::skin::Body;
use backwise_figure::vector::Vector;
use backwise_figure::{Figure, Joint, Mark, Pose, Prop, Rest, Show, Side, View, draw};
use proptest::prelude::*;

/// Any pose: every joint, on either side, anywhere in its range.
fn pose() -> impl Strategy<Value = Pose> {
    prop::collection::vec(0.0..=1.0, 2 * Joint::N).prop_map(|shares: Vec<f64>| {
        let mut pose = Pose::default();
        for (joint, shares) in Joint::all().zip(shares.chunks(2)) {
            let (from, to) = joint.range();
            let name = |side: Side| match joint.paired() {
                true => format!("{}-{}", side.name(), joint.name()),
                false => joint.name().to_owned(),
            };
            for (side, share) in Side::BOTH.into_iter().zip(shares) {
                let angle = from + (to - from) * share;
                pose.set(&name(side), angle).expect("the angle is in range");
            }
        }
        pose
    })
}

fn rest() -> impl Strategy<Value = Rest> {
    prop::sample::select(Rest::names())
        .prop_map(|name| Rest::from_name(&name).expect("it is a name"))
}

fn figure(start: Pose, end: Pose, rests: Vec<Rest>) -> Figure {
    Figure {
        view: View::CORNER,
        show: Show::Whole,
        rests,
        hold: None,
        step: 0.0,
        moves: Mark::names().iter().filter_map(|name| Mark::from_name(name)).collect(),
        circles: Vec::new(),
        dots: Vec::new(),
        props: Prop::ALL.to_vec(),
        start,
        end,
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

fn apart(a: Vector, b: Vector) -> f64 {
    (a - b).length()
}

/// The lowest point of what may touch.
fn height(rest: &Rest, body: &Body) -> f64 {
    let low = |ball: &backwise_figure::skin::Ball| ball.at.z - ball.radius;
    rest.balls(body).iter().map(low).fold(f64::INFINITY, f64::min)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn bones_keep_their_length(pose in pose(), x in -50.0..50.0) {
        let bones = Skeleton::of(&pose, Vector::new(x, 0.0, 0.0));
        for arm in bones.arms {
            prop_assert!(near(apart(arm.shoulder.at, arm.elbow.at), length::UPPER_ARM));
            prop_assert!(near(apart(arm.elbow.at, arm.wrist.at), length::FOREARM));
        }
        for leg in bones.legs {
            prop_assert!(near(apart(leg.hip.at, leg.knee.at), length::THIGH));
            prop_assert!(near(apart(leg.knee.at, leg.ankle.at), length::SHIN));
        }
        for pair in bones.spine.windows(2) {
            prop_assert!(near(apart(pair[0].at, pair[1].at), length::SPINE));
        }
        prop_assert!(near(apart(bones.neck.at, bones.head.at), length::NECK));
    }

    #[test]
    fn what_rests_first_is_on_the_floor(start in pose(), end in pose(), rest in rest()) {
        let figure = figure(start, end, vec![rest]);
        for share in [0.0, 0.5, 1.0] {
            prop_assert!(near(height(&rest, &figure.body(share)), 0.0));
        }
    }

    #[test]
    fn what_is_held_stays_where_it_is(start in pose(), end in pose(), rest in rest()) {
        let mark = Mark::from_name("right-elbow").expect("that is a mark");
        let figure = Figure { hold: Some(mark), ..figure(start, end, vec![rest]) };
        for share in [0.0, 0.5, 1.0] {
            let body = figure.body(share);
            let (at, _) = mark.place(&body);
            prop_assert!(near(at.x, 0.0) && near(at.y, 0.0));
            prop_assert!(near(height(&rest, &body), 0.0));
        }
    }

    #[test]
    fn the_way_from_pose_to_pose_stays_in_range(start in pose(), end in pose(), share in 0.0..=1.0) {
        let between = start.towards(&end, share);
        for joint in Joint::all() {
            let (from, to) = joint.range();
            for side in Side::BOTH {
                let angle = between.at(side, joint);
                prop_assert!(from - 1e-9 <= angle && angle <= to + 1e-9, "{}", joint.name());
            }
        }
    }

    #[test]
    fn every_outline_holds_its_circles(circles in prop::collection::vec((0.0..90.0, 0.0..90.0, 1.0..9.0), 1..7)) {
        let circles: Vec<_> =
            circles.into_iter().map(|(x, y, radius)| Circle { x, y, radius }).collect();
        let path = backwise_figure::hull::path(&circles);
        prop_assert!(path.starts_with('M') && path.ends_with('z'));
        prop_assert_eq!(path.matches('M').count(), 1);
    }

    #[test]
    fn everything_begins_on_the_paper(start in pose(), end in pose(), rest in rest()) {
        let picture = draw(&figure(start, end, vec![rest]));
        let (across, down) = if picture.below { (1.0, 2.0) } else { (2.0, 1.0) };
        for panel in [&picture.start, &picture.end] {
            prop_assert!(panel.width * across < 320.1 && panel.height * down < 240.1);
            for (x, y) in panel.shapes.iter().flat_map(|shape| beginnings(&shape.to_string())) {
                prop_assert!((0.0..=panel.width).contains(&x), "{x}");
                prop_assert!((0.0..=panel.height).contains(&y), "{y}");
            }
        }
    }
}

/// Where each line of a path begins.
fn beginnings(shape: &str) -> Vec<(f64, f64)> {
    let place = |rest: &str| {
        let end = rest.find(|c: char| "alz\"".contains(c))?;
        let (x, y) = rest[..end].split_once(' ')?;
        Some((x.parse().ok()?, y.parse().ok()?))
    };
    shape.split('M').skip(1).map(|rest| place(rest).expect("a line begins at a place")).collect()
}

/// Hands and knees: the lean is mended until both touch.
#[test]
fn two_parts_rest_at_once() {
    let mut pose = Pose::default();
    for (name, angle) in
        [("lean", 80.0), ("shoulder", 80.0), ("wrist", 90.0), ("hip", 80.0), ("knee", 90.0)]
    {
        pose.set(name, angle).expect("the angle is in range");
    }
    let rests = ["knees", "hands"].map(|name| Rest::from_name(name).expect("it is a name"));
    let body = figure(pose.clone(), pose, rests.to_vec()).body(0.0);
    rests.iter().for_each(|rest| assert!(near(height(rest, &body), 0.0)));
}
