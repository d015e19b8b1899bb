//! Links to the pages of the site.

use backwise_graph::{PageId, Receipt, Relation, Word};

use super::Scene;
use crate::dom::Page;

/// The title of a page, leading there.
pub fn to_page(page: &mut Page, scene: &Scene, what: &str, id: PageId) {
    scene.links().to_page(page, what, id);
}

/// Links to the passages that state something.
pub fn receipts(page: &mut Page, scene: &Scene, receipts: &[Receipt]) {
    scene.links().receipts(page, receipts);
}

/// Looks at oneself that may tell more.
pub fn tests(page: &mut Page, scene: &Scene, tests: &[Relation]) {
    if tests.is_empty() {
        return;
    }
    page.within("section.section", |page| {
        page.leaf("h3.section-title", scene.graph.word(Word::TestsTitle));
        page.leaf("p", scene.graph.word(Word::TestsText));
        page.within("ul.signs", |page| {
            for test in tests {
                page.within("li", |page| {
                    to_page(page, scene, "a", test.to);
                    receipts(page, scene, &test.receipts);
                });
            }
        });
    });
}

/// Who can help.
pub fn see(page: &mut Page, scene: &Scene, professionals: &[PageId]) {
    if professionals.is_empty() {
        return;
    }
    page.within("section.section", |page| {
        page.leaf("h3.section-title", scene.graph.word(Word::SeeTitle));
        page.within("ul.signs", |page| {
            for id in professionals {
                page.within("li", |page| to_page(page, scene, "a", *id));
            }
        });
    });
}
