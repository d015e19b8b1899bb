//! What to do today: exercises and habits that the graph justifies, three to five, about eight minutes.

use backwise_graph::{FindingId, Fit, Graph, Kind, PageId, Relation, RelationKind, Truth};

use crate::chain::burdens;
use crate::checker::Checker;
use crate::fit::CauseFit;
use crate::known::Known;

/// Items at the most.
const MOST: usize = 5;

/// Items at the least, where the graph has them: with few exercises, more habits than usual.
const LEAST: usize = 3;

/// Minutes at the most.
const MINUTES: f32 = 9.0;

/// Habits at the most: the rest of the plan moves.
const HABITS: usize = 2;

/// One thing to do, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    /// An exercise or a habit.
    pub page: PageId,
    /// How long it takes, in minutes; a habit takes none.
    pub minutes: f32,
    /// From the cause to what helps it: one relation, or two that meet at a structure.
    pub because: Vec<Relation>,
    /// What it is to be left out with, as far as nobody asked about it: only the reader can tell.
    pub avoid: Vec<Relation>,
}

/// A thing that may help, with what it is worth.
struct Offer {
    page: PageId,
    worth: f64,
    best: f64,
    because: Vec<Relation>,
}

/// The plan for the causes that are shown. One of all causes that fits rules things out, shown or not.
#[must_use]
pub fn plan(
    checker: &Checker,
    known: &Known,
    shown: &[CauseFit],
    all: &[CauseFit],
) -> Vec<PlanItem> {
    let mut offers: Vec<Offer> = Vec::new();
    for fit in shown.iter().filter(|fit| fit.fit > Fit::Little) {
        collect(checker, fit, &mut offers);
    }
    offers.sort_unstable_by(|a, b| b.worth.total_cmp(&a.worth).then(a.page.cmp(&b.page)));
    offers.retain(|offer| !ruled_out(checker, known, all, offer.page));
    let mut plan: Vec<PlanItem> = Vec::new();
    let (mut later, mut left) = (Vec::new(), Vec::new());
    // Not two for the same reason before there are three.
    for offer in offers {
        match plan.iter().any(|item| same_reason(&item.because, &offer.because)) {
            true => later.push(offer),
            false => left.extend(add(checker, known, &mut plan, offer)),
        }
    }
    for offer in later {
        left.extend(add(checker, known, &mut plan, offer));
    }
    let habits = left.into_iter().filter(|offer| is_habit(checker, offer.page));
    for offer in habits.take(LEAST.saturating_sub(plan.len())) {
        plan.push(item(checker, known, offer));
    }
    plan
}

/// Everything that eases the cause, or makes good what it does to a structure.
fn collect(checker: &Checker, fit: &CauseFit, offers: &mut Vec<Offer>) {
    let relations = &checker.graph().relations;
    let cause = checker.graph().causes[fit.cause.index()].page;
    let eased = relations.iter().filter(|r| r.to == cause && r.kind == RelationKind::Eases);
    for ease in eased {
        // What is said to help the cause itself counts twice what follows by way of a structure.
        let worth = 2.0 * fit.posterior * f64::from(ease.strength);
        offer(offers, ease.from, worth, vec![ease.clone()]);
    }
    for burden in relations.iter().filter(|r| r.from == cause && burdens(r.kind)) {
        for help in relations {
            if help.to == burden.to && answers(help.kind, burden.kind) {
                let worth = fit.posterior * f64::from(burden.strength) * f64::from(help.strength);
                offer(offers, help.from, worth, vec![burden.clone(), help.clone()]);
            }
        }
    }
}

/// Whether training of one kind makes good a burden of another.
fn answers(training: RelationKind, burden: RelationKind) -> bool {
    use RelationKind::{Mobilises, Stiffens, Strains, Strengthens, Stretches, Tightens, Weakens};
    matches!(
        (training, burden),
        (Strengthens, Weakens | Strains) | (Stretches, Tightens) | (Mobilises, Stiffens)
    )
}

fn offer(offers: &mut Vec<Offer>, page: PageId, worth: f64, because: Vec<Relation>) {
    match offers.iter_mut().find(|offer| offer.page == page) {
        None => offers.push(Offer { page, worth, best: worth, because }),
        Some(offer) => {
            offer.worth += worth;
            if worth > offer.best {
                (offer.best, offer.because) = (worth, because);
            }
        }
    }
}

/// Whether `avoid-with` speaks against it: a cause that fits, or a finding that is so or that nobody is sure of.
fn ruled_out(checker: &Checker, known: &Known, fits: &[CauseFit], page: PageId) -> bool {
    let graph = checker.graph();
    avoided(graph, page).any(|r| {
        let told = finding(graph, r.to).and_then(|f| known.get(f));
        let fitting =
            fits.iter().any(|f| f.fit > Fit::Little && graph.causes[f.cause.index()].page == r.to);
        fitting || matches!(told, Some(Truth::Yes | Truth::Unsure))
    })
}

/// The findings to avoid it with that nobody asked about.
fn unasked(graph: &Graph, known: &Known, page: PageId) -> Vec<Relation> {
    let is_unasked =
        |r: &&Relation| finding(graph, r.to).is_some_and(|finding| known.get(finding).is_none());
    avoided(graph, page).filter(is_unasked).cloned().collect()
}

fn avoided(graph: &Graph, page: PageId) -> impl Iterator<Item = &Relation> {
    let relations = graph.relations.iter();
    relations.filter(move |r| r.from == page && r.kind == RelationKind::AvoidWith)
}

fn finding(graph: &Graph, page: PageId) -> Option<FindingId> {
    graph.findings.iter().position(|f| f.page == page).map(FindingId::new)
}

/// Whether two reasons are the same, or end in the same training of the same structure.
fn same_reason(a: &[Relation], b: &[Relation]) -> bool {
    a == b || matches!((a, b), ([_, x], [_, y]) if x.to == y.to && x.kind == y.kind)
}

/// Takes an offer into the plan, or gives it back if there is no place or no time for it.
fn add(checker: &Checker, known: &Known, plan: &mut Vec<PlanItem>, offer: Offer) -> Option<Offer> {
    let n_habits = plan.iter().filter(|item| is_habit(checker, item.page)).count();
    let total: f32 = plan.iter().map(|item| item.minutes).sum();
    let full = plan.len() == MOST
        || total + minutes(checker, offer.page) > MINUTES
        || (is_habit(checker, offer.page) && n_habits == HABITS);
    if full {
        return Some(offer);
    }
    plan.push(item(checker, known, offer));
    None
}

fn item(checker: &Checker, known: &Known, offer: Offer) -> PlanItem {
    PlanItem {
        page: offer.page,
        minutes: minutes(checker, offer.page),
        because: offer.because,
        avoid: unasked(checker.graph(), known, offer.page),
    }
}

fn is_habit(checker: &Checker, page: PageId) -> bool {
    checker.graph().page(page).kind == Kind::Habit
}

fn minutes(checker: &Checker, page: PageId) -> f32 {
    let exercise = checker.graph().exercises.iter().find(|e| e.page == page);
    exercise.map_or(0.0, |e| e.minutes)
}
