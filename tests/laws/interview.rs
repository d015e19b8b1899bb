//! An interview minds no order of answers.

use backwise_checker::Session;
use backwise_tests::reader::Reader;
use proptest::prelude::*;

use crate::{cases, checker, graph, reader};

/// Other people's JavaScript may ask for it before the first answer.
#[test]
fn nothing_said_is_assessed_as_an_answer_taken_back_is() {
    let mut session = Session::new();
    let (ask, _) = session.next(checker()).expect("there is a first question");
    session.answer(graph(), ask, Reader::new(vec![0]).reply(graph(), ask, 0)).expect("it fits");
    session.back(graph());
    let assessment = Session::new().assessment(checker());
    assert!(!assessment.not_cleared.is_empty() && !assessment.would_raise.is_empty());
    assert_eq!(assessment, session.assessment(checker()));
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn the_order_of_answers_does_not_matter(reader in reader(), dice in any::<[u64; 8]>()) {
        let session = reader.walk(checker(), |_| {});
        let mut given: Vec<_> = session.given().iter().enumerate().collect();
        given.sort_by_key(|(at, _)| dice[at % 8].rotate_left(*at as u32));
        let mut shuffled = Session::new();
        for (_, (ask, reply)) in given {
            shuffled.answer(graph(), *ask, reply.clone()).expect("it fitted before");
        }
        prop_assert_eq!(shuffled.assessment(checker()), session.assessment(checker()));
    }
}
