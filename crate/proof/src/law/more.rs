//! One more yes, said by the same person in an interview of its own, or ticked at the end.
//!
//! A choice is changed and not added to, so its lines are left out. A line that another answer rules out counts as
//! no, so this is held against answers as given. Whoever is not sure of one line of a list leaves the rest of it
//! open, and a yes in place of that closes the rest: so the person is one who said no, and the tick is beside
//! whatever they said of the rest.

use backwise_checker::Reply;
use backwise_graph::Truth;

use super::{Breach, Law, Line, Trial, not_less};

pub const LAW: Law =
    Law { name: "more", says: "One more yes never makes a result less urgent", test };

fn test(trial: &Trial) -> Result<u64, Breach> {
    let told = trial.told();
    let mut n = 0;
    for line in trial.lines.iter().filter(|line| !line.is_one) {
        let what = format!("with `{}`", trial.id(line.finding));
        if trial.somebody.truth(line.finding) == Truth::No {
            let more = trial.somebody.with(trial.graph(), line.finding, Truth::Yes);
            n += not_less(trial, told, &trial.asked(&more), &what)?;
        }
        if let Some(reply) = ticked(trial, line) {
            let mut then = trial.session().clone();
            trial.engine.answer(&mut then, line.ask, reply);
            n += not_less(trial, told, &then, &what)?;
        }
    }
    Ok(n)
}

/// What was answered there, with this line ticked as well.
fn ticked(trial: &Trial, line: &Line) -> Option<Reply> {
    let (_, reply) = trial.session().given().iter().find(|(ask, _)| *ask == line.ask)?;
    let mut reply = reply.clone();
    reply.ticked.push(line.finding);
    (reply.ticked.iter().filter(|f| **f == line.finding).count() == 1).then_some(reply)
}
