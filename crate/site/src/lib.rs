//! The pages of the site: graph and passages in, files out.
//!
//! 1. [`index`] turns the content round: who points at a page, which rule names it, what rests on a source.
//! 2. [`node`] is what the page of one node shows; [`relation`], [`rule`] and [`source`] are its parts.
//!    [`graph`] draws what is around it.
//! 3. [`safety`] is what shows when no script runs: the warning signs, by urgency and by screen.
//!    [`paper`] is all of the checker as far as paper goes.
//! 4. [`listing`] groups the nodes of a kind, and [`choice`] narrows exercises down; [`matrix`] says what each warning sign rests on.
//! 5. [`coverage`] shows what the pages must hold, and which of them does; [`hazard`] what could hurt a reader.
//! 6. [`overview`] counts kinds and relations, [`ledger`] lists every claim; the compiler's export writes the same as data.
//! 7. [`picture`] draws the exercises, [`play`] says how they go on the clock. [`card`] is what others show beside a
//!    link, [`raster`] makes PNG of it.
//! 8. [`search`] writes down what pages are looked for by.
//! 9. [`embed`] is for whoever wants the checker on a page of their own.
//! 10. [`hosting`] is for whoever serves it.
//! 11. [`press`] puts each of them into a template; [`linked`] and [`found`] say what they are to programs that look for pages.
//!
//! Every link is relative, so the folder works below any address and straight from a disk.
//! Every page is whole without a script. Same content, same bytes.

pub mod card;
pub mod choice;
pub mod coverage;
pub mod embed;
pub mod found;
pub mod graph;
pub mod hazard;
pub mod help;
pub mod hosting;
pub mod index;
pub mod ledger;
pub mod linked;
pub mod listing;
pub mod matrix;
pub mod node;
pub mod overview;
pub mod paper;
pub mod picture;
pub mod play;
pub mod played;
pub mod press;
pub mod raster;

pub mod relation;
pub mod rule;
pub mod safety;
pub mod search;
pub mod source;
pub mod view;

use backwise_compiler::matrix::Journeys;
use backwise_compiler::{Content, Facts, export};
use backwise_graph::{Graph, Kind};
use minijinja::context;
use minijinja::value::{Serde, Value};
use rayon::prelude::*;

use crate::index::Index;
use crate::node::Node;
use crate::played::{Example, Score};
use crate::press::Press;

