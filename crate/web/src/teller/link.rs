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
    for (at, receipt) in receipts.iter().enumerate() {
        page.text(" ");
        page.within("a.receipt", |page| {
            let passage = digits(usize::from(receipt.passage));
            page.attribute("href", &joined(&[&address(scene, receipt.page), "#p", &passage]));
            // The words once; further places are numbered, and named for whoever hears or points at them.
            let title = &scene.graph.page(receipt.page).title;
            let (words, number) = (scene.graph.word(Word::Receipt), digits(at + 1));
            let name = joined(&[words, " ", &number, ": ", title]);
            page.attribute("aria-label", &name);
            page.attribute("title", title);
            page.text(if at == 0 { words } else { &number });
        });
    }
}

fn address(scene: &Scene, id: PageId) -> String {
    let page = scene.graph.page(id);
    joined(&[scene.base, page.kind.name(), "/", &page.slug, ".html"])
}
