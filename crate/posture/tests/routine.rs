//! Routines: what is heard, how long they take, and what easier, harder and skip do to them.

use backwise_posture::{
    Command, Dose, Due, Elapsed, Item, Mark, Part, Ran, Routine, Side, Sides, Span, State, Stop,
    Turn, Work,
};
use proptest::collection::vec;
use proptest::prelude::*;

use Command::{Abandon, Go, Pain, Pause, Repeat, Resume, Skip, Tick};

fn at(ms: u64) -> Elapsed {
    Elapsed::from_ms(ms)
}

fn s(seconds: u16) -> Span {
    Span::from_s(seconds)
}

fn dose(form: u16, sets: u8, work: Work) -> Dose {
    Dose { form, ready: s(10), sets, work, sides: Sides::Together, rest: s(20) }
}

fn reps(count: u16) -> Work {
    Work::Reps { count, pace: s(4), held: s(0) }
}

/// A routine past its stop rules, at the beginning of its clock.
fn begun(items: Vec<Item>) -> Routine {
    let mut routine = Routine::new(items);
    routine.update(at(0), Go);
    routine
}

fn listen(routine: &mut Routine, from: u64, now: u64) -> Vec<Due<Part>> {
    let mut heard = Vec::new();
    for t in (from..now).step_by(500).chain([now]) {
        heard.append(&mut routine.update(at(t), Tick));
    }
    heard
}

/// When each part began, in seconds, in words that can be read.
fn parts(heard: &[Due<Part>]) -> Vec<String> {
    let begins = heard.iter().filter(|due| due.mark == Mark::Begin);
    begins.map(|due| format!("{} {}", due.at.ms() / 1000, words(due.phase))).collect()
}

fn words(part: Part) -> String {
    let (what, turn) = match part {
        Part::StopRules => return "stop rules".into(),
        Part::Done => return "done".into(),
        Part::Ready(turn) => ("ready", turn),
        Part::Reps(turn) => ("reps", turn),
        Part::Hold(turn) => ("hold", turn),
        Part::Change(turn) => ("change", turn),
        Part::Rest(turn) => ("rest", turn),
    };
    let side = match turn.side {
        None => "",
        Some(Side::Left) => " left",
        Some(Side::Right) => " right",
    };
    format!("{what} {}.{}{side}", turn.item, turn.set)
}

fn two() -> Vec<Item> {
    let stretch = Dose { sides: Sides::InTurn { change: s(5) }, ..dose(7, 2, Work::Hold(s(30))) };
    vec![Item::new(dose(3, 2, reps(5))), Item::new(stretch)]
}

#[test]
fn sets_sides_and_rests_come_in_order() {
    let mut routine = Routine::new(two());
    assert_eq!(parts(&routine.update(at(0), Tick)), ["0 stop rules"]);
    assert!(routine.update(at(50_000), Skip).is_empty(), "the stop rules are not skipped");
    let mut heard = routine.update(at(100_000), Go);
    heard.append(&mut listen(&mut routine, 100_000, 400_000));
    let expected = [
        "100 ready 0.1",
        "110 reps 0.1",
        "130 rest 0.2",
        "150 reps 0.2",
        "170 ready 1.1 left",
        "180 hold 1.1 left",
        "210 change 1.1 right",
        "215 hold 1.1 right",
        "245 rest 1.2 left",
        "265 hold 1.2 left",
        "295 change 1.2 right",
        "300 hold 1.2 right",
        "330 done",
    ];
    assert_eq!(parts(&heard), expected);
    assert_eq!((routine.ran(0), routine.ran(1)), (Ran::Whole, Ran::Whole));
}

#[test]
fn repetitions_are_counted_at_their_pace() {
    let work = Work::Reps { count: 2, pace: s(4), held: s(3) };
    let mut routine = begun(vec![Item::new(dose(0, 1, work))]);
    let heard = listen(&mut routine, 0, 30_000);
    let marks: Vec<_> = heard.iter().map(|due| (due.at.ms() / 1000, due.mark)).collect();
    let expected = [
        (7, Mark::Count(3)),
        (8, Mark::Count(2)),
        (9, Mark::Count(1)),
        (10, Mark::Begin),
        (10, Mark::Rep(1)),
        (13, Mark::Release),
        (14, Mark::Rep(2)),
        (17, Mark::Release),
        (18, Mark::End),
        (18, Mark::Begin),
    ];
    assert_eq!(marks, expected);
}

#[test]
fn eight_minutes_planned_take_eight_minutes() {
    let items: Vec<_> = (0..4).map(|form| Item::new(dose(form, 2, reps(10)))).collect();
    let mut routine = begun(items);
    assert_eq!(routine.player().left(), s(8 * 60 - 40));
    let heard = listen(&mut routine, 0, 600_000);
    assert_eq!(parts(&heard).last().map(String::as_str), Some("440 done"));
}

