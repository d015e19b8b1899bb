//! Which causes fit what was said, in words, with the reasons for, against and not known.

use backwise_graph::{
    Cause, CauseId, FindingId, Fit, Graph, PageId, Receipt, RedFlagId, Relation, RelationKind,
    Stage, Truth,
};

use crate::belief::{Belief, Explanation, weigh};
use crate::checker::Checker;
use crate::known::Known;
use crate::triage::MUST_CLEAR;

/// A cause at or above this posterior fits well by that alone.
const WELL: f64 = 0.5;

/// A cause at or above this posterior fits partly by that alone: the threshold for display.
const PARTLY: f64 = 0.15;

/// A rare cause fits well from this posterior on, if the answers moved it by [`STRONG_LIFT`].
const WELL_IF_LIFTED: f64 = 0.2;

/// A rare cause fits partly from this posterior on, if the answers moved it by [`LIFT`].
const PARTLY_IF_LIFTED: f64 = 0.04;

/// Decibans that make a rare cause worth naming: odds six times the prior's.
const LIFT: f64 = 7.8;

/// Decibans that make a rare cause fit well: odds ten times the prior's.
const STRONG_LIFT: f64 = 10.0;

/// A single answer counts as a reason from this many decibans on.
const LEAST_WEIGHT: f64 = 1.0;

/// A symptom that a cause shows at least this often is worth naming as not known.
const TELLING: f32 = 0.5;

/// Causes shown at most, and at least where little speaks for any.
const SHOWN: std::ops::RangeInclusive<usize> = 2..=5;

/// The harm of a cause that may be missed without any.
pub const HARMLESS: u8 = 1;

/// A cause, how well it fits, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct CauseFit {
    /// The cause.
    pub cause: CauseId,
    /// How well, in the words that readers see.
    pub fit: Fit,
    /// What orders the list: never shown to readers.
    pub posterior: f64,
    /// Answers that speak for it, the weightiest first.
    pub reasons_for: Vec<Reason>,
    /// Answers that speak against it, the weightiest first.
    pub reasons_against: Vec<Reason>,
    /// Findings that would tell, and are not known.
    pub unknown: Vec<FindingId>,
}

/// One answer, and what it weighs for one cause.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What was answered yes or no.
    pub finding: FindingId,
    /// Weight of evidence in decibans; above 0 speaks for the cause.
    pub weight: f64,
    /// Where the relation behind it is written.
    pub receipts: Vec<Receipt>,
}

/// Whether two lists of posteriors show the same causes: what the stopping rule compares.
pub(crate) fn same_fits(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(x, y)| (*x >= PARTLY) == (*y >= PARTLY))
}

/// How well every cause fits, the best first.
#[must_use]
pub fn fits(checker: &Checker, known: &Known, belief: &Belief) -> Vec<CauseFit> {
    let explanation = weigh(checker.network(), belief);
    let causes = (0..checker.graph().causes.len()).map(CauseId::new);
    let mut fits = Vec::new();
    for cause in causes {
        fits.push(cause_fit(checker, known, belief, &explanation, cause));
    }
    let harm = |fit: &CauseFit| f64::from(checker.graph().causes[fit.cause.index()].harm);
    fits.sort_unstable_by(|a, b| {
        let weighed = |fit: &CauseFit| fit.posterior * harm(fit);
        b.fit.cmp(&a.fit).then(weighed(b).total_cmp(&weighed(a))).then(a.cause.cmp(&b.cause))
    });
    fits
}

/// Those of all causes that are worth showing.
#[must_use]
pub fn shown(all: &[CauseFit]) -> Vec<CauseFit> {
    let n_fitting = all.iter().filter(|f| f.fit > Fit::Little).count();
    let first = all.iter().take(n_fitting.clamp(*SHOWN.start(), *SHOWN.end()));
    first.filter(|f| !f.reasons_for.is_empty()).cloned().collect()
}

/// Those that are worth showing below signs that must be looked at today: what these signs speak of first, then
/// other causes that do harm when they are missed. One that does none would read as an all-clear.
#[must_use]
pub fn shown_below(graph: &Graph, all: &[CauseFit], signs: &[RedFlagId]) -> Vec<CauseFit> {
    let signs = || signs.iter().map(|id| &graph.red_flags[id.index()]);
    let is_meant =
        |cause: &Cause| signs().any(|sign| sign.level >= MUST_CLEAR && sign.family == cause.family);
    let mut shown: Vec<_> = all.iter().filter(|fit| fit.fit > Fit::Little).cloned().collect();
    shown.retain(|fit| graph.causes[fit.cause.index()].harm > HARMLESS);
    shown.sort_by_key(|fit| !is_meant(&graph.causes[fit.cause.index()]));
    shown.truncate(*SHOWN.end());
    shown
}

fn cause_fit(
    checker: &Checker,
    known: &Known,
    belief: &Belief,
    explanation: &Explanation,
    id: CauseId,
) -> CauseFit {
    let graph = checker.graph();
    let cause = checker.cause(id);
    let page = graph.causes[id.index()].page;
    let mut reasons = Vec::new();
    answer_reasons(checker, known, explanation, id, &mut reasons);
    risk_reasons(checker, known, id, &mut reasons);
    reasons.sort_unstable_by(|a, b| {
        b.weight.abs().total_cmp(&a.weight.abs()).then(a.finding.cmp(&b.finding))
    });
    let (mut reasons_for, mut reasons_against) = (Vec::new(), Vec::new());
    for reason in reasons {
        if reason.weight > 0.0 { &mut reasons_for } else { &mut reasons_against }.push(reason);
    }
    let posterior = belief.posterior(cause);
    let prior = f64::from(graph.causes[id.index()].prior);
    let fit = match reasons_for.is_empty() || is_felt_elsewhere(checker, known, page) {
        true => Fit::Little,
        false => in_words(posterior, lift(prior, posterior)),
    };
    CauseFit {
        cause: id,
        fit,
        posterior,
        reasons_for,
        reasons_against,
        unknown: unknown(checker, known, page),
    }
}

