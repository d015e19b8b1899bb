//! Everybody we know of, played on both sides of an edit: published cases, journeys, the people of each red flag.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use backwise_checker::protocol::{self, Value};
use backwise_checker::{Checker, Session};
use serde::Deserialize;

use crate::cases::case::Expected;
use crate::cases::said::Said;
use crate::cases::{self, Case, Outcome, Unsaid};
use crate::journeys;

/// Who is told something else.
#[derive(Default)]
pub struct Told {
    /// One line for each.
    pub lines: Vec<String>,
    /// How many of them are told less, or can no longer be asked.
    pub n_less: usize,
}

/// Plays everybody in a folder on both sides.
pub fn told(before: &Checker, after: &Checker, folder: &Path) -> Result<Told> {
    let mut told = Told::default();
    for somebody in everybody(folder)? {
        let name = &somebody.name;
        match (somebody.play(before), somebody.play(after)) {
            (Ok(old), Ok(new)) => {
                let is_less = new.urgency < old.urgency;
                told.n_less += usize::from(is_less);
                let word = if is_less { "less: " } else { "" };
                told.lines.extend(change(&old, &new).map(|it| format!("{word}{name}: {it}")));
            }
            (Ok(_), Err(error)) => {
                told.n_less += 1;
                told.lines.push(format!("{name}: can no longer be asked: {error:#}"));
            }
            (Err(_), Ok(new)) => {
                told.lines.push(format!("{name}: new, and told {}", new.urgency.name()));
            }
            // Whoever fits neither side says nothing of the edit.
            (Err(_), Err(_)) => {}
        }
    }
    Ok(told)
}

/// What differs between two outcomes: the level, the red flags, the family that comes first.
fn change(old: &Outcome, new: &Outcome) -> Option<String> {
    // In order of name: only who is there counts.
    let flags = |it: &Outcome| {
        let flags = it.named.iter().filter(|named| named.level.is_some());
        let flags: BTreeSet<_> = flags.map(|named| named.id.as_str()).collect();
        flags.into_iter().collect::<Vec<_>>().join(", ")
    };
    let first = |it: &Outcome| it.named.first().map_or(String::new(), |it| it.family.clone());
    let parts = |it: &Outcome| {
        [
            ("level", it.urgency.name().to_owned()),
            ("warning signs", flags(it)),
            ("first family", first(it)),
        ]
    };
    let (old, new) = (parts(old), parts(new));
    (old != new).then(|| super::changes(&old, &new))
}

struct Somebody {
    name: String,
    answers: Answers,
}

enum Answers {
    /// A published case, and what holds of what it does not say.
    Case(String, Unsaid),
    /// Each question with its answer; unsure where it has none.
    Journey(BTreeMap<String, Value>),
    /// The findings that are so and those left open; all others are not so.
    Person { yes: Vec<String>, unsure: Vec<String> },
}

#[derive(Deserialize)]
struct Journey {
    answers: BTreeMap<String, Value>,
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
}

/// Everybody whom the files of a folder tell of.
fn everybody(folder: &Path) -> Result<Vec<Somebody>> {
    let mut all = Vec::new();
    for file in journeys::files(folder)? {
        let reading = || format!("`{}` could not be read", file.display());
        let text = fs::read_to_string(&file).with_context(reading)?;
        let name = file.strip_prefix(folder).unwrap_or(&file).with_extension("");
        let name = name.to_string_lossy().into_owned();
        if let Ok(people) = serde_json::from_str::<People>(&text) {
            all.extend(people.raised.into_iter().chain(people.spared).map(|it| Somebody {
                name: format!("{name} ({})", it.who.trim_end_matches('.')),
                answers: Answers::Person { yes: it.yes, unsure: it.unsure },
            }));
        } else if let Ok(journey) = serde_json::from_str::<Journey>(&text) {
            all.push(Somebody { name, answers: Answers::Journey(journey.answers) });
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
    fn play(&self, checker: &Checker) -> Result<Outcome> {
        let graph = checker.graph();
        let session = match &self.answers {
            Answers::Journey(answers) => journey(checker, answers)?,
            Answers::Case(text, unsaid) => {
                cases::play(checker, &Case::parse(graph, "", text)?, *unsaid)
            }
            Answers::Person { yes, unsure } => {
                let said = Said::read(graph, yes, unsure, &[])?;
                cases::play(checker, &person(said), Unsaid::No)
            }
        };
        Ok(Outcome::of(checker, &session))
    }
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
    use serde_json::Value;

    use super::everybody;
    use crate::proof::checker;

    /// Whoever fits neither side is passed over, so on the shipped content nobody may.
    #[test]
    fn everybody_can_be_asked_and_is_told_what_their_file_says() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let source = Source::read(&root.join("content")).expect("the content can be read");
        let graph = compile(&source, Date::parse("2026-11-21").expect("that day exists")).graph;
        let checker = checker(&graph.expect("it compiles")).expect("it can be weighed");
        let journeys = root.join("tests/journey");
        for somebody in everybody(&journeys).expect("they can be read") {
            let outcome = somebody.play(&checker).expect(&somebody.name);
            let Some((file, who)) = somebody.name.split_once(" (") else { continue };
            if !file.starts_with("red-flag/") {
                continue;
            }
            let text = std::fs::read_to_string(journeys.join(file).with_extension("json"));
            let people: Value = serde_json::from_str(&text.expect(file)).expect(file);
            let lists = [&people["raised"], &people["spared"]].map(Value::as_array);
            let is_them = |it: &&Value| {
                it["who"].as_str().is_some_and(|it| who.starts_with(it.trim_end_matches('.')))
            };
            let person = lists.into_iter().flatten().flatten().find(is_them).expect(who);
            assert_eq!(person["told"]["urgency"], outcome.urgency.name(), "{}", somebody.name);
        }
    }
}
