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
//! 11. [`Site`] makes them, all or one; [`press`] puts each of them into a template; [`linked`] and [`found`] say what they are to programs that look for pages.
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

/// A site whose files are made when they are asked for: all of them, or one.
pub struct Site<'a> {
    index: Index<'a>,
    graph: &'a Graph,
    settings: &'a Settings,
    press: Press,
}

/// What only one page shows.
type Shown = fn(&Site) -> Value;

/// The pages that are about many nodes or about none: where each goes, which is its template's name too.
const SHEETS: [(&str, Shown); 20] = [
    ("index.html", |site| {
        let articles = Serde(listing::articles(&site.index));
        context! { articles, tests => Serde(listing::self_tests(&site.index)) }
    }),
    ("check.html", |_| context! {}),
    ("help.html", |site| context! { levels => Serde(help::levels(&site.index, site.graph)) }),
    ("paper.html", |site| context! { paper => Serde(paper::paper(&site.index, site.graph)) }),
    ("exercises.html", |site| {
        let choices = choice::choices(&site.index);
        let groups = Serde(listing::exercises(&site.index, &choices));
        context! { groups, choices => Serde(choices) }
    }),
    ("causes.html", |site| context! { groups => Serde(listing::causes(&site.index)) }),
    ("everything.html", |site| context! { groups => Serde(listing::everything(&site.index)) }),
    ("sources.html", |site| context! { sources => Serde(listing::sources(&site.index)) }),
    ("graph.html", |site| context! { overview => Serde(overview::overview(&site.index)) }),
    ("data.html", |_| context! {}),
    ("ledger.html", |site| {
        let sheets = ledger::sheets(site.index.content);
        context! { total => Serde(ledger::total(&sheets)), sheets => Serde(sheets) }
    }),
    ("safety-matrix.html", |site| {
        let journeys = &site.settings.journeys;
        let signs = Serde(matrix::matrix(site.index.content, journeys));
        context! { signs, tried => !journeys.is_empty() }
    }),
    ("about.html", |site| {
        let texts = Serde(listing::about(&site.index));
        context! { texts, review => Serde(listing::review(&site.index)) }
    }),
    ("coverage.html", |site| context! { lists => Serde(coverage::lists(&site.index)) }),
    ("hazards.html", |site| context! { log => Serde(hazard::log(&site.index)) }),
    (PROOF, |site| context! { laws => Serde(&site.settings.laws) }),
    (INSTALL, |_| context! {}),
    (SEARCH, |_| context! {}),
    (embed::CHOICE, |site| embed::choice(&site.index, site.graph, &site.press)),
    ("404.html", |_| context! {}),
];

/// Pages that only some sites have.
const PROOF: &str = "proof.html";
const INSTALL: &str = "install.html";
const SEARCH: &str = "search.html";

impl<'a> Site<'a> {
    /// The site of a content and its graph. `hash` is the content hash of the graph, as readers may quote it.
    #[must_use]
    pub fn new(content: &'a Content, graph: &'a Graph, hash: u64, settings: &'a Settings) -> Self {
        let index = Index::new(content);
        let screens = safety::screens(&index, graph);
        let press = Press::new(graph, hash, settings, content.review(), screens);
        Self { index, graph, settings, press }
    }

    /// Makes all files and gives each away at once, in no order and from several threads, so that nobody need
    /// hold them all.
    ///
    /// # Errors
    /// The first that `put` gives back; no more files are made then.
    ///
    /// # Panics
    /// When a template names what it is not given: a fault of ours that the tests find, whatever the content.
    pub fn each<E: Send>(&self, put: &(impl Fn(File) -> Result<(), E> + Sync)) -> Result<(), E> {
        let pages = 0..self.index.content.pages.len();
        let of_pages = || {
            pages.into_par_iter().try_for_each(|at| self.of_page(at).into_iter().try_for_each(put))
        };
        // One after the other: together they would be held while pages are made.
        let others = || {
            self.rest().into_iter().try_for_each(put)?;
            self.data().try_for_each(put)
        };
        let (of_pages, others) = rayon::join(of_pages, others);
        of_pages.and(others)
    }

