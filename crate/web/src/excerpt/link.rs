//! Links to the pages of the site.

use backwise_graph::{Graph, PageId, Receipt, Word};

use crate::dom::Page;
use crate::text::{digits, joined};

/// What links are made from.
#[derive(Clone, Copy)]
pub struct Links<'a> {
    pub graph: &'a Graph,
    /// Where the site's pages are, with a slash at its end.
    pub base: &'a str,
}

impl Links<'_> {
    /// The title of a page, leading there.
    pub fn to_page(self, page: &mut Page, what: &str, id: PageId) {
        page.within(what, |page| {
            page.attribute("href", &self.address(id));
            page.text(&self.graph.page(id).title);
        });
    }

    /// Links to the passages that state something.
    pub fn receipts(self, page: &mut Page, receipts: &[Receipt]) {
        for (at, receipt) in receipts.iter().enumerate() {
            page.text(" ");
            page.within("a.receipt", |page| {
                let passage = digits(usize::from(receipt.passage));
                page.attribute("href", &joined(&[&self.address(receipt.page), "#p", &passage]));
                // The words once; further places are numbered, and named for whoever hears or points at them.
                let title = &self.graph.page(receipt.page).title;
                let (words, number) = (self.graph.word(Word::Receipt), digits(at + 1));
                let name = joined(&[words, " ", &number, ": ", title]);
                page.attribute("aria-label", &name);
                page.attribute("title", title);
                page.text(if at == 0 { words } else { &number });
            });
        }
    }

    /// Where a page is.
    #[must_use]
    pub fn address(self, id: PageId) -> String {
        let page = self.graph.page(id);
        joined(&[self.base, page.kind.name(), "/", &page.slug, ".html"])
    }
}
