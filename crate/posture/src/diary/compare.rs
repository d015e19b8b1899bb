//! Two wall tests side by side, in words. Whether a change is for the better is not for a wall to say.

use alloc::vec::Vec;

use super::{PastTest, Place};
use crate::player::Ran;
use crate::wall::Answer;

/// The least days between two tests that can be compared: the test's page says to repeat it no more than weekly.
pub const APART: u32 = 7;

/// What two tests say of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of what.
    pub place: Place,
    /// What they say.
    pub how: How,
}

/// How two answers stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Both times this was said.
    Same(Answer),
    /// Something else was said.
    Changed {
        /// In the earlier test.
        from: Answer,
        /// In the later test.
        to: Answer,
    },
    /// This was said, and open before.
    New(Answer),
    /// This was said before, and is open now.
    Open(Answer),
    /// The tests do not say.
    NotComparable(Why),
}

/// Why two answers cannot be compared. Where there are several reasons, the first of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The tests were done in different ways, such as standing and seated.
    Variant,
    /// There are fewer than [`APART`] days between them.
    TooSoon,
    /// Where it pulls depends on the hold, and that was set to different lengths, or one was not done whole.
    Hold,
}

/// What an earlier and a later test say, in the order of [`Place::all`], of all that was answered in either.
#[must_use]
pub fn compare(earlier: &PastTest, later: &PastTest) -> Vec<Change> {
    let change = |place: Place| {
        let how = match (place.answer(earlier.answers()), place.answer(later.answers())) {
            (None, None) => return None,
            _ if let Some(why) = why_not(place, earlier, later) => How::NotComparable(why),
            (None, Some(now)) => How::New(now),
            (Some(before), None) => How::Open(before),
            (Some(from), Some(to)) if from == to => How::Same(to),
            (Some(from), Some(to)) => How::Changed { from, to },
        };
        Some(Change { place, how })
    };
    Place::all().filter_map(change).collect()
}

fn why_not(place: Place, earlier: &PastTest, later: &PastTest) -> Option<Why> {
    let apart = later.when().day_number().abs_diff(earlier.when().day_number());
    let is_same_hold =
        earlier.hold() == later.hold() && [earlier.ran(), later.ran()] == [Ran::Whole; 2];
    if earlier.variant() != later.variant() {
        Some(Why::Variant)
    } else if apart < APART {
        Some(Why::TooSoon)
    } else if matches!(place, Place::Area(_)) && !is_same_hold {
        Some(Why::Hold)
    } else {
        None
    }
}
