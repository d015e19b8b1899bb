//! The content turned round: from each page to whatever points at it.

use std::collections::{BTreeMap, BTreeSet};

use backwise_compiler::rule::Expression;
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
    /// Passages elsewhere that link to each page, or state something about it.
    pub linked: BTreeMap<usize, BTreeSet<Spot>>,
    /// Passages that rest on each source.
    pub cited: BTreeMap<usize, BTreeSet<Spot>>,
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
            linked: BTreeMap::new(),
            cited: BTreeMap::new(),
            flags: BTreeMap::new(),
        };
        index.statements();
        index.footnotes();
        index.rules();
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
            self.linked.entry(to).or_default().insert(spot);
        }
    }

    fn footnotes(&mut self) {
        for (at, page) in self.content.pages.iter().enumerate() {
            for passage in &page.document.passages {
                let sources = passage.footnotes.iter();
                for source in
                    sources.filter_map(|note| self.content.find(&note.text, &[Kind::Source]))
                {
                    self.cited.entry(source).or_default().insert((at, passage.number));
                }
            }
        }
    }

    fn rules(&mut self) {
        for (at, page) in self.content.of_kind(Kind::RedFlag) {
            let Facts::RedFlag { when, sources, .. } = &page.facts else { continue };
            let mut names: Vec<&str> = sources.iter().map(|(source, _)| &*source.text).collect();
            if let Some((rule, _)) = when {
                each_name(rule, &mut names);
            }
            for name in names.iter().filter_map(|name| self.content.by_slug.get(*name)) {
                self.flags.entry(*name).or_default().insert(at);
            }
        }
    }
}

fn each_name<'a>(rule: &'a Expression, names: &mut Vec<&'a str>) {
    match rule {
        Expression::Name(spot) => names.push(&spot.text),
        Expression::AtLeast(_, parts) => parts.iter().for_each(|part| each_name(part, names)),
    }
}
