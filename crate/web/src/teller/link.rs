//! Links to the pages of the site.

use backwise_graph::{PageId, Receipt, Word};

use super::Scene;
use crate::dom::Page;
use crate::text::{digits, joined};

/// The title of a page, leading there.
pub fn to_page(page: &mut Page, scene: &Scene, what: &str, id: PageId) {
    page.within(what, |page| {
        page.attribute("href", &address(scene, id));
        page.text(&scene.graph.page(id).title);
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

/// Links to the passages that state something.
pub fn receipts(page: &mut Page, scene: &Scene, receipts: &[Receipt]) {
    for receipt in receipts {
        page.text(" ");
        page.within("a.receipt", |page| {
            let passage = digits(usize::from(receipt.passage));
            page.attribute("href", &joined(&[&address(scene, receipt.page), "#p", &passage]));
            page.text(scene.graph.word(Word::Receipt));
        });
    }
}

fn address(scene: &Scene, id: PageId) -> String {
    let page = scene.graph.page(id);
    joined(&[scene.base, page.kind.name(), "/", &page.slug, ".html"])
}
