//! What a wall test asks about, in one list.

use crate::wall::{Answer, Answers, Area, Point, Variant};

/// What an answer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What may touch.
    Point(Point),
    /// Where it may pull.
    Area(Area),
    /// The distance from wall to head.
    HeadToWall,
}

impl Place {
    /// All of them, in the order in which they are asked.
    pub fn all() -> impl Iterator<Item = Self> {
        let points = Point::ALL.map(Self::Point).into_iter();
        points.chain(Area::ALL.map(Self::Area)).chain([Self::HeadToWall])
    }

    /// What was answered about it; nothing where that is open.
    #[must_use]
    pub fn answer(self, answers: &Answers) -> Option<Answer> {
        match self {
            Self::Point(Point::Head) => answers.head.map(Answer::Head),
            Self::Point(Point::ShoulderBlades) => {
                answers.shoulder_blades.map(Answer::ShoulderBlades)
            }
            Self::Point(Point::Buttocks) => answers.buttocks.map(Answer::Buttocks),
            Self::Point(Point::BacksOfHands) => answers.backs_of_hands.map(Answer::BacksOfHands),
            Self::Point(Point::LowBack) => answers.low_back.map(Answer::LowBack),
            Self::Area(area) => answers.pull(area).map(|pull| Answer::Area(area, pull)),
            Self::HeadToWall => answers.head_to_wall.map(Answer::HeadToWall),
        }
    }

    /// Whether a test that is done this way may ask about it.
    #[must_use]
    pub fn is_asked(self, variant: Variant) -> bool {
        match self {
            Self::Point(point) => variant.points().contains(&point),
            Self::Area(_) => variant != Variant::CannotStand,
            Self::HeadToWall => variant == Variant::Standing,
        }
    }
}
