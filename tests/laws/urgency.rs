//! How soon to get help: what is asked for it, and what is ruled out on the way.

use backwise_checker::rule::evaluate;
use backwise_checker::triage::{MUST_CLEAR, triage};
use backwise_checker::{Ask, Session};
use backwise_graph::{FindingId, RedFlag, Truth, Urgency};
use backwise_proof::interview;
use backwise_proof::somebody::options;
use proptest::prelude::*;

use crate::law::somebody;
use crate::{cases, checker, graph, reader};

proptest! {
    // One in four of them is troubled so much that self-care is out of question.
    #![proptest_config(cases(550))]

    #[test]
    fn self_care_takes_every_urgent_sign_answered_no(somebody in somebody()) {
        let session = interview(checker(), &somebody).session;
        if session.urgency(graph()) == Urgency::SelfCare {
            for flag in graph().red_flags.iter().filter(|flag| flag.level >= MUST_CLEAR) {
                prop_assert_eq!(evaluate(&flag.when, &|f| session.truth(f)), Truth::No);
                for sign in signs(flag, &session) {
                    prop_assert_eq!(session.known().get(sign), Some(Truth::No));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(150))]

    /// The rules themselves, of anybody and of every finding, whatever an interview would ask.
    #[test]
    fn by_the_rules_alone_unsure_lies_between_no_and_yes(somebody in somebody()) {
        let level = |flag: &RedFlag| match evaluate(&flag.when, &|f| somebody.truth(f)) {
            Truth::Yes => flag.level,
            Truth::Unsure if flag.level >= MUST_CLEAR => Urgency::Routine,
            Truth::Unsure | Truth::No => Urgency::SelfCare,
        };
        let told = triage(graph(), &|f| somebody.truth(f)).urgency;
        prop_assert_eq!(Some(told), graph().red_flags.iter().map(level).max());
        for finding in (0..graph().findings.len()).map(FindingId::new) {
            let with = |truth: Truth| {
                let of = |f: FindingId| if f == finding { truth } else { somebody.truth(f) };
                triage(graph(), &of).urgency
            };
            let [no, unsure, yes] = [Truth::No, Truth::Unsure, Truth::Yes].map(with);
            prop_assert!(no <= unsure && unsure <= yes, "{}", graph().title(finding));
        }
    }

    /// Only what was said rules anything out: a no to each thing that it needs. Unsure never does.
    #[test]
    fn nothing_is_ruled_out_but_by_a_no_to_all_it_needs(reader in reader()) {
        reader.walk(checker(), |session| {
            let known = session.known();
            for finding in (0..graph().findings.len()).map(FindingId::new) {
                let needs = &graph().finding(finding).needs;
                let is_denied = |need: &FindingId| known.said(*need) == Some(Truth::No);
                let is_out = !needs.is_empty() && needs.iter().all(is_denied);
                let said = known.said(finding);
                assert_eq!(known.is_ruled_out(graph(), finding), is_out && said != Some(Truth::Yes));
                if said == Some(Truth::Yes) || !is_out {
                    assert_eq!(known.get(finding), said, "{}", graph().title(finding));
                }
            }
        });
    }

    /// What is ruled out is asked neither by itself nor on a screen of nothing else.
    #[test]
    fn what_is_ruled_out_is_not_asked(reader in reader()) {
        reader.walk(checker(), |session| {
            let (ask, _) = session.next(checker()).expect("it is not the end");
            let is_out = |f: &FindingId| session.known().is_ruled_out(graph(), *f);
            assert!(!options(graph(), ask).0.iter().all(is_out), "{}", ask.text(graph()));
        });
    }

    /// No screen comes between the first part of an emergency and a question that decides about the rest.
    #[test]
    fn what_makes_an_emergency_of_what_was_said_waits_for_no_screen(somebody in somebody()) {
        let mut session = Session::new();
        while let Some((ask, _)) = session.next(checker()) {
            if let Ask::Screen(_) = ask {
                prop_assert_eq!(deciding(&session), None, "before {}", ask.text(graph()));
            }
            session.answer(graph(), ask, somebody.reply(graph(), ask)).expect("it fits");
        }
    }
}

/// A finding with a question of its own that would make a red flag of emergencies hold, and was not asked.
fn deciding(session: &Session) -> Option<String> {
    let is_asked_alone =
        |f: &FindingId| session.known().get(*f).is_none() && !graph().finding(*f).ask.is_empty();
    let flags = || graph().red_flags.iter().filter(|flag| flag.level == Urgency::Emergency);
    let mut findings = (0..graph().findings.len()).map(FindingId::new).filter(is_asked_alone);
    let found = findings.find(|finding| {
        flags().any(|flag| {
            let truth = |f| if f == *finding { Truth::Yes } else { session.truth(f) };
            evaluate(&flag.when, &truth) == Truth::Yes
        })
    });
    found.map(|finding| graph().title(finding).to_owned())
}

/// The findings that would make a red flag hold if they were so, one alone.
fn signs(flag: &RedFlag, session: &Session) -> Vec<FindingId> {
    let mut signs = Vec::new();
    flag.when.each_finding(&mut |f| signs.push(f));
    signs.retain(|sign| {
        let truth = |f| if f == *sign { Truth::Yes } else { session.truth(f) };
        evaluate(&flag.when, &truth) == Truth::Yes
    });
    signs
}
