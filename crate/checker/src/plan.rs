//! What to do today: exercises and habits that the graph justifies, three to five, about eight minutes.

use backwise_graph::{Fit, Graph, Kind, PageId, Relation, Sign};

use crate::chain::burdens;
use crate::checker::Checker;
use crate::fit::CauseFit;
use crate::known::Known;
use crate::observed;
use crate::offer::{Offer, Offers, choose, is_a, is_ruled_out, minutes, unasked};

/// Items at the most.
pub(crate) const MOST: usize = 5;

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
    /// From the cause, or the sign, to what helps it: one relation, or two that follow on each other or meet at a
    /// structure.
    pub because: Vec<Relation>,
    /// What it is to be left out with, as far as nobody asked about it: only the reader can tell.
    pub avoid: Vec<Relation>,
}

/// The plan for the causes that are shown. One of all causes that fits rules things out, shown or not.
///
/// What a wall test showed makes exercises that it speaks for worth a little more, and causes that it may go with
/// rule things out as those that fit do. It adds nothing of its own.
#[must_use]
pub fn plan(
    checker: &Checker,
    known: &Known,
    signs: &[Sign],
    shown: &[CauseFit],
    all: &[CauseFit],
) -> Vec<PlanItem> {
    let graph = checker.graph();
    let mut offers = Offers::new(graph);
    for fit in shown.iter().filter(|fit| fit.fit > Fit::Little) {
        collect(graph, fit, &mut offers);
    }
    let spoken_for = observed::offers(graph, signs);
    offers.weigh(|page| match is_a(graph, Kind::Exercise, page) && spoken_for.has(page) {
        true => graph.sign_factor.into(),
        false => 1.0,
    });
    let fitting = all.iter().filter(|fit| fit.fit > Fit::Little);
    let mut causes: Vec<_> = fitting.map(|fit| graph.causes[fit.cause.index()].page).collect();
    causes.extend(observed::causes(graph, signs));
    let mut offers = offers.ranked();
    offers.retain(|offer| !is_ruled_out(graph, known, &causes, offer.page));
    let (mut taken, left) = choose(offers, |taken, offer| has_room(graph, taken, offer));
    let habits = left.into_iter().filter(|offer| is_a(graph, Kind::Habit, offer.page));
    taken.extend(habits.take(LEAST.saturating_sub(taken.len())));
    items(graph, known, taken)
}

/// Everything that eases the cause, or makes good what it does to a structure.
fn collect(graph: &Graph, fit: &CauseFit, offers: &mut Offers) {
    let cause = graph.causes[fit.cause.index()].page;
    offers.ease(cause, fit.posterior, None);
    for burden in graph.relations.iter().filter(|r| r.from == cause && burdens(r.kind)) {
        offers.train(burden, fit.posterior);
    }
}

/// Whether there is a place and the time for an offer.
pub(crate) fn has_room(graph: &Graph, taken: &[Offer], offer: &Offer) -> bool {
    let n_habits = taken.iter().filter(|other| is_a(graph, Kind::Habit, other.page)).count();
    let total: f32 = taken.iter().map(|other| minutes(graph, other.page)).sum();
    taken.len() < MOST
        && total + minutes(graph, offer.page) <= MINUTES
        && (n_habits < HABITS || !is_a(graph, Kind::Habit, offer.page))
}

pub(crate) fn items(graph: &Graph, known: &Known, offers: Vec<Offer>) -> Vec<PlanItem> {
    let item = |offer: Offer| PlanItem {
        page: offer.page,
        minutes: minutes(graph, offer.page),
        because: offer.because,
        avoid: unasked(graph, known, offer.page),
    };
    offers.into_iter().map(item).collect()
}
