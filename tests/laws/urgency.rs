//! How soon to get help: laws of the rules, and of whole interviews, asked as everybody is.

use backwise_checker::rule::evaluate;
use backwise_checker::triage::{MUST_CLEAR, triage};
use backwise_checker::{Ask, Session};
use backwise_graph::{FindingId, RedFlag, Truth, Urgency};
use backwise_tests::person::{interview, options, reply};
use proptest::prelude::*;

use crate::somebody::{is_choice, somebody};
use crate::{cases, checker, graph, reader};

fn by_rules(truths: &[Truth]) -> Urgency {
    triage(graph(), &|f: FindingId| truths[f.index()]).urgency
}

fn by_interview(truths: &[Truth]) -> Urgency {
    interview(checker(), truths).urgency(graph())
}

fn with(truths: &[Truth], finding: FindingId, truth: Truth) -> Vec<Truth> {
    let mut changed = truths.to_vec();
    changed[finding.index()] = truth;
    changed
}

fn any_finding() -> impl Strategy<Value = FindingId> {
    (0..graph().findings.len()).prop_map(FindingId::new)
}

fn any_single_line() -> impl Strategy<Value = FindingId> {
    any_finding().prop_filter("a choice is changed, not added to", |f| !is_choice(*f))
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn one_more_yes_never_lowers_the_urgency(truths in somebody(), finding in any_finding()) {
        prop_assert!(by_rules(&with(&truths, finding, Truth::Yes)) >= by_rules(&truths));
    }

    #[test]
    fn unsure_is_never_less_urgent_than_no(truths in somebody(), finding in any_finding()) {
        let unsure = with(&truths, finding, Truth::Unsure);
        prop_assert!(by_rules(&unsure) >= by_rules(&with(&truths, finding, Truth::No)));
    }
}

proptest! {
    #![proptest_config(cases(400))]

    /// Whatever makes a red flag hold, enough of it is asked.
    #[test]
    fn a_red_flag_gives_at_least_its_level(truths in somebody()) {
        let (ruled, asked) = (by_rules(&truths), by_interview(&truths));
        for flag in &graph().red_flags {
            if evaluate(&flag.when, &|f: FindingId| truths[f.index()]) == Truth::Yes {
                prop_assert!(ruled >= flag.level && asked >= flag.level, "{}", graph().page(flag.page).slug);
            }
        }
    }

    #[test]
    fn one_more_yes_never_lowers_an_interview(truths in somebody(), finding in any_single_line()) {
        prop_assert!(by_interview(&with(&truths, finding, Truth::Yes)) >= by_interview(&truths));
    }

    #[test]
    fn an_interview_with_unsure_is_never_less_urgent(truths in somebody(), finding in any_single_line()) {
        let unsure = with(&truths, finding, Truth::Unsure);
        prop_assert!(by_interview(&unsure) >= by_interview(&with(&truths, finding, Truth::No)));
    }

    #[test]
    fn self_care_takes_every_urgent_sign_answered_no(truths in somebody()) {
        let session = interview(checker(), &truths);
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

    /// A line that another answer rules out counts as no, so *no yes lowers* is held against answers as given:
    /// whatever else was said, one more tick on a list or one more yes is never less urgent.
    #[test]
    fn one_more_tick_never_lowers(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        let now = session.urgency(graph());
        for (ask, reply) in session.given() {
            let (options, is_one) = options(graph(), *ask);
            for finding in options.into_iter().filter(|f| !is_one && !reply.ticked.contains(f)) {
                let mut more = reply.clone();
                more.ticked.push(finding);
                let mut then = session.clone();
                then.answer(graph(), *ask, more).expect("it fits");
                prop_assert!(then.urgency(graph()) >= now, "{}", graph().title(finding));
            }
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
    fn what_makes_an_emergency_of_what_was_said_waits_for_no_screen(truths in somebody()) {
        let mut session = Session::new();
        while let Some((ask, _)) = session.next(checker()) {
            if let Ask::Screen(_) = ask {
                prop_assert_eq!(deciding(&session), None, "before {}", ask.text(graph()));
            }
            session.answer(graph(), ask, reply(graph(), ask, &truths)).expect("it fits");
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
