//! Everybody whom the files of a folder tell of: published cases, journeys, the people of each red flag.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use backwise_checker::protocol::{self, Value};
use backwise_checker::{Checker, Session};
use backwise_graph::Urgency;
use backwise_proof::person::{Due, Shelf};
use serde::Deserialize;

use crate::cases::case::Expected;
use crate::cases::said::Said;
use crate::cases::{self, Case, Unsaid};
use crate::journeys;

/// Somebody, and what they answer.
pub struct Somebody {
    /// The file, and who of it.
    pub name: String,
    answers: Answers,
}

enum Answers {
    /// A published case, and what holds of what it does not say.
    Case(String, Unsaid),
    /// Each question with its answer; unsure where it has none.
    Journey(Journey),
    /// The findings that are so and those left open; all others are not so.
    Person(Person),
}

#[derive(Deserialize)]
struct Journey {
    answers: BTreeMap<String, Value>,
    told: Option<Told>,
}

#[derive(Deserialize)]
struct People {
    raised: Vec<Person>,
    #[serde(default)]
    spared: Vec<Person>,
}

#[derive(Deserialize)]
struct Person {
    who: String,
    yes: Vec<String>,
    #[serde(default)]
    unsure: Vec<String>,
    told: Option<Told>,
}

#[derive(Deserialize)]
struct Told {
    urgency: String,
    red_flags: Vec<String>,
}

/// Everybody, in the order of the files.
///
/// # Errors
/// When the folder or one of its files cannot be read.
pub fn everybody(folder: &Path) -> Result<Vec<Somebody>> {
    let mut all = Vec::new();
    for file in journeys::files(folder)? {
        let reading = || format!("`{}` could not be read", file.display());
        let text = fs::read_to_string(&file).with_context(reading)?;
        let name = file.strip_prefix(folder).unwrap_or(&file).with_extension("");
        let name = name.to_string_lossy().into_owned();
        if let Ok(people) = serde_json::from_str::<People>(&text) {
            all.extend(people.raised.into_iter().chain(people.spared).map(|it| Somebody {
                name: format!("{name} ({})", it.who.trim_end_matches('.')),
                answers: Answers::Person(it),
            }));
        } else if let Ok(journey) = serde_json::from_str::<Journey>(&text) {
            all.push(Somebody { name, answers: Answers::Journey(journey) });
        } else {
            let case = |unsaid, rest: &str| Somebody {
                name: format!("{name} (the rest {rest})"),
                answers: Answers::Case(text.clone(), unsaid),
            };
            all.extend([case(Unsaid::NoSign, "no"), case(Unsaid::Unsure, "unsure")]);
        }
    }
    Ok(all)
}

impl Somebody {
    /// Asks them to the end.
    ///
    /// # Errors
    /// When what they say fits no question.
    pub fn play(&self, checker: &Checker) -> Result<Session> {
        let graph = checker.graph();
        match &self.answers {
            Answers::Journey(it) => journey(checker, &it.answers),
            Answers::Case(text, unsaid) => {
                Ok(cases::play(checker, &Case::parse(graph, "", text)?, *unsaid))
            }
            Answers::Person(it) => {
                let said = Said::read(graph, &it.yes, &it.unsure, &[])?;
                Ok(cases::play(checker, &person(said), Unsaid::No))
            }
        }
    }

    /// The same with their answers as asked by this checker, for whoever holds it to what they are to be told.
    ///
    /// # Errors
    /// As [`Self::play`], and when their file does not say what they are to be told, or that is no level.
    pub fn person(&self, checker: &Checker) -> Result<backwise_proof::Person> {
        let session = self.play(checker)?;
        let (shelf, due) = match &self.answers {
            Answers::Journey(it) => (Shelf::Journey, due(it.told.as_ref())?),
            Answers::Person(it) => (Shelf::RedFlag, due(it.told.as_ref())?),
            Answers::Case(text, unsaid) => {
                let levels = Case::parse(checker.graph(), "", text)?.expected.levels();
                let told = session.urgency(checker.graph());
                let shelf = if *unsaid == Unsaid::Unsure { Shelf::CaseUnsure } else { Shelf::Case };
                (shelf, Due::Published(*levels.start(), *levels.end(), told))
            }
        };
        Ok(backwise_proof::Person { shelf, name: self.name.clone(), due, session })
    }
}

fn due(told: Option<&Told>) -> Result<Due> {
    let told = told.context("their file does not say what they are to be told")?;
    let level = Urgency::from_name(&told.urgency);
    let level = level.with_context(|| format!("`{}` is no level", told.urgency))?;
    Ok(Due::Exactly(level, told.red_flags.clone()))
}

/// Somebody of whom nothing is expected.
fn person(said: Said) -> Case {
    let (id, who, source, family) = Default::default();
    Case { id, who, source, expected: Expected::SelfCare, family, said }
}

fn journey(checker: &Checker, answers: &BTreeMap<String, Value>) -> Result<Session> {
    let (graph, mut session) = (checker.graph(), Session::new());
    let unsure = Value::One("unsure".into());
    while let Some((ask, _)) = session.next(checker) {
        let id = protocol::question(graph, ask).id;
        let fit = |error| anyhow::anyhow!("the answer to `{id}` does not fit: {error}");
        let reply = protocol::reply(graph, ask, answers.get(id).unwrap_or(&unsure)).map_err(fit)?;
        session.answer(graph, ask, reply).expect("the reply was made for this question");
    }
    Ok(session)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use backwise_compiler::{Date, Source, compile};
    use backwise_graph::Graph;
    use backwise_proof::Record;
    use backwise_proof::report::Played;

    use super::everybody;
    use crate::played::checker;

    /// Also read back from a record, as a page has them.
    #[test]
    fn everybody_can_be_asked_and_is_told_what_their_file_says() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let source = Source::read(&root.join("content")).expect("the content can be read");
        let graph = compile(&source, Date::parse("2026-11-21").expect("that day exists")).graph;
        let checker = checker(&graph.expect("it compiles")).expect("it can be weighed");
        let all = everybody(&root.join("tests/journey")).expect("they can be read");
        let people = all.iter().map(|it| it.person(&checker).expect(&it.name)).collect();
        let record = Record { people, seed: 1, length: 9, parts: vec![7, u64::MAX] };
        let hash = Graph::hash_of(&checker.graph().encode().asking);
        let text = record.write(checker.graph(), hash);
        let back = Record::read(checker.graph(), hash, &text).expect("it was written so");
        assert_eq!((back.seed, back.length, &back.parts), (1, 9, &record.parts));
        let mut played = Played::default();
        back.people.iter().for_each(|person| played.play(&checker, person));
        assert_eq!(played.failures, [""; 0]);
        let n: u64 = played.counts.iter().flatten().sum();
        assert_eq!(n, record.people.len() as u64);
        assert!(played.counts.iter().all(|[right, ..]| *right > 0), "{:?}", played.counts);
    }

    #[test]
    fn a_record_of_another_graph_or_damaged_is_none() {
        let graph = Graph::default();
        let record = Record { people: Vec::new(), seed: 1, length: 9, parts: vec![7] };
        let text = record.write(&graph, 5);
        assert!(Record::read(&graph, 5, &text).is_some());
        assert!(Record::read(&graph, 6, &text).is_none());
        assert!(Record::read(&graph, 5, &text.replace("part", "past")).is_none());
        assert!(Record::read(&graph, 5, "").is_none());
    }
}
