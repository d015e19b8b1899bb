//! What holds of the machine whatever the steps, the times and the commands are.

mod ear;

use backwise_posture::{Command, Elapsed, GAP, Mark, Player, Ran, Span, State, Step, Stop};
use ear::{Ear, at, kinds, player, times};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const TICK: u64 = 500;

/// Plays on at a quiet pace, going on wherever it waits, until it has come to its end.
fn play_out(player: &mut Player<usize>, mut now: u64, ear: &mut Ear) -> u64 {
    for _ in 0..200_000 {
        if player.at_end() {
            return now;
        }
        now += TICK;
        ear.update(player, now, Command::Go);
    }
    panic!("it never ends: {player:?}");
}

fn commands() -> impl Strategy<Value = Command> {
    use Command::{Go, Pause, Repeat, Resume, Skip, Tick};
    select(vec![Tick, Tick, Tick, Go, Go, Pause, Resume, Repeat, Skip])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_cue_is_heard_once_and_in_order_whatever_the_times(
        kinds in kinds(), times in times(40), go in vec(any::<bool>(), 40),
    ) {
        let (mut player, mut ear) = (player(&kinds), Ear::new(&kinds));
        for (now, go) in times.iter().zip(go) {
            ear.update(&mut player, *now, if go { Command::Go } else { Command::Tick });
        }
        play_out(&mut player, 1 << 40, &mut ear);
        ear.all_heard();
    }

    #[test]
    fn skip_repeat_and_pause_keep_order_and_no_step_is_shorter_than_set(
        kinds in kinds(), times in times(60), commands in vec(commands(), 60),
    ) {
        let (mut player, mut ear) = (player(&kinds), Ear::new(&kinds));
        for (now, command) in times.iter().zip(commands) {
            ear.update(&mut player, *now, command);
        }
        ear.update(&mut player, 1 << 40, Command::Resume);
        play_out(&mut player, 1 << 40, &mut ear);
    }

    #[test]
    fn a_time_that_goes_back_changes_nothing(kinds in kinds(), now in 0..100_000u64, back in 0..100_000u64) {
        let mut player = player(&kinds);
        player.update(at(0), Command::Go);
        player.update(at(now), Command::Tick);
        let before = player.clone();
        let heard = player.update(at(now.saturating_sub(back)), Command::Tick);
        prop_assert!(heard.is_empty());
        prop_assert_eq!(player, before);
    }

    #[test]
    fn how_often_it_ticks_changes_nothing(kinds in kinds(), steps in vec(1..=GAP.ms(), 1..60)) {
        let (mut coarse, mut fine) = (player(&kinds), player(&kinds));
        let (mut once, mut often) = (Vec::new(), Vec::new());
        let mut now = 0;
        for step in steps {
            for t in (now..now + step).step_by(97) {
                often.append(&mut fine.update(at(t), Command::Tick));
            }
            now += step;
            once.append(&mut coarse.update(at(now), Command::Go));
            often.append(&mut fine.update(at(now), Command::Go));
        }
        prop_assert_eq!(once, often);
        prop_assert_eq!(coarse, fine);
    }

    #[test]
    fn the_next_cue_is_never_in_the_past_and_comes_when_it_is_due(
        kinds in kinds(), times in times(30), commands in vec(commands(), 30),
    ) {
        let mut player = player(&kinds);
        let mut latest = 0;
        for (now, command) in times.iter().zip(commands) {
            player.update(at(*now), command);
            latest = latest.max(*now);
            let Some(due) = player.next_due() else { continue };
            prop_assert!(due > at(latest));
            let mut early = player.clone();
            prop_assert!(early.update(at(due.ms() - 1), Command::Tick).is_empty());
            let heard = player.clone().update(due, Command::Tick);
            prop_assert_eq!(heard.first().map(|cue| cue.at), Some(due));
        }
    }

    #[test]
    fn a_cue_is_due_whenever_it_runs_and_does_not_wait(kinds in kinds(), times in times(30)) {
        let mut player = player(&kinds);
        for now in times {
            player.update(at(now), Command::Go);
            prop_assert_eq!(player.next_due().is_some(), player.remaining().is_some());
        }
    }

    #[test]
    fn what_is_scheduled_ahead_is_what_comes(kinds in kinds(), times in times(30), ahead in 0..60_000u64) {
        let mut player = player(&kinds);
        let mut latest = 0;
        for now in times {
            player.update(at(now), Command::Go);
            latest = latest.max(now);
            let (mut copy, mut heard) = (player.clone(), Vec::new());
            for t in (0..ahead).step_by(TICK as usize).chain([ahead]) {
                heard.append(&mut copy.update(at(latest + t), Command::Tick));
            }
            prop_assert_eq!(player.upcoming(at(latest + ahead)), heard);
        }
    }

    #[test]
    fn a_pause_of_any_length_changes_nothing_that_is_left(
        kinds in kinds(), times in times(30), pause in times(5), pause_at in 0..30usize,
    ) {
        let mut player = player(&kinds);
        let mut latest = 0;
        for now in &times[..pause_at.max(1)] {
            player.update(at(*now), Command::Go);
            latest = latest.max(*now);
        }
        let due_in = |player: &Player<usize>, now: u64| player.next_due().map(|due| due.ms() - now);
        let before = (player.phase(), player.remaining(), player.left(), due_in(&player, latest));
        let gaps = player.gaps().to_vec();
        player.update(at(latest), Command::Pause);
        prop_assert_eq!(player.state() == State::Paused, before.1.is_some());
        let mut now = latest;
        for t in pause {
            now = now.max(latest + t);
            prop_assert!(player.update(at(now), Command::Pause).is_empty());
        }
        prop_assert!(player.next_due().is_none() || before.1.is_none());
        prop_assert!(player.update(at(now), Command::Resume).is_empty());
        let after = (player.phase(), player.remaining(), player.left(), due_in(&player, now));
        prop_assert_eq!(before, after);
        prop_assert_eq!(player.gaps(), &gaps[..]);
    }

    #[test]
    fn there_is_a_way_out_of_every_state(kinds in kinds(), times in times(40), commands in vec(commands(), 40)) {
        let (mut player, mut ear) = (player(&kinds), Ear::new(&kinds));
        let mut latest = 0;
        for (now, command) in times.iter().zip(commands) {
            ear.update(&mut player, *now, command);
            latest = latest.max(*now);
            for why in [Command::Abandon, Command::StopRule, Command::Pain] {
                let mut left = player.clone();
                left.update(at(latest), why);
                prop_assert!(left.at_end() || matches!(left.state(), State::Stopped(_)));
            }
            let mut hurried = player.clone();
            for _ in 0..kinds.len() {
                hurried.update(at(latest), if hurried.remaining().is_some() { Command::Skip } else { Command::Go });
            }
            prop_assert!(hurried.at_end());
        }
        ear.update(&mut player, latest, Command::Resume);
        play_out(&mut player, latest, &mut ear);
    }

    #[test]
    fn a_stop_for_safety_is_final(kinds in kinds(), times in times(20), commands in vec(commands(), 20), hurts: bool) {
        let mut player = player(&kinds);
        let (why, stop) = if hurts { (Command::Pain, Stop::Pain) } else { (Command::StopRule, Stop::StopRule) };
        player.update(at(0), Command::Go);
        let heard = player.update(at(7), why);
        prop_assert_eq!(heard.last().map(|cue| (cue.at, cue.mark)), Some((at(7), Mark::Stop(stop))));
        for (now, command) in times.iter().zip(commands).chain([(&0, Command::Abandon)]) {
            prop_assert!(player.update(at(*now), command).is_empty());
            prop_assert_eq!(player.state(), State::Stopped(stop));
            prop_assert_eq!(player.next_due(), None);
        }
        prop_assert!(stop.leads_to_safety());
    }

    #[test]
    fn a_silence_is_told_as_it_was(length in 10_000..100_000u32, before in 0..5_000u64, silence in 1..200_000u64) {
        let hold = Span::from_ms(length);
        let mut player = Player::new(vec![Step::hold('h', hold), Step::plain('p', hold)], 'e');
        player.update(at(0), Command::Tick);
        player.update(at(before), Command::Tick);
        let now = before + silence;
        player.update(at(now), Command::Tick);
        let gaps: Vec<_> = player.gaps().iter().map(|gap| (gap.from, gap.to, gap.phase)).collect();
        let end = now.min(u64::from(length));
        let expected = if silence > GAP.ms() { vec![(at(before), at(end), 'h')] } else { vec![] };
        prop_assert_eq!(gaps, expected);
        // What nobody heard end is followed by something that begins now, whole.
        if silence > GAP.ms() && now >= u64::from(length) {
            prop_assert_eq!(player.phase(), 'p');
            prop_assert_eq!(player.remaining(), Some(hold));
            prop_assert_eq!(player.ran(|phase| phase == 'h'), Ran::WithGap);
        }
    }
}

