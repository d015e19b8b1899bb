//! How a checker begins with answers that came along.
//!
//! They stand in the reader's memory, and the way is gone again as far as they lead: whatever they leave out is
//! asked. After a reload that ends at the very step. Those of a link, and kept ones on another visit, are looked
//! over first.

use backwise_checker::Session;
use backwise_checker::handover::unpack;

use crate::boundary::Loaded;
use crate::state::{Moment, Screen, State, Why};
use crate::update::retrace;

/// Brings a state to where it begins, and says at which step the browser's history stands. `teller/arrival.rs`
/// finds what came: a notice, whether the answers are kept, the step, and the replies; nothing, where nothing came.
#[must_use]
pub fn begin(state: &mut State, loaded: &Loaded, came: &[u8]) -> usize {
    state.restart();
    let [notice, is_kept, step, replies @ ..] = came else { return 0 };
    // They were read on the other side already, or there are none.
    let session = unpack(&loaded.graph, replies).unwrap_or_default();
    for (ask, reply) in session.given() {
        state.remember(*ask, Why::Sorting, reply.clone());
    }
    let step = usize::from(*step);
    if session.given().is_empty() {
        state.now_mut().notice = *notice;
    } else {
        retrace(state, loaded, Session::of(session.manner()));
        if step == 0 {
            let session = state.now().session.clone();
            state.at = 0;
            state.push(Moment { session, screen: Screen::CheckAnswers, notice: *notice });
        }
        state.at = state.at.min(step.max(1));
    }
    state.is_kept = *is_kept == 1;
    step
}
