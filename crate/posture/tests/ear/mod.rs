//! Someone who only listens: knows from the steps what must be heard, and checks each cue as it comes.

use backwise_posture::{Command, Due, Elapsed, Mark, Player, Span, State, Step};
use proptest::collection::vec;
use proptest::prelude::*;

/// A step as the test asks for it; lengths in milliseconds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Open,
    Plain(u32),
    Countdown(u32),
    Hold(u32),
    Reps(u16, u32, u32),
}

pub fn at(ms: u64) -> Elapsed {
    Elapsed::from_ms(ms)
}

pub fn kinds() -> impl Strategy<Value = Vec<Kind>> {
    let kind = prop_oneof![
        Just(Kind::Open),
        (0..30_000u32).prop_map(Kind::Plain),
        (0..30_000u32).prop_map(Kind::Countdown),
        (0..60_000u32).prop_map(Kind::Hold),
        (1..12u16, 1..6_000u32, 0..7_000u32).prop_map(|(n, pace, held)| Kind::Reps(n, pace, held)),
    ];
    vec(kind, 1..8)
}

/// Times as a bad clock gives them: close, repeated, after seconds, after hours, earlier than before.
pub fn times(n: usize) -> impl Strategy<Value = Vec<u64>> {
    let ahead = prop_oneof![
        2 => Just(0i64),
        8 => 1..1_500i64,
        4 => 1_500..5_000i64,
        2 => 5_000..60_000i64,
        1 => 3_600_000..36_000_000i64,
        2 => -5_000..0i64,
    ];
    vec(ahead, n).prop_map(|steps| {
        let mut now = 0u64;
        let mut times = Vec::new();
        for step in steps {
            times.push(now.saturating_add_signed(step));
            now = now.saturating_add_signed(step.max(0));
        }
        times
    })
}

pub fn player(kinds: &[Kind]) -> Player<usize> {
    let steps = kinds.iter().enumerate().map(|(i, kind)| match *kind {
        Kind::Open => Step::open(i),
        Kind::Plain(length) => Step::plain(i, Span::from_ms(length)),
        Kind::Countdown(length) => Step::countdown(i, Span::from_ms(length)),
        Kind::Hold(length) => Step::hold(i, Span::from_ms(length)),
        Kind::Reps(n, pace, held) => Step::reps(i, n, Span::from_ms(pace), Span::from_ms(held)),
    });
    Player::new(steps.collect(), kinds.len())
}

/// What must be heard in a step, and how long it takes.
fn expected(kind: Kind) -> Expected {
    let mut marks = vec![(0, Mark::Begin)];
    let counts = |length: u64, marks: &mut Vec<_>| {
        for left in [3, 2, 1] {
            if length > 1000 * left {
                marks.push((length - 1000 * left, Mark::Count(left as u8)));
            }
        }
    };
    let length = match kind {
        Kind::Open => return (marks, None),
        Kind::Plain(length) => u64::from(length),
        Kind::Countdown(length) => {
            counts(length.into(), &mut marks);
            u64::from(length)
        }
        Kind::Hold(length) => {
            let length = u64::from(length);
            if length >= 10_000 {
                marks.push((length / 2, Mark::Half));
                counts(length, &mut marks);
            }
            marks.push((length, Mark::End));
            length
        }
        Kind::Reps(n, pace, held) => {
            let (pace, held) = (u64::from(pace), u64::from(held));
            for rep in 0..n {
                marks.push((u64::from(rep) * pace, Mark::Rep(rep + 1)));
                if held > 0 && held < pace {
                    marks.push((u64::from(rep) * pace + held, Mark::Release));
                }
            }
            marks.push((u64::from(n) * pace, Mark::End));
            u64::from(n) * pace
        }
    };
    (marks, Some(length))
}

/// The marks of a step, each so long after it began, and how long it takes.
type Expected = (Vec<(u64, Mark)>, Option<u64>);

pub struct Ear {
    steps: Vec<Expected>,
    /// What was heard last: a step and which of its marks.
    last: Option<(usize, usize)>,
    began: u64,
    /// How long this step stood still.
    paused: u64,
    now: u64,
    latest: u64,
}

impl Ear {
    pub fn new(kinds: &[Kind]) -> Self {
        let mut steps: Vec<_> = kinds.iter().map(|kind| expected(*kind)).collect();
        steps.push(expected(Kind::Open));
        Self { steps, last: None, began: 0, paused: 0, now: 0, latest: 0 }
    }

    pub fn update(&mut self, player: &mut Player<usize>, now: u64, command: Command) {
        let now = now.max(self.now);
        if player.state() == State::Paused {
            self.paused += now - self.now;
        }
        self.now = now;
        for due in player.update(at(now), command) {
            self.hear(due, command);
        }
    }

    /// Everything to the very end.
    pub fn all_heard(&self) {
        assert_eq!(self.last, Some((self.steps.len() - 1, 0)));
    }

    fn hear(&mut self, due: Due<usize>, command: Command) {
        let time = due.at.ms();
        assert!(time <= self.now, "early: {due:?}");
        assert!(time >= self.latest, "out of order: {due:?}");
        self.latest = time;
        if due.mark == Mark::Begin {
            self.begin(due, command);
        } else {
            let (step, mark) = self.last.expect("nothing is heard before it begins");
            assert_eq!(due.phase, step);
            let (after, expected) = self.steps[step].0[mark + 1];
            assert_eq!(due.mark, expected);
            assert_eq!(time - self.began - self.paused, after, "{due:?}");
            self.last = Some((step, mark + 1));
        }
    }

    /// A step begins after the whole of the one before, unless that was skipped; or again, when that was asked.
    fn begin(&mut self, due: Due<usize>, command: Command) {
        let time = due.at.ms();
        match self.last {
            None => assert_eq!(due.phase, 0),
            Some((step, _)) if due.phase == step => assert_eq!(command, Command::Repeat),
            Some((step, mark)) => {
                assert_eq!(due.phase, step + 1);
                let (marks, length) = &self.steps[step];
                let whole = mark + 1 == marks.len()
                    && length.is_none_or(|length| time - self.began - self.paused >= length);
                assert!(whole || command == Command::Skip, "cut short: {due:?}");
                assert!(length.is_some() || command == Command::Go, "did not wait: {due:?}");
            }
        }
        (self.last, self.began, self.paused) = (Some((due.phase, 0)), time, 0);
    }
}
