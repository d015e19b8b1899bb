//! How it gets from step to step: by time, by going on, by stopping.

use alloc::vec::Vec;

use super::{Due, GAP, Gap, Place, Player, State, Stop};
use crate::step::{Mark, Step};
use crate::time::Elapsed;

impl<P: Copy> Player<P> {
    pub(super) fn here(&self) -> &Step<P> {
        &self.steps[self.place.step]
    }

    /// Lets time pass: none for what is paused or stopped.
    pub(super) fn run(&mut self, now: Elapsed, heard: &mut Vec<Due<P>>) {
        let now = now.max(self.now);
        let passed = now.since(self.now);
        if self.state == State::Running {
            self.pass(now, passed > GAP, heard);
        } else {
            self.place.began = self.place.began.after(passed);
        }
        self.now = now;
    }

    fn pass(&mut self, now: Elapsed, unheard: bool, heard: &mut Vec<Due<P>>) {
        let before = self.place;
        if let Some(length) = self.here().length
            && unheard
        {
            let to = now.min(before.began.after(length));
            self.gaps.push(Gap { from: self.now, to, phase: self.phase(), step: before.step });
        }
        self.place = self.walk(now, unheard, heard);
        for step in before.step..self.place.step {
            self.ran[step] = true;
        }
    }

    /// Hands out what is due up to `now`. What nobody heard end is followed by a step that begins only now:
    /// so no step goes by unheard from its beginning to its end, and no hold is shorter than it is set.
    pub(super) fn walk(&self, now: Elapsed, unheard: bool, heard: &mut Vec<Due<P>>) -> Place {
        let mut place = self.place;
        while let Some(at) = self.due(place)
            && at <= now
        {
            let step = &self.steps[place.step];
            if let Some(&(_, mark)) = step.marks.get(place.mark) {
                heard.push(Due { at, phase: step.phase, mark });
                place.mark += 1;
            } else {
                let began = if unheard { now } else { at };
                place = Place { step: place.step + 1, began, mark: 0 };
            }
        }
        place
    }

    /// When the next mark comes, or, after the last one, the next step.
    pub(super) fn due(&self, place: Place) -> Option<Elapsed> {
        let step = &self.steps[place.step];
        let after = match step.marks.get(place.mark) {
            Some(&(after, _)) => Some(after),
            None => step.length,
        };
        Some(place.began.after(after?))
    }

    /// Goes on to the next step, whether this one waits or not.
    pub(crate) fn go_on(&mut self, heard: &mut Vec<Due<P>>) {
        if !self.at_end() {
            self.go_to(self.place.step + 1, heard);
        }
    }

    /// Goes to a step. What was stopped goes nowhere.
    pub(crate) fn go_to(&mut self, step: usize, heard: &mut Vec<Due<P>>) {
        if !matches!(self.state, State::Stopped(_)) {
            self.start(step, heard);
        }
    }

    /// Begins a step, now. What is done again was neither done nor missed.
    pub(super) fn start(&mut self, step: usize, heard: &mut Vec<Due<P>>) {
        self.state = State::Running;
        self.gaps.retain(|gap| gap.step < step);
        self.ran[step..].fill(false);
        self.place = Place { step, began: self.now, mark: 0 };
        self.pass(self.now, false, heard);
    }

    /// Stops at once. What is over is not abandoned, and the graver reason stays.
    pub(super) fn stop(&mut self, why: Stop, heard: &mut Vec<Due<P>>) {
        let graver = match self.state {
            State::Stopped(earlier) => why > earlier,
            State::Running | State::Paused => why > Stop::Abandoned || !self.at_end(),
        };
        if graver {
            self.state = State::Stopped(why);
            heard.push(Due { at: self.now, phase: self.phase(), mark: Mark::Stop(why) });
        }
    }
}
