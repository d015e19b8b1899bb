//! All pages, linked: what a compiler hands to whoever checks, lowers or prints them.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use backwise_graph::{Kind, RelationKind};

use crate::body_map::BodyMap;
use crate::date::Date;
use crate::page::Page;
use crate::strength::{Scales, Strength};
use crate::suggest::did_you_mean;

/// All pages and what they say of each other.
pub struct Content {
    /// The pages, in order of path; shared with whoever compiles the folder again.
    pub pages: Vec<Arc<Page>>,
    /// The page with each id.
    pub by_slug: HashMap<String, usize>,
    /// Ids of files that could not be read: a link to one is no fault of its own.
    pub unreadable: BTreeSet<String>,
    /// Every typed link, in order of place.
    pub statements: Vec<Statement>,
    /// Every plain link, in order of place.
    pub mentions: Vec<Mention>,
    /// Every doubt.
    pub disputes: Vec<Dispute>,
    /// Every footnote that names a source, in order of place.
    pub citations: Vec<Citation>,
    /// What words of strength are worth.
    pub scales: Scales,
    /// Drawings of questions, in order of path.
    pub body_maps: Vec<BodyMap>,
}

/// One typed link: `from` says `kind` of `to`.
#[derive(Clone)]
pub struct Statement {
    /// The page spoken of.
    pub from: usize,
    /// The relation.
    pub kind: RelationKind,
    /// The page pointed at.
    pub to: usize,
    /// How strong, as written.
    pub strength: Option<Strength>,
    /// What that is worth; for `raises` an odds ratio, else 0 to 1.
    pub value: f64,
    /// The page it is written on.
    pub page: usize,
    /// The passage there, from 1.
    pub passage: u16,
    /// The link's bytes.
    pub span: Range<usize>,
    /// The source pages behind it.
    pub sources: Vec<usize>,
}

/// One plain link.
#[derive(Clone)]
pub struct Mention {
    /// The page it is written on.
    pub page: usize,
    /// The passage there, from 1.
    pub passage: u16,
    /// The link's bytes.
    pub span: Range<usize>,
    /// What is mentioned.
    pub to: Target,
}

/// What a plain link names.
#[derive(Clone, Copy)]
pub enum Target {
    /// `[[rhomboids]]`: a page.
    Page(usize),
    /// `[[fatigue-slump strains rhomboids]]`: a relation that is stated elsewhere.
    Relation(usize, RelationKind, usize),
}

/// A passage that doubts a relation.
#[derive(Clone)]
pub struct Dispute {
    /// The page it is written on.
    pub page: usize,
    /// The passage there, from 1.
    pub passage: u16,
    /// The relation doubted.
    pub from: usize,
    /// The relation doubted.
    pub kind: RelationKind,
    /// The relation doubted.
    pub to: usize,
    /// The source pages behind the doubt.
    pub sources: Vec<usize>,
}

/// A passage that rests on a source.
#[derive(Clone, Copy)]
pub struct Citation {
    /// The page it is written on.
    pub page: usize,
    /// The passage there, from 1.
    pub passage: u16,
    /// The source page.
    pub source: usize,
}

impl Content {
    /// The day on which the first page is to be looked over again.
    #[must_use]
    pub fn review(&self) -> Option<Date> {
        self.pages.iter().filter_map(|page| page.review.as_ref()).map(|(day, _)| *day).min()
    }

    /// The page with this id, if it is of one of `kinds`.
    #[must_use]
    pub fn find(&self, slug: &str, kinds: &[Kind]) -> Option<usize> {
        let at = *self.by_slug.get(slug)?;
        kinds.contains(&self.pages[at].kind).then_some(at)
    }

    /// Pages of one kind, with their index.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (usize, &Page)> {
        let pages = self.pages.iter().map(AsRef::as_ref).enumerate();
        pages.filter(move |(_, page)| page.kind == kind)
    }

    /// Where this relation is stated first, if it is.
    #[must_use]
    pub fn stated(&self, from: usize, kind: RelationKind, to: usize) -> Option<&Statement> {
        self.statements.iter().find(|s| (s.from, s.kind, s.to) == (from, kind, to))
    }

    /// "Did you mean …" among ids of these kinds.
    #[must_use]
    pub fn suggest(&self, slug: &str, kinds: &[Kind]) -> String {
        let fitting =
            self.pages.iter().filter(|p| kinds.contains(&p.kind)).map(|p| p.slug.as_str());
        let names: Vec<_> = kinds.iter().map(|k| k.name()).collect();
        let otherwise = match kinds.len() == Kind::ALL.len() {
            true => "write that page".to_owned(),
            false => format!("write it as a page in {}", names.join(" or ")),
        };
        did_you_mean(slug, fitting, &otherwise)
    }
}
