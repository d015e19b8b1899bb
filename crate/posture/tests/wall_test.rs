//! The wall test from the first word to the result, and every way to leave it.

use backwise_posture::wall::{
    ASK, FORWARD, GET_THERE, HOLD, HeadToWall, Hollow, Pair, Pull, Touch,
};
use backwise_posture::{
    Answer, Area, Command, Elapsed, Mark, Phase, Point, Ran, Setup, Span, State, Stop, Variant,
    WallTest,
};
use proptest::prelude::*;

use Command::{Abandon, Go, Pain, Pause, Repeat, Resume, Skip, Tick};
use Mark::{Begin, Count, End, Half};
use Phase::{Contact, Forward, GetThere, Hold, Result, StopRules, WayOut};

fn at(ms: u64) -> Elapsed {
    Elapsed::from_ms(ms)
}

/// A test past its stop rules, at the beginning of its clock.
fn begun(setup: &Setup) -> WallTest {
    let mut test = WallTest::new(setup);
    test.update(at(0), Go);
    test
}

/// Ticks on until `now`; what was heard, with seconds.
fn listen(test: &mut WallTest, from: u64, now: u64) -> Vec<(f64, Phase, Mark)> {
    let mut heard = Vec::new();
    for t in (from..now).step_by(250).chain([now]) {
        for due in test.update(at(t), Tick) {
            heard.push((due.at.ms() as f64 / 1000.0, due.phase, due.mark));
        }
    }
    heard
}

fn after_hold() -> WallTest {
    let mut test = begun(&Setup { head_to_wall: true, ..Setup::new(Variant::Standing) });
    listen(&mut test, 0, 85_000);
    assert_eq!(test.phase(), Phase::Area(Area::FrontOfNeck));
    test
}

#[test]
fn the_usual_test_is_heard_like_this() {
    let mut test = WallTest::new(&Setup::new(Variant::Standing));
    let first = test.update(at(0), Tick);
    assert_eq!((first.len(), first[0].phase, first[0].mark), (1, StopRules, Begin));
    assert!(test.update(at(90_000), Tick).is_empty(), "the stop rules wait");
    let tap = test.update(at(100_000), Go);
    assert_eq!((tap[0].phase, tap[0].mark), (GetThere, Begin));
    let heard = listen(&mut test, 100_000, 200_000);
    let expected = [
        (107.0, GetThere, Count(3)),
        (108.0, GetThere, Count(2)),
        (109.0, GetThere, Count(1)),
        (110.0, Contact(Point::Head), Begin),
        (118.0, Contact(Point::ShoulderBlades), Begin),
        (126.0, Contact(Point::Buttocks), Begin),
        (134.0, Contact(Point::BacksOfHands), Begin),
        (142.0, Contact(Point::LowBack), Begin),
        (150.0, Forward, Begin),
        (155.0, Hold, Begin),
        (170.0, Hold, Half),
        (182.0, Hold, Count(3)),
        (183.0, Hold, Count(2)),
        (184.0, Hold, Count(1)),
        (185.0, Hold, End),
        (185.0, Phase::Area(Area::FrontOfNeck), Begin),
    ];
    assert_eq!(heard, expected);
    assert_eq!(test.hold(), Ran::Whole);
    assert!(!test.offers_repeat());
    for area in Area::ALL {
        assert_eq!(test.phase(), Phase::Area(area));
        test.answer(at(200_000), Answer::Area(area, Pull::Yes));
    }
    assert_eq!(test.phase(), Result);
    assert_eq!(test.answers().head, None, "open, not unsure");
}

#[test]
fn an_answer_at_the_wall_goes_on_and_one_for_another_point_does_not() {
    let mut test = begun(&Setup::new(Variant::Standing));
    listen(&mut test, 0, 10_000);
    let heard = test.answer(at(11_000), Answer::Head(Touch::Straining));
    assert_eq!((heard[0].at, heard[0].phase), (at(11_000), Contact(Point::ShoulderBlades)));
    assert!(test.answer(at(12_000), Answer::Head(Touch::Off)).is_empty());
    assert!(test.answer(at(12_000), Answer::LowBack(Hollow::Fist)).is_empty());
    test.answer(at(12_500), Answer::ShoulderBlades(Pair::One));
    test.answer(at(13_000), Answer::Buttocks(Touch::Easily));
    test.answer(at(13_500), Answer::BacksOfHands(Pair::Neither));
    assert_eq!(test.phase(), Contact(Point::LowBack));
    let answers = test.answers();
    assert_eq!(answers.head, Some(Touch::Off));
    assert_eq!(answers.low_back, Some(Hollow::Fist));
    assert_eq!(answers.shoulder_blades, Some(Pair::One));
    assert_eq!(answers.buttocks, Some(Touch::Easily));
    assert_eq!(answers.backs_of_hands, Some(Pair::Neither));
}

#[test]
fn a_point_left_open_can_be_answered_at_the_end() {
    let mut test = after_hold();
    assert!(test.answer(at(90_000), Answer::Buttocks(Touch::Unsure)).is_empty());
    assert_eq!(test.answers().buttocks, Some(Touch::Unsure));
}

