//! The safety matrix, for whoever reviews us: what each warning sign rests on.

use backwise_compiler::Content;
use backwise_compiler::Facts;
use backwise_compiler::matrix::{self, Journeys, Row};
use serde::Serialize;

use crate::view::Link;

/// One warning sign.
#[derive(Serialize)]
pub struct Sign {
    pub link: Link,
    pub level: &'static str,
    pub sources: Vec<Given>,
    pub questions: Vec<Asked>,
    /// How many people it was tried on who must be told it.
    pub people: usize,
}

/// A source, and the level that it gives.
#[derive(Serialize)]
pub struct Given {
    pub link: Link,
    pub level: &'static str,
}

/// A question, and what of its answers counts.
#[derive(Serialize)]
pub struct Asked {
    pub ask: String,
    pub findings: Vec<Link>,
}

/// Every warning sign, the most urgent first.
#[must_use]
pub fn matrix(content: &Content, journeys: &Journeys) -> Vec<Sign> {
    let rows = matrix::rows(content, journeys);
    rows.iter().filter_map(|row| sign(content, row)).collect()
}

fn sign(content: &Content, row: &Row) -> Option<Sign> {
    let sources = row.sources.iter().filter_map(|(at, level)| {
        Some(Given { link: Link::to(content, *at)?, level: level.name() })
    });
    Some(Sign {
        link: Link { title: row.page.title.text.clone(), href: row.address.clone()? },
        level: row.level.name(),
        sources: sources.collect(),
        questions: questions(content, row),
        people: row.journeys.iter().map(|(_, n)| n).sum(),
    })
}

/// The findings of a rule, under the questions that ask for them.
fn questions(content: &Content, row: &Row) -> Vec<Asked> {
    let mut questions: Vec<Asked> = Vec::new();
    for (finding, asker) in &row.findings {
        let Some(ask) = asker.and_then(|at| ask(content, at)) else { continue };
        let link = content.by_slug.get(&finding.text).and_then(|at| Link::to(content, *at));
        match questions.iter_mut().find(|asked| asked.ask == ask) {
            Some(asked) => asked.findings.extend(link),
            None => questions.push(Asked { ask, findings: link.into_iter().collect() }),
        }
    }
    questions
}

fn ask(content: &Content, at: usize) -> Option<String> {
    match &content.pages[at].facts {
        Facts::Question { ask, .. } => Some(ask.text.clone()),
        Facts::Symptom { ask, .. } | Facts::Risk { ask, .. } => {
            ask.as_ref().map(|ask| ask.text.clone())
        }
        _ => None,
    }
}
