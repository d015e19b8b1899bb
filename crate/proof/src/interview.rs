//! An interview from its first question to its end.

use backwise_checker::{Ask, Session};

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
    let (mut session, mut at_most) = (Session::new(), Vec::new());
    while let Some((ask, left)) = engine.next(&session).filter(|_| at_most.len() < ENDLESS) {
        at_most.push(left);
        answer(engine, &mut session, somebody, ask);
    }
    Interview { session, at_most }
}

/// Asks somebody what is left of what the urgency takes. Causes are not sorted then: that it changes nothing is the
/// law of the stop.
#[must_use]
pub fn go_on(engine: &dyn Engine, mut session: Session, somebody: &Somebody) -> Session {
    for _ in 0..ENDLESS {
        let Some(ask) = engine.next_urgent(&session) else { break };
        answer(engine, &mut session, somebody, ask);
    }
    session
}

/// Has somebody answer a question.
pub fn answer(engine: &dyn Engine, session: &mut Session, somebody: &Somebody, ask: Ask) {
    let graph = engine.graph();
    let mut reply = somebody.reply(graph, ask);
    // What other answers rule out need not be shown, and so it need not be there to tick.
    reply.ticked.retain(|f| !session.known().is_ruled_out(graph, *f));
    engine.answer(session, ask, reply);
}
