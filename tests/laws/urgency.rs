//! How soon to get help: laws of the rules, and of whole interviews, asked as everybody is.

use backwise_checker::Session;
use backwise_checker::rule::evaluate;
use backwise_checker::triage::{MUST_CLEAR, triage};
use backwise_graph::{FindingId, RedFlag, Truth, Urgency};
use backwise_tests::person::interview;
use proptest::prelude::*;

use crate::somebody::{is_choice, somebody};
use crate::{cases, checker, graph};

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
