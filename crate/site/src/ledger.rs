//! The claim ledger: every relation, every level of a warning sign and every share that the pages state,
//! with its strength, its sources, its date and its place. One sheet for each sense, so that none grows too long.

use backwise_compiler::claim::{Claim, claims};
use backwise_compiler::html::EDITORIAL;
use backwise_compiler::strength::{Quantity, Strength};
use backwise_compiler::{Content, Facts, Page};
use backwise_graph::{Kind, RelationKind};
use serde::Serialize;

use crate::relation::title;
use crate::view::Link;

/// All claims of one sense.
#[derive(Serialize)]
pub struct Sheet {
    /// Its name in addresses.
    pub slug: &'static str,
    pub title: &'static str,
    /// What is claimed of each page, in order of their titles.
    pub subjects: Vec<Subject>,
    pub count: Count,
}

/// What is claimed of one page.
#[derive(Serialize)]
pub struct Subject {
    pub link: Link,
    pub rows: Vec<Row>,
}

/// One claim.
#[derive(Serialize)]
pub struct Row {
    /// Its address on the sheet.
    pub id: String,
    /// The other end; without an address where that is no page.
    pub link: Link,
    /// The urgency, where a source is said to give it.
    pub level: String,
    /// How strong, as it is written: a word, or a number that somebody published.
    pub strength: String,
    /// `published` or `own`, and `doubted` where a passage doubts it.
    pub basis: String,
    /// The sources, by their short names.
    pub sources: Vec<Link>,
    /// When the page that states it was last held against its sources, or nothing.
    pub checked: String,
    /// The passages that state it.
    pub stated: Vec<Link>,
    /// The passages that doubt it.
    pub doubted: Vec<Link>,
}

/// How many claims there are, and what they rest on.
#[derive(Clone, Copy, Default, Serialize)]
pub struct Count {
    pub all: usize,
    pub published: usize,
    pub own: usize,
    pub doubted: usize,
}

/// All sheets that have a claim.
#[must_use]
pub fn sheets(content: &Content) -> Vec<Sheet> {
    let claims = claims(content);
    let of_kind = |kind: &RelationKind| {
        let rows = claims.iter().filter(|claim| claim.kind == *kind);
        let rows = rows.filter_map(|claim| Some((claim.from, relation(content, claim)?)));
        sheet(content, kind.name(), title(*kind, true), rows.collect())
    };
    let mut sheets: Vec<_> = RelationKind::ALL.iter().map(of_kind).collect();
    sheets.push(sheet(content, "levels", "How soon to get help", levels(content)));
    sheets.push(sheet(content, "shares", "How common it is", shares(content)));
    sheets.retain(|sheet| sheet.count.all > 0);
    sheets
}

/// All sheets together.
#[must_use]
pub fn total(sheets: &[Sheet]) -> Count {
    sheets.iter().map(|sheet| sheet.count).fold(Count::default(), |a, b| Count {
        all: a.all + b.all,
        published: a.published + b.published,
        own: a.own + b.own,
        doubted: a.doubted + b.doubted,
    })
}

/// A sheet of rows, each with the page it is about.
fn sheet(
    content: &Content,
    slug: &'static str,
    title: &'static str,
    mut rows: Vec<(usize, Row)>,
) -> Sheet {
    let name = |at: usize| &content.pages[at].title.text;
    rows.sort_by(|(a, one), (b, other)| {
        (name(*a), a, &one.link.title).cmp(&(name(*b), b, &other.link.title))
    });
    let n = |basis: &str| {
        rows.iter().filter(|(_, row)| row.basis.split(' ').any(|it| it == basis)).count()
    };
    let count =
        Count { all: rows.len(), published: n("published"), own: n("own"), doubted: n("doubted") };
    let mut subjects: Vec<Subject> = Vec::new();
    for (at, row) in rows {
        let Some(link) = Link::to(content, at) else { continue };
        match subjects.last_mut() {
            Some(last) if last.link.href == link.href => last.rows.push(row),
            _ => subjects.push(Subject { link, rows: vec![row] }),
        }
    }
    Sheet { slug, title, subjects, count }
}

