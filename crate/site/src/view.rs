//! What templates are given: small pieces that many pages share.

use backwise_compiler::{Content, html};
use serde::Serialize;

/// A link. Its address begins at the root of the site; the template puts the way there before it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Link {
    pub title: String,
    pub href: String,
}

impl Link {
    /// A link to a page; none where a page of its kind has no address.
    #[must_use]
    pub fn to(content: &Content, at: usize) -> Option<Self> {
        let page = &content.pages[at];
        Some(Self { title: page.title.text.clone(), href: html::address(page)? })
    }

    /// A link to a passage.
    #[must_use]
    pub fn to_passage(content: &Content, at: usize, passage: u16) -> Option<Self> {
        let Self { title, href } = Self::to(content, at)?;
        Some(Self { title, href: format!("{href}#p{passage}") })
    }
}

/// Pages under one heading.
#[derive(Serialize)]
pub struct Group<T> {
    pub title: &'static str,
    /// A sentence under the heading, or nothing.
    pub text: &'static str,
    pub items: Vec<T>,
}

/// How an id of several words reads: `upper-back` as "upper back".
#[must_use]
pub fn spaced(id: &str) -> String {
    id.replace('-', " ")
}

/// Minutes as they are said: to the half.
#[must_use]
pub fn minutes(n: f32) -> String {
    let n = (n * 2.0).round().max(1.0) / 2.0;
    let unit = if (n - 1.0).abs() < f32::EPSILON { "minute" } else { "minutes" };
    format!("{n} {unit}")
}
