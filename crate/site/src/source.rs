//! A source as readers see it: the citation, where to read it, and how much of it we read ourselves.

use backwise_compiler::Facts;
use backwise_compiler::{Content, html};
use serde::Serialize;

#[derive(Serialize)]
pub struct Source {
    pub slug: String,
    pub title: String,
    /// Its page on this site.
    pub href: String,
    /// Where to read it, or nothing.
    pub url: String,
    /// How much of it we read, in words; nothing where there is nothing to read.
    pub read: &'static str,
    pub editorial: bool,
    /// What we took from it, first paragraph.
    pub summary: String,
}

/// The source on page `at`; none where that page is none.
#[must_use]
pub fn source(content: &Content, at: usize) -> Option<Source> {
    let page = &content.pages[at];
    let Facts::Source { url, read } = &page.facts else { return None };
    let url = url.as_ref().map(|url| url.text.clone()).unwrap_or_default();
    Some(Source {
        slug: page.slug.clone(),
        title: page.title.text.clone(),
        href: html::address(page)?,
        read: if url.is_empty() { "" } else { read_words(&read.text) },
        editorial: page.slug == html::EDITORIAL,
        summary: page.summary().to_owned(),
        url,
    })
}

fn read_words(read: &str) -> &'static str {
    match read {
        "full" => "We read all of it.",
        "abstract" => "We read its summary only.",
        "secondary" => "We know it from others who report it.",
        _ => "We have not read it ourselves.",
    }
}
