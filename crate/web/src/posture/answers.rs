//! The answers of the wall test, with their words.

use backwise_graph::Word;
use backwise_posture::wall::{HeadToWall, Hollow, Pair, Touch};
use backwise_posture::{Answer, Area};

use crate::text::{digits, joined};

/// What can be said about one thing.
type Choices = &'static [(Answer, Word)];

/// What is asked about the wall, with what can be said: point by point, in their order, and last the distance to
/// the head.
pub const ALL: [(Word, Choices); 6] = [
    (
        Word::PointHead,
        &[
            (Answer::Head(Touch::Easily), Word::TouchEasily),
            (Answer::Head(Touch::Straining), Word::TouchStrainingHead),
            (Answer::Head(Touch::Off), Word::TouchOff),
            (Answer::Head(Touch::Unsure), Word::NotSure),
        ],
    ),
    (
        Word::PointShoulderBlades,
        &[
            (Answer::ShoulderBlades(Pair::Both), Word::PairBoth),
            (Answer::ShoulderBlades(Pair::Straining), Word::TouchStraining),
            (Answer::ShoulderBlades(Pair::One), Word::PairOne),
            (Answer::ShoulderBlades(Pair::Neither), Word::PairNeither),
            (Answer::ShoulderBlades(Pair::Unsure), Word::NotSure),
        ],
    ),
    (
        Word::PointButtocks,
        &[
            (Answer::Buttocks(Touch::Easily), Word::TouchEasily),
            (Answer::Buttocks(Touch::Straining), Word::TouchStraining),
            (Answer::Buttocks(Touch::Off), Word::TouchOff),
            (Answer::Buttocks(Touch::Unsure), Word::NotSure),
        ],
    ),
    (
        Word::PointHands,
        &[
            (Answer::BacksOfHands(Pair::Both), Word::PairBoth),
            (Answer::BacksOfHands(Pair::Straining), Word::TouchStraining),
            (Answer::BacksOfHands(Pair::One), Word::PairOne),
            (Answer::BacksOfHands(Pair::Neither), Word::PairNeither),
            (Answer::BacksOfHands(Pair::Unsure), Word::NotSure),
        ],
    ),
    (
        Word::PointLowBack,
        &[
            (Answer::LowBack(Hollow::Nothing), Word::HollowNothing),
            (Answer::LowBack(Hollow::Fingers), Word::HollowFingers),
            (Answer::LowBack(Hollow::FlatHand), Word::HollowFlatHand),
            (Answer::LowBack(Hollow::Fist), Word::HollowFist),
            (Answer::LowBack(Hollow::Unsure), Word::NotSure),
        ],
    ),
    (
        Word::MeasureTitle,
        &[
            (Answer::HeadToWall(HeadToWall::Within), Word::MeasureWithin),
            (Answer::HeadToWall(HeadToWall::Beyond), Word::MeasureBeyond),
            (Answer::HeadToWall(HeadToWall::Unsure), Word::NotSure),
        ],
    ),
];

/// The place of the distance to the head.
pub const MEASURE: usize = 5;

/// The number of the first answer of a place in [`ALL`].
#[must_use]
pub fn first(at: usize) -> usize {
    let mut first = 0;
    for (_, choices) in ALL.iter().take(at) {
        first += choices.len();
    }
    first
}

/// What the answers of a place in [`ALL`] exclude each other by.
#[must_use]
pub fn group(at: usize) -> String {
    joined(&["answer-", &digits(at)])
}

/// The name of an area.
#[must_use]
pub fn area(area: Area) -> Word {
    match area {
        Area::FrontOfNeck => Word::AreaFrontOfNeck,
        Area::BackOfNeck => Word::AreaBackOfNeck,
        Area::TopsOfShoulders => Word::AreaTopsOfShoulders,
        Area::BetweenBlades => Word::AreaBetweenBlades,
        Area::MiddleBack => Word::AreaMiddleBack,
        Area::LowBack => Word::AreaLowBack,
        Area::Chest => Word::AreaChest,
        Area::Belly => Word::AreaBelly,
        Area::Hips => Word::AreaHips,
        Area::Elsewhere => Word::AreaElsewhere,
    }
}

#[cfg(test)]
mod tests {
    use super::ALL;
    use crate::signs::signs;
    use backwise_graph::Sign;
    use backwise_posture::wall::Pull;
    use backwise_posture::{Answer, Area, Point, Setup, Variant, WallTest};

    #[test]
    fn every_point_is_asked_about_in_its_own_words() {
        for point in Point::ALL {
            let (_, choices) = ALL[point as usize];
            assert!(
                choices
                    .iter()
                    .all(|(answer, _)| { answer.of() == backwise_posture::Phase::Contact(point) })
            );
        }
    }

    /// All that a test can be answered, one thing at a time, and what it shows.
    fn shown(answers: &[Answer]) -> Vec<Sign> {
        let mut test = WallTest::new(&Setup::new(Variant::Standing));
        for answer in answers {
            test.answer(Default::default(), *answer);
        }
        signs(test.answers())
    }

    #[test]
    fn every_sign_but_pain_is_shown_by_some_answer() {
        let nowhere = Area::ALL.map(|area| Answer::Area(area, Pull::No));
        let pulls = Area::ALL.map(|area| Answer::Area(area, Pull::Yes));
        let single = ALL.iter().flat_map(|(_, all)| all.iter()).map(|(answer, _)| *answer);
        let mut seen: Vec<Sign> = single.chain(pulls).flat_map(|answer| shown(&[answer])).collect();
        seen.extend(shown(&nowhere));
        for sign in Sign::ALL {
            assert_eq!(seen.contains(sign), *sign != Sign::Pain, "{sign:?}");
        }
    }

    #[test]
    fn what_is_open_or_unsure_shows_nothing() {
        let unsure = ALL.iter().filter_map(|(_, all)| all.last()).map(|(answer, _)| *answer);
        assert_eq!(shown(&unsure.collect::<Vec<_>>()), []);
        assert_eq!(shown(&[]), []);
        assert_eq!(shown(&[Answer::Area(Area::Chest, Pull::No)]), [], "one area is not nowhere");
    }
}