fn relation(content: &Content, claim: &Claim) -> Option<Row> {
    let (from, to) = (&content.pages[claim.from].slug, &content.pages[claim.to].slug);
    let stated = claim.stated.iter().filter_map(|s| Link::to_passage(content, s.page, s.passage));
    let doubted = claim.doubted.iter().filter_map(|d| Link::to_passage(content, d.page, d.passage));
    let sources: Vec<_> = claim.sources().into_iter().collect();
    let first = claim.stated.first().map(|s| &content.pages[s.page]);
    Some(Row {
        id: format!("{from}--{to}"),
        link: Link::to(content, claim.to)?,
        level: String::new(),
        strength: claim.strength().map(|(strength, _)| written(strength)).unwrap_or_default(),
        basis: basis(content, &sources, !claim.doubted.is_empty()),
        sources: sources.iter().filter_map(|at| short(content, *at)).collect(),
        checked: first.map(|page| checked(page)).unwrap_or_default(),
        stated: stated.collect(),
        doubted: doubted.collect(),
    })
}

/// What each source gives as the level of each warning sign.
fn levels(content: &Content) -> Vec<(usize, Row)> {
    let mut rows = Vec::new();
    for (at, page) in content.of_kind(Kind::RedFlag) {
        let Facts::RedFlag { sources, .. } = &page.facts else { continue };
        for (name, level) in sources {
            let source = content.find(&name.text, &[Kind::Source]);
            let row = row(content, page, at, source, format!("{}--{}", page.slug, name.text));
            rows.push((at, Row { level: level.text.clone(), ..row }));
        }
    }
    rows
}

/// How common causes and risks are, and how often a symptom is there for another reason.
fn shares(content: &Content) -> Vec<(usize, Row)> {
    let mut rows = Vec::new();
    for (at, page) in content.pages.iter().enumerate() {
        let (words, quantity): (_, &Quantity) = match &page.facts {
            Facts::Cause { common, .. } => ("of people with back pain", common),
            Facts::Risk { common, .. } => ("of visitors", common),
            Facts::Symptom { otherwise: Some(otherwise), .. } => {
                ("of people with none of our causes", otherwise)
            }
            _ => continue,
        };
        let named = quantity.source.as_ref().map_or(EDITORIAL, |source| &source.text);
        let source = content.find(named, &[Kind::Source]);
        let row = row(content, page, at, source, page.slug.clone());
        let link = Link { title: words.to_owned(), href: String::new() };
        rows.push((at, Row { link, strength: written(&quantity.strength), ..row }));
    }
    rows
}

/// A claim that a page makes in its front matter.
fn row(content: &Content, page: &Page, at: usize, source: Option<usize>, id: String) -> Row {
    let sources: Vec<_> = source.into_iter().collect();
    Row {
        id,
        link: Link::default(),
        level: String::new(),
        strength: String::new(),
        basis: basis(content, &sources, false),
        sources: sources.iter().filter_map(|at| short(content, *at)).collect(),
        checked: checked(page),
        stated: Link::to(content, at).into_iter().collect(),
        doubted: Vec::new(),
    }
}

fn basis(content: &Content, sources: &[usize], is_doubted: bool) -> String {
    let is_own = sources.iter().all(|at| content.pages[*at].slug == EDITORIAL);
    let basis = if is_own { "own" } else { "published" };
    if is_doubted { format!("{basis} doubted") } else { basis.to_owned() }
}

/// A source by its short name, or the dagger.
fn short(content: &Content, at: usize) -> Option<Link> {
    let slug = &content.pages[at].slug;
    let title = if slug == EDITORIAL { "†" } else { slug };
    Some(Link { title: title.to_owned(), ..Link::to(content, at)? })
}

fn checked(page: &Page) -> String {
    page.checked.map(|day| day.to_string()).unwrap_or_default()
}

fn written(strength: &Strength) -> String {
    match strength {
        Strength::Word(word) => word.text.clone(),
        Strength::Number(number, _) => number.to_string(),
    }
}
