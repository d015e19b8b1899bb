//! What a wall test showed bears on the plan alone, and on that a little. It cannot bear on the questions: a session
//! never hears of it.

use std::collections::BTreeSet;

use backwise_checker::Known;
use backwise_checker::assessment::{Assessment, assess, assess_after};
use backwise_checker::observed::{observed, routine};
use backwise_checker::plan::PlanItem;
use backwise_graph::{FindingId, Fit, Kind, PageId, RelationKind, Sign, Truth};
use proptest::prelude::*;

use crate::{cases, checker, graph, reader};

fn signs() -> impl Strategy<Value = Vec<Sign>> {
    proptest::sample::subsequence(Sign::ALL.to_vec(), 0..8)
}

/// The ends of a sign's links of one kind.
fn ends(signs: &[Sign], kind: RelationKind) -> BTreeSet<PageId> {
    let pages = graph().observations.iter().filter(|seen| signs.contains(&seen.sign));
    let pages: BTreeSet<_> = pages.map(|seen| seen.page).collect();
    let said = graph().relations.iter().filter(|r| r.kind == kind && pages.contains(&r.from));
    said.map(|r| r.to).collect()
}

/// Whether one of these pages, or an answer, speaks against an item.
fn is_ruled_out(item: &PlanItem, known: &Known, causes: &BTreeSet<PageId>) -> bool {
    let avoided = graph().relations.iter();
    let mut avoided = avoided.filter(|r| r.from == item.page && r.kind == RelationKind::AvoidWith);
    avoided.any(|r| {
        let finding = graph().findings.iter().position(|f| f.page == r.to);
        let told = finding.and_then(|at| known.get(FindingId::new(at)));
        causes.contains(&r.to) || matches!(told, Some(Truth::Yes | Truth::Unsure))
    })
}

/// An assessment without its plan.
fn rest(told: &Assessment) -> Assessment {
    Assessment { plan: Vec::new(), ..told.clone() }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn signs_change_nothing_but_the_plan(reader in reader(), signs in signs()) {
        let session = reader.walk(checker(), |_| {});
        let before = assess(checker(), session.known());
        let after = assess_after(checker(), session.known(), &signs);
        prop_assert_eq!(rest(&before), rest(&after));
        prop_assert_eq!(&before, &assess_after(checker(), session.known(), &[]), "no signs, no change");
    }

    #[test]
    fn signs_bring_nothing_of_their_own_into_a_plan(reader in reader(), signs in signs()) {
        let session = reader.walk(checker(), |_| {});
        let told = assess_after(checker(), session.known(), &signs);
        let fitting = told.fits.iter().filter(|fit| fit.fit > Fit::Little);
        let fitting: BTreeSet<_> = fitting.map(|fit| graph().causes[fit.cause.index()].page).collect();
        for item in &told.plan {
            let mut because = item.because.iter();
            prop_assert!(because.any(|r| fitting.contains(&r.from) || fitting.contains(&r.to)));
            prop_assert!(!is_ruled_out(item, session.known(), &ends(&signs, RelationKind::MayGoWith)));
        }
    }

    #[test]
    fn what_a_sign_suggests_is_justified_and_safe(reader in reader(), signs in signs()) {
        let known = reader.walk(checker(), |_| {}).known().clone();
        let causes = ends(&signs, RelationKind::MayGoWith);
        let seen = observed(graph(), &signs, &known);
        prop_assert_eq!(seen.iter().map(|seen| seen.sign).collect::<Vec<_>>(), signs.clone());
        for seen in &seen {
            prop_assert!(seen.exercises.len() <= 5);
            for item in &seen.exercises {
                prop_assert_eq!(item.because.first().map(|r| r.from), Some(seen.page), "it begins at the sign");
            }
        }
        let all: Vec<_> = seen.into_iter().flat_map(|seen| seen.exercises).collect();
        let together = routine(graph(), &signs, &known);
        prop_assert!(together.len() <= 5 && together.iter().map(|item| item.minutes).sum::<f32>() <= 9.0);
        prop_assert!(!signs.contains(&Sign::Pain) || (all.is_empty() && together.is_empty()), "pain ends it");
        for item in all.iter().chain(&together) {
            prop_assert_eq!(graph().page(item.page).kind, Kind::Exercise);
            prop_assert!(!is_ruled_out(item, &known, &causes));
            let [from_sign, to_exercise] = &item.because[..] else { panic!("two relations") };
            prop_assert_eq!((from_sign.to, to_exercise.from), (to_exercise.to, item.page), "they meet");
            for relation in &item.because {
                prop_assert!(graph().relations.contains(relation) && !relation.receipts.is_empty());
            }
        }
    }
}

#[test]
fn a_head_that_is_far_off_leaves_nothing_that_a_sunken_bone_forbids() {
    let known = Known::nothing(graph().findings.len());
    let head = routine(graph(), &[Sign::HeadOff], &known);
    let far = routine(graph(), &[Sign::HeadOff, Sign::HeadFar], &known);
    let bone = ends(&[Sign::HeadFar], RelationKind::MayGoWith);
    assert!(head.iter().any(|item| is_ruled_out(item, &known, &bone)));
    assert!(!far.is_empty(), "something is left");
    for item in &far {
        assert!(!is_ruled_out(item, &known, &bone), "{}", graph().page(item.page).slug);
    }
    let alone = observed(graph(), &[Sign::HeadFar], &known);
    assert!(alone[0].exercises.is_empty() && !alone[0].see.is_empty(), "it leads to a doctor");
}
