//! The parts of the body that are asked about.

/// What may touch the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// The back of the head.
    Head,
    /// Both shoulder blades.
    ShoulderBlades,
    /// The buttocks.
    Buttocks,
    /// The backs of both hands.
    BacksOfHands,
    /// The gap behind the low back.
    LowBack,
}

/// Where it may pull.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// The front of the neck.
    FrontOfNeck,
    /// The back of the neck.
    BackOfNeck,
    /// The tops of the shoulders.
    TopsOfShoulders,
    /// Between the shoulder blades.
    BetweenBlades,
    /// Beside the spine, in the middle of the back.
    MiddleBack,
    /// The low back.
    LowBack,
    /// The chest and the fronts of the shoulders.
    Chest,
    /// The belly.
    Belly,
    /// The hips and the fronts of the thighs.
    Hips,
    /// Somewhere else.
    Elsewhere,
}

impl Point {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 5] =
        [Self::Head, Self::ShoulderBlades, Self::Buttocks, Self::BacksOfHands, Self::LowBack];
}

impl Area {
    /// All of them, from the neck down, in the order in which they are asked.
    pub const ALL: [Self; 10] = [
        Self::FrontOfNeck,
        Self::BackOfNeck,
        Self::TopsOfShoulders,
        Self::BetweenBlades,
        Self::MiddleBack,
        Self::LowBack,
        Self::Chest,
        Self::Belly,
        Self::Hips,
        Self::Elsewhere,
    ];
}
