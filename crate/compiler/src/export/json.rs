//! Every node and every claim as JSON, with the passages that state or doubt it.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::{LICENCE, LICENCE_NAME, claim_id, claims, node_id, nodes, place, written};
use crate::claim::Claim;
use crate::content::{Content, Dispute, Statement};
use crate::facts::Facts;
use crate::page::Page;

/// The whole graph. Same content, same text.
///
/// # Panics
/// Never: values can be written.
#[must_use]
pub fn print(content: &Content) -> String {
    let claims = claims(content);
    let graph = Graph {
        format: "backwise-graph",
        version: 2,
        licence: LICENCE_NAME,
        licence_address: LICENCE,
        nodes: Each(|| nodes(content).map(|(page, address)| node(page, &address))),
        relations: Each(|| claims.iter().map(|claim| relation(content, claim))),
    };
    serde_json::to_string(&graph).expect("values can be written")
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Graph<N: Serialize, R: Serialize> {
    format: &'static str,
    version: u8,
    licence: &'static str,
    licence_address: &'static str,
    nodes: N,
    relations: R,
}

/// A list whose items are made one by one, each when it is written.
pub(super) struct Each<F>(pub F);

impl<F: Fn() -> I, I: Iterator<Item = Value>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

fn node(page: &Page, address: &str) -> Value {
    let mut node = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() && value != "" && value != json!([]) {
            node.insert(key.to_owned(), value);
        }
    };
    let also: Vec<_> = page.also.iter().map(|name| name.text.as_str()).collect();
    put("id", node_id(page).into());
    put("kind", page.kind.name().into());
    put("title", page.title.text.clone().into());
    put("also", json!(also));
    put("summary", page.summary().into());
    put("page", address.into());
    put("wikidata", json!(page.identity.wikidata.as_ref().map(|id| &id.text)));
    put("icd-11", json!(page.identity.icd_11.as_ref().map(|id| &id.text)));
    put("checked", json!(page.checked.map(|day| day.to_string())));
    put("review", json!(page.review.as_ref().map(|(day, _)| day.to_string())));
    match &page.facts {
        Facts::RedFlag { level, when, sources, .. } => {
            put("level", level.name().into());
            put("when", json!(when.as_ref().map(|(_, span)| &page.text[span.clone()])));
            let says = |(source, level): &(_, _)| -> (String, Value) { pair(source, level) };
            put("says", Value::Object(sources.iter().map(says).collect()));
        }
        Facts::Source { url, read } => {
            put("url", json!(url.as_ref().map(|url| &url.text)));
            put("read", read.text.clone().into());
        }
        _ => {}
    }
    Value::Object(node)
}

fn pair(source: &crate::yaml::Spot, level: &crate::yaml::Spot) -> (String, Value) {
    (format!("urn:backwise:source:{}", source.text), level.text.clone().into())
}

fn ids(content: &Content, pages: &[usize]) -> Vec<String> {
    pages.iter().map(|at| node_id(&content.pages[*at])).collect()
}

fn relation(content: &Content, claim: &Claim) -> Value {
    let strength = claim.strength();
    let stated = |s: &&Statement| receipt(content, s.page, s.passage, &s.sources);
    let doubted = |d: &&Dispute| receipt(content, d.page, d.passage, &d.sources);
    json!({
        "id": claim_id(content, claim.from, claim.kind, claim.to),
        "from": node_id(&content.pages[claim.from]),
        "relation": claim.kind.name(),
        "to": node_id(&content.pages[claim.to]),
        "strength": strength.map(|(as_written, _)| written(as_written)),
        "value": strength.map(|(_, value)| value),
        "stated": claim.stated.iter().map(stated).collect::<Vec<_>>(),
        "doubted": claim.doubted.iter().map(doubted).collect::<Vec<_>>(),
    })
}

fn receipt(content: &Content, page: usize, passage: u16, sources: &[usize]) -> Value {
    json!({ "at": place(content, page, passage), "sources": ids(content, sources) })
}
