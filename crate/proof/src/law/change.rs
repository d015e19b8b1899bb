//! An answer that was changed is an answer that was given so from the start.
//!
//! Twice: the same answers in the same order come to the same; and whoever changes one and goes on is told what
//! they would have been told by an interview of their own.

use backwise_checker::Session;
use backwise_graph::Truth;

use super::{Breach, Law, Line, Trial};
use crate::interview::go_on;
use crate::somebody::Somebody;

pub const LAW: Law = Law {
    name: "change",
    says: "Changing an answer comes to the same as having given it from the start",
    test,
};

fn test(trial: &Trial) -> Result<u64, Breach> {
    let mut n = 0;
    for line in trial.lines.iter().filter(|line| trial.session().is_given(line.ask)) {
        let other = other(trial, line);
        let mut changed = trial.session().clone();
        let reply = other.reply(trial.graph(), line.ask);
        trial.engine.answer(&mut changed, line.ask, reply);
        n += replayed(trial, line, &other, &changed)? + gone_on(trial, line, &other, changed)?;
    }
    Ok(n)
}

/// The same person, of whom this line is otherwise.
fn other(trial: &Trial, line: &Line) -> Somebody {
    let truth = match trial.somebody.truth(line.finding) {
        Truth::Yes if !line.is_one => Truth::No,
        Truth::Yes => Truth::Unsure,
        Truth::No | Truth::Unsure => Truth::Yes,
    };
    trial.somebody.with(trial.graph(), line.finding, truth)
}

/// Beside a session that had this answer from the start.
fn replayed(
    trial: &Trial,
    line: &Line,
    other: &Somebody,
    changed: &Session,
) -> Result<u64, Breach> {
    let (engine, mut afresh) = (trial.engine, Session::new());
    for (ask, reply) in trial.session().given() {
        let reply = match *ask == line.ask {
            true => other.reply(trial.graph(), *ask),
            false => reply.clone(),
        };
        engine.answer(&mut afresh, *ask, reply);
    }
    let is_same = changed.known() == afresh.known()
        && engine.urgency(changed) == engine.urgency(&afresh)
        && engine.next(changed) == engine.next(&afresh);
    match is_same {
        true => Ok(1),
        false => Err(breach(
            trial,
            line,
            afresh,
            "the same answers from the start come to something else",
        )),
    }
}

/// Beside the interview of whoever would have said so from the start. Where what they said before could not be so
/// any more, it still stands, and there is nobody to compare with.
fn gone_on(trial: &Trial, line: &Line, other: &Somebody, changed: Session) -> Result<u64, Breach> {
    if !other.is_possible(trial.graph()) {
        return Ok(0);
    }
    let end = go_on(trial.engine, changed, other);
    let afresh = trial.asked(other);
    match trial.engine.urgency(&end) == trial.engine.urgency(&afresh) {
        true => Ok(1),
        false => Err(breach(trial, line, end, "an interview of their own tells something else")),
    }
}

fn breach(trial: &Trial, line: &Line, session: Session, what: &str) -> Breach {
    Breach { session, why: format!("after a change of `{}` {what}", trial.id(line.finding)) }
}
