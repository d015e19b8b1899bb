//! What would change the advice is all there, and no more: held against the same answers with that one another.

use backwise_checker::{Reply, Session};
use backwise_graph::Truth;

use super::{Breach, Law, Line, Trial};

pub const LAW: Law = Law {
    name: "would-raise",
    says: "What would make a result more urgent is listed completely, and nothing else is",
    test,
};

fn test(trial: &Trial) -> Result<u64, Breach> {
    let (told, session) = (trial.told(), trial.session());
    let listed = trial.engine.would_raise(session);
    for line in trial.lines {
        let then = flipped(trial, line);
        let level = trial.engine.urgency(&then);
        let may_be = session.truth(line.finding) != Truth::Yes
            && !session.known().is_ruled_out(trial.graph(), line.finding);
        let raises = (may_be && level > told).then_some(level);
        let mut says = listed.iter().filter(|(finding, _)| *finding == line.finding);
        let said = says.next().map(|(_, level)| *level);
        if said != raises || says.next().is_some() {
            let name =
                |level: Option<backwise_graph::Urgency>| level.map_or("nothing", |it| it.name());
            let id = trial.id(line.finding);
            let why = format!("`{id}` raises it to {}, and listed is {}", name(raises), name(said));
            return Err(Breach { session: then, why });
        }
    }
    Ok(trial.lines.len() as u64)
}

/// The session in which this line is a yes, and everything else as it was.
fn flipped(trial: &Trial, line: &Line) -> Session {
    let mut flipped = trial.session().clone();
    let given = flipped.given().iter().find(|(ask, _)| *ask == line.ask);
    let unsure = Reply { ticked: Vec::new(), rest_unsure: true };
    let mut reply = given.map_or(unsure, |(_, reply)| reply.clone());
    if line.is_one {
        reply.ticked.clear();
    }
    if !reply.ticked.contains(&line.finding) {
        reply.ticked.push(line.finding);
    }
    trial.engine.answer(&mut flipped, line.ask, reply);
    flipped
}
