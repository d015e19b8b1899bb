//! Any diary, and a short way to write one by hand.

use backwise_posture::diary::{Done, ExerciseId, Place};
use backwise_posture::wall::{HeadToWall, Hollow, Pair, Pull, Touch};
use backwise_posture::{
    Answer, Answers, Area, Civil, Diary, Entry, PastRoutine, PastTest, Point, Ran, Span, Variant,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const TOUCH: [Touch; 4] = [Touch::Easily, Touch::Straining, Touch::Off, Touch::Unsure];
const PAIR: [Pair; 5] = [Pair::Both, Pair::Straining, Pair::One, Pair::Neither, Pair::Unsure];
const PULL: [Pull; 3] = [Pull::Yes, Pull::No, Pull::Unsure];
const RAN: [Ran; 4] = [Ran::Left, Ran::Partly, Ran::WithGap, Ran::Whole];

pub fn civil() -> impl Strategy<Value = Civil> {
    let date = prop_oneof![(2025..2027u16, 1..13u8), (1..10_000u16, 1..13u8)];
    (date, 1..32u8, 0..24u8, 0..60u8).prop_filter_map("no such day", |(date, day, hour, minute)| {
        Civil::new(date.0, date.1, day, hour, minute)
    })
}

pub fn answers() -> impl Strategy<Value = Answers> {
    let any: Vec<_> = Place::all().map(|place| option::of(answer(place))).collect();
    any.prop_map(|said| {
        let mut answers = Answers::default();
        for answer in said.into_iter().flatten() {
            answers.put(answer);
        }
        answers
    })
}

fn answer(place: Place) -> BoxedStrategy<Answer> {
    let hollow = [Hollow::Nothing, Hollow::Fingers, Hollow::FlatHand, Hollow::Fist, Hollow::Unsure];
    let distance = [HeadToWall::Within, HeadToWall::Beyond, HeadToWall::Unsure];
    match place {
        Place::Point(Point::Head) => select(&TOUCH).prop_map(Answer::Head).boxed(),
        Place::Point(Point::Buttocks) => select(&TOUCH).prop_map(Answer::Buttocks).boxed(),
        Place::Point(Point::ShoulderBlades) => {
            select(&PAIR).prop_map(Answer::ShoulderBlades).boxed()
        }
        Place::Point(Point::BacksOfHands) => select(&PAIR).prop_map(Answer::BacksOfHands).boxed(),
        Place::Point(Point::LowBack) => select(hollow.to_vec()).prop_map(Answer::LowBack).boxed(),
        Place::Area(area) => select(&PULL).prop_map(move |pull| Answer::Area(area, pull)).boxed(),
        Place::HeadToWall => select(distance.to_vec()).prop_map(Answer::HeadToWall).boxed(),
    }
}

pub fn test() -> impl Strategy<Value = PastTest> {
    let variants = vec![Variant::Standing, Variant::Seated, Variant::CannotStand];
    let hold = (0..200_000u32).prop_map(Span::from_ms);
    (civil(), select(variants), hold, select(&RAN), answers()).prop_map(
        |(when, variant, hold, ran, answers)| PastTest::new(when, variant, hold, ran, answers),
    )
}

fn routine() -> impl Strategy<Value = PastRoutine> {
    let done = ("[a-z0-9-]{1,64}", select(&RAN)).prop_map(|(name, ran)| {
        let exercise = ExerciseId::new(&name).expect("small letters, digits and hyphens");
        Done { exercise, ran }
    });
    (civil(), vec(done, 0..6)).prop_map(|(when, done)| PastRoutine::new(when, done))
}

pub fn entry() -> impl Strategy<Value = Entry> {
    prop_oneof![test().prop_map(Entry::WallTest), routine().prop_map(Entry::Routine)]
}

pub fn diary() -> impl Strategy<Value = Diary> {
    vec(entry(), 0..8).prop_map(of)
}

/// A diary of these entries.
pub fn of(entries: impl IntoIterator<Item = Entry>) -> Diary {
    let with = |diary: Diary, entry| diary.with(entry).expect("there is room");
    entries.into_iter().fold(Diary::default(), with)
}

pub fn day(month: u8, day: u8) -> Civil {
    Civil::new(2026, month, day, 8, 30).expect("a day of 2026")
}

/// A usual test: standing, thirty seconds, all of it.
pub fn usual(when: Civil, said: &[Answer]) -> PastTest {
    let mut answers = Answers::default();
    for answer in said {
        answers.put(*answer);
    }
    PastTest::new(when, Variant::Standing, Span::from_s(30), Ran::Whole, answers)
}

pub fn exercise(name: &str, ran: Ran) -> Done {
    Done { exercise: ExerciseId::new(name).expect("a name"), ran }
}

pub const CHEST: Answer = Answer::Area(Area::Chest, Pull::Yes);
