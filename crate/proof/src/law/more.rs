//! One more yes, said by the same person in an interview of its own, or ticked at the end.
//!
//! A choice is changed and not added to, so its lines are left out. A line that another answer rules out counts as
//! no, so this is held against answers as given. Whoever is not sure of one line of a list leaves the rest of it
//! open, and where a yes in place of that closes the rest, it is another answer to several lines.

use backwise_checker::{Ask, Reply};
use backwise_graph::Truth;

use super::{Breach, Law, Line, Trial, not_less};

pub const LAW: Law = Law {
    name: "more",
    says: "One more yes, the other answers as they were, never makes a result less urgent",
    test,
};

fn test(trial: &Trial) -> Result<u64, Breach> {
    let told = trial.told();
    let mut n = 0;
    for line in trial.lines.iter().filter(|line| !line.is_one) {
        let what = format!("with `{}`", trial.id(line.finding));
        let with = |truth| trial.somebody.with(trial.graph(), line.finding, truth);
        n += match trial.somebody.truth(line.finding) {
            Truth::Yes => {
                let less = trial.engine.urgency(&trial.asked(&with(Truth::No)));
                not_less(trial, less, trial.session(), &what)?
            }
            Truth::Unsure if closes_the_rest(trial, line) => 0,
            Truth::No | Truth::Unsure => {
                not_less(trial, told, &trial.asked(&with(Truth::Yes)), &what)?
            }
        };
        if let Some(reply) = ticked(trial, line) {
            let mut then = trial.session().clone();
            trial.engine.answer(&mut then, line.ask, reply);
            n += not_less(trial, told, &then, &what)?;
        }
    }
    Ok(n)
}

/// Whether nothing else on the list is left open when this line is so.
fn closes_the_rest(trial: &Trial, line: &Line) -> bool {
    let more = trial.somebody.with(trial.graph(), line.finding, Truth::Yes);
    matches!(line.ask, Ask::Screen(_)) && !more.reply(trial.graph(), line.ask).rest_unsure
}

/// What was answered there, with this line ticked as well.
fn ticked(trial: &Trial, line: &Line) -> Option<Reply> {
    let (_, reply) = trial.session().given().iter().find(|(ask, _)| *ask == line.ask)?;
    let mut reply = reply.clone();
    reply.ticked.push(line.finding);
    (reply.ticked.iter().filter(|f| **f == line.finding).count() == 1).then_some(reply)
}
