//! The warning signs for whoever has no script: by screen, as a table to print.

use backwise_graph::{FindingId, Graph, Stage, Urgency};
use serde::Serialize;

use crate::index::Index;
use crate::rule::level_alone;
use crate::view::Link;

/// A screen of signs.
#[derive(Serialize)]
pub struct Screen {
    pub stage: &'static str,
    pub ask: String,
    pub help: String,
    pub signs: Vec<Sign>,
}

#[derive(Serialize)]
pub struct Sign {
    pub title: String,
    /// Its page, or nothing.
    pub href: String,
    /// The urgency that it sets on its own, or nothing.
    pub level: &'static str,
}

/// The screens of emergency and same-day signs, in the order asked.
#[must_use]
pub fn screens(index: &Index, graph: &Graph) -> Vec<Screen> {
    let asked = graph.questions.iter();
    let safety = asked.filter(|q| matches!(q.stage, Stage::Emergency | Stage::SameDay));
    safety
        .map(|question| Screen {
            stage: question.stage.name(),
            ask: question.ask.clone(),
            help: question.help.clone(),
            signs: question.options.iter().map(|id| sign(index, graph, *id)).collect(),
        })
        .collect()
}

fn sign(index: &Index, graph: &Graph, id: FindingId) -> Sign {
    let page = graph.page(graph.finding(id).page);
    let at = index.content.by_slug.get(&page.slug);
    let link = at.and_then(|at| Link::to(index.content, *at));
    Sign {
        title: page.title.clone(),
        href: link.map(|link| link.href).unwrap_or_default(),
        level: level_alone(index.content, &page.slug).map_or("", Urgency::name),
    }
}
