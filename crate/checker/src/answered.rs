//! What was answered, question by question, out of what is known of each finding.
//!
//! It says the same as a session does, so that whoever is handed [`Known`] alone can write the answers down.

use backwise_graph::{FindingId, Graph, QuestionId, Truth};

use crate::known::Known;
use crate::session::{Ask, options};

/// A question that was answered: what of it is so, is not so, and is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The question.
    pub ask: Ask,
    /// What was said to be so.
    pub yes: Vec<FindingId>,
    /// What was said not to be so.
    pub no: Vec<FindingId>,
    /// What the reader was not sure of.
    pub unsure: Vec<FindingId>,
}

/// Every question there is: the screens in their order, then the single ones.
pub fn questions(graph: &Graph) -> impl Iterator<Item = Ask> + '_ {
    let screens = (0..graph.questions.len()).map(|at| Ask::Screen(QuestionId::new(at)));
    let findings = (0..graph.findings.len()).map(FindingId::new);
    // What stands on a screen is never asked by itself.
    let on_screen = |f: &FindingId| graph.questions.iter().any(|q| q.options.contains(f));
    let single = findings.filter(move |f| !graph.finding(*f).ask.is_empty() && !on_screen(f));
    screens.chain(single.map(Ask::Single))
}

/// Every question that was answered, in that order.
#[must_use]
pub fn answered(graph: &Graph, known: &Known) -> Vec<Answered> {
    let mut answered = Vec::new();
    for ask in questions(graph) {
        let with = |truth: Truth| -> Vec<FindingId> {
            let of = options(graph, &ask).0.iter().copied();
            of.filter(|finding| known.said(*finding) == Some(truth)).collect()
        };
        let (yes, no, unsure) = (with(Truth::Yes), with(Truth::No), with(Truth::Unsure));
        if !(yes.is_empty() && no.is_empty() && unsure.is_empty()) {
            answered.push(Answered { ask, yes, no, unsure });
        }
    }
    answered
}
