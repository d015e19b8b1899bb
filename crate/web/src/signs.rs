//! What a wall test shows, whichever module asks.

use backwise_graph::Sign;
use backwise_posture::Area;
use backwise_posture::wall::{Answers, HeadToWall, Hollow, Pair, Pull, Touch};

/// What the answers show. What is open or unsure shows nothing.
#[must_use]
pub fn signs(answers: &Answers) -> Vec<Sign> {
    let mut signs = Vec::new();
    signs.extend(match answers.head {
        Some(Touch::Off) => Some(Sign::HeadOff),
        Some(Touch::Straining) => Some(Sign::HeadStraining),
        _ => None,
    });
    signs.extend(match answers.shoulder_blades {
        Some(Pair::Neither | Pair::Straining) => Some(Sign::ShoulderBladesOff),
        Some(Pair::One) => Some(Sign::OneShoulderBladeOff),
        _ => None,
    });
    let is_off = matches!(answers.buttocks, Some(Touch::Off | Touch::Straining));
    signs.extend(is_off.then_some(Sign::ButtocksOff));
    let is_off =
        matches!(answers.backs_of_hands, Some(Pair::Neither | Pair::One | Pair::Straining));
    signs.extend(is_off.then_some(Sign::HandsOff));
    signs.extend(match answers.low_back {
        Some(Hollow::Fist) => Some(Sign::LowBackGapLarge),
        Some(Hollow::Nothing) => Some(Sign::LowBackGapNone),
        _ => None,
    });
    let is_far = answers.head_to_wall == Some(HeadToWall::Beyond);
    signs.extend(is_far.then_some(Sign::HeadFar));
    let pulls = |pull| move |area: &Area| answers.pull(*area) == Some(pull);
    signs.extend(Area::ALL.into_iter().filter(pulls(Pull::Yes)).map(pulled));
    signs.extend(Area::ALL.iter().all(pulls(Pull::No)).then_some(Sign::NoPull));
    signs
}

/// What a pull there shows.
#[must_use]
pub fn pulled(area: Area) -> Sign {
    match area {
        Area::FrontOfNeck => Sign::PullFrontOfNeck,
        Area::BackOfNeck => Sign::PullBackOfNeck,
        Area::TopsOfShoulders => Sign::PullTopsOfShoulders,
        Area::BetweenBlades => Sign::PullBetweenBlades,
        Area::MiddleBack => Sign::PullMiddleBack,
        Area::LowBack => Sign::PullLowBack,
        Area::Chest => Sign::PullChest,
        Area::Belly => Sign::PullBelly,
        Area::Hips => Sign::PullHips,
        Area::Elsewhere => Sign::PullElsewhere,
    }
}
