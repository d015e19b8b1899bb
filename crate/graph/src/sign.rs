//! What a wall test can show: a closed list, and the page of each.

use crate::bytes::{choice, record};
use crate::id::PageId;

choice! {
    /// What was seen or felt at the wall. The name is the id of its page.
    pub enum Sign {
        /// The back of the head did not reach the wall.
        HeadOff = "head-off",
        /// The head reached it only with force, or with the chin up.
        HeadStraining = "head-straining",
        /// Neither shoulder blade lay on the wall, or only with force.
        ShoulderBladesOff = "shoulder-blades-off",
        /// One shoulder blade lay on the wall, and the other did not.
        OneShoulderBladeOff = "one-shoulder-blade-off",
        /// The backs of the hands did not reach the wall, or only one, or only with force.
        HandsOff = "hands-off",
        /// The buttocks did not reach the wall.
        ButtocksOff = "buttocks-off",
        /// A fist or a forearm fitted behind the low back.
        LowBackGapLarge = "low-back-gap-large",
        /// Nothing fitted behind the low back.
        LowBackGapNone = "low-back-gap-none",
        /// It pulled at the front of the neck.
        PullFrontOfNeck = "pull-front-of-neck",
        /// It pulled at the back of the neck.
        PullBackOfNeck = "pull-back-of-neck",
        /// It pulled along the tops of the shoulders.
        PullTopsOfShoulders = "pull-tops-of-shoulders",
        /// It pulled between the shoulder blades.
        PullBetweenBlades = "pull-between-blades",
        /// It pulled beside the spine, in the middle of the back.
        PullMiddleBack = "pull-middle-back",
        /// It pulled in the low back.
        PullLowBack = "pull-low-back",
        /// It pulled across the chest or at the fronts of the shoulders.
        PullChest = "pull-chest",
        /// It pulled in the belly.
        PullBelly = "pull-belly",
        /// It pulled at the hips or the fronts of the thighs.
        PullHips = "pull-hips",
        /// It pulled somewhere else.
        PullElsewhere = "pull-elsewhere",
        /// It pulled nowhere: the position was held easily.
        NoPull = "no-pull",
        /// It hurt. Pain is no tension, and ends the test.
        Pain = "pain-at-the-wall",
        /// The head was further from the wall than the limit on the test's page. Only people over 50 measure it.
        HeadFar = "head-far",
    }
}

impl Sign {
    /// The places where it can have pulled, from the neck down.
    pub const PULLS: [Self; 9] = [
        Self::PullFrontOfNeck,
        Self::PullBackOfNeck,
        Self::PullTopsOfShoulders,
        Self::PullBetweenBlades,
        Self::PullMiddleBack,
        Self::PullLowBack,
        Self::PullChest,
        Self::PullBelly,
        Self::PullHips,
    ];
}

record! {
    /// A sign, and the page that says what it may go with.
    pub struct Observation {
        /// Its page.
        pub page: PageId,
        /// The sign.
        pub sign: Sign,
    }
}
