//! What the reader says: what touched, and where it pulled. Words, no numbers, so nothing can be added up to a score.

use super::{Area, Phase, Point};

/// Whether one thing touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// It does, by itself.
    Easily,
    /// Only with force, or with the chin up.
    Straining,
    /// It does not.
    Off,
    /// Hard to tell.
    Unsure,
}

/// Whether a pair touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// Both, by themselves.
    Both,
    /// Only with force.
    Straining,
    /// One of them.
    One,
    /// Neither.
    Neither,
    /// Hard to tell.
    Unsure,
}

/// What fits into the gap behind the low back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hollow {
    /// Nothing: the low back lies on the wall.
    Nothing,
    /// Fingers.
    Fingers,
    /// A flat hand.
    FlatHand,
    /// A fist or a forearm.
    Fist,
    /// Hard to tell.
    Unsure,
}

/// Whether it pulled. How much is nobody's to measure, and pain is no answer: it stops the test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pull {
    /// It did.
    Yes,
    /// It did not.
    No,
    /// Hard to tell.
    Unsure,
}

/// Whether the head is further from the wall than the limit on the test's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadToWall {
    /// It is not.
    Within,
    /// It is.
    Beyond,
    /// It was not measured, or not well.
    Unsure,
}

/// An answer, with what it is an answer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Of the back of the head.
    Head(Touch),
    /// Of the shoulder blades.
    ShoulderBlades(Pair),
    /// Of the buttocks.
    Buttocks(Touch),
    /// Of the backs of the hands.
    BacksOfHands(Pair),
    /// Of the gap behind the low back.
    LowBack(Hollow),
    /// Of one area.
    Area(Area, Pull),
    /// Of the distance from wall to head.
    HeadToWall(HeadToWall),
}

/// All that was answered. What was not is open, which is not the same as unsure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The back of the head.
    pub head: Option<Touch>,
    /// The shoulder blades.
    pub shoulder_blades: Option<Pair>,
    /// The buttocks.
    pub buttocks: Option<Touch>,
    /// The backs of the hands.
    pub backs_of_hands: Option<Pair>,
    /// The gap behind the low back.
    pub low_back: Option<Hollow>,
    /// The distance from wall to head.
    pub head_to_wall: Option<HeadToWall>,
    pull: [Option<Pull>; Area::ALL.len()],
}

impl Answer {
    /// The phase that asks for it.
    #[must_use]
    pub fn of(self) -> Phase {
        match self {
            Self::Head(_) => Phase::Contact(Point::Head),
            Self::ShoulderBlades(_) => Phase::Contact(Point::ShoulderBlades),
            Self::Buttocks(_) => Phase::Contact(Point::Buttocks),
            Self::BacksOfHands(_) => Phase::Contact(Point::BacksOfHands),
            Self::LowBack(_) => Phase::Contact(Point::LowBack),
            Self::Area(area, _) => Phase::Area(area),
            Self::HeadToWall(_) => Phase::HeadToWall,
        }
    }
}

impl Answers {
    /// What was said of an area.
    #[must_use]
    pub fn pull(&self, area: Area) -> Option<Pull> {
        self.pull[area as usize]
    }

    /// Takes an answer, in place of an earlier one to the same.
    pub fn put(&mut self, answer: Answer) {
        match answer {
            Answer::Head(touch) => self.head = Some(touch),
            Answer::ShoulderBlades(pair) => self.shoulder_blades = Some(pair),
            Answer::Buttocks(touch) => self.buttocks = Some(touch),
            Answer::BacksOfHands(pair) => self.backs_of_hands = Some(pair),
            Answer::LowBack(hollow) => self.low_back = Some(hollow),
            Answer::Area(area, pull) => self.pull[area as usize] = Some(pull),
            Answer::HeadToWall(distance) => self.head_to_wall = Some(distance),
        }
    }

    pub(super) fn forget_pull(&mut self) {
        self.pull = Default::default();
    }
}