#[test]
fn the_areas_can_be_left_at_once_and_each_keeps_its_own_answer() {
    let mut test = after_hold();
    test.answer(at(85_000), Answer::Area(Area::Hips, Pull::Yes));
    assert_eq!(test.phase(), Phase::Area(Area::FrontOfNeck));
    test.update(at(85_000), Go);
    assert_eq!(test.phase(), Phase::Area(Area::BackOfNeck));
    test.areas_done(at(86_000));
    assert_eq!(test.phase(), Phase::HeadToWall);
    assert!(test.areas_done(at(86_000)).is_empty());
    for area in Area::ALL {
        let expected = (area == Area::Hips).then_some(Pull::Yes);
        assert_eq!(test.answers().pull(area), expected);
    }
}

#[test]
fn the_head_is_measured_only_when_asked_for_and_when_it_does_not_touch_easily() {
    let phase = |variant, head_to_wall, head| {
        let mut test = begun(&Setup { head_to_wall, ..Setup::new(variant) });
        listen(&mut test, 0, 85_000);
        test.answer(at(85_000), Answer::Head(head));
        for _ in Area::ALL {
            let heard = test.update(at(85_000), Go);
            assert_eq!(heard.len(), 1);
            assert_eq!(heard[0].phase, test.phase());
        }
        test.phase()
    };
    assert_eq!(phase(Variant::Standing, true, Touch::Off), Phase::HeadToWall);
    assert_eq!(phase(Variant::Standing, true, Touch::Unsure), Phase::HeadToWall);
    assert_eq!(phase(Variant::Standing, true, Touch::Easily), Result);
    assert_eq!(phase(Variant::Standing, false, Touch::Off), Result);
    assert_eq!(phase(Variant::Seated, true, Touch::Off), Result);
    let mut test = after_hold();
    test.answer(at(85_000), Answer::Head(Touch::Easily));
    for area in Area::ALL {
        test.answer(at(85_000), Answer::Area(area, Pull::No));
    }
    assert_eq!(test.phase(), Result);
    let mut test = after_hold();
    test.areas_done(at(85_000));
    test.answer(at(90_000), Answer::HeadToWall(HeadToWall::Beyond));
    assert_eq!(test.phase(), Result);
    assert_eq!(test.answers().head_to_wall, Some(HeadToWall::Beyond));
}

#[test]
fn who_sits_is_asked_less_and_who_can_do_neither_is_told_so() {
    let points = [Point::Head, Point::ShoulderBlades, Point::LowBack];
    let mut test = begun(&Setup::new(Variant::Seated));
    let heard = listen(&mut test, 0, 100_000);
    let asked: Vec<_> = heard.iter().map(|cue| cue.1).filter(|p| matches!(p, Contact(_))).collect();
    assert_eq!(asked, points.map(Contact));
    assert_eq!(test.hold(), Ran::Whole);
    let mut test = WallTest::new(&Setup::new(Variant::CannotStand));
    assert_eq!(test.update(at(0), Go)[0].phase, WayOut);
    for command in [Go, Skip, Pause, Resume, Repeat, Abandon] {
        test.update(at(100_000), command);
        assert_eq!((test.phase(), test.player().state()), (WayOut, State::Running));
    }
    assert!(test.areas_done(at(0)).is_empty());
}

#[test]
fn a_screen_that_slept_during_the_hold_is_told_and_the_hold_can_be_repeated() {
    let mut test = begun(&Setup::new(Variant::Standing));
    listen(&mut test, 0, 60_000);
    test.update(at(72_000), Tick);
    listen(&mut test, 72_000, 85_000);
    let gap = test.player().gaps()[0];
    assert_eq!((gap.from, gap.to, gap.phase), (at(60_000), at(72_000), Hold));
    assert_eq!(test.hold(), Ran::WithGap);
    assert!(test.offers_repeat());
    test.answer(at(86_000), Answer::Head(Touch::Off));
    test.answer(at(86_000), Answer::Area(Area::Chest, Pull::Yes));
    let heard = test.update(at(90_000), Repeat);
    assert_eq!(heard.iter().map(|cue| cue.phase).collect::<Vec<_>>(), [GetThere]);
    assert_eq!((test.hold(), test.player().gaps().len()), (Ran::Left, 0));
    listen(&mut test, 90_000, 175_000);
    assert_eq!(test.answers().pull(Area::Chest), None, "another hold asks anew");
    assert_eq!(test.answers().head, Some(Touch::Off));
    assert!(!test.offers_repeat());
}

#[test]
fn a_screen_that_slept_before_the_hold_does_not_eat_it() {
    let mut test = begun(&Setup::new(Variant::Standing));
    listen(&mut test, 0, 52_000);
    let heard = test.update(at(7_252_000), Tick);
    assert_eq!((heard.len(), heard[0].phase, heard[0].at), (1, Hold, at(7_252_000)));
    assert_eq!(test.player().remaining(), Some(HOLD.usual));
    listen(&mut test, 7_252_000, 7_290_000);
    assert_eq!(test.hold(), Ran::Whole);
    assert!(test.offers_repeat(), "the step forward was not heard");
}

