//! What an earlier run read of pages that are as they were, so that one edit among very many costs one page.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use backwise_graph::Kind;

use crate::Compiled;
use crate::content::Content;
use crate::page::Page;
use crate::resolve::Said;
use crate::source::{File, Source};

/// An earlier run, while words of strength are worth what they were.
pub(crate) struct Known<'a> {
    before: &'a Content,
    by_path: HashMap<&'a str, &'a Arc<Page>>,
    /// Pages of which something was told: they are read again, so that it is told again.
    told: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    /// Nothing, when every page is to be read again.
    pub fn of(before: &'a Compiled, source: &Source) -> Option<Self> {
        let content = &before.content;
        let by_path = content.pages.iter().map(|page| (&*page.path, page)).collect();
        let told = before.diagnostics.iter().map(|it| &*it.place.path).collect();
        let mut scales = content.of_kind(Kind::Scale);
        let is_worth_it = scales.all(|(_, page)| source.text(&page.path) == Some(&*page.text));
        is_worth_it.then_some(Self { before: content, by_path, told })
    }

    /// Whether no page came or went, and none could be read that could not be, or the other way round: what one says
    /// of another names it by its number.
    pub fn is_among(&self, pages: &[Arc<Page>], unreadable: &BTreeSet<String>) -> bool {
        let paths = pages.iter().map(|page| &page.path);
        let is_same = paths.eq(self.before.pages.iter().map(|page| &page.path));
        is_same && *unreadable == self.before.unreadable
    }

    /// The page of this file, if all of it is as it was.
    pub fn page(&self, file: &File) -> Option<Arc<Page>> {
        let page = *self.by_path.get(&*file.path)?;
        let is_as_it_was = file.text.as_ref().is_ok_and(|text| *text == page.text);
        (is_as_it_was && !self.told.contains(&*file.path)).then(|| page.clone())
    }

    /// What the page with this number says, if it is one of [`Self::page`].
    pub fn said(&self, at: usize, page: &Arc<Page>) -> Option<Said> {
        let content = self.before;
        Arc::ptr_eq(page, &content.pages[at]).then(|| Said {
            statements: of_page(&content.statements, at, |it| it.page),
            mentions: of_page(&content.mentions, at, |it| it.page),
            disputes: of_page(&content.disputes, at, |it| it.page),
            citations: of_page(&content.citations, at, |it| it.page),
            ..Said::default()
        })
    }
}

/// The rows of one page, among rows in order of page.
fn of_page<T: Clone>(rows: &[T], at: usize, page: impl Fn(&T) -> usize) -> Vec<T> {
    let from = rows.partition_point(|row| page(row) < at);
    let to = from + rows[from..].partition_point(|row| page(row) == at);
    rows[from..to].to_vec()
}
