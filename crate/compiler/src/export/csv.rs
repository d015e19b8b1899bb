//! The graph as two tables, in the form of RFC 4180.

use super::{claim_id, claims, node_id, place, written};
use crate::claim::Claim;
use crate::content::Content;
use crate::page::Page;
use crate::yaml::Spot;

/// Every node, a row each.
#[must_use]
pub fn nodes(content: &Content, root: &str) -> String {
    let head = ["id", "kind", "title", "also", "summary", "page", "checked", "wikidata", "icd-11"];
    let rows = super::nodes(content).map(|(page, address)| node(page, format!("{root}{address}")));
    table(&head, rows)
}

/// Every claim, a row each.
#[must_use]
pub fn relations(content: &Content, root: &str) -> String {
    let head =
        ["id", "from", "relation", "to", "strength", "value", "sources", "stated", "doubted"];
    table(&head, claims(content).iter().map(|claim| relation(content, root, claim)))
}

fn table<const N: usize>(head: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let rows = rows.map(|row| line(&row));
    [line(&head.map(str::to_owned))].into_iter().chain(rows).collect()
}

fn line(cells: &[String]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| quoted(cell)).collect();
    cells.join(",") + "\r\n"
}

fn quoted(cell: &str) -> String {
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

fn node(page: &Page, address: String) -> [String; 9] {
    let also: Vec<_> = page.also.iter().map(|name| name.text.as_str()).collect();
    let text = |id: &Option<Spot>| id.as_ref().map(|id| id.text.clone()).unwrap_or_default();
    [
        node_id(page),
        page.kind.name().to_owned(),
        page.title.text.clone(),
        also.join("; "),
        page.summary().to_owned(),
        address,
        page.checked.map(|day| day.to_string()).unwrap_or_default(),
        text(&page.identity.wikidata),
        text(&page.identity.icd_11),
    ]
}

fn relation(content: &Content, root: &str, claim: &Claim) -> [String; 9] {
    let end = |at: usize| node_id(&content.pages[at]);
    let at = |page, passage| Some(format!("{root}{}", place(content, page, passage)?));
    let sources: Vec<_> = claim.sources().iter().map(|at| end(*at)).collect();
    let stated: Vec<_> = claim.stated.iter().filter_map(|s| at(s.page, s.passage)).collect();
    let doubted: Vec<_> = claim.doubted.iter().filter_map(|d| at(d.page, d.passage)).collect();
    [
        claim_id(content, claim.from, claim.kind, claim.to),
        end(claim.from),
        claim.kind.name().to_owned(),
        end(claim.to),
        claim.strength().map(|(strength, _)| written(strength)).unwrap_or_default(),
        claim.strength().map(|(_, value)| value.to_string()).unwrap_or_default(),
        sources.join(" "),
        stated.join(" "),
        doubted.join(" "),
    ]
}
