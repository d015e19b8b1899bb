//! What each sign of the wall test leads to, to be read by eye.
//!
//! `BACKWISE_BLESS=1 cargo test -p backwise-tests --test plan` writes it anew; read the diff.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use backwise_checker::assessment::assess_after;
use backwise_checker::observed::{Observed, observed, routine};
use backwise_checker::{Checker, Known};
use backwise_graph::{CauseId, Graph, Relation, Sign};
use backwise_tests::journey;
use backwise_tests::typical::session;

use crate::{line, slug};

fn known(graph: &Graph) -> Known {
    Known::nothing(graph.findings.len())
}

/// What is told of one sign to somebody of whom nothing else is known.
fn seen(graph: &Graph, sign: Sign) -> Observed {
    let seen = observed(graph, &[sign], &known(graph)).pop();
    seen.unwrap_or_else(|| panic!("{} has no page", sign.name()))
}

fn written(checker: &Checker, sign: Sign) -> String {
    let graph = checker.graph();
    let seen = seen(graph, sign);
    let ends = |relations: &[Relation]| {
        relations.iter().map(|r| slug(checker, r.to)).collect::<Vec<_>>().join(", ")
    };
    let mut out = format!("{}\n", sign.name());
    for (word, relations) in [("may go with", &seen.causes), ("see", &seen.see)] {
        if !relations.is_empty() {
            writeln!(out, "  {word} {}", ends(relations)).expect("strings take text");
        }
    }
    seen.exercises.iter().for_each(|item| line(checker, item, &mut out));
    out + "\n"
}

#[test]
fn every_sign_leads_where_it_was_read_to_lead() {
    let checker = journey::checker();
    let found: String = Sign::ALL.iter().map(|sign| written(&checker, *sign)).collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("plan/signs.txt");
    if std::env::var_os("BACKWISE_BLESS").is_some() {
        fs::write(&file, &found).expect("it can be written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(found == expected, "read this, and bless it if it is sensible:\n{found}");
}

#[test]
fn every_sign_leads_somewhere_or_says_why_not() {
    let graph = journey::checker().graph().clone();
    for sign in Sign::ALL {
        let seen = seen(&graph, *sign);
        let leads = !seen.structures.is_empty() || !seen.see.is_empty();
        let summary = &graph.page(seen.page).summary;
        assert!(leads || summary.contains("names nothing") || *sign == Sign::NoPull, "{summary}");
        if !seen.structures.is_empty() {
            let name = sign.name();
            assert!((1..=5).contains(&seen.exercises.len()), "{name}: {}", seen.exercises.len());
        }
    }
}

#[test]
fn everything_at_once_is_still_a_plan_of_eight_minutes() {
    let graph = journey::checker().graph().clone();
    let signs: Vec<_> = Sign::ALL.iter().copied().filter(|sign| *sign != Sign::Pain).collect();
    let together = routine(&graph, &signs, &known(&graph));
    assert!((3..=5).contains(&together.len()), "{together:?}");
    let minutes: f64 = together.iter().map(|item| f64::from(item.minutes)).sum();
    assert!((4.0..=9.0).contains(&minutes), "{minutes} minutes");
}

/// What somebody is told to do who slouches for long hours, after a wall test that showed these signs.
fn plan_after(checker: &Checker, signs: &[Sign]) -> Vec<String> {
    let mut causes = (0..checker.graph().causes.len()).map(CauseId::new);
    let slouching = causes.find(|cause| {
        slug(checker, checker.graph().causes[cause.index()].page) == "prolonged-slouching"
    });
    let session = session(checker, slouching.expect("the cause is there"));
    let known = session.expect("it comes first for somebody").known().clone();
    let plan = assess_after(checker, &known, signs).plan;
    plan.iter().map(|item| slug(checker, item.page).to_owned()).collect()
}

#[test]
fn a_sign_tips_a_plan_and_turns_it_not_over() {
    let checker = journey::checker();
    let (before, after) =
        (plan_after(&checker, &[]), plan_after(&checker, &[Sign::PullMiddleBack]));
    let new: Vec<_> = after.iter().filter(|page| !before.contains(page)).cloned().collect();
    assert_eq!((new, after.len()), (vec!["w-raise".to_owned()], before.len()));
}
