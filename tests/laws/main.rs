//! What must hold whatever anyone answers, on the shipped content.

use std::sync::OnceLock;

use backwise_checker::fit::Reason;
use backwise_checker::rule::evaluate;
use backwise_checker::triage::{MUST_CLEAR, triage, would_raise};
use backwise_checker::{Checker, Session, Step};
use backwise_graph::{Choose, FindingId, Fit, Graph, Kind, RelationKind, Truth, Urgency};
use backwise_tests::journey;
use backwise_tests::reader::Reader;
use proptest::prelude::*;

fn checker() -> &'static Checker {
    static CHECKER: OnceLock<Checker> = OnceLock::new();
    CHECKER.get_or_init(journey::checker)
}

fn graph() -> &'static Graph {
    checker().graph()
}

fn reader() -> impl Strategy<Value = Reader> {
    proptest::collection::vec(any::<u8>(), 40..120).prop_map(Reader::new)
}

/// What is known of every finding, at random: mostly no, so that single signs matter.
fn truths() -> impl Strategy<Value = Vec<Truth>> {
    let truth = prop_oneof![6 => Just(Truth::No), 1 => Just(Truth::Yes), 2 => Just(Truth::Unsure)];
    proptest::collection::vec(truth, graph().findings.len())
}

fn urgency(truths: &[Truth]) -> Urgency {
    triage(graph(), &|f: FindingId| truths[f.index()]).urgency
}

