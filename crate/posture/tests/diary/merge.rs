//! Two diaries made one.

use backwise_posture::diary::{Full, MOST, read, write};
use backwise_posture::{Diary, Entry, PastRoutine, Ran};
use proptest::prelude::*;

use crate::any::{self, day, exercise, usual};

#[test]
fn the_same_entry_twice_is_one() {
    let entry = Entry::WallTest(usual(day(7, 1), &[]));
    let once = any::of([entry.clone()]);
    assert_eq!(once.with(entry), Ok(once.clone()));
    let other = Entry::WallTest(usual(day(7, 1), &[any::CHEST]));
    assert_eq!(once.with(other).map(|diary| diary.entries().len()), Ok(2));
}

#[test]
fn one_entry_is_taken_out_and_no_other() {
    let [one, other] = [1, 2].map(|date| Entry::WallTest(usual(day(7, date), &[])));
    let both = any::of([one.clone(), other.clone()]);
    assert_eq!(both.without(&one), any::of([other.clone()]));
    assert_eq!(both.without(&one).without(&one), any::of([other]));
    assert_eq!(Diary::default().without(&one), Diary::default());
}

#[test]
fn entries_of_one_minute_have_an_order_too() {
    let test = Entry::WallTest(usual(day(7, 1), &[]));
    let routine = Entry::Routine(PastRoutine::new(day(7, 1), vec![]));
    let one = any::of([test.clone(), routine.clone()]);
    assert_eq!(one, any::of([routine, test]));
    assert_eq!(read(write(&one).as_bytes()), Ok(one));
}

#[test]
fn what_has_no_room_is_refused_and_the_rest_stays() {
    let long = |n| {
        let done = (0..n).map(|_| exercise(&"x".repeat(64), Ran::Whole)).collect();
        Entry::Routine(PastRoutine::new(day(7, 1), done))
    };
    let half = any::of([long(MOST / 2 / 71 - 2)]);
    assert!(write(&half).len() > MOST / 2 - 300);
    let other = any::of([long(MOST / 2 / 71 - 3)]);
    let both = half.merge(&other).expect("two halves fit");
    assert!(write(&both).len() <= MOST);
    assert_eq!(both.with(long(9)), Err(Full));
    assert_eq!(Diary::default().with(long(MOST / 71)), Err(Full));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_is_lost_and_nothing_invented(a in any::diary(), b in any::diary()) {
        let both = a.merge(&b).expect("there is room");
        for entry in a.entries().iter().chain(b.entries()) {
            prop_assert_eq!(both.entries().iter().filter(|other| *other == entry).count(), 1);
        }
        for entry in both.entries() {
            prop_assert!(a.entries().contains(entry) || b.entries().contains(entry));
        }
        prop_assert!(both.entries().is_sorted_by_key(Entry::when));
    }

    #[test]
    fn which_comes_first_and_how_often_does_not_matter(a in any::diary(), b in any::diary(), c in any::diary()) {
        let merge = |a: &Diary, b: &Diary| a.merge(b).expect("there is room");
        let both = merge(&a, &b);
        prop_assert_eq!(&merge(&a, &a), &a);
        prop_assert_eq!(&merge(&b, &a), &both);
        prop_assert_eq!(&merge(&both, &b), &both);
        prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
        prop_assert_eq!(&merge(&a, &Diary::default()), &a);
    }
}
