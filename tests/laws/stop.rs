//! When it is time for the result: nothing still open matters, and what would raise the level is listed.

use backwise_checker::{Ask, Manner, Reply, Session, Step, protocol};
use backwise_graph::{FindingId, Truth};
use backwise_tests::person::{interview, options, reply};
use proptest::prelude::*;

use crate::somebody::somebody;
use crate::{cases, checker, graph, reader};

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn after_the_stop_no_open_question_can_change_the_urgency(reader in reader(), truths in somebody()) {
        assert_settled(&reader.walk(checker(), |_| {}), &truths)?;
        assert_settled(&interview(checker(), &truths), &truths)?;
    }

    /// A page that cannot load what weighs causes ends there, and its urgency is no less right.
    #[test]
    fn once_only_sorting_is_left_no_open_question_can_change_the_urgency(reader in reader(), truths in somebody()) {
        let mut sorting = Vec::new();
        reader.walk(checker(), |session| {
            if session.step(graph()) == Step::Sort {
                sorting.push(session.clone());
            }
        });
        for session in sorting {
            assert_settled(&session, &truths)?;
        }
    }

    /// The same person, asked the rest as well, is told no less.
    #[test]
    fn a_brief_interview_asks_all_that_the_urgency_takes(reader in reader(), truths in somebody()) {
        let mut last = usize::MAX;
        let mut session = reader.go_on(Session::of(Manner::BRIEF), checker(), |session| {
            let n = session.at_most(checker());
            assert!(n < last, "at most {n} after at most {last}");
            last = n;
        });
        assert_settled(&session, &truths)?;
        let brief = session.urgency(graph());
        session.widen();
        prop_assert_eq!(reader.go_on(session, checker(), |_| {}).urgency(graph()), brief);
    }

    /// Held against interviews in which that one answer was another.
    #[test]
    fn what_would_raise_it_is_complete_and_no_more(truths in somebody()) {
        let session = interview(checker(), &truths);
        let mut raising = Vec::new();
        for ask in protocol::questions(graph()) {
            for finding in options(graph(), ask).0 {
                let then = flipped(&session, ask, finding).urgency(graph());
                let may_be = session.truth(finding) != Truth::Yes
                    && !session.known().is_ruled_out(graph(), finding);
                if may_be && then > session.urgency(graph()) {
                    raising.push((finding, then));
                }
            }
        }
        let mut listed = session.assessment(checker()).would_raise;
        listed.sort_unstable();
        raising.sort_unstable();
        prop_assert_eq!(listed, raising);
    }
}

/// Nothing that is still open matters: no single answer, and not all of them together. What other answers rule out
/// is not open.
pub fn assert_settled(session: &Session, truths: &[Truth]) -> Result<(), TestCaseError> {
    let now = session.urgency(graph());
    let mut all = session.clone();
    let is_out = |f: &FindingId| session.known().is_ruled_out(graph(), *f);
    let is_open = |ask: &Ask| {
        session.given().iter().all(|(given, _)| given != ask)
            && !options(graph(), *ask).0.iter().all(is_out)
    };
    for ask in protocol::questions(graph()).filter(is_open) {
        for reply in replies(ask) {
            let mut then = session.clone();
            then.answer(graph(), ask, reply).expect("it fits");
            prop_assert_eq!(
                then.urgency(graph()),
                now,
                "{} could change it",
                protocol::question(graph(), ask).id
            );
        }
        all.answer(graph(), ask, reply(graph(), ask, truths)).expect("it fits");
    }
    prop_assert_eq!(all.urgency(graph()), now, "the open questions together could change it");
    Ok(())
}

/// Each line of a question alone, no line, and not sure.
fn replies(ask: Ask) -> Vec<Reply> {
    let (options, is_one) = options(graph(), ask);
    let none = Reply { ticked: Vec::new(), rest_unsure: false };
    let mut all = vec![Reply { rest_unsure: true, ..none.clone() }];
    if !is_one {
        all.push(none.clone());
    }
    all.extend(options.iter().map(|f| Reply { ticked: vec![*f], ..none.clone() }));
    all
}

/// The session in which this line is a yes, and everything else as it was.
fn flipped(session: &Session, ask: Ask, finding: FindingId) -> Session {
    let (_, is_one) = options(graph(), ask);
    let given = session.given().iter().find(|(given, _)| *given == ask).map(|(_, reply)| reply);
    let unsure = Reply { ticked: Vec::new(), rest_unsure: true };
    let mut reply = given.cloned().unwrap_or(unsure);
    if is_one {
        reply.ticked.clear();
    }
    reply.ticked.push(finding);
    let mut flipped = session.clone();
    flipped.answer(graph(), ask, reply).expect("it fits");
    flipped
}
