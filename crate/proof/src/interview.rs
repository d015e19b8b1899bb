//! An interview from its first question to its end.

use backwise_checker::Session;

use crate::engine::Engine;
use crate::somebody::Somebody;

/// Questions after which an interview counts as one that does not end.
pub const ENDLESS: usize = 200;

/// An interview, and what was promised on its way.
#[derive(Clone, Debug)]
pub struct Interview {
    /// What was asked and answered.
    pub session: Session,
    /// How many questions were left at the most, at each of them.
    pub at_most: Vec<usize>,
}

/// Asks somebody to the end.
#[must_use]
pub fn interview(engine: &dyn Engine, somebody: &Somebody) -> Interview {
    go_on(engine, Session::new(), somebody)
}

/// Asks somebody the rest of what was begun.
#[must_use]
pub fn go_on(engine: &dyn Engine, mut session: Session, somebody: &Somebody) -> Interview {
    let mut at_most = Vec::new();
    while let Some((ask, left)) = engine.next(&session).filter(|_| at_most.len() < ENDLESS) {
        at_most.push(left);
        let graph = engine.graph();
        let mut reply = somebody.reply(graph, ask);
        // What other answers rule out need not be shown, and so it need not be there to tick.
        reply.ticked.retain(|f| !session.known().is_ruled_out(graph, *f));
        engine.answer(&mut session, ask, reply);
    }
    Interview { session, at_most }
}