fn cases(n: u32) -> ProptestConfig {
    ProptestConfig { cases: n, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn a_red_flag_gives_at_least_its_level(truths in truths()) {
        let given = urgency(&truths);
        for flag in &graph().red_flags {
            if evaluate(&flag.when, &|f: FindingId| truths[f.index()]) == Truth::Yes {
                prop_assert!(given >= flag.level);
            }
        }
    }

    #[test]
    fn one_more_yes_never_lowers_the_urgency(truths in truths(), at in any::<prop::sample::Index>()) {
        let mut more = truths.clone();
        *at.get_mut(&mut more) = Truth::Yes;
        prop_assert!(urgency(&more) >= urgency(&truths));
    }

    #[test]
    fn unsure_is_never_less_urgent_than_no(truths in truths(), at in any::<prop::sample::Index>()) {
        let mut no = truths.clone();
        *at.get_mut(&mut no) = Truth::No;
        let mut unsure = truths;
        *at.get_mut(&mut unsure) = Truth::Unsure;
        prop_assert!(urgency(&unsure) >= urgency(&no));
    }

    #[test]
    fn self_care_takes_every_urgent_rule_decided(truths in truths()) {
        let truth = |f: FindingId| truths[f.index()];
        let triage = triage(graph(), &truth);
        if triage.urgency == Urgency::SelfCare {
            let urgent = graph().red_flags.iter().filter(|flag| flag.level >= MUST_CLEAR);
            for flag in urgent {
                prop_assert_eq!(evaluate(&flag.when, &truth), Truth::No);
            }
            prop_assert!(triage.not_cleared.is_empty());
        }
    }

    #[test]
    fn what_would_raise_it_is_complete_and_no_more(truths in truths()) {
        let listed = would_raise(graph(), &|f: FindingId| truths[f.index()]);
        let one = |f: FindingId| graph().questions.iter().find(|q| q.choose == Choose::One && q.options.contains(&f));
        for at in 0..truths.len() {
            let finding = FindingId::new(at);
            let mut flipped = truths.clone();
            if let Some(question) = one(finding) {
                question.options.iter().for_each(|f| flipped[f.index()] = Truth::No);
            }
            flipped[at] = Truth::Yes;
            let level = urgency(&flipped);
            let expected = (truths[at] != Truth::Yes && level > urgency(&truths)).then_some((finding, level));
            let found = listed.iter().copied().find(|(f, _)| *f == finding);
            prop_assert_eq!(found, expected);
        }
    }
}

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
    fn after_the_stop_no_open_question_can_change_the_urgency(reader in reader()) {
        assert_settled(&reader.walk(checker(), |_| {}));
    }

    /// A page that cannot load what weighs causes ends there, and its urgency is no less right.
    #[test]
    fn once_only_sorting_is_left_no_open_question_can_change_the_urgency(reader in reader()) {
        reader.walk(checker(), |session| {
            if session.step(graph()) == Step::Sort {
                assert_settled(session);
            }
        });
    }

    #[test]
    fn the_order_of_answers_does_not_matter(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        let mut backwards = Session::new();
        for (ask, reply) in session.given().iter().rev() {
            backwards.answer(graph(), *ask, reply.clone()).expect("it fitted before");
        }
        prop_assert_eq!(backwards.assessment(checker()), session.assessment(checker()));
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

    #[test]
    fn the_plan_is_justified_and_safe(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        let told = session.assessment(checker());
        if told.urgency >= Urgency::SameDay {
            prop_assert!(told.plan.is_empty());
        }
        if told.urgency == Urgency::Emergency {
            prop_assert!(told.fits.is_empty() && told.would_raise.is_empty());
        }
        prop_assert!(told.plan.len() <= 5);
        for item in &told.plan {
            prop_assert_eq!(item.because.last().map(|r| r.from), Some(item.page), "the reason ends in the item");
            for relation in item.because.iter() {
                prop_assert!(graph().relations.contains(relation) && !relation.receipts.is_empty());
            }
            let avoided = graph().relations.iter().filter(|r| r.from == item.page && r.kind == RelationKind::AvoidWith);
            for relation in avoided {
                let finding = graph().findings.iter().position(|f| f.page == relation.to).map(FindingId::new);
                let told_no = finding.is_none_or(|f| !matches!(session.known().get(f), Some(Truth::Yes | Truth::Unsure)));
                prop_assert!(told_no, "{} is to be avoided", graph().page(item.page).title);
            }
        }
    }

    #[test]
    fn every_reason_has_a_receipt(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        for fit in session.assessment(checker()).fits {
            prop_assert!(fit.fit == Fit::Little || !fit.reasons_for.is_empty());
            for reason in fit.reasons_for.iter().chain(&fit.reasons_against) {
                prop_assert!(!reason.receipts.is_empty());
                prop_assert!(session.truth(reason.finding) != Truth::Unsure, "unsure is no reason");
            }
            let is_symptom =
                |r: &&Reason| graph().page(graph().finding(r.finding).page).kind == Kind::Symptom;
            for reason in &fit.reasons_for {
                prop_assert_eq!(session.truth(reason.finding), Truth::Yes, "a no is no reason for");
            }
            for reason in fit.reasons_against.iter().filter(is_symptom) {
                prop_assert_eq!(session.truth(reason.finding), Truth::No, "a yes is no reason against");
            }
        }
    }
}

#[test]
fn interviews_on_the_shipped_content_stay_fast() {
    let found = backwise_checker::budget::budget(checker());
    assert!(found.p99 <= backwise_checker::budget::LIMIT, "{found:?}");
    let dense = |n| (FindingId::new(n), graph().likelihoods[n].links.len());
    let most = (0..graph().findings.len()).map(dense).max_by_key(|(_, n)| *n).expect("findings");
    assert_eq!(found.densest[0].1, most.1);
}

fn assert_settled(session: &Session) {
    let now = session.urgency(graph());
    if now == Urgency::Emergency {
        return;
    }
    let is_open =
        |f: &FindingId| session.known().get(*f).is_none() && !graph().finding(*f).ask.is_empty();
    for finding in (0..graph().findings.len()).map(FindingId::new).filter(is_open) {
        for truth in [Truth::Yes, Truth::No] {
            let flipped = |f| if f == finding { truth } else { session.truth(f) };
            let then = triage(graph(), &flipped).urgency;
            assert_eq!(then, now, "{} could still change it", graph().title(finding));
        }
    }
}
