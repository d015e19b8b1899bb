//! The graph as JSON, for anyone: every node, every relation, every receipt with its sources.

use serde_json::{Map, Value, json};

use crate::content::{Content, Dispute, Statement};
use crate::facts::Facts;
use crate::page::Page;

/// The whole content as one JSON value. Same content, same text.
#[must_use]
pub fn json(content: &Content) -> Value {
    json!({
        "format": "backwise-graph",
        "version": 1,
        "licence": "CC BY 4.0",
        "nodes": content.pages.iter().map(node).collect::<Vec<_>>(),
        "relations": content.statements.iter().map(|s| relation(content, s)).collect::<Vec<_>>(),
        "disputes": content.disputes.iter().map(|d| dispute(content, d)).collect::<Vec<_>>(),
    })
}

fn node(page: &Page) -> Value {
    let mut node = Map::new();
    node.insert("id".into(), page.slug.clone().into());
    node.insert("kind".into(), page.kind.name().into());
    node.insert("title".into(), page.title.text.clone().into());
    let also: Vec<_> = page.also.iter().map(|a| a.text.as_str()).collect();
    for (key, value) in [
        ("also", json!(also)),
        ("summary", json!(page.summary())),
        ("checked", json!(page.checked.map(|d| d.to_string()))),
        ("review", json!(page.review.as_ref().map(|(d, _)| d.to_string()))),
    ] {
        if !value.is_null() && value != "" && value != json!([]) {
            node.insert(key.into(), value);
        }
    }
    if let Facts::RedFlag { level, .. } = &page.facts {
        node.insert("level".into(), level.name().into());
    }
    if let Facts::Source { url: Some(url), read } = &page.facts {
        node.insert("url".into(), url.text.clone().into());
        node.insert("read".into(), read.text.clone().into());
    }
    Value::Object(node)
}

fn slugs(content: &Content, pages: &[usize]) -> Vec<String> {
    pages.iter().map(|at| content.pages[*at].slug.clone()).collect()
}

fn relation(content: &Content, s: &Statement) -> Value {
    json!({
        "from": content.pages[s.from].slug,
        "relation": s.kind.name(),
        "to": content.pages[s.to].slug,
        "strength": s.strength.as_ref().map(|_| s.value),
        "page": content.pages[s.page].path.trim_end_matches(".md"),
        "passage": format!("p{}", s.passage),
        "sources": slugs(content, &s.sources),
    })
}

fn dispute(content: &Content, d: &Dispute) -> Value {
    json!({
        "from": content.pages[d.from].slug,
        "relation": d.kind.name(),
        "to": content.pages[d.to].slug,
        "page": content.pages[d.page].path.trim_end_matches(".md"),
        "passage": format!("p{}", d.passage),
        "sources": slugs(content, &d.sources),
    })
}
