//! People of whom everything is known: what is so of them, and what they must be told.
//!
//! One file of `journey/red-flag` holds the people of one red flag: those it is raised for, and those who
//! are one part short of its rule.

use std::fs;
use std::path::{Path, PathBuf};

use backwise_checker::{Ask, Checker, Session, protocol};
use backwise_graph::{FindingId, Graph, RedFlagId, Truth};
use backwise_proof::somebody::options;
use backwise_proof::{Somebody, interview};
use serde::Deserialize;

/// The people of one red flag.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// Those it is raised for, one for each way in which its rule can hold.
    pub raised: Vec<Person>,
    /// Those who come close, and whom it must spare.
    #[serde(default)]
    pub spared: Vec<Person>,
}

/// Somebody, as far as questions go.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Who it is, in a line.
    pub who: String,
    /// The findings that are so. Every other is not.
    pub yes: Vec<String>,
    /// Apart from those they are not sure of, with the other lines of their screen.
    #[serde(default)]
    pub unsure: Vec<String>,
    /// What they must be told.
    pub told: Told,
}

/// What an interview must end with.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// How soon to get help.
    pub urgency: String,
    /// Exactly these red flags, the most urgent first.
    pub red_flags: Vec<String>,
}

/// The people of every red flag, by its id, in order.
///
/// # Panics
/// When a file is not what it should be.
#[must_use]
pub fn all() -> Vec<(String, People)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("journey/red-flag");
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut files: Vec<_> =
        entries.map(|entry| entry.expect("the folder can be listed").path()).collect();
    files.sort();
    files.iter().map(read).collect()
}

fn read(file: &PathBuf) -> (String, People) {
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let people = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    (file.file_stem().unwrap_or_default().to_string_lossy().into_owned(), people)
}

impl Person {
    /// Plays their interview to its end.
    #[must_use]
    pub fn play(&self, checker: &Checker) -> Session {
        interview(checker, &self.somebody(checker.graph())).session
    }

    /// What is so of them.
    #[must_use]
    pub fn somebody(&self, graph: &Graph) -> Somebody {
        let mut truths = vec![Truth::No; graph.findings.len()];
        for (at, truth) in truths.iter_mut().enumerate() {
            let is_in =
                |list: &[String]| list.iter().any(|id| id == slug(graph, FindingId::new(at)));
            if is_in(&self.yes) {
                *truth = Truth::Yes;
            } else if is_in(&self.unsure) {
                *truth = Truth::Unsure;
            }
        }
        Somebody::new(truths)
    }
}

/// What a session comes to.
#[must_use]
pub fn told(checker: &Checker, session: &Session) -> Told {
    let graph = checker.graph();
    let id = |flag: &RedFlagId| graph.page(graph.red_flags[flag.index()].page).slug.clone();
    let triage = backwise_checker::triage::triage(graph, &|f| session.truth(f));
    Told {
        urgency: triage.urgency.name().to_owned(),
        red_flags: triage.red_flags.iter().map(id).collect(),
    }
}

/// The id of a finding.
#[must_use]
pub fn slug(graph: &Graph, finding: FindingId) -> &str {
    &graph.page(graph.finding(finding).page).slug
}

/// What was asked and answered with a yes, and the questions left open though nothing of them is unsure.
#[must_use]
pub fn said(graph: &Graph, session: &Session, somebody: &Somebody) -> (Vec<String>, Vec<String>) {
    let yes = session.given().iter().flat_map(|(_, reply)| &reply.ticked);
    let is_unsure =
        |ask: Ask| options(graph, ask).0.iter().any(|f| somebody.truth(*f) == Truth::Unsure);
    let open = session.given().iter().filter(|(ask, r)| r.rest_unsure && !is_unsure(*ask));
    (
        yes.map(|f| slug(graph, *f).to_owned()).collect(),
        open.map(|(ask, _)| protocol::question(graph, *ask).id.to_owned()).collect(),
    )
}
