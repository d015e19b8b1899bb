//! How the test is done: who stands or sits, and how long things take.

use super::Point;
use crate::time::Span;

/// How far the reader may change a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// At least.
    pub least: Span,
    /// When nobody says otherwise.
    pub usual: Span,
    /// At most.
    pub most: Span,
}

/// To the wall, 3 to 30 seconds, 10 usually: nobody starts the test at the wall, the screen is where they tap.
pub const GET_THERE: Limits = limits(3, 10, 30);

/// For each point, 4 to 30 seconds, 8 usually: to hear the question, feel, and answer. Ours, tried by no study.
pub const ASK: Limits = limits(4, 8, 30);

/// One step forward and the same position again, 3 to 30 seconds, 5 usually. Ours, tried by no study.
pub const FORWARD: Limits = limits(3, 5, 30);

/// To hold, 10 to 120 seconds, 30 usually: the test's page says thirty, bodies differ, and the longest version that
/// others have published holds two minutes.
pub const HOLD: Limits = limits(10, 30, 120);

/// Which way the test is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// With the back to a wall.
    Standing,
    /// On a chair or in a wheelchair, with the back to what is behind it.
    Seated,
    /// Neither will do: no test, and a way out that says so.
    CannotStand,
}

/// What a test is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Which way it is done.
    pub variant: Variant,
    /// Time to get to the wall, within [`GET_THERE`].
    pub get_there: Span,
    /// Time for each point, within [`ASK`].
    pub ask: Span,
    /// Time to step forward, within [`FORWARD`].
    pub forward: Span,
    /// Time to hold, within [`HOLD`].
    pub hold: Span,
    /// Whether to ask for the distance from wall to head, if the head does not touch easily. Its page says for whom.
    pub head_to_wall: bool,
}

impl Setup {
    /// The usual lengths, and no measuring.
    #[must_use]
    pub fn new(variant: Variant) -> Self {
        Self {
            variant,
            get_there: GET_THERE.usual,
            ask: ASK.usual,
            forward: FORWARD.usual,
            hold: HOLD.usual,
            head_to_wall: false,
        }
    }
}

impl Limits {
    /// The nearest length within them.
    #[must_use]
    pub fn keep(self, span: Span) -> Span {
        span.max(self.least).min(self.most)
    }
}

impl Variant {
    /// What may touch, in the order in which it is asked. Who sits has the seat below and the hands in the lap.
    #[must_use]
    pub fn points(self) -> &'static [Point] {
        match self {
            Self::Standing => &Point::ALL,
            Self::Seated => &[Point::Head, Point::ShoulderBlades, Point::LowBack],
            Self::CannotStand => &[],
        }
    }
}

const fn limits(least: u16, usual: u16, most: u16) -> Limits {
    Limits { least: Span::from_s(least), usual: Span::from_s(usual), most: Span::from_s(most) }
}
