//! The content turned round: from each page to whatever points at it.

use std::collections::{BTreeMap, BTreeSet};

use backwise_compiler::{Content, Facts, Statement, Target};
use backwise_graph::Kind;

/// Where something is said: a page and a passage of it.
pub type Spot = (usize, u16);

/// The content, and the ways back through it.
pub struct Index<'a> {
    pub content: &'a Content,
    /// Statements about each page.
    pub from: BTreeMap<usize, Vec<&'a Statement>>,
    /// Statements that point at each page.
    pub to: BTreeMap<usize, Vec<&'a Statement>>,
    /// Of each page, the passages elsewhere that link to it or state something about it; each once, in order of place.
    pub linked: Vec<Vec<Spot>>,
    /// Of each page, the passages that rest on it as their source; each once, in order of place.
    pub cited: Vec<Vec<Spot>>,
    /// Warning signs whose rule names each finding, or whose level rests on each source.
    pub flags: BTreeMap<usize, BTreeSet<usize>>,
}

impl<'a> Index<'a> {
    #[must_use]
    pub fn new(content: &'a Content) -> Self {
        let mut index = Self {
            content,
            from: BTreeMap::new(),
            to: BTreeMap::new(),
            linked: vec![Vec::new(); content.pages.len()],
            cited: vec![Vec::new(); content.pages.len()],
            flags: BTreeMap::new(),
        };
        index.statements();
        index.citations();
        index.rules();
        for spots in index.linked.iter_mut().chain(&mut index.cited) {
            spots.sort_unstable();
            spots.dedup();
        }
        index
    }

    fn statements(&mut self) {
        for s in &self.content.statements {
            self.from.entry(s.from).or_default().push(s);
            self.to.entry(s.to).or_default().push(s);
            // What a page says of itself its relations show already.
            if s.page != s.from {
                self.link(s.to, (s.page, s.passage));
                self.link(s.from, (s.page, s.passage));
            }
        }
        for m in &self.content.mentions {
            if let Target::Page(to) = m.to {
                self.link(to, (m.page, m.passage));
            }
        }
    }

    fn link(&mut self, to: usize, spot: Spot) {
        if spot.0 != to {
            self.linked[to].push(spot);
        }
    }

    fn citations(&mut self) {
        for citation in &self.content.citations {
            self.cited[citation.source].push((citation.page, citation.passage));
        }
    }

    fn rules(&mut self) {
        for (at, page) in self.content.of_kind(Kind::RedFlag) {
            let Facts::RedFlag { when, sources, .. } = &page.facts else { continue };
            let mut names: Vec<&str> = sources.iter().map(|(source, _)| &*source.text).collect();
            names.extend(when.iter().flat_map(|(rule, _)| rule.names()).map(|name| &*name.text));
            for name in names.iter().filter_map(|name| self.content.by_slug.get(*name)) {
                self.flags.entry(*name).or_default().insert(at);
            }
        }
    }
}
