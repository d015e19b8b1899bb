//! The graph for anyone: the same nodes and claims in six files, each in a form that some tool reads.
//!
//! [`json`] is the fullest. [`fact`] says the same as subject, predicate and object, which [`turtle`]
//! and [`json_ld`] write down; [`graphml`] is for programs that draw graphs, [`csv`] for tables.
//! Ids never change while a file keeps its name: `urn:backwise:cause:fatigue-slump`.

pub mod csv;
pub mod fact;
pub mod graphml;
pub mod json;
pub mod json_ld;
pub mod turtle;

use backwise_graph::{Kind, RelationKind};

use crate::claim::claims;
use crate::content::Content;
use crate::html;
use crate::page::Page;
use crate::strength::Strength;

/// What the words and their relations may be used under.
pub const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// Its short name.
pub const LICENCE_NAME: &str = "CC-BY-4.0";

/// How a file is written down; beside the content it is given the way to the root of the site.
type Print = fn(&Content, &str) -> String;

/// All files, by name, each written down when it is asked for. `root` leads from where they are to the root of the
/// site: `../`, or its address. Same content, same bytes.
pub fn files(content: &Content, root: &str) -> impl Iterator<Item = (&'static str, String)> {
    let all: [(_, Print); 6] = [
        ("graph.json", |content, _| json::print(content)),
        ("graph.jsonld", |content, root| json_ld::print(&fact::facts(content, root))),
        ("graph.ttl", |content, root| turtle::print(&fact::facts(content, root))),
        ("graph.graphml", |content, _| graphml::print(content)),
        ("nodes.csv", csv::nodes),
        ("relations.csv", csv::relations),
    ];
    all.into_iter().map(move |(name, print)| (name, print(content, root)))
}

/// The pages that are nodes of the published graph: those that readers can open, and that say something of backs.
pub fn nodes(content: &Content) -> impl Iterator<Item = (&Page, String)> {
    let pages = content.pages.iter().map(AsRef::as_ref).filter(|page| page.kind != Kind::About);
    pages.filter_map(|page| Some((page, html::address(page)?)))
}

/// The id of a page outside of this site.
fn node_id(page: &Page) -> String {
    format!("urn:backwise:{}:{}", page.kind.name(), page.slug)
}

/// The id of a relation between two pages.
fn claim_id(content: &Content, from: usize, kind: RelationKind, to: usize) -> String {
    let slug = |at: usize| &content.pages[at].slug;
    format!("urn:backwise:claim:{}:{}:{}", slug(from), kind.name(), slug(to))
}

/// A strength as written.
fn written(strength: &Strength) -> String {
    match strength {
        Strength::Word(word) => word.text.clone(),
        Strength::Number(number, _) => number.to_string(),
    }
}

/// The place of a passage, from the root of the site.
fn place(content: &Content, page: usize, passage: u16) -> Option<String> {
    Some(format!("{}#p{passage}", html::address(&content.pages[page])?))
}
