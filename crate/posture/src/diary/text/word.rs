//! The words of the text form. They are names, not wording: what a reader sees of them on a screen is content.

use crate::diary::Place;
use crate::player::Ran;
use crate::wall::{Answer, Area, HeadToWall, Hollow, Pair, Point, Pull, Touch, Variant};

/// What has one word.
pub(super) trait Word: Sized {
    /// Its word.
    fn word(self) -> &'static str;

    /// What has this word.
    fn from_word(word: &str) -> Option<Self>;
}

/// One table, for both ways.
macro_rules! words {
    ($type:ty: $($variant:ident $word:literal),+) => {
        impl Word for $type {
            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

words!(Variant: Standing "standing", Seated "seated", CannotStand "cannot-stand");
words!(Ran: Left "left", Partly "partly", WithGap "with-gap", Whole "whole");
words!(Touch: Easily "easily", Straining "straining", Off "off", Unsure "unsure");
words!(Pair: Both "both", Straining "straining", One "one", Neither "neither", Unsure "unsure");
words!(Hollow: Nothing "nothing", Fingers "fingers", FlatHand "flat-hand", Fist "fist", Unsure "unsure");
words!(Pull: Yes "yes", No "no", Unsure "unsure");
words!(HeadToWall: Within "within", Beyond "beyond", Unsure "unsure");

words!(Point:
    Head "head",
    ShoulderBlades "shoulder-blades",
    Buttocks "buttocks",
    BacksOfHands "backs-of-hands",
    LowBack "low-back"
);

words!(Area:
    FrontOfNeck "pull-front-of-neck",
    BackOfNeck "pull-back-of-neck",
    TopsOfShoulders "pull-tops-of-shoulders",
    BetweenBlades "pull-between-blades",
    MiddleBack "pull-middle-back",
    LowBack "pull-low-back",
    Chest "pull-chest",
    Belly "pull-belly",
    Hips "pull-hips",
    Elsewhere "pull-elsewhere"
);

impl Word for Place {
    fn word(self) -> &'static str {
        match self {
            Self::Point(point) => point.word(),
            Self::Area(area) => area.word(),
            Self::HeadToWall => "head-to-wall",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|place| place.word() == word)
    }
}

/// What was said.
pub(super) fn said(answer: Answer) -> &'static str {
    match answer {
        Answer::Head(touch) | Answer::Buttocks(touch) => touch.word(),
        Answer::ShoulderBlades(pair) | Answer::BacksOfHands(pair) => pair.word(),
        Answer::LowBack(hollow) => hollow.word(),
        Answer::Area(_, pull) => pull.word(),
        Answer::HeadToWall(distance) => distance.word(),
    }
}

/// The answer that says so.
pub(super) fn answer(place: Place, said: &str) -> Option<Answer> {
    Some(match place {
        Place::Point(Point::Head) => Answer::Head(Word::from_word(said)?),
        Place::Point(Point::ShoulderBlades) => Answer::ShoulderBlades(Word::from_word(said)?),
        Place::Point(Point::Buttocks) => Answer::Buttocks(Word::from_word(said)?),
        Place::Point(Point::BacksOfHands) => Answer::BacksOfHands(Word::from_word(said)?),
        Place::Point(Point::LowBack) => Answer::LowBack(Word::from_word(said)?),
        Place::Area(area) => Answer::Area(area, Word::from_word(said)?),
        Place::HeadToWall => Answer::HeadToWall(Word::from_word(said)?),
    })
}
