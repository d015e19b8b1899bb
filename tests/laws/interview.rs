//! An interview ends, never promises more questions than before, and minds no order of answers.

use backwise_checker::Session;
use proptest::prelude::*;

use crate::{cases, checker, graph, reader};

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn every_interview_ends_and_at_most_never_rises(reader in reader()) {
        let mut last = usize::MAX;
        let session = reader.walk(checker(), |session| {
            let n = session.at_most(checker());
            assert!(n < last, "at most {n} after at most {last}");
            assert!(n > 0, "there is a question, and at most none was promised");
            last = n;
        });
        prop_assert_eq!(session.at_most(checker()), 0);
    }

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

    #[test]
    fn changing_an_answer_is_the_same_as_having_given_it(reader in reader(), other in reader(), at in any::<prop::sample::Index>()) {
        let mut changed = reader.walk(checker(), |_| {});
        let at = at.index(changed.given().len());
        let ask = changed.given()[at].0;
        let reply = other.reply(graph(), ask, at);
        changed.answer(graph(), ask, reply.clone()).expect("it fits");
        let mut afresh = Session::new();
        for (n, (asked, given)) in changed.given().to_vec().into_iter().enumerate() {
            let given = if n == at { reply.clone() } else { given };
            afresh.answer(graph(), asked, given).expect("it fits");
        }
        prop_assert_eq!(changed.assessment(checker()), afresh.assessment(checker()));
        prop_assert_eq!(changed.next(checker()), afresh.next(checker()));
    }
}