/// Whether the reader named places, and none of those that the graph gives for this cause.
///
/// A cause of many symptoms can be likely whatever hurts; what is felt somewhere else does not fit.
fn is_felt_elsewhere(checker: &Checker, known: &Known, cause: PageId) -> bool {
    let graph = checker.graph();
    let (mut named, mut given) = (false, false);
    for question in graph.questions.iter().filter(|q| q.stage == Stage::Where) {
        for place in &question.options {
            let is_so = known.truth(*place) == Truth::Yes;
            let page = graph.finding(*place).page;
            let shown = relation(checker, cause, RelationKind::Shows, page).is_some();
            if is_so && shown {
                return false;
            }
            named |= is_so;
            given |= shown;
        }
    }
    named && given
}

fn in_words(posterior: f64, lift: f64) -> Fit {
    if posterior >= WELL || (posterior >= WELL_IF_LIFTED && lift >= STRONG_LIFT) {
        Fit::Well
    } else if posterior >= PARTLY || (posterior >= PARTLY_IF_LIFTED && lift >= LIFT) {
        Fit::Partly
    } else {
        Fit::Little
    }
}

/// How far the odds moved, in decibans.
fn lift(prior: f64, posterior: f64) -> f64 {
    let odds = |p: f64| p / (1.0 - p).max(f64::MIN_POSITIVE);
    10.0 * libm::log10(odds(posterior) / odds(prior))
}

/// Answers that are known: what each weighs.
fn answer_reasons(
    checker: &Checker,
    known: &Known,
    explanation: &Explanation,
    id: CauseId,
    reasons: &mut Vec<Reason>,
) {
    let graph = checker.graph();
    let page = graph.causes[id.index()].page;
    for (answer, weight) in explanation.weights(checker.cause(id)) {
        let Some(finding) = checker.finding_of(answer) else { continue };
        // A yes may weigh against a cause because another explains it, and a no the other way round: true,
        // and no reason that a reader could follow.
        let is_plain = (known.truth(finding) == Truth::Yes) == (weight > 0.0);
        if !is_plain {
            continue;
        }
        if let Some(shows) =
            relation(checker, page, RelationKind::Shows, graph.finding(finding).page)
        {
            reasons.push(Reason { finding, weight, receipts: shows.receipts.clone() });
        }
    }
}

/// Risks that are known: what they do to the prior.
fn risk_reasons(checker: &Checker, known: &Known, id: CauseId, reasons: &mut Vec<Reason>) {
    let graph = checker.graph();
    let page = graph.causes[id.index()].page;
    for (at, risk) in graph.findings.iter().enumerate() {
        let finding = FindingId::new(at);
        let modifiers = &graph.likelihood(finding).modifiers;
        let Some(modifier) = modifiers.iter().find(|m| m.cause == id) else { continue };
        let factor = match known.said(finding) {
            Some(Truth::Yes) => modifier.yes,
            Some(Truth::No) => modifier.no,
            Some(Truth::Unsure) | None => continue,
        };
        let weight = 10.0 * libm::log10(f64::from(factor));
        // Not to have what would make it rarer is true, and reads as its opposite.
        if weight > 0.0 && known.truth(finding) == Truth::No {
            continue;
        }
        let raises = relation(checker, risk.page, RelationKind::Raises, page);
        if let Some(raises) = raises.filter(|_| weight.abs() >= LEAST_WEIGHT) {
            reasons.push(Reason { finding, weight, receipts: raises.receipts.clone() });
        }
    }
}

/// Symptoms that the cause shows often and nobody knows of.
fn unknown(checker: &Checker, known: &Known, cause: PageId) -> Vec<FindingId> {
    let graph = checker.graph();
    let mut unknown = Vec::new();
    for shows in &graph.relations {
        if shows.from != cause || shows.kind != RelationKind::Shows || shows.strength < TELLING {
            continue;
        }
        let at = graph.findings.iter().position(|f| f.page == shows.to).map(FindingId::new);
        unknown.extend(at.filter(|f| known.truth(*f) == Truth::Unsure));
    }
    unknown
}

/// The relation of this kind between two pages.
pub(crate) fn relation(
    checker: &Checker,
    from: PageId,
    kind: RelationKind,
    to: PageId,
) -> Option<&Relation> {
    checker.graph().relations.iter().find(|r| r.from == from && r.kind == kind && r.to == to)
}

#[cfg(test)]
mod tests {
    use super::{Fit, in_words, lift};

    #[test]
    fn a_rare_cause_fits_when_the_answers_moved_it_far() {
        let check = |posterior, lift, fit| assert_eq!(in_words(posterior, lift), fit);
        check(0.5, 0.0, Fit::Well);
        check(0.49, 9.9, Fit::Partly);
        check(0.2, 10.0, Fit::Well);
        check(0.19, 10.0, Fit::Partly);
        check(0.15, 0.0, Fit::Partly);
        check(0.14, 7.7, Fit::Little);
        check(0.04, 7.8, Fit::Partly);
        check(0.03, 30.0, Fit::Little);
    }

    #[test]
    fn ten_decibans_are_ten_times_the_odds() {
        let check = |prior, posterior, expected: f64| {
            assert!((lift(prior, posterior) - expected).abs() < 1e-9);
        };
        check(0.5, 10.0 / 11.0, 10.0);
        check(10.0 / 11.0, 0.5, -10.0);
        check(0.2, 0.2, 0.0);
        assert!(lift(0.5, 1.0).is_finite());
    }
}
