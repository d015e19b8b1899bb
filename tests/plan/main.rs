//! The plan of everybody whose answers put one cause first, to be read by eye.
//!
//! `BACKWISE_BLESS=1 cargo test -p backwise-tests --test plan` writes the plans anew; read the diff.

mod played;
mod signs;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use backwise_checker::fit::CauseFit;
use backwise_checker::plan::{PlanItem, plan};
use backwise_checker::{Checker, Known};
use backwise_graph::{CauseId, Fit, PageId, Relation, RelationKind, Urgency};
use backwise_tests::journey;
use backwise_tests::typical::typical;

fn slug(checker: &Checker, page: PageId) -> &str {
    &checker.graph().page(page).slug
}

/// One cause, how soon to get help, what fits, and what to do, each with its reason.
fn written(checker: &Checker, cause: CauseId) -> String {
    let name = slug(checker, checker.graph().causes[cause.index()].page);
    let told = typical(checker, cause).unwrap_or_else(|| panic!("{name} never comes first"));
    let fits = told.fits.iter().filter(|fit| fit.fit > Fit::Little);
    let fits: Vec<_> =
        fits.map(|fit| slug(checker, checker.graph().causes[fit.cause.index()].page)).collect();
    let mut out = format!("{name}: {}\n  fits {}\n", told.urgency.name(), fits.join(", "));
    told.plan.iter().for_each(|item| line(checker, item, &mut out));
    let minutes = told.plan.iter().fold(0.0, |sum, item| sum + item.minutes);
    writeln!(out, "  {minutes:.1} minutes\n").expect("strings take text");
    out
}

fn line(checker: &Checker, item: &PlanItem, out: &mut String) {
    let step = |r: &Relation| {
        format!("{} {} {}", slug(checker, r.from), r.kind.name(), slug(checker, r.to))
    };
    let because: Vec<_> = item.because.iter().map(step).collect();
    let page = slug(checker, item.page);
    let avoid: Vec<_> = item.avoid.iter().map(|r| slug(checker, r.to)).collect();
    let unless = if avoid.is_empty() { "" } else { "; unless " };
    let (because, avoid) = (because.join("; "), avoid.join(", "));
    writeln!(out, "  {page} {:.1}: {because}{unless}{avoid}", item.minutes).expect("room");
}

#[test]
fn every_cause_has_a_plan_of_three_to_five() {
    let checker = journey::checker();
    for cause in (0..checker.graph().causes.len()).map(CauseId::new) {
        let name = slug(&checker, checker.graph().causes[cause.index()].page);
        let told = typical(&checker, cause).unwrap_or_else(|| panic!("{name} never comes first"));
        assert!((3..=5).contains(&told.plan.len()), "{name} has {} things to do", told.plan.len());
        let minutes: f32 = told.plan.iter().map(|item| item.minutes).sum();
        assert!(minutes <= 9.0, "{name} takes {minutes} minutes");
    }
}

#[test]
fn every_plan_is_as_it_was_read() {
    let checker = journey::checker();
    let causes = (0..checker.graph().causes.len()).map(CauseId::new);
    let found: Vec<_> = causes.map(|cause| written(&checker, cause)).collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("plan/plans.txt");
    if std::env::var_os("BACKWISE_BLESS").is_some() {
        fs::write(&file, found.concat()).expect("the plans can be written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    let is_new = |plan: &&String| !expected.contains(plan.as_str());
    let new: String = found.iter().filter(is_new).cloned().collect();
    assert!(found.concat() == expected, "read these, and bless them if they are sensible:\n{new}");
}

#[test]
fn a_cause_that_fits_rules_out_though_it_is_not_shown() {
    let checker = journey::checker();
    let graph = checker.graph();
    let named = |name| {
        let at = graph.causes.iter().position(|cause| slug(&checker, cause.page) == name);
        CauseId::new(at.expect("the cause is there"))
    };
    let bone = named("vertebral-compression-fracture");
    let shown = typical(&checker, named("weak-upper-back-extensors")).expect("it comes first").fits;
    let cut = CauseFit { cause: bone, fit: Fit::Partly, ..shown[0].clone() };
    let all = [shown.clone(), vec![cut]].concat();
    let known = Known::nothing(graph.findings.len());
    let is_avoided = |item: &PlanItem| {
        let page = graph.causes[bone.index()].page;
        let is_it = |r: &Relation| r.from == item.page && r.to == page;
        graph.relations.iter().any(|r| r.kind == RelationKind::AvoidWith && is_it(r))
    };
    assert!(plan(&checker, &known, &[], &shown, &shown).iter().any(is_avoided));
    assert!(!plan(&checker, &known, &[], &shown, &all).iter().any(is_avoided));
}

/// Where there is time, and nothing speaks against it for somebody whose answers are typical.
#[test]
fn a_look_at_oneself_is_offered_where_it_may_tell_more() {
    let checker = journey::checker();
    let graph = checker.graph();
    let tested = graph.relations.iter().filter(|r| r.kind == RelationKind::TestedBy);
    let mut n = 0;
    for relation in tested {
        let cause = graph.causes.iter().position(|it| it.page == relation.from);
        let cause = CauseId::new(cause.expect("a cause is tested"));
        let Some(told) = typical(&checker, cause) else { continue };
        if told.urgency <= Urgency::Routine {
            let names: Vec<_> = told.tests.iter().map(|test| slug(&checker, test.to)).collect();
            let (cause, test) = (slug(&checker, relation.from), slug(&checker, relation.to));
            assert!(names.contains(&test), "{cause}: {test} is not among {names:?}");
            n += 1;
        }
    }
    assert!(n > 0, "no cause is tested");
}