/// One file of the site.
pub struct File {
    /// Where it goes, below the root of the site, with `/` between its parts.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What a site may choose.
pub struct Settings {
    /// Its name.
    pub name: String,
    /// Where it will be, with a `/` at its end; without it no page knows, and what needs to is left out.
    pub base: Option<String>,
    /// Whether pages can be searched: that takes a script beside them.
    pub search: bool,
    /// Whether it is an app: that takes a worker and a script beside the pages.
    pub app: bool,
    /// What the checker promises, for a page where readers try it; without them there is none. It takes a module
    /// and a script beside the pages.
    pub laws: Vec<&'static str>,
    /// The journeys it was tried with; without them the safety matrix has no such column.
    pub journeys: Journeys,
    /// Somebody's answers and what they are told, to show the reasoning at work.
    pub example: Option<Example>,
    /// How often published cases are told what they should be.
    pub score: Option<Score>,
}

impl Default for Settings {
    fn default() -> Self {
        let (base, search, app, laws, journeys, example, score) = Default::default();
        Self { name: "Backwise".to_owned(), base, search, app, laws, journeys, example, score }
    }
}

/// Makes all files of the site and gives each away at once, in no order and from several threads, so that
/// nobody need hold them all. `hash` is the content hash of the graph, as readers may quote it.
///
/// # Errors
/// The first that `put` gives back; no more files are made then.
///
/// # Panics
/// When a template names what it is not given: a fault of ours that the tests find, whatever the content.
pub fn render<E: Send>(
    content: &Content,
    graph: &Graph,
    hash: u64,
    site: &Settings,
    put: &(impl Fn(File) -> Result<(), E> + Sync),
) -> Result<(), E> {
    let index = Index::new(content);
    let review =
        content.pages.iter().filter_map(|page| page.review.as_ref()).map(|(day, _)| *day).min();
    let press = Press::new(graph, hash, site, review, safety::screens(&index, graph));
    let node = |(at, page)| {
        let printed = node_page(&index, &press, site, at).into_iter();
        // Whoever shows it asks for its whole address, which only a site that knows its own can say.
        let card = site.base.as_ref().and_then(|_| card::of_page(&press, site, page));
        printed.chain(picture::files(page)).chain(card).try_for_each(put)
    };
    let rest = || rest(&index, graph, &press, site).into_par_iter().try_for_each(put);
    let (nodes, (rest, data)) = rayon::join(
        || content.pages.par_iter().enumerate().try_for_each(node),
        || rayon::join(rest, || data(content, site).try_for_each(put)),
    );
    nodes.and(rest).and(data)
}

/// The pages about many nodes or none, and what leads to pages.
fn rest(index: &Index, graph: &Graph, press: &Press, site: &Settings) -> Vec<File> {
    let mut files = sheets(index, graph, press, &site.journeys);
    files.extend(embed::files(index, graph, press, site));
    if !site.laws.is_empty() {
        files.push(press.print("proof.html", "proof.html", context! { laws => Serde(&site.laws) }));
    }
    if site.app {
        files.push(press.print("install.html", "install.html", context! {}));
    }
    if site.search {
        files.push(press.print("search.html", "search.html", context! {}));
        files.extend(search::files(index, graph, &files));
    }
    files.extend(found::files(index.content, &files, site));
    files.push(card::own(press, site));
    files
}

fn node_page(index: &Index, press: &Press, site: &Settings, at: usize) -> Option<File> {
    let node = node::node(index, at)?;
    let linked = linked::linked(&index.content.pages[at], &node, site);
    let with = context! { node => Serde(&node), linked };
    let printed = match index.content.pages[at].kind {
        Kind::Article => press.print(&node.path, "article.html", with),
        Kind::About => about_page(index, press, site, &node, at, with),
        _ => press.print(&node.path, "node.html", with),
    };
    Some(printed)
}

/// The text about us that the score belongs to.
const SCORED: &str = "safety-score";

/// A text about us, with what was played for it where it asks for that.
fn about_page(
    index: &Index,
    press: &Press,
    site: &Settings,
    node: &Node,
    at: usize,
    with: Value,
) -> File {
    let page = &index.content.pages[at];
    let has_answers = matches!(&page.facts, Facts::About { yes, .. } if !yes.is_empty());
    let example = site.example.as_ref().filter(|_| has_answers);
    let example = Serde(example.map(|example| played::shown(index.content, example)));
    let score = Serde(site.score.as_ref().filter(|_| page.slug == SCORED));
    let others = Serde(listing::about(index));
    let with = context! { example, score, others, ..with };
    press.print(&node.path, "about-page.html", with)
}

/// The pages that are about many nodes, or about none.
fn sheets(index: &Index, graph: &Graph, press: &Press, journeys: &Journeys) -> Vec<File> {
    let (articles, levels) = (Serde(listing::articles(index)), Serde(help::levels(index, graph)));
    let texts = Serde(listing::about(index));
    let signs = Serde(matrix::matrix(index.content, journeys));
    let sheet = |name: &str, with: Value| press.print(name, name, with);
    let ledger = ledger::sheets(index.content);
    let choices = choice::choices(index);
    let groups = Serde(listing::exercises(index, &choices));
    let mut sheets: Vec<_> = ledger.par_iter().map(|sheet| ledger_sheet(press, sheet)).collect();
    let total = ledger::total(&ledger);
    sheets.extend([
        sheet("ledger.html", context! { sheets => Serde(&ledger), total => Serde(total) }),
        sheet("graph.html", context! { overview => Serde(overview::overview(index)) }),
        sheet("data.html", context! {}),
        sheet("index.html", context! { articles, tests => Serde(listing::self_tests(index)) }),
        sheet("check.html", context! {}),
        sheet("help.html", context! { levels }),
        sheet("paper.html", context! { paper => Serde(paper::paper(index, graph)) }),
        sheet("exercises.html", context! { groups, choices => Serde(&choices) }),
        sheet("causes.html", context! { groups => Serde(listing::causes(index)) }),
        sheet("everything.html", context! { groups => Serde(listing::everything(index)) }),
        sheet("sources.html", context! { sources => Serde(listing::sources(index)) }),
        sheet("safety-matrix.html", context! { signs, tried => !journeys.is_empty() }),
        sheet("about.html", context! { texts, review => Serde(listing::review(index)) }),
        sheet("coverage.html", context! { lists => Serde(coverage::lists(index)) }),
        sheet("hazards.html", context! { log => Serde(hazard::log(index)) }),
        sheet("404.html", context! {}),
    ]);
    sheets
}

fn ledger_sheet(press: &Press, sheet: &ledger::Sheet) -> File {
    let path = format!("ledger/{}.html", sheet.slug);
    press.print(&path, "ledger-sheet.html", context! { sheet => Serde(sheet) })
}

/// The graph as files for other programs.
fn data(content: &Content, site: &Settings) -> impl Iterator<Item = File> {
    let root = site.base.as_deref().unwrap_or("../");
    let files = export::files(content, root);
    files.map(|(name, text)| File { path: format!("data/{name}"), bytes: text.into_bytes() })
}
