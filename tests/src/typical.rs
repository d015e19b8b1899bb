//! Somebody with one cause as its page describes it, and no sign that needs help the same day.

use std::cmp::Reverse;

use backwise_checker::triage::{MUST_CLEAR, triage};
use backwise_checker::{Assessment, Checker, Session};
use backwise_graph::{CauseId, Choose, FindingId, Fit, Question, RelationKind, Truth, Urgency};
use backwise_proof::{Somebody, interview};

/// What is so of them, from the least to the most: what the cause shows often, then what raises it too, then what
/// it shows sometimes too.
const DEGREES: [(f32, bool); 3] = [(0.5, false), (0.5, true), (0.25, true)];

/// What somebody is told for whom this cause comes first and fits; nothing where no such answers make it so.
#[must_use]
pub fn typical(checker: &Checker, cause: CauseId) -> Option<Assessment> {
    session(checker, cause).map(|session| session.assessment(checker))
}

/// Their interview.
#[must_use]
pub fn session(checker: &Checker, cause: CauseId) -> Option<Session> {
    DEGREES.iter().find_map(|&(least, with_risks)| {
        let somebody = Somebody::new(truths(checker, cause, least, with_risks));
        let session = interview(checker, &somebody).session;
        let told = session.assessment(checker);
        let is_first =
            told.fits.first().is_some_and(|fit| fit.cause == cause && fit.fit > Fit::Little);
        (is_first && told.urgency < MUST_CLEAR).then_some(session)
    })
}

/// Where one of several must hold and none is wanted, the calmest does, and of those the one that says least.
fn truths(checker: &Checker, cause: CauseId, least: f32, with_risks: bool) -> Vec<Truth> {
    let graph = checker.graph();
    let mut truths = vec![Truth::No; graph.findings.len()];
    for finding in wanted(checker, cause, least, with_risks) {
        let rivals = graph.questions.iter().find(|q| is_choice(q) && q.options.contains(&finding));
        let is_taken = |q: &Question| q.options.iter().any(|f| truths[f.index()] == Truth::Yes);
        if !rivals.is_some_and(is_taken) && level(checker, &truths, finding) < MUST_CLEAR {
            truths[finding.index()] = Truth::Yes;
        }
    }
    for question in graph.questions.iter().filter(|q| is_choice(q)) {
        if question.options.iter().all(|f| truths[f.index()] == Truth::No) {
            let says = |f: FindingId| {
                let weights = graph.likelihood(f);
                weights.links.len() + weights.modifiers.len()
            };
            let alone = |f| level(checker, &[], f);
            let options = question.options.iter().copied();
            let least = options.min_by_key(|f| (level(checker, &truths, *f), alone(*f), says(*f)));
            truths[least.expect("a screen has options").index()] = Truth::Yes;
        }
    }
    truths
}

/// What speaks for the cause, the strongest first.
fn wanted(checker: &Checker, cause: CauseId, least: f32, with_risks: bool) -> Vec<FindingId> {
    let graph = checker.graph();
    let page = graph.causes[cause.index()].page;
    let mut relations: Vec<_> = graph
        .relations
        .iter()
        .filter(|r| match r.kind {
            RelationKind::Shows => r.from == page && r.strength >= least,
            RelationKind::Raises => with_risks && r.to == page && r.strength > 1.0,
            _ => false,
        })
        .collect();
    relations
        .sort_by_key(|r| (r.kind == RelationKind::Raises, Reverse((r.strength * 1000.0) as u32)));
    let end = |r: &&backwise_graph::Relation| if r.from == page { r.to } else { r.from };
    let place = |page| graph.findings.iter().position(|f| f.page == page).map(FindingId::new);
    relations.iter().map(end).filter_map(place).collect()
}

fn is_choice(question: &Question) -> bool {
    question.choose == Choose::One
}

/// How soon to get help if this too were so. What is not among the truths is not so.
fn level(checker: &Checker, truths: &[Truth], finding: FindingId) -> Urgency {
    let truth = |f: FindingId| match truths.get(f.index()) {
        _ if f == finding => Truth::Yes,
        Some(truth) => *truth,
        None => Truth::No,
    };
    triage(checker.graph(), &truth).urgency
}
