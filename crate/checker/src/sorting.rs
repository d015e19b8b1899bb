//! The question that sorts causes best.

use backwise_graph::{CauseId, FindingId};

use crate::belief::{Belief, rank};
use crate::checker::Checker;
use crate::fit::same_fits;
use crate::known::Known;

/// A question that sorts causes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorting {
    /// What is asked.
    pub finding: FindingId,
    /// The two causes that an answer moves most.
    pub told_apart: Vec<CauseId>,
}

/// The open finding whose answer sorts causes best; nothing when none would change what fits.
#[must_use]
pub fn sort(checker: &Checker, known: &Known) -> Option<Sorting> {
    let graph = checker.graph();
    let (mut candidates, mut findings) = (Vec::new(), Vec::new());
    for finding in (0..graph.findings.len()).map(FindingId::new) {
        if known.get(finding).is_none() && !graph.finding(finding).ask.is_empty() {
            candidates.extend(checker.candidates(finding));
            findings.resize(candidates.len(), finding);
        }
    }
    let belief = checker.belief(known);
    let ranking = rank(checker.network(), &belief, &candidates, &same_fits);
    let best = ranking.next()?.candidate;
    let finding = findings[candidates.iter().position(|candidate| *candidate == best)?];
    Some(Sorting { finding, told_apart: told_apart(checker, &belief, finding) })
}

/// The two causes that an answer to `finding` moves most, by belief and link.
#[must_use]
pub fn told_apart(checker: &Checker, belief: &Belief, finding: FindingId) -> Vec<CauseId> {
    let likelihood = checker.graph().likelihood(finding);
    let (mut weights, mut causes) = (Vec::new(), Vec::new());
    let mut weigh = |cause, strength| {
        let weight = belief.posterior(checker.cause(cause)) * strength;
        let at = weights.iter().position(|other| *other < weight).unwrap_or(weights.len());
        weights.insert(at, weight);
        causes.insert(at, cause);
    };
    likelihood.links.iter().for_each(|l| weigh(l.cause, f64::from(l.strength) / 255.0));
    likelihood.modifiers.iter().for_each(|m| weigh(m.cause, 0.5));
    causes.truncate(2);
    causes
}
