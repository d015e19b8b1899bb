//! The promises, each stated once.
//!
//! A law looks at an [`Interview`] with somebody of whom everything is known, and at what a few other lines would
//! have come to. Tests hold every line to some of them; `backwise prove` and the page draw a few lines for each of very many
//! interviews.

mod at_most;
mod change;
mod more;
mod red_flag;
mod stop;
mod unsure;
mod would_raise;

use backwise_checker::answered::questions;
use backwise_checker::{Ask, Session};
use backwise_graph::{FindingId, Graph, Urgency};

use crate::engine::Engine;
use crate::interview::{Interview, go_on};
use crate::somebody::{Somebody, options};

/// A promise.
pub struct Law {
    /// By what name tests and failures call it.
    pub name: &'static str,
    /// What it promises, to a reader.
    pub says: &'static str,
    /// How often it was put to the test in a trial; or where it is broken.
    pub test: fn(&Trial) -> Result<u64, Breach>,
}

/// All of them, in the order of reports.
pub const LAWS: [Law; 7] =
    [red_flag::LAW, more::LAW, unsure::LAW, stop::LAW, at_most::LAW, would_raise::LAW, change::LAW];

/// The law of this name.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn law(name: &str) -> &'static Law {
    LAWS.iter().find(|law| law.name == name).expect("only laws are named")
}

/// Where a promise is broken.
#[derive(Clone, Debug)]
pub struct Breach {
    /// The answers that show it, to be played again.
    pub session: Session,
    /// What is wrong there.
    pub why: String,
}

/// A line that can be ticked or said yes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The question that it stands in.
    pub ask: Ask,
    /// What it is about.
    pub finding: FindingId,
    /// Whether it excludes the other lines of its question.
    pub is_one: bool,
}

/// Every line of every question.
#[must_use]
pub fn lines(graph: &Graph) -> Vec<Line> {
    let of = |ask| {
        let (findings, is_one) = options(graph, ask);
        findings.into_iter().map(move |finding| Line { ask, finding, is_one })
    };
    questions(graph).flat_map(of).collect()
}

/// What a law looks at.
pub struct Trial<'a> {
    /// Who asks.
    pub engine: &'a dyn Engine,
    /// Who answers.
    pub somebody: &'a Somebody,
    /// How that went.
    pub interview: &'a Interview,
    /// The lines at which it is looked what else could have been.
    pub lines: &'a [Line],
}

impl Trial<'_> {
    fn graph(&self) -> &Graph {
        self.engine.graph()
    }

    fn session(&self) -> &Session {
        &self.interview.session
    }

    /// How soon to get help, as they were told.
    fn told(&self) -> Urgency {
        self.engine.urgency(self.session())
    }

    /// What another is asked by the same engine, as far as the urgency takes it.
    fn asked(&self, somebody: &Somebody) -> Session {
        go_on(self.engine, Session::new(), somebody)
    }

    /// The id of a finding.
    fn id(&self, finding: FindingId) -> &str {
        &self.graph().page(self.graph().finding(finding).page).slug
    }
}

/// Broken where the second is told less than the first.
fn not_less(trial: &Trial, first: Urgency, second: &Session, what: &str) -> Result<u64, Breach> {
    let then = trial.engine.urgency(second);
    if then >= first {
        return Ok(1);
    }
    let why = format!("{what} they are told {}, and {} without", then.name(), first.name());
    Err(Breach { session: second.clone(), why })
}
