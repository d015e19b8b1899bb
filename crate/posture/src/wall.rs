//! The wall test: stop rules, to the wall, what touches, one step forward, hold, where it pulled.
//!
//! From the tap that goes on after the stop rules to the end of the hold everything runs by itself, as the reader
//! faces away from the screen. What touches is asked at the wall, each point for a set time; what was not answered
//! there stays open and can be answered afterwards. It keeps answers in words, and no score.

mod answer;
mod body;
mod setup;

use alloc::vec::Vec;

pub use answer::{Answer, Answers, HeadToWall, Hollow, Pair, Pull, Touch};
pub use body::{Area, Point};
pub use setup::{ASK, FORWARD, GET_THERE, HOLD, Limits, Setup, Variant};

use crate::player::{Command, Due, Player, Ran, State};
use crate::step::{Mark, Step};
use crate::time::Elapsed;

/// What the reader is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Reading or hearing when not to do it. Waits.
    StopRules,
    /// Walking to the wall.
    GetThere,
    /// At the wall: does this touch?
    Contact(Point),
    /// One step away from the wall; seated, leaning off the backrest.
    Forward,
    /// Holding the position.
    Hold,
    /// Back at the screen: did it pull here? Waits.
    Area(Area),
    /// Measuring from the wall to the back of the head. Waits.
    HeadToWall,
    /// Hearing what it may go with. The last one.
    Result,
    /// Hearing why this test is not for them, and what is. The last one, and the only one, for who cannot stand.
    WayOut,
}

/// One reader's wall test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallTest {
    player: Player<Phase>,
    answers: Answers,
    /// Which step goes to the wall, and which comes after the last area.
    get_there: usize,
    after_areas: usize,
}

impl WallTest {
    /// A test that has not begun. Lengths outside their limits are brought within them.
    #[must_use]
    pub fn new(setup: &Setup) -> Self {
        let answers = Answers::default();
        let mut steps = Vec::new();
        if setup.variant == Variant::CannotStand {
            let player = Player::new(steps, Phase::WayOut);
            return Self { player, answers, get_there: 0, after_areas: 0 };
        }
        steps.push(Step::open(Phase::StopRules));
        let get_there = steps.len();
        write_wall(&mut steps, setup);
        for area in Area::ALL {
            steps.push(Step::open(Phase::Area(area)));
        }
        let after_areas = steps.len();
        if setup.head_to_wall && setup.variant == Variant::Standing {
            steps.push(Step::open(Phase::HeadToWall));
        }
        Self { player: Player::new(steps, Phase::Result), answers, get_there, after_areas }
    }

    /// Lets time pass up to `now`, then does what was asked. Returns what is to be heard, in order.
    ///
    /// To repeat once the hold is over is to go to the wall again.
    pub fn update(&mut self, now: Elapsed, command: Command) -> Vec<Due<Phase>> {
        let mut heard = self.play(now, Command::Tick);
        match (command, self.phase()) {
            (Command::Repeat, Phase::Area(_) | Phase::HeadToWall | Phase::Result)
                if !self.stopped() =>
            {
                self.player.go_to(self.get_there, &mut heard);
            }
            (Command::Go, Phase::Area(Area::Elsewhere)) => self.leave_areas(&mut heard),
            _ => heard.append(&mut self.play(now, command)),
        }
        heard
    }

    /// Takes an answer, at any time and also again, and goes on if this was being asked. A stopped test takes none,
    /// and what was said of an area goes when another hold begins.
    pub fn answer(&mut self, now: Elapsed, answer: Answer) -> Vec<Due<Phase>> {
        let mut heard = self.play(now, Command::Tick);
        if self.stopped() {
            return heard;
        }
        self.answers.put(answer);
        if answer.of() == self.phase() {
            match self.phase() {
                Phase::Area(Area::Elsewhere) => self.leave_areas(&mut heard),
                _ => self.player.go_on(&mut heard),
            }
        }
        heard
    }

    /// Leaves the areas that were not answered open, and goes on to what comes after them.
    pub fn areas_done(&mut self, now: Elapsed) -> Vec<Due<Phase>> {
        let mut heard = self.play(now, Command::Tick);
        if matches!(self.phase(), Phase::Area(_)) {
            self.leave_areas(&mut heard);
        }
        heard
    }

    /// What is going on, or was when it was stopped.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.player.phase()
    }

    /// The machine under it: how it stands, what is left, what is due, what was missed.
    #[must_use]
    pub fn player(&self) -> &Player<Phase> {
        &self.player
    }

    /// What was answered so far.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// How much of the hold was done.
    #[must_use]
    pub fn hold(&self) -> Ran {
        self.player.ran(|phase| phase == Phase::Hold)
    }

    /// Whether the result should say that it was not done as meant, and offer to repeat it.
    #[must_use]
    pub fn offers_repeat(&self) -> bool {
        self.hold() != Ran::Whole || !self.player.gaps().is_empty()
    }

    fn stopped(&self) -> bool {
        matches!(self.player.state(), State::Stopped(_))
    }

    /// The machine's own update; another hold asks anew where it pulled.
    fn play(&mut self, now: Elapsed, command: Command) -> Vec<Due<Phase>> {
        let heard = self.player.update(now, command);
        for due in &heard {
            if (due.phase, due.mark) == (Phase::Hold, Mark::Begin) {
                self.answers.forget_pull();
            }
        }
        heard
    }

    /// A head that touches easily needs no measuring.
    fn leave_areas(&mut self, heard: &mut Vec<Due<Phase>>) {
        if self.answers.head == Some(Touch::Easily) {
            self.player.go_to_end(heard);
        } else {
            self.player.go_to(self.after_areas, heard);
        }
    }
}

/// What runs by itself.
fn write_wall(steps: &mut Vec<Step<Phase>>, setup: &Setup) {
    steps.push(Step::countdown(Phase::GetThere, GET_THERE.keep(setup.get_there)));
    for &point in setup.variant.points() {
        steps.push(Step::plain(Phase::Contact(point), ASK.keep(setup.ask)));
    }
    steps.push(Step::plain(Phase::Forward, FORWARD.keep(setup.forward)));
    steps.push(Step::hold(Phase::Hold, HOLD.keep(setup.hold)));
}