    /// The file at `path`, if the site has one; little more is made than what it takes.
    ///
    /// # Panics
    /// As [`Self::each`].
    #[must_use]
    pub fn file(&self, path: &str) -> Option<File> {
        let (_, name) = path.rsplit_once('/').unwrap_or_default();
        let stem = name.split('.').next().map(|stem| stem.trim_end_matches(picture::MOVING));
        let page = stem.and_then(|stem| self.index.content.by_slug.get(stem));
        let is_it = |file: &File| file.path == path;
        let of_page = page.and_then(|at| self.of_page(*at).into_iter().find(is_it));
        of_page
            .or_else(|| self.sheet(path))
            .or_else(|| self.rest().into_iter().find(is_it))
            .or_else(|| self.data().find(is_it))
    }

    /// The page of a node, and its pictures.
    fn of_page(&self, at: usize) -> Vec<File> {
        let page = &self.index.content.pages[at];
        let mut files: Vec<_> = node_page(self, at).into_iter().collect();
        files.extend(picture::files(page));
        // Whoever shows it asks for its whole address, which only a site that knows its own can say.
        let base = self.settings.base.as_ref();
        files.extend(base.and_then(|_| card::of_page(&self.press, self.settings, page)));
        files
    }

    fn sheet(&self, path: &str) -> Option<File> {
        let has_it = match path {
            PROOF => !self.settings.laws.is_empty(),
            INSTALL => self.settings.app,
            SEARCH => self.settings.search,
            _ => true,
        };
        let (name, with) = SHEETS.iter().find(|(name, _)| *name == path && has_it)?;
        Some(self.press.print(name, name, with(self)))
    }

    /// What is about many nodes or none, and what leads to pages.
    fn rest(&self) -> Vec<File> {
        let (content, settings) = (self.index.content, self.settings);
        let mut files: Vec<_> = SHEETS.iter().filter_map(|(path, _)| self.sheet(path)).collect();
        let ledger = ledger::sheets(content);
        files.par_extend(ledger.par_iter().map(|sheet| ledger_sheet(&self.press, sheet)));
        files.extend(embed::files(&self.index, &self.press, settings));
        if settings.search {
            files.extend(search::files(&self.index, self.graph, &files));
        }
        files.extend(found::files(content, &files, settings));
        if settings.app {
            // Nobody looks for it: the app's worker shows it in place of others.
            files.push(self.press.print("later.html", "later.html", context! {}));
        }
        files.push(card::own(&self.press, settings));
        files
    }

    /// The graph as files for other programs.
    fn data(&self) -> impl Iterator<Item = File> {
        let root = self.settings.base.as_deref().unwrap_or("../");
        let files = export::files(self.index.content, root);
        files.map(|(name, text)| File { path: format!("data/{name}"), bytes: text.into_bytes() })
    }
}

fn node_page(site: &Site, at: usize) -> Option<File> {
    let Site { index, press, settings, .. } = site;
    let node = node::node(index, at)?;
    let linked = linked::linked(&index.content.pages[at], &node, settings);
    let with = context! { node => Serde(&node), linked };
    let printed = match index.content.pages[at].kind {
        Kind::Article => press.print(&node.path, "article.html", with),
        Kind::About => about_page(site, &node, at, with),
        _ => press.print(&node.path, "node.html", with),
    };
    Some(printed)
}

/// The text about us that the score belongs to.
const SCORED: &str = "safety-score";

/// A text about us, with what was played for it where it asks for that.
fn about_page(site: &Site, node: &Node, at: usize, with: Value) -> File {
    let Site { index, press, settings, .. } = site;
    let page = &index.content.pages[at];
    let has_answers = matches!(&page.facts, Facts::About { yes, .. } if !yes.is_empty());
    let example = settings.example.as_ref().filter(|_| has_answers);
    let example = Serde(example.map(|example| played::shown(index.content, example)));
    let score = Serde(settings.score.as_ref().filter(|_| page.slug == SCORED));
    let others = Serde(listing::about(index));
    let with = context! { example, score, others, ..with };
    press.print(&node.path, "about-page.html", with)
}

fn ledger_sheet(press: &Press, sheet: &ledger::Sheet) -> File {
    let path = format!("ledger/{}.html", sheet.slug);
    press.print(&path, "ledger-sheet.html", context! { sheet => Serde(sheet) })
}
