//! Going elsewhere than on: what the wall test and routines ask of the machine.

use alloc::vec::Vec;

use super::{Due, Player};
use crate::step::Step;

impl<P: Copy> Player<P> {
    /// Goes to the last step.
    pub(crate) fn go_to_end(&mut self, heard: &mut Vec<Due<P>>) {
        self.go_to(self.steps.len() - 1, heard);
    }

    /// Goes back to the first step with a gap, if there is one.
    pub(crate) fn go_to_gap(&mut self, heard: &mut Vec<Due<P>>) {
        if let Some(gap) = self.gaps.first() {
            self.go_to(gap.step, heard);
        }
    }

    /// Puts other steps in the place of those from one on, and begins the first of them.
    pub(crate) fn rewrite(
        &mut self,
        from: usize,
        mut steps: Vec<Step<P>>,
        last: P,
        heard: &mut Vec<Due<P>>,
    ) {
        self.steps.truncate(from);
        self.steps.append(&mut steps);
        self.steps.push(Step::open(last));
        self.ran.resize(self.steps.len(), false);
        self.start(from, heard);
    }

    /// The first step whose phase is meant: there is one.
    pub(crate) fn find(&self, meant: impl Fn(P) -> bool) -> usize {
        self.steps.iter().take_while(|step| !meant(step.phase)).count()
    }
}
