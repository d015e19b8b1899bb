//! Journeys: who somebody is, what they answer, what they must be told. Played natively and in the browser.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use backwise_checker::protocol::{self, Value};
use backwise_checker::{Ask, Checker, Reply, Session};
use backwise_compiler::{Date, Source, compile};
use backwise_graph::Graph;
use serde::Deserialize;

/// One person's way through the checker.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journey {
    /// Who it is, in two sentences.
    pub who: String,
    /// Question to answer; what is missing is unsure.
    pub answers: BTreeMap<String, Value>,
    /// What they must be told.
    pub told: Told,
}

/// What a journey must end with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// How soon to get help.
    pub urgency: String,
    /// Exactly these red flags.
    pub red_flags: Vec<String>,
    /// The first causes of the list, in order.
    pub fits: Vec<String>,
    /// Whether there is anything to do at home.
    pub has_plan: bool,
    /// How many questions it takes, where that matters.
    pub asked: Option<usize>,
}

/// The journey in `tests/journey/NAME.json`.
///
/// # Panics
/// When there is none, or it is not a journey.
#[must_use]
pub fn read(name: &str) -> Journey {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("journey/{name}.json"));
    let text = fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

/// The checker on the shipped content.
///
/// # Panics
/// When the content does not compile.
#[must_use]
pub fn checker() -> Checker {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let source = Source::read(&content).expect("the content can be read");
    let today = Date::parse("2026-11-21").expect("that day exists");
    let graph = compile(&source, today).graph.expect("the content compiles");
    // Through the bytes, as the browser has it.
    let graph = graph.encode().decode().expect("what was written is read");
    Checker::new(graph).expect("the graph can be reasoned on")
}

/// Plays a journey to its end.
///
/// # Panics
/// When an answer does not fit its question.
#[must_use]
pub fn play(checker: &Checker, journey: &Journey) -> Session {
    let mut session = Session::new();
    while let Some((ask, _)) = session.next(checker) {
        let reply = reply(checker.graph(), journey, ask);
        session.answer(checker.graph(), ask, reply).expect("the journey fits the questions");
    }
    session
}

/// What they answer.
///
/// # Panics
/// When it does not fit the question.
#[must_use]
pub fn reply(graph: &Graph, journey: &Journey, ask: Ask) -> Reply {
    let id = protocol::question(graph, ask).id;
    let unsure = Value::One("unsure".into());
    protocol::reply(graph, ask, journey.answers.get(id).unwrap_or(&unsure)).expect(id)
}
