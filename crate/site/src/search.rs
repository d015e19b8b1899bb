//! What the search in the browser knows of the pages: their names in one file, which is fetched first and is
//! small, and what they say in another. Both are plain rows; the browser makes its index of them.

use std::collections::BTreeMap;

use backwise_compiler::markdown::Block;
use backwise_compiler::{Facts, Page, html};
use backwise_graph::{Graph, Kind, Urgency, Word};
use serde::Serialize;

use crate::File;
use crate::index::Index;
use crate::listing::{KINDS, kind_title};
use crate::rule::level_alone;

/// What is looked through at once.
#[derive(Serialize)]
struct Names<'a> {
    /// How readers see each urgency named.
    levels: BTreeMap<&'static str, &'a str>,
    shelves: Vec<Shelf>,
}

/// What is looked through as soon as it has come.
#[derive(Serialize)]
struct Words {
    /// Of each page of the names, in their order: how it begins, and what else it may be found by.
    texts: Vec<(String, String)>,
    /// Pages that are looked for less often.
    shelves: Vec<Shelf>,
}

/// Pages of one folder.
#[derive(Serialize)]
struct Shelf {
    title: &'static str,
    /// The folder with a `/` at its end, or nothing.
    folder: String,
    pages: Vec<Row>,
}

/// A page: the name of its file, its title, its other names, and the urgency that it speaks of.
type Row = (String, String, String, &'static str);

/// The pages about many nodes, and what they hold, are found by their own titles.
const SHEETS: &str = "Overviews";
const LEDGER: &str = "What we claim, sheet by sheet";
/// They are shown when nothing is found, or search themselves.
const LEFT_OUT: [&str; 3] = ["404.html", "index.html", "search.html"];

/// Both files, made for the pages of nodes and for these beside them.
///
/// # Panics
/// Never: rows of text can be written.
#[must_use]
pub fn files(index: &Index, graph: &Graph, beside: &[File]) -> [File; 2] {
    let nodes = KINDS.iter().map(|kind| nodes(index, *kind));
    let (rows, texts): (Vec<_>, Vec<_>) = nodes.unzip();
    let name = |level: &Urgency| Word::from_name(&format!("level-{}", level.name()));
    let levels = Urgency::ALL.iter().filter_map(|l| Some((l.name(), graph.word(name(l)?))));
    let mut shelves = rows;
    shelves.push(sheets(beside, SHEETS, ""));
    let names = Names { levels: levels.collect(), shelves };
    let texts = texts.into_iter().flatten().collect();
    let (sources, _) = self::nodes(index, Kind::Source);
    let words = Words { texts, shelves: vec![sources, sheets(beside, LEDGER, "ledger/")] };
    [file("search/names.json", &names), file("search/words.json", &words)]
}

fn file(path: &str, rows: &impl Serialize) -> File {
    let bytes = serde_json::to_vec(rows).expect("rows of text can be written");
    File { path: path.to_owned(), bytes }
}

fn nodes(index: &Index, kind: Kind) -> (Shelf, Vec<(String, String)>) {
    let of_kind = index.content.of_kind(kind).map(|(_, page)| page);
    let pages: Vec<_> = of_kind.filter(|page| html::address(page).is_some()).collect();
    let row = |page: &&Page| {
        let also: Vec<_> = page.also.iter().map(|name| name.text.as_str()).collect();
        (page.slug.clone(), page.title.text.clone(), also.join(", "), level(index, page))
    };
    let shelf = Shelf {
        title: kind_title(kind),
        folder: format!("{}/", kind.name()),
        pages: pages.iter().map(row).collect(),
    };
    (shelf, pages.iter().map(|page| text(page)).collect())
}

fn level(index: &Index, page: &Page) -> &'static str {
    let level = match page.facts {
        Facts::RedFlag { level, .. } => Some(level),
        _ => level_alone(index.content, &page.slug),
    };
    level.map_or("", Urgency::name)
}

/// How a page begins, and its questions and headings.
fn text(page: &Page) -> (String, String) {
    let asked = match &page.facts {
        Facts::Symptom { ask, help, .. } | Facts::Risk { ask, help, .. } => [ask, help],
        _ => [&None, &None],
    };
    let asked = asked.into_iter().flatten().map(|spot| spot.text.as_str());
    let headings = page.document.passages.iter();
    let headings = headings.filter(|p| matches!(p.block, Block::Heading(_))).map(|p| &*p.text);
    let begins = match &page.facts {
        Facts::Article { description, .. } => &description.text,
        _ => page.summary(),
    };
    (begins.to_owned(), asked.chain(headings).collect::<Vec<_>>().join(" "))
}

/// The pages of a folder that are no nodes, by the titles they were printed with.
fn sheets(pages: &[File], title: &'static str, folder: &str) -> Shelf {
    let row = |page: &File| {
        let slug = page.path.strip_prefix(folder)?.strip_suffix(".html")?;
        let is_one = !slug.contains('/') && !LEFT_OUT.contains(&&*page.path);
        let text = std::str::from_utf8(&page.bytes).ok()?;
        let (_, rest) = text.split_once("<title>")?;
        let (title, _) = rest.split_once(" · ")?;
        is_one.then(|| (slug.to_owned(), title.to_owned(), String::new(), ""))
    };
    let pages = pages.iter().filter_map(row).collect();
    Shelf { title, folder: folder.to_owned(), pages }
}
