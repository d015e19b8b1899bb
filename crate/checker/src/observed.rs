//! What a wall test showed: for each sign what it may go with, and what may be worth a try.
//!
//! It takes the graph alone, so that a page which weighs no causes can tell it.

use backwise_graph::{Graph, Kind, PageId, Relation, RelationKind, Sign};

use crate::known::Known;
use crate::offer::{Offer, Offers, chance, choose, is_a, is_ruled_out};
use crate::plan::{MOST, PlanItem, has_room, items};

/// One sign, and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Observed {
    /// The sign.
    pub sign: Sign,
    /// Its page.
    pub page: PageId,
    /// The causes that it may go with.
    pub causes: Vec<Relation>,
    /// The structures that are worth strengthening or loosening.
    pub structures: Vec<Relation>,
    /// Who can help.
    pub see: Vec<Relation>,
    /// Exercises, the best first, at most five. Why: from the sign to what it speaks of, then from the exercise to that.
    pub exercises: Vec<PlanItem>,
}

/// Each of the signs that has a page, in the order of the graph. An exercise that is to be left out, by what is known
/// of the reader or by a cause that one of the signs may go with, is not among them; after pain, none is.
#[must_use]
pub fn observed(graph: &Graph, signs: &[Sign], known: &Known) -> Vec<Observed> {
    let mut seen = Vec::new();
    for observation in graph.observations.iter().filter(|seen| signs.contains(&seen.sign)) {
        let said = |is_wanted: fn(RelationKind) -> bool| {
            said(graph, observation.page).filter(|r| is_wanted(r.kind)).cloned().collect()
        };
        let offers = offers(graph, &[observation.sign]);
        seen.push(Observed {
            sign: observation.sign,
            page: observation.page,
            causes: said(|kind| kind == RelationKind::MayGoWith),
            structures: said(is_worth_training),
            see: said(|kind| kind == RelationKind::See),
            exercises: chosen(graph, offers, signs, known, |taken, _| taken.len() < MOST),
        });
    }
    seen
}

/// What to do for all of the signs together: at most five exercises, about eight minutes. None after pain.
#[must_use]
pub fn routine(graph: &Graph, signs: &[Sign], known: &Known) -> Vec<PlanItem> {
    let has_room = |taken: &[Offer], offer: &Offer| has_room(graph, taken, offer);
    chosen(graph, offers(graph, signs), signs, known, has_room)
}

/// Everything that the signs speak for: what does a structure good that they make worth training, and what eases a
/// cause that they may go with.
pub(crate) fn offers<'a>(graph: &'a Graph, signs: &[Sign]) -> Offers<'a> {
    let mut offers = Offers::new(graph);
    for relation in pages(graph, signs).flat_map(|page| said(graph, page)) {
        match relation.kind {
            RelationKind::MayGoWith => {
                offers.ease(relation.to, relation.strength.into(), Some(relation));
            }
            kind if is_worth_training(kind) => offers.train(relation, 1.0),
            _ => {}
        }
    }
    offers
}

/// The causes that the signs may go with.
pub(crate) fn causes(graph: &Graph, signs: &[Sign]) -> impl Iterator<Item = PageId> {
    let said = pages(graph, signs).flat_map(|page| said(graph, page));
    said.filter(|r| r.kind == RelationKind::MayGoWith).map(|r| r.to)
}

fn chosen(
    graph: &Graph,
    mut offers: Offers,
    signs: &[Sign],
    known: &Known,
    has_room: impl Fn(&[Offer], &Offer) -> bool,
) -> Vec<PlanItem> {
    if signs.contains(&Sign::Pain) {
        return Vec::new();
    }
    let causes: Vec<_> = causes(graph, signs).collect();
    // Mostly nobody was asked anything before: what many must leave out is worth less.
    offers.weigh(|page| chance(graph, known, page));
    let mut ranked = offers.ranked();
    ranked.retain(|offer| {
        is_a(graph, Kind::Exercise, offer.page) && !is_ruled_out(graph, known, &causes, offer.page)
    });
    items(graph, known, choose(ranked, has_room).0)
}

fn pages(graph: &Graph, signs: &[Sign]) -> impl Iterator<Item = PageId> {
    graph.observations.iter().filter(|seen| signs.contains(&seen.sign)).map(|seen| seen.page)
}

fn said(graph: &Graph, page: PageId) -> impl Iterator<Item = &Relation> {
    graph.relations.iter().filter(move |r| r.from == page)
}

fn is_worth_training(kind: RelationKind) -> bool {
    matches!(kind, RelationKind::WorthStrengthening | RelationKind::WorthLoosening)
}
