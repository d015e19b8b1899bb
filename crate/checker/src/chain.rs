//! How it may hang together: a short path through the graph, from what the reader told to where it is felt.

use backwise_graph::{FindingId, PageId, Relation, RelationKind, Truth};

use crate::belief::Belief;
use crate::checker::Checker;
use crate::known::Known;

/// Relations that follow on each other: the end of one is the beginning of the next.
pub type Chain = Vec<Relation>;

/// The path that leads to `cause` and on to a structure; empty when the graph has none.
#[must_use]
pub fn chain(checker: &Checker, known: &Known, belief: &Belief, cause: PageId) -> Chain {
    let mut chain = upstream(checker, known, belief, cause);
    chain.extend(downstream(checker, cause));
    chain
}

/// From a risk that the reader told of, or the likeliest contributor, to the cause.
fn upstream(checker: &Checker, known: &Known, belief: &Belief, cause: PageId) -> Chain {
    let before = into(checker, cause, RelationKind::LeadsTo);
    let likeliest = before
        .max_by(|a, b| weight(checker, belief, a.from).total_cmp(&weight(checker, belief, b.from)));
    if let Some(risk) = told_risk(checker, known, cause) {
        return vec![risk.clone()];
    }
    let Some(step) = likeliest else { return Vec::new() };
    told_risk(checker, known, step.from).into_iter().chain([step]).cloned().collect()
}

fn into(checker: &Checker, page: PageId, kind: RelationKind) -> impl Iterator<Item = &Relation> {
    checker.graph().relations.iter().filter(move |r| r.to == page && r.kind == kind)
}

/// The strongest risk of this cause that the reader said yes to.
fn told_risk<'a>(checker: &'a Checker, known: &Known, cause: PageId) -> Option<&'a Relation> {
    let findings = &checker.graph().findings;
    let told = into(checker, cause, RelationKind::Raises).filter(|r| {
        let at = findings.iter().position(|f| f.page == r.from);
        at.is_some_and(|at| known.get(FindingId::new(at)) == Some(Truth::Yes))
    });
    told.max_by(|a, b| a.strength.total_cmp(&b.strength))
}

/// From the cause to the structure that it burdens most.
fn downstream(checker: &Checker, cause: PageId) -> Option<Relation> {
    let burdens = checker.graph().relations.iter().filter(|r| r.from == cause && burdens(r.kind));
    burdens.max_by(|a, b| a.strength.total_cmp(&b.strength).then(b.to.cmp(&a.to))).cloned()
}

/// Whether a relation says that a cause does something to a structure.
pub(crate) fn burdens(kind: RelationKind) -> bool {
    use RelationKind::{Stiffens, Strains, Tightens, Weakens};
    matches!(kind, Strains | Tightens | Weakens | Stiffens)
}

fn weight(checker: &Checker, belief: &Belief, page: PageId) -> f64 {
    let at = checker.graph().causes.iter().position(|c| c.page == page);
    at.map_or(0.0, |at| belief.posteriors()[at])
}
