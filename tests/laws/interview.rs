//! An interview minds no order of answers.

use backwise_checker::Session;
use proptest::prelude::*;

use crate::{cases, checker, graph, reader};

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