#[test]
fn a_stall_of_three_seconds_moves_nothing() {
    let mut test = begun(&Setup::new(Variant::Standing));
    listen(&mut test, 0, 83_000);
    let ahead = test.player().upcoming(at(88_000));
    assert_eq!((ahead[1].at, ahead[1].mark), (at(85_000), End));
    assert_eq!(test.update(at(86_000), Tick), ahead);
    assert_eq!(test.hold(), Ran::Whole);
    assert!(!test.offers_repeat());
}

#[test]
fn a_hold_that_was_skipped_is_not_called_done() {
    let mut test = begun(&Setup::new(Variant::Standing));
    listen(&mut test, 0, 60_000);
    test.update(at(60_000), Skip);
    assert_eq!(test.phase(), Phase::Area(Area::FrontOfNeck));
    assert_eq!(test.hold(), Ran::Left);
    assert!(test.offers_repeat());
}

#[test]
fn a_hold_can_be_repeated_where_one_stands() {
    let mut test = begun(&Setup::new(Variant::Standing));
    listen(&mut test, 0, 80_000);
    let heard = test.update(at(80_000), Repeat);
    assert_eq!((heard.len(), heard[0].phase, heard[0].mark), (1, Hold, Begin));
    assert_eq!(test.player().remaining(), Some(HOLD.usual));
    assert!(test.areas_done(at(80_000)).is_empty());
    test.answer(at(80_000), Answer::Area(Area::Belly, Pull::Yes));
    test.update(at(81_000), Repeat);
    assert_eq!(test.answers().pull(Area::Belly), None);
}

#[test]
fn pain_ends_it_at_any_moment_for_good() {
    for now in [0, 5_000, 20_000, 52_000, 60_000, 90_000] {
        let mut test = begun(&Setup::new(Variant::Standing));
        listen(&mut test, 0, now);
        let heard = test.update(at(now), Pain);
        assert_eq!(heard.last().map(|cue| cue.mark), Some(Mark::Stop(Stop::Pain)));
        let before = *test.answers();
        test.answer(at(now), Answer::Head(Touch::Off));
        test.answer(at(now), Answer::Area(Area::FrontOfNeck, Pull::Yes));
        test.areas_done(at(now));
        for command in [Go, Repeat, Resume, Skip, Pause, Abandon, Tick] {
            assert!(test.update(at(now + 60_000), command).is_empty());
        }
        assert_eq!(test.player().state(), State::Stopped(Stop::Pain));
        assert_eq!(*test.answers(), before);
    }
}

#[test]
fn what_was_abandoned_begins_again_with_the_stop_rules() {
    for now in [20_000, 90_000] {
        let mut test = begun(&Setup::new(Variant::Standing));
        listen(&mut test, 0, now);
        test.answer(at(now), Answer::Area(Area::Belly, Pull::Yes));
        test.update(at(now), Abandon);
        test.areas_done(at(now));
        assert_eq!(test.player().state(), State::Stopped(Stop::Abandoned));
        let heard = test.update(at(now), Repeat);
        assert_eq!(heard.iter().map(|cue| cue.phase).collect::<Vec<_>>(), [StopRules]);
    }
}

#[test]
fn lengths_stay_within_their_limits() {
    for limits in [GET_THERE, ASK, FORWARD, HOLD] {
        assert!(limits.least < limits.usual && limits.usual < limits.most);
        assert_eq!(limits.keep(Span::ZERO), limits.least);
        assert_eq!(limits.keep(Span::from_s(u16::MAX)), limits.most);
        assert_eq!(limits.keep(limits.usual), limits.usual);
    }
    assert_eq!((HOLD.least, HOLD.most), (Span::from_s(10), Span::from_s(120)));
    let far = Span::from_s(1000);
    let setup =
        Setup { get_there: far, ask: far, forward: far, hold: far, ..Setup::new(Variant::Seated) };
    assert_eq!(WallTest::new(&setup).player().left(), Span::from_s(30 + 3 * 30 + 30 + 120));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_hold_lasts_as_long_as_set_whatever_comes_before_and_between(
        hold in 10_000..120_000u32, wait in 0..100_000u64, steps in prop::collection::vec((0..4_000u64, any::<bool>()), 400),
    ) {
        let mut test = WallTest::new(&Setup { hold: Span::from_ms(hold), ..Setup::new(Variant::Standing) });
        test.update(at(wait), Go);
        let (mut now, mut held, mut began, mut ended) = (wait, 0, None, None);
        for (step, toggle) in steps {
            let paused = test.player().state() == State::Paused;
            let command = if !toggle { Tick } else if paused { Resume } else { Pause };
            for due in test.update(at(now + step), command) {
                match (due.phase, due.mark) {
                    (Hold, Begin) => began = Some(due.at.ms()),
                    (Hold, End) => ended = Some(due.at.ms()),
                    _ => {}
                }
            }
            if !paused && let Some(began) = began {
                held += ended.unwrap_or(now + step).saturating_sub(began.max(now));
            }
            now += step;
            if ended.is_some() { break; }
        }
        prop_assert_eq!(ended.map(|_| held), Some(u64::from(hold)));
    }
}
