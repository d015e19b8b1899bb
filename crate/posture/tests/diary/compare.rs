//! Two tests side by side.

use backwise_posture::diary::{APART, Change, How, Place, Why, compare};
use backwise_posture::wall::{Hollow, Pair, Pull, Touch};
use backwise_posture::{Answer, Answers, Area, Civil, PastTest, Point, Ran, Span, Variant};
use proptest::prelude::*;

use crate::any::{self, CHEST, day, usual};

const OFF: Answer = Answer::Head(Touch::Off);
const EASILY: Answer = Answer::Head(Touch::Easily);
const NO_PULL: Answer = Answer::Area(Area::Chest, Pull::No);

fn hows(earlier: &PastTest, later: &PastTest) -> Vec<How> {
    compare(earlier, later).iter().map(|change| change.how).collect()
}

/// The usual test of a day on which the head was off the wall and the chest pulled.
fn done(when: Civil, variant: Variant, hold: u16, ran: Ran) -> PastTest {
    PastTest::new(when, variant, Span::from_s(hold), ran, *usual(when, &[OFF, CHEST]).answers())
}

#[test]
fn what_was_said_is_told_place_by_place() {
    let low_back = Answer::LowBack(Hollow::Fist);
    let hands = Answer::BacksOfHands(Pair::Unsure);
    let earlier = usual(day(7, 1), &[OFF, low_back, CHEST, hands]);
    let later = usual(day(8, 1), &[EASILY, Answer::Buttocks(Touch::Unsure), CHEST, hands]);
    let of = |place, how| Change { place: Place::Point(place), how };
    let expected = [
        of(Point::Head, How::Changed { from: OFF, to: EASILY }),
        of(Point::Buttocks, How::New(Answer::Buttocks(Touch::Unsure))),
        of(Point::BacksOfHands, How::Same(hands)),
        of(Point::LowBack, How::Open(low_back)),
        Change { place: Place::Area(Area::Chest), how: How::Same(CHEST) },
    ];
    assert_eq!(compare(&earlier, &later), expected);
}

#[test]
fn a_week_is_seven_days_whatever_the_hour() {
    let tests = |from: u8, to: u8| {
        let late = Civil::new(2026, 7, from, 23, 59).expect("a day of July");
        let early = Civil::new(2026, 7, to, 0, 1).expect("a day of July");
        hows(&usual(late, &[OFF]), &usual(early, &[OFF]))
    };
    assert_eq!(APART, 7);
    assert_eq!(tests(1, 8), [How::Same(OFF)]);
    assert_eq!(tests(1, 7), [How::NotComparable(Why::TooSoon)]);
    assert_eq!(tests(1, 1), [How::NotComparable(Why::TooSoon)]);
    assert_eq!(tests(7, 1), [How::NotComparable(Why::TooSoon)]);
    assert_eq!(tests(8, 1), [How::Same(OFF)]);
}

#[test]
fn another_way_to_do_it_makes_nothing_comparable() {
    let standing = done(day(7, 1), Variant::Standing, 30, Ran::Whole);
    for later in [day(7, 2), day(8, 1)] {
        let seated = done(later, Variant::Seated, 45, Ran::Whole);
        assert_eq!(hows(&standing, &seated), [How::NotComparable(Why::Variant); 2]);
    }
}

#[test]
fn another_hold_leaves_what_touched_comparable() {
    let usual = done(day(7, 1), Variant::Standing, 30, Ran::Whole);
    let expected = [How::Same(OFF), How::NotComparable(Why::Hold)];
    let longer = done(day(8, 1), Variant::Standing, 45, Ran::Whole);
    assert_eq!(hows(&usual, &longer), expected);
    for ran in [Ran::Left, Ran::Partly, Ran::WithGap] {
        let unlike = done(day(8, 1), Variant::Standing, 30, ran);
        assert_eq!(hows(&usual, &unlike), expected);
        let before = done(day(6, 1), Variant::Standing, 30, ran);
        assert_eq!(hows(&before, &usual), expected);
        assert_eq!(hows(&before, &unlike), expected, "both alike, and neither whole");
    }
}

#[test]
fn what_pulled_and_does_not_any_more_is_only_another_answer() {
    let (earlier, later) = (usual(day(7, 1), &[CHEST]), usual(day(8, 1), &[NO_PULL]));
    assert_eq!(hows(&earlier, &later), [How::Changed { from: CHEST, to: NO_PULL }]);
}

fn mirrored(how: How) -> How {
    match how {
        How::Changed { from, to } => How::Changed { from: to, to: from },
        How::New(answer) => How::Open(answer),
        How::Open(answer) => How::New(answer),
        How::Same(_) | How::NotComparable(_) => how,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_place_that_was_answered_is_told_once(a in any::test(), b in any::test()) {
        let told: Vec<_> = compare(&a, &b).iter().map(|change| change.place).collect();
        let answered = |place: &Place| [a.answers(), b.answers()].iter().any(|said| place.answer(said).is_some());
        prop_assert_eq!(told, Place::all().filter(answered).collect::<Vec<_>>());
    }

    #[test]
    fn told_the_other_way_round_it_is_the_same(a in any::test(), b in any::test()) {
        let there: Vec<_> = hows(&a, &b).into_iter().map(mirrored).collect();
        prop_assert_eq!(there, hows(&b, &a));
    }

    #[test]
    fn what_is_told_is_what_was_said(a in any::answers(), b in any::answers()) {
        let (mut before, mut now) = (Answers::default(), Answers::default());
        let test = |month, answers| PastTest::new(day(month, 1), Variant::Standing, Span::from_s(30), Ran::Whole, answers);
        for how in hows(&test(7, a), &test(8, b)) {
            match how {
                How::Same(answer) => { before.put(answer); now.put(answer); }
                How::Changed { from, to } => { prop_assert_ne!(from, to); before.put(from); now.put(to); }
                How::New(answer) => now.put(answer),
                How::Open(answer) => before.put(answer),
                How::NotComparable(why) => prop_assert!(false, "{why:?}"),
            }
        }
        prop_assert_eq!((before, now), (a, b));
    }
}
