//! What the reader is told.

use backwise_graph::{
    FindingId, Fit, Graph, PageId, RedFlagId, Relation, RelationKind, Sign, Urgency,
};

use crate::chain::{Chain, chain};
use crate::checker::Checker;
use crate::fit::{CauseFit, fits, shown, shown_below};
use crate::known::Known;
use crate::offer::is_ruled_out;
use crate::plan::{PlanItem, plan};
use crate::triage::{conclude, would_raise};

/// How soon to get help, what fits, what to do, and what would change it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// How soon to get help.
    pub urgency: Urgency,
    /// The red flags behind it, the most urgent first: their pages name what there is to worry about.
    pub red_flags: Vec<RedFlagId>,
    /// Signs that are not ruled out, with the level they would set. With an emergency, only what was asked.
    pub not_cleared: Vec<(FindingId, Urgency)>,
    /// Causes that fit, the best first. None with an emergency; with a same-day result what the red flags speak
    /// of, then what else does harm when it is missed, and nothing that reads as an all-clear.
    pub fits: Vec<CauseFit>,
    /// How the best of them hang together.
    pub chains: Vec<Chain>,
    /// What to do today. Nothing with an emergency or same-day result.
    pub plan: Vec<PlanItem>,
    /// Looks at oneself that may tell more about what fits, from a cause to the self-test. Nothing unless it can
    /// wait, and none that is to be left out.
    pub tests: Vec<Relation>,
    /// Who can help.
    pub see: Vec<PageId>,
    /// Every single yes that would raise the level, with that level.
    pub would_raise: Vec<(FindingId, Urgency)>,
    /// Whether the order of `fits` was sampled rather than computed. The urgency never is.
    pub approximate: bool,
}

/// Chains shown at the most.
const CHAINS: usize = 2;

/// Self-tests offered at the most.
const TESTS: usize = 2;

/// Professionals named at the most.
const SEE: usize = 3;

/// The assessment of what was said.
#[must_use]
pub fn assess(checker: &Checker, known: &Known) -> Assessment {
    assess_after(checker, known, &[])
}

/// The same after a wall test that showed these signs. They bear on the plan alone.
#[must_use]
pub fn assess_after(checker: &Checker, known: &Known, signs: &[Sign]) -> Assessment {
    let graph = checker.graph();
    let triage = conclude(graph, known);
    let belief = checker.belief(known);
    let all = match triage.urgency {
        Urgency::Emergency => Vec::new(),
        _ => fits(checker, known, &belief),
    };
    let fits = match triage.urgency {
        Urgency::Emergency | Urgency::SameDay => shown_below(graph, &all, &triage.red_flags),
        Urgency::WithinDays | Urgency::Routine | Urgency::SelfCare => shown(&all),
    };
    let plan = match triage.urgency {
        Urgency::Emergency | Urgency::SameDay => Vec::new(),
        Urgency::WithinDays | Urgency::Routine | Urgency::SelfCare => {
            plan(checker, known, signs, &fits, &all)
        }
    };
    let mut chains = Vec::new();
    for fit in &fits {
        let chain = chain(checker, known, &belief, graph.causes[fit.cause.index()].page);
        if chain.len() > 1 && chains.len() < CHAINS {
            chains.push(chain);
        }
    }
    let tests = match triage.urgency {
        Urgency::SelfCare | Urgency::Routine => tests(graph, known, &fits, &all),
        Urgency::WithinDays | Urgency::SameDay | Urgency::Emergency => Vec::new(),
    };
    Assessment {
        urgency: triage.urgency,
        tests,
        chains,
        see: see(checker, &triage.red_flags, &fits),
        would_raise: would_raise(graph, known),
        red_flags: triage.red_flags,
        not_cleared: triage.not_cleared,
        fits,
        plan,
        approximate: belief.is_approximate(),
    }
}

/// One offer for each self-test, for the best of the causes that it may tell more about.
fn tests(graph: &Graph, known: &Known, shown: &[CauseFit], all: &[CauseFit]) -> Vec<Relation> {
    let page = |fit: &CauseFit| graph.causes[fit.cause.index()].page;
    let fitting: Vec<_> = all.iter().filter(|fit| fit.fit > Fit::Little).map(page).collect();
    let mut tests: Vec<Relation> = Vec::new();
    for cause in shown.iter().filter(|fit| fit.fit > Fit::Little).map(page) {
        for relation in &graph.relations {
            let is_test = relation.from == cause && relation.kind == RelationKind::TestedBy;
            if is_test
                && tests.iter().all(|test| test.to != relation.to)
                && !is_ruled_out(graph, known, &fitting, relation.to)
            {
                tests.push(relation.clone());
            }
        }
    }
    tests.truncate(TESTS);
    tests
}

/// Who to see, for the red flags first, then for what fits.
fn see(checker: &Checker, red_flags: &[RedFlagId], fits: &[CauseFit]) -> Vec<PageId> {
    let graph = checker.graph();
    let mut pages: Vec<PageId> = Vec::new();
    let mut add = |from| {
        for relation in &graph.relations {
            let is_new = || !pages.contains(&relation.to);
            if relation.from == from && relation.kind == RelationKind::See && is_new() {
                pages.push(relation.to);
            }
        }
    };
    for id in red_flags {
        add(graph.red_flags[id.index()].page);
    }
    for fit in fits {
        add(graph.causes[fit.cause.index()].page);
    }
    pages.truncate(SEE);
    pages
}
