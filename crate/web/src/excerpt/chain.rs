//! Relations that follow on each other, as a line of text.

use backwise_graph::{PageId, Relation, RelationKind, Word};

use super::Links;
use crate::dom::Page;

/// Draws relations; where one does not begin with the end of the one before, a new line does.
pub fn chain(page: &mut Page, links: Links, chain: &[Relation]) {
    let mut end: Option<PageId> = None;
    page.within("ul.chain", |page| {
        for relation in chain {
            page.within("li.chain-step", |page| {
                // A repeated name is for those who hear the lines; the eye follows them down.
                let node =
                    if end == Some(relation.from) { "span.chain-again" } else { "span.chain-from" };
                page.leaf(node, &links.graph.page(relation.from).title);
                page.text(" ");
                page.within("span.chain-relation", |page| {
                    page.text(links.graph.word(word(relation.kind)));
                    links.receipts(page, &relation.receipts);
                });
                page.text(" ");
                page.leaf("span.chain-to", &links.graph.page(relation.to).title);
            });
            end = Some(relation.to);
        }
    });
}

/// How a chain reads a relation. Those that never stand in one are read as leading on.
fn word(kind: RelationKind) -> Word {
    match kind {
        RelationKind::LeadsTo
        | RelationKind::Shows
        | RelationKind::AvoidWith
        | RelationKind::PartOf
        | RelationKind::TestedBy
        | RelationKind::See => Word::LeadsTo,
        RelationKind::MayGoWith => Word::MayGoWith,
        RelationKind::WorthStrengthening => Word::WorthStrengthening,
        RelationKind::WorthLoosening => Word::WorthLoosening,
        RelationKind::Raises => Word::Raises,
        RelationKind::Strains => Word::Strains,
        RelationKind::Tightens => Word::Tightens,
        RelationKind::Weakens => Word::Weakens,
        RelationKind::Stiffens => Word::Stiffens,
        RelationKind::Strengthens => Word::Strengthens,
        RelationKind::Stretches => Word::Stretches,
        RelationKind::Mobilises => Word::Mobilises,
        RelationKind::Eases => Word::Eases,
    }
}
