//! The last tests as a table.

use backwise_posture::diary::{Cell, Place};
use backwise_posture::wall::{HeadToWall, Pull, Touch};
use backwise_posture::{Answer, Area, Diary, Entry, PastTest, Point, Ran, Span, Variant};
use proptest::prelude::*;

use crate::any::{self, CHEST, day, usual};
use Cell::{NotAsked, Open, Said};

/// Its rows, for tests of these answers, a month apart.
fn rows(tests: &[&[Answer]]) -> Vec<(Place, Vec<Cell>)> {
    let test = |(i, said): (usize, &&[Answer])| Entry::WallTest(usual(day(i as u8 + 1, 1), said));
    let diary = any::of(tests.iter().enumerate().map(test));
    diary.plot(9).rows.into_iter().map(|row| (row.place, row.cells)).collect()
}

#[test]
fn what_pulled_or_changed_has_a_row() {
    let (off, unsure) = (Answer::Head(Touch::Off), Answer::Head(Touch::Unsure));
    let still = Answer::Buttocks(Touch::Off);
    let quiet = Answer::Area(Area::Belly, Pull::No);
    let expected = vec![
        (Place::Point(Point::Head), vec![Said(off), Open, Said(unsure)]),
        (Place::Area(Area::Chest), vec![Open, Said(CHEST), Open]),
    ];
    assert_eq!(rows(&[&[off, still], &[CHEST, quiet], &[unsure, still, quiet]]), expected);
    assert_eq!(rows(&[&[CHEST]]), [(Place::Area(Area::Chest), vec![Said(CHEST)])]);
    assert_eq!(rows(&[&[still, off, quiet], &[still], &[]]), []);
    let [within, beyond] = [HeadToWall::Within, HeadToWall::Beyond].map(Answer::HeadToWall);
    assert_eq!(
        rows(&[&[within], &[beyond]]),
        [(Place::HeadToWall, vec![Said(within), Said(beyond)])]
    );
}

#[test]
fn what_was_not_asked_is_not_called_open() {
    let buttocks = |touch| usual(day(touch as u8 + 1, 1), &[Answer::Buttocks(touch)]);
    let past = |month, variant| {
        let answers = *usual(day(month, 1), &[]).answers();
        PastTest::new(day(month, 1), variant, Span::from_s(30), Ran::Whole, answers)
    };
    let tests = [
        buttocks(Touch::Easily),
        buttocks(Touch::Off),
        past(4, Variant::Seated),
        past(5, Variant::Standing),
    ];
    let diary = any::of(tests.map(Entry::WallTest));
    assert_eq!(diary.plot(9).rows[0].cells[2..], [NotAsked, Open]);
    let asked = |variant| Place::all().filter(|place| place.is_asked(variant)).count();
    assert_eq!([Variant::Standing, Variant::Seated, Variant::CannotStand].map(asked), [16, 13, 0]);
}

#[test]
fn an_empty_diary_has_an_empty_table() {
    let diary = Diary::default();
    assert_eq!((diary.plot(9).tests.len(), diary.plot(9).rows.len()), (0, 0));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_table_is_what_the_last_tests_say(tests in prop::collection::vec(any::test(), 0..6), most in 0..6usize) {
        let diary = any::of(tests.into_iter().map(Entry::WallTest));
        let plot = diary.plot(most);
        let all: Vec<_> = diary.tests().collect();
        prop_assert_eq!(&plot.tests, &all[all.len().saturating_sub(most)..]);
        for row in &plot.rows {
            prop_assert_eq!(row.cells.len(), plot.tests.len());
            for (cell, test) in row.cells.iter().zip(&plot.tests) {
                let said = if let Said(answer) = cell { Some(*answer) } else { None };
                prop_assert_eq!(said, row.place.answer(test.answers()));
                prop_assert!(*cell != NotAsked || !row.place.is_asked(test.variant()));
                prop_assert!(*cell != Open || row.place.is_asked(test.variant()));
            }
        }
    }

    #[test]
    fn a_place_has_a_row_exactly_when_it_pulled_or_changed(tests in prop::collection::vec(any::test(), 0..4)) {
        let diary = any::of(tests.into_iter().map(Entry::WallTest));
        let plot = diary.plot(9);
        let told: Vec<_> = plot.rows.iter().map(|row| row.place).collect();
        let tells = |place: &Place| {
            let said: Vec<_> = plot.tests.iter().filter_map(|test| place.answer(test.answers())).collect();
            let has_pulled = said.iter().any(|answer| matches!(answer, Answer::Area(_, Pull::Yes)));
            has_pulled || said.windows(2).any(|two| two[0] != two[1])
        };
        prop_assert_eq!(told, Place::all().filter(tells).collect::<Vec<_>>());
    }
}