#[test]
fn a_silence_that_may_be_is_no_gap_and_a_longer_one_is() {
    for (silence, n_gaps) in [(GAP.ms(), 0), (GAP.ms() + 1, 1)] {
        let mut player = Player::new(vec![Step::hold('h', Span::from_s(30))], 'e');
        player.update(at(0), Command::Tick);
        player.update(at(silence), Command::Tick);
        assert_eq!(player.gaps().len(), n_gaps, "after {silence} ms");
    }
}

#[test]
fn what_waits_and_what_is_paused_leaves_no_gap() {
    let mut player = Player::new(vec![Step::open('o'), Step::plain('p', Span::from_s(20))], 'e');
    player.update(at(0), Command::Tick);
    player.update(at(3_600_000), Command::Go);
    player.update(at(3_601_000), Command::Pause);
    player.update(at(9_000_000), Command::Resume);
    assert!(player.gaps().is_empty());
    assert_eq!(player.remaining(), Some(Span::from_s(19)));
}

#[test]
fn what_is_repeated_was_not_missed() {
    let steps = vec![Step::plain('a', Span::from_s(20)), Step::plain('b', Span::from_s(20))];
    let mut player = Player::new(steps, 'e');
    for now in [0, 10_000, 25_000, 35_000] {
        player.update(at(now), Command::Tick);
    }
    let phases =
        |player: &Player<char>| player.gaps().iter().map(|gap| gap.phase).collect::<String>();
    assert_eq!(phases(&player), "aab");
    assert_eq!(player.ran(|_| true), Ran::Partly);
    player.update(at(35_000), Command::Repeat);
    assert_eq!(phases(&player), "aa");
}

