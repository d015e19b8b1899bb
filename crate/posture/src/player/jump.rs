//! Going elsewhere than on: what the wall test and routines ask of the machine.

use alloc::vec::Vec;

use super::{Due, Player};

impl<P: Copy> Player<P> {
    /// Goes to the last step.
    pub(crate) fn go_to_end(&mut self, heard: &mut Vec<Due<P>>) {
        self.go_to(self.steps.len() - 1, heard);
    }
}
