//! A session as the map of answers that `backwise interview --answers` plays.

use backwise_checker::{Ask, Session};
use backwise_graph::Graph;

/// The map as JSON, on one line. Ids need no escapes.
#[must_use]
pub fn answers(graph: &Graph, session: &Session) -> String {
    let entry = |(ask, reply): &(Ask, backwise_checker::Reply)| {
        let word = |finding| match ask {
            Ask::Single(_) => "yes".to_owned(),
            Ask::Screen(_) => graph.page(graph.finding(finding).page).slug.clone(),
        };
        let mut words: Vec<_> = reply.ticked.iter().map(|f| word(*f)).collect();
        if reply.rest_unsure {
            words.push("unsure".to_owned());
        }
        let list: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
        format!("\"{}\":[{}]", graph.page(ask.page(graph)).slug, list.join(","))
    };
    let entries: Vec<_> = session.given().iter().map(entry).collect();
    format!("{{{}}}", entries.join(","))
}