#[test]
fn easier_goes_on_from_the_same_set_and_harder_comes_back() {
    let mut items = two();
    items[0].easier = vec![dose(1, 2, reps(2)), dose(2, 2, reps(3))];
    let mut routine = begun(items);
    assert!(routine.harder(at(0)).is_empty(), "there is nothing harder");
    listen(&mut routine, 0, 52_000);
    assert_eq!(words(routine.part()), "reps 0.2");
    let heard = routine.easier(at(52_000));
    assert_eq!(parts(&heard), ["52 ready 0.2"]);
    assert_eq!(routine.items()[0].dose.form, 2);
    let heard = listen(&mut routine, 52_000, 75_000);
    assert_eq!(parts(&heard), ["62 reps 0.2", "74 ready 1.1 left"]);
    assert_eq!(routine.ran(0), Ran::Whole, "a set of each is two sets");
    routine.update(at(75_000), Repeat);
    assert!(routine.easier(at(75_000)).is_empty(), "there is nothing easier to this one");

    let mut routine = begun(routine.items().to_vec());
    routine.easier(at(1_000));
    assert_eq!(routine.items()[0].dose.form, 1);
    assert!(routine.easier(at(1_000)).is_empty());
    routine.harder(at(1_000));
    routine.harder(at(1_000));
    assert_eq!(routine.items()[0].dose.form, 3);
    assert_eq!(routine.player().left(), Routine::new(two()).player().left());
}

#[test]
fn what_was_left_before_it_got_easier_stays_left() {
    let mut items = two();
    items[0].easier = vec![dose(1, 2, reps(2))];
    let mut routine = begun(items);
    listen(&mut routine, 0, 15_000);
    routine.update(at(15_000), Skip);
    routine.easier(at(16_000));
    listen(&mut routine, 16_000, 40_000);
    assert_eq!((words(routine.part()), routine.ran(0)), ("ready 1.1 left".into(), Ran::Partly));
}

#[test]
fn a_dose_with_fewer_sets_still_finishes_the_set() {
    let mut items = two();
    items[0].easier = vec![dose(1, 1, reps(2))];
    let mut routine = begun(items);
    listen(&mut routine, 0, 45_000);
    assert_eq!(words(routine.part()), "rest 0.2");
    let mut heard = routine.easier(at(45_000));
    heard.append(&mut listen(&mut routine, 45_000, 64_000));
    assert_eq!(parts(&heard), ["45 ready 0.2", "55 reps 0.2", "63 ready 1.1 left"]);
}

#[test]
fn an_exercise_can_be_left_and_says_how_much_of_it_was_done() {
    let mut routine = begun(two());
    listen(&mut routine, 0, 40_000);
    assert_eq!(parts(&routine.skip_item(at(40_000))), ["40 ready 1.1 left"]);
    assert_eq!((routine.ran(0), routine.ran(1)), (Ran::Partly, Ran::Left));
    assert_eq!(parts(&routine.skip_item(at(41_000))), ["41 done"]);
    assert!(routine.skip_item(at(42_000)).is_empty());
    assert_eq!(parts(&routine.update(at(43_000), Repeat)), ["43 stop rules"]);
    assert!(routine.skip_item(at(44_000)).is_empty(), "the stop rules are not skipped");
    assert_eq!(routine.ran(0), Ran::Left);
}

#[test]
fn after_hours_asleep_it_goes_on_where_it_was_and_can_go_back() {
    let mut routine = begun(two());
    listen(&mut routine, 0, 82_000);
    let heard = routine.update(at(7_200_000), Tick);
    assert_eq!(parts(&heard), ["7200 change 1.1 right"]);
    listen(&mut routine, 7_200_000, 7_205_000);
    let gap = routine.player().gaps()[0];
    assert_eq!(
        (gap.from, gap.to, words(gap.phase)),
        (at(82_000), at(110_000), "hold 1.1 left".into())
    );
    assert_eq!(parts(&routine.repeat_missed(at(7_206_000))), ["7206 hold 1.1 left"]);
    assert!(routine.player().gaps().is_empty());
    assert!(routine.repeat_missed(at(7_207_000)).is_empty());
    listen(&mut routine, 7_207_000, 7_400_000);
    assert_eq!(routine.ran(1), Ran::Whole);
}

#[test]
fn of_two_that_were_missed_the_first_is_repeated() {
    let mut routine = begun(two());
    listen(&mut routine, 0, 15_000);
    routine.update(at(40_000), Tick);
    routine.update(at(70_000), Tick);
    assert_eq!(routine.player().gaps().len(), 2);
    assert_eq!(parts(&routine.repeat_missed(at(71_000))), ["71 reps 0.1"]);
}

#[test]
fn pain_ends_it_for_good() {
    let mut items = two();
    items[0].easier = vec![dose(1, 1, reps(2))];
    items[0].harder = vec![dose(5, 3, reps(9))];
    let mut routine = begun(items);
    routine.update(at(9_000), Tick);
    routine.update(at(12_000), Pain);
    let before = routine.items().to_vec();
    assert!(routine.easier(at(13_000)).is_empty());
    assert!(routine.harder(at(13_000)).is_empty());
    assert!(routine.skip_item(at(13_000)).is_empty());
    assert!(routine.repeat_missed(at(13_000)).is_empty());
    for command in [Go, Repeat, Resume, Skip, Pause, Abandon, Tick] {
        assert!(routine.update(at(14_000), command).is_empty());
    }
    assert_eq!(routine.player().state(), State::Stopped(Stop::Pain));
    assert_eq!(routine.items(), before);
}

