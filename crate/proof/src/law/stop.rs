//! When it is time for the result nothing still open matters: no single answer, and not all of them together.
//!
//! What other answers rule out is not open.

use backwise_checker::{Ask, Reply, Session, answered};
use backwise_graph::{FindingId, Graph};

use super::{Breach, Law, Trial};
use crate::somebody::options;

pub const LAW: Law = Law {
    name: "stop",
    says: "When the questions stop, no open question could still change how soon to get help",
    test,
};

fn test(trial: &Trial) -> Result<u64, Breach> {
    let (graph, session) = (trial.graph(), trial.session());
    let mut n = together(trial)?;
    for line in trial.lines.iter().filter(|line| is_open(graph, session, line.ask)) {
        let unsure = Reply { ticked: Vec::new(), rest_unsure: true };
        let none = Reply { rest_unsure: false, ..unsure.clone() };
        let this = Reply { ticked: vec![line.finding], ..none.clone() };
        let replies = [Some(unsure), Some(this), (!line.is_one).then_some(none)];
        for reply in replies.into_iter().flatten() {
            let mut then = session.clone();
            trial.engine.answer(&mut then, line.ask, reply);
            n += same(trial, then, trial.id(line.finding))?;
        }
    }
    Ok(n)
}

/// Everything that is open, answered by the same person.
fn together(trial: &Trial) -> Result<u64, Breach> {
    let (graph, session) = (trial.graph(), trial.session());
    let mut all = session.clone();
    for ask in answered::questions(graph).filter(|ask| is_open(graph, session, *ask)) {
        trial.engine.answer(&mut all, ask, trial.somebody.reply(graph, ask));
    }
    same(trial, all, "everything that was left open, together,")
}

fn is_open(graph: &Graph, session: &Session, ask: Ask) -> bool {
    let is_out = |f: &FindingId| session.known().is_ruled_out(graph, *f);
    !session.is_given(ask) && !options(graph, ask).0.iter().all(is_out)
}

/// Broken where they are then told something else.
fn same(trial: &Trial, then: Session, what: &str) -> Result<u64, Breach> {
    let (told, level) = (trial.told(), trial.engine.urgency(&then));
    if told == level {
        return Ok(1);
    }
    let why = format!("it stops at {}, and `{what}` makes it {}", told.name(), level.name());
    Err(Breach { session: then, why })
}
