//! An interview ends, never promises more questions than before, and minds no order of answers and no change of one.

use backwise_checker::{Ask, Session, Why};
use backwise_proof::Engine;
use backwise_tests::reader::Reader;
use proptest::prelude::*;
use proptest::sample::Index;

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
    fn at_most_never_rises_for_a_reader(reader in reader()) {
        let mut last = usize::MAX;
        let session = reader.walk(checker(), |session| {
            let n = session.at_most(checker());
            assert!(n > 0 && n < last, "at most {n} after at most {last}");
            let shown = Engine::next(checker(), session).map(|(_, n)| n);
            assert_eq!(shown, Some(n), "the laws look at another number");
            last = n;
        });
        prop_assert_eq!(session.at_most(checker()), 0);
    }

    #[test]
    fn after_twelve_beyond_the_safety_screens_only_the_urgency_is_asked_about(reader in reader()) {
        let is_safety = |ask| match ask {
            Ask::Screen(id) => graph().questions[id.index()].stage.is_safety(),
            Ask::Single(_) => false,
        };
        reader.walk(checker(), |session| {
            let beyond = session.given().iter().filter(|(ask, _)| !is_safety(*ask)).count();
            let (_, why) = session.next(checker()).expect("it is asked");
            assert!(beyond < 12 || !matches!(why, Why::Sorting(_)), "{beyond} are answered");
        });
    }

    #[test]
    fn a_changed_reply_is_as_good_as_a_first_one(reader in reader(), other in reader(), at in any::<Index>()) {
        let mut changed = reader.walk(checker(), |_| {});
        let at = at.index(changed.given().len());
        let ask = changed.given()[at].0;
        let reply = other.reply(graph(), ask, at);
        changed.answer(graph(), ask, reply.clone()).expect("it fits");
        let mut afresh = Session::new();
        for (n, (asked, given)) in changed.given().iter().enumerate() {
            let given = if n == at { &reply } else { given };
            afresh.answer(graph(), *asked, given.clone()).expect("it fits");
        }
        prop_assert_eq!(changed.assessment(checker()), afresh.assessment(checker()));
        prop_assert_eq!(changed.next(checker()), afresh.next(checker()));
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
}
