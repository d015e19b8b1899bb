//! The graph as GraphML, for programs that draw and measure graphs.

use std::fmt::Write as _;

use super::{LICENCE, claim_id, claims, node_id, nodes, written};
use crate::claim::Claim;
use crate::content::Content;
use crate::html::escape;
use crate::page::Page;

/// What nodes and edges have: id of the key, whom it is for, its type.
const KEYS: [(&str, &str, &str); 8] = [
    ("kind", "node", "string"),
    ("title", "node", "string"),
    ("wikidata", "node", "string"),
    ("icd-11", "node", "string"),
    ("relation", "edge", "string"),
    ("strength", "edge", "string"),
    ("value", "edge", "double"),
    ("sources", "edge", "string"),
];

/// The graph, each claim one edge.
#[must_use]
pub fn print(content: &Content) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    out.push_str(&format!("<desc>Backwise. {LICENCE}</desc>\n"));
    for (id, whose, of_type) in KEYS {
        out.push_str(&format!(
            "<key id=\"{id}\" for=\"{whose}\" attr.name=\"{id}\" attr.type=\"{of_type}\"/>\n"
        ));
    }
    out.push_str("<graph id=\"backwise\" edgedefault=\"directed\">\n");
    out.extend(nodes(content).map(|(page, _)| node(page)));
    out.extend(claims(content).iter().map(|claim| edge(content, claim)));
    out + "</graph>\n</graphml>\n"
}

fn node(page: &Page) -> String {
    let mut out = format!("<node id=\"{}\">", node_id(page));
    data(&mut out, "kind", page.kind.name());
    data(&mut out, "title", &page.title.text);
    for (key, id) in [("wikidata", &page.identity.wikidata), ("icd-11", &page.identity.icd_11)] {
        id.iter().for_each(|id| data(&mut out, key, &id.text));
    }
    out + "</node>\n"
}

fn edge(content: &Content, claim: &Claim) -> String {
    let end = |at: usize| node_id(&content.pages[at]);
    let id = claim_id(content, claim.from, claim.kind, claim.to);
    let (from, to) = (end(claim.from), end(claim.to));
    let mut out = format!("<edge id=\"{id}\" source=\"{from}\" target=\"{to}\">");
    data(&mut out, "relation", claim.kind.name());
    if let Some((strength, value)) = claim.strength() {
        data(&mut out, "strength", &written(strength));
        data(&mut out, "value", &value.to_string());
    }
    let sources: Vec<_> = claim.sources().iter().map(|at| end(*at)).collect();
    data(&mut out, "sources", &sources.join(" "));
    out + "</edge>\n"
}

fn data(out: &mut String, key: &str, value: &str) {
    write!(out, "<data key=\"{key}\">{}</data>", escape(value)).expect("strings take text");
}
