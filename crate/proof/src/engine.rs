//! What the laws ask of an engine.

use backwise_checker::triage::would_raise;
use backwise_checker::{Ask, Checker, Reply, Session, Step};
use backwise_graph::{FindingId, Graph, Urgency};

/// Asks, takes answers, and says how soon to get help. [`Checker`] is the one that ships; tests break others.
pub trait Engine {
    /// The rules and questions that it is held to.
    fn graph(&self) -> &Graph;

    /// What it asks next, and how many questions it says are left with that, at the most; nothing when it stops.
    fn next(&self, session: &Session) -> Option<(Ask, usize)>;

    /// What it asks next as long as the urgency takes it; nothing when only what sorts causes is left.
    fn next_urgent(&self, session: &Session) -> Option<Ask>;

    /// Takes an answer to something it asks.
    fn answer(&self, session: &mut Session, ask: Ask, reply: Reply);

    /// How soon to get help after these answers.
    fn urgency(&self, session: &Session) -> Urgency;

    /// Every single answer that it says would raise that, with the level.
    fn would_raise(&self, session: &Session) -> Vec<(FindingId, Urgency)>;
}

impl Engine for Checker {
    fn graph(&self) -> &Graph {
        self.graph()
    }

    /// As [`Session::at_most`] says it, without finding the question twice.
    fn next(&self, session: &Session) -> Option<(Ask, usize)> {
        session.next(self).map(|(ask, _)| (ask, session.n_left(self.graph())))
    }

    fn next_urgent(&self, session: &Session) -> Option<Ask> {
        match session.step(self.graph()) {
            Step::Screen(question) => Some(Ask::Screen(question)),
            Step::Urgent(finding) => Some(Ask::Single(finding)),
            Step::Sort | Step::End => None,
        }
    }

    fn answer(&self, session: &mut Session, ask: Ask, reply: Reply) {
        session.answer(self.graph(), ask, reply).expect("replies are made for their question");
    }

    fn urgency(&self, session: &Session) -> Urgency {
        session.urgency(self.graph())
    }

    fn would_raise(&self, session: &Session) -> Vec<(FindingId, Urgency)> {
        would_raise(self.graph(), session.known())
    }
}
