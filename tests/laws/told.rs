//! What a reader is told rests on the graph and is safe, and telling it is quick.

use backwise_checker::fit::{HARMLESS, Reason, fits};
use backwise_checker::triage::{MUST_CLEAR, would_raise};
use backwise_graph::{FindingId, Fit, Kind, RelationKind, Truth, Urgency};
use proptest::prelude::*;

use crate::{cases, checker, graph, reader};

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn an_assessment_tells_what_the_laws_look_at(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        let told = session.assessment(checker());
        prop_assert_eq!(told.urgency, session.urgency(graph()));
        prop_assert_eq!(told.would_raise, would_raise(graph(), session.known()));
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
        let all = fits(checker(), session.known(), &checker().belief(session.known()));
        let fits = all.iter().filter(|fit| fit.fit > Fit::Little);
        let fitting: Vec<_> = fits.map(|fit| graph().causes[fit.cause.index()].page).collect();
        for item in &told.plan {
            prop_assert_eq!(item.because.last().map(|r| r.from), Some(item.page), "the reason ends in the item");
            for relation in item.because.iter() {
                prop_assert!(graph().relations.contains(relation) && !relation.receipts.is_empty());
            }
            let avoided = graph().relations.iter().filter(|r| r.from == item.page && r.kind == RelationKind::AvoidWith);
            for relation in avoided {
                prop_assert!(!fitting.contains(&relation.to), "{} is to be avoided", graph().page(item.page).title);
                let finding = graph().findings.iter().position(|f| f.page == relation.to).map(FindingId::new);
                let told_no = finding.is_none_or(|f| !matches!(session.known().get(f), Some(Truth::Yes | Truth::Unsure)));
                prop_assert!(told_no, "{} is to be avoided", graph().page(item.page).title);
                let is_unasked = finding.is_some_and(|f| session.known().get(f).is_none());
                prop_assert_eq!(item.avoid.contains(relation), is_unasked, "said where nobody asked");
            }
        }
    }

    /// A look at oneself is offered where there is time, and never to whom it may harm.
    #[test]
    fn a_self_test_is_offered_only_where_it_is_safe(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        let told = session.assessment(checker());
        prop_assert!(told.tests.is_empty() || told.urgency <= Urgency::Routine);
        for test in &told.tests {
            prop_assert!(graph().relations.contains(test) && !test.receipts.is_empty());
            let avoided = graph().relations.iter().filter(|r| r.from == test.to && r.kind == RelationKind::AvoidWith);
            for relation in avoided {
                let finding = graph().findings.iter().position(|f| f.page == relation.to).map(FindingId::new);
                let told_no = finding.is_none_or(|f| !matches!(session.known().get(f), Some(Truth::Yes | Truth::Unsure)));
                prop_assert!(told_no, "{} is to be left out", graph().page(test.to).title);
            }
        }
    }

    /// Below signs that must be looked at today nothing stands that is harmless to miss, and first of all stands
    /// what they speak of.
    #[test]
    fn what_fits_does_not_reassure_below_a_card(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        let told = session.assessment(checker());
        if told.urgency >= MUST_CLEAR {
            let flags = told.red_flags.iter().map(|id| &graph().red_flags[id.index()]);
            let families: Vec<_> =
                flags.filter(|flag| flag.level >= MUST_CLEAR).map(|flag| &flag.family).collect();
            let causes = told.fits.iter().map(|fit| (fit.fit, &graph().causes[fit.cause.index()]));
            let mut is_meant = true;
            for (fit, cause) in causes {
                prop_assert!(cause.harm > HARMLESS && fit > Fit::Little);
                prop_assert!(is_meant || !families.contains(&&cause.family));
                is_meant = families.contains(&&cause.family);
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