#[test]
fn only_what_was_abandoned_can_be_begun_again() {
    let mut player = Player::new(vec![Step::open('o'), Step::plain('p', Span::from_s(20))], 'e');
    player.update(at(0), Command::Go);
    assert_eq!(player.update(at(5), Command::Abandon)[0].mark, Mark::Stop(Stop::Abandoned));
    assert!(player.update(at(6), Command::Resume).is_empty());
    assert!(!Stop::Abandoned.leads_to_safety());
    let mut again = player.clone();
    assert_eq!(again.update(at(7), Command::Repeat)[0].phase, 'o');
    // Who stopped first and then said that it hurts is heard.
    player.update(at(8), Command::Pain);
    assert_eq!(player.state(), State::Stopped(Stop::Pain));
}

#[test]
fn what_is_over_is_not_abandoned() {
    let mut player: Player<char> = Player::new(Vec::new(), 'e');
    player.update(at(0), Command::Abandon);
    assert_eq!(player.state(), State::Running);
}

#[test]
fn what_waits_is_not_skipped_and_what_runs_is_not_hurried() {
    let mut player = Player::new(vec![Step::open('o'), Step::plain('p', Span::from_s(20))], 'e');
    player.update(at(0), Command::Skip);
    assert_eq!(player.phase(), 'o');
    player.update(at(0), Command::Go);
    player.update(at(0), Command::Go);
    assert_eq!(player.phase(), 'p');
}

#[test]
fn the_end_of_time_is_no_panic() {
    let mut player =
        Player::new(vec![Step::open('o'), Step::plain('p', Span::from_s(u16::MAX))], 'e');
    let end = Elapsed::from_ms(u64::MAX);
    player.update(end, Command::Go);
    assert!(player.update(end, Command::Tick).is_empty());
    assert_eq!(player.remaining(), Some(Span::from_s(u16::MAX)));
    assert_eq!(at(5).since(at(7)), Span::ZERO);
}

#[test]
fn a_stop_is_said_once() {
    for why in [Command::Abandon, Command::StopRule, Command::Pain] {
        let mut player = Player::new(vec![Step::open('o')], 'e');
        assert_eq!(player.update(at(0), why).len(), 2);
        assert!(player.update(at(1), why).is_empty());
    }
}

#[test]
fn time_passes_again_after_skip_repeat_and_a_new_beginning() {
    for command in [Command::Skip, Command::Repeat, Command::Resume] {
        let mut player = Player::new(vec![Step::plain('p', Span::from_s(20)); 2], 'e');
        player.update(at(0), Command::Pause);
        assert_eq!(player.state(), State::Paused);
        player.update(at(1), command);
        assert_eq!(player.state(), State::Running);
    }
    let mut player = Player::new(vec![Step::plain('p', Span::from_s(20))], 'e');
    player.update(at(0), Command::Abandon);
    player.update(at(1), Command::Repeat);
    assert_eq!(player.state(), State::Running);
}

/// What a single step lets be heard, with its milliseconds.
fn marks(step: Step<char>) -> Vec<(u64, Mark)> {
    let ahead = Player::new(vec![step], 'e').upcoming(at(100_000));
    let own = ahead.iter().filter(|due| due.phase != 'e');
    own.map(|due| (due.at.ms(), due.mark)).collect()
}

#[test]
fn marks_lie_after_the_beginning_and_only_where_they_help() {
    use Mark::{Begin, Count, End, Half, Release, Rep};
    let (s, none) = (Span::from_s, Span::ZERO);
    let countdown = |length| marks(Step::countdown('c', s(length)));
    assert_eq!(countdown(3), [(0, Begin), (1000, Count(2)), (2000, Count(1))]);
    assert_eq!(countdown(1), [(0, Begin)]);
    assert_eq!(marks(Step::hold('h', Span::from_ms(9_999))), [(0, Begin), (9_999, End)]);
    let long = [(0, Begin), (5000, Half), (7000, Count(3)), (8000, Count(2)), (9000, Count(1))];
    assert_eq!(marks(Step::hold('h', s(10)))[..5], long);
    let reps = |held| marks(Step::reps('r', 1, s(4), held));
    assert_eq!(reps(none), [(0, Begin), (0, Rep(1)), (4000, End)]);
    assert_eq!(reps(s(4)), reps(none));
    assert_eq!(reps(s(3)), [(0, Begin), (0, Rep(1)), (3000, Release), (4000, End)]);
}