#[test]
fn nothing_planned_is_soon_done() {
    let mut routine = Routine::new(Vec::new());
    assert_eq!(routine.player().left(), Span::ZERO);
    assert_eq!(parts(&routine.update(at(0), Go)), ["0 stop rules", "0 done"]);
    let bare = Dose { ready: s(0), rest: s(0), ..dose(0, 0, Work::Hold(s(9))) };
    let mut routine = begun(vec![Item::new(bare.clone()), Item::new(Dose { sets: 2, ..bare })]);
    let heard = listen(&mut routine, 0, 27_000);
    assert_eq!(parts(&heard), ["9 ready 1.1", "9 hold 1.1", "18 hold 1.2", "27 done"]);
}

fn doses() -> impl Strategy<Value = Dose> {
    let work = prop_oneof![
        (0..15u16, 0..6u16, 0..6u16).prop_map(|(count, pace, held)| Work::Reps {
            count,
            pace: s(pace),
            held: s(held)
        }),
        (0..60u16).prop_map(|length| Work::Hold(s(length))),
    ];
    let sides =
        prop_oneof![Just(Sides::Together), (0..9u16).prop_map(|n| Sides::InTurn { change: s(n) })];
    (0..9u16, 0..20u16, 0..4u8, work, sides, 0..40u16).prop_map(
        |(form, ready, sets, work, sides, rest)| Dose {
            form,
            ready: s(ready),
            sets,
            work,
            sides,
            rest: s(rest),
        },
    )
}

fn items() -> impl Strategy<Value = Vec<Item>> {
    let item = (doses(), vec(doses(), 0..3), vec(doses(), 0..3));
    vec(item.prop_map(|(dose, easier, harder)| Item { dose, easier, harder }), 0..5)
}

/// How long an exercise takes, reckoned without the machine.
fn reckoned(dose: &Dose) -> u64 {
    let work = match dose.work {
        Work::Reps { count, pace, .. } => u64::from(count) * pace.ms(),
        Work::Hold(length) => length.ms(),
    };
    let set = match dose.sides {
        Sides::Together => work,
        Sides::InTurn { change } => 2 * work + change.ms(),
    };
    let sets = u64::from(dose.sets.max(1));
    dose.ready.ms() + sets * set + (sets - 1) * dose.rest.ms()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_routine_takes_as_long_as_planned(items in items()) {
        let planned: u64 = items.iter().map(|item| reckoned(&item.dose)).sum();
        let mut routine = Routine::new(items);
        prop_assert_eq!(routine.player().left().ms(), planned);
        let mut now = 1_000;
        let mut heard = routine.update(at(now), Go);
        while routine.part() != Part::Done {
            now += 500;
            heard.append(&mut routine.update(at(now), Tick));
        }
        prop_assert_eq!(heard.last().map(|due| due.at), Some(at(1_000 + planned)));
    }

    #[test]
    fn whatever_is_pressed_sets_come_in_order_and_it_ends(
        items in items(), presses in vec((0..9u8, 0..4_900u64), 60),
    ) {
        let n = items.len();
        let mut routine = begun(items);
        let (mut now, mut latest) = (0, (0, 0));
        let place = |part| match part {
            Part::StopRules => (0, 0),
            Part::Ready(Turn { item, set, .. }) | Part::Reps(Turn { item, set, .. })
            | Part::Hold(Turn { item, set, .. }) | Part::Change(Turn { item, set, .. })
            | Part::Rest(Turn { item, set, .. }) => (item, set),
            Part::Done => (n, 0),
        };
        for (press, step) in presses {
            now += step;
            let mut heard = routine.update(at(now), Tick);
            heard.append(&mut match press {
                0 => routine.easier(at(now)),
                1 => routine.harder(at(now)),
                2 => routine.skip_item(at(now)),
                3 => routine.update(at(now), Skip),
                4 => routine.update(at(now), Pause),
                5 => routine.update(at(now), Resume),
                6 if routine.part() != Part::Done => routine.update(at(now), Repeat),
                _ => Vec::new(),
            });
            for due in heard {
                prop_assert!(place(due.phase) >= latest);
                latest = place(due.phase);
            }
        }
        let left = routine.player().left().ms();
        let mut heard = routine.update(at(now), Resume);
        for t in (now..=now + left).step_by(500).chain([now + left]) {
            heard.append(&mut routine.update(at(t), Tick));
        }
        prop_assert_eq!(routine.part(), Part::Done);
        prop_assert!(left == 0 || heard.last().map(|due| due.at) == Some(at(now + left)));
    }
}
