//! One event, one new state, and what of it has to be shown.

use backwise_checker::triage::{MUST_CLEAR, triage};
use backwise_checker::{Checker, Reply, Session, Why};
use backwise_graph::{RedFlagId, Urgency, Word};

use crate::draft::{Draft, Row, is_one, rows};
use crate::event::Event;
use crate::state::{Asked, Moment, Screen, State};

/// What an event has changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing that can be seen.
    Nothing,
    /// A row was picked: the care card and the error message may differ.
    Pick,
    /// The answer cannot be taken yet, for this reason.
    Error(Word),
    /// Another screen; whether it is a new step.
    Screen { new: bool },
    /// Another screen, so many steps back.
    Again(usize),
    /// The page goes to paper.
    Print,
}

#[must_use]
pub fn update(state: &mut State, checker: &Checker, event: Event) -> Change {
    match event {
        Event::Start => {
            let session = state.now().session.clone();
            go_on(state, checker, session)
        }
        Event::Pick(row, picked) => pick(state, checker, row, picked),
        Event::Next => next(state, checker),
        Event::Back => travel(state, state.at.wrapping_sub(1)),
        Event::Travel(to) => travel(state, to),
        Event::Change(at) => change(state, checker, at),
        Event::ShowResult => {
            let session = state.now().session.clone();
            show(state, session, Screen::Result)
        }
        Event::Print => Change::Print,
        Event::StartAgain => {
            let steps = state.at;
            *state = State::new();
            Change::Again(steps)
        }
    }
}

fn pick(state: &mut State, checker: &Checker, row: usize, picked: bool) -> Change {
    let Screen::Question(asked) = &mut state.now_mut().screen else { return Change::Nothing };
    let draft = if is_one(checker.graph(), asked.ask) { Draft::default() } else { asked.draft };
    asked.draft = draft.with(row, picked);
    Change::Pick
}

fn next(state: &mut State, checker: &Checker) -> Change {
    let Moment { mut session, screen: Screen::Question(asked) } = state.now().clone() else {
        return Change::Nothing;
    };
    let reply = match asked.draft.reply(&rows(checker.graph(), asked.ask)) {
        Ok(reply) => reply,
        Err(word) => return Change::Error(word),
    };
    if session.answer(checker, asked.ask, reply.clone()).is_err() {
        return Change::Error(Word::ErrorChoose);
    }
    state.remember(asked.ask, asked.why, reply);
    go_on(state, checker, session)
}

/// The next question; without one the answers are looked over, except in an emergency.
fn go_on(state: &mut State, checker: &Checker, session: Session) -> Change {
    let screen = match session.next(checker) {
        Some((ask, why)) => {
            let rows = rows(checker.graph(), ask);
            let draft = state.recall(ask).map(|(.., reply)| Draft::of(&rows, reply));
            let more = session.at_most(checker).saturating_sub(1);
            let draft = draft.unwrap_or_default();
            Screen::Question(Asked { ask, why, draft, more: Some(more) })
        }
        None if session.urgency(checker) == Urgency::Emergency => Screen::Result,
        None => Screen::CheckAnswers,
    };
    show(state, session, screen)
}

fn change(state: &mut State, checker: &Checker, at: usize) -> Change {
    let session = state.now().session.clone();
    let Some((ask, reply)) = session.given().get(at) else { return Change::Nothing };
    let draft = Draft::of(&rows(checker.graph(), *ask), reply);
    let why = state.recall(*ask).map_or(Why::Everyone, |(_, why, _)| why.clone());
    let screen = Screen::Question(Asked { ask: *ask, why, draft, more: None });
    show(state, session, screen)
}

fn show(state: &mut State, session: Session, screen: Screen) -> Change {
    state.push(Moment { session, screen });
    Change::Screen { new: true }
}

fn travel(state: &mut State, to: usize) -> Change {
    if to == state.at || to >= state.trail.len() {
        return Change::Nothing;
    }
    state.at = to;
    Change::Screen { new: false }
}

/// What a draft raises.
pub struct Raised {
    /// The first row that does.
    pub row: usize,
    pub level: Urgency,
    pub flags: Vec<RedFlagId>,
}

/// What the draft raises above everything else that was said, if it is urgent.
#[must_use]
pub fn raised(checker: &Checker, moment: &Moment) -> Option<Raised> {
    let Screen::Question(asked) = &moment.screen else { return None };
    let rows = rows(checker.graph(), asked.ask);
    let before = flags(checker, moment, asked, Draft::default(), &rows).0;
    let (level, raised) = flags(checker, moment, asked, asked.draft, &rows);
    if level < MUST_CLEAR || level <= before {
        return None;
    }
    let mut upto = Draft::default();
    for row in 0..rows.len() {
        upto = upto.with(row, asked.draft.has(row));
        if flags(checker, moment, asked, upto, &rows).0 == level {
            return Some(Raised { row, level, flags: raised });
        }
    }
    None
}

/// The level that the red flags would set with this draft, whatever is not cleared, and those flags.
fn flags(
    checker: &Checker,
    moment: &Moment,
    asked: &Asked,
    draft: Draft,
    rows: &[Row],
) -> (Urgency, Vec<RedFlagId>) {
    let mut session = moment.session.clone();
    let reply = Reply { ticked: draft.ticked(rows), rest_unsure: true };
    // What does not fit the question raises nothing.
    if session.answer(checker, asked.ask, reply).is_err() {
        return (Urgency::SelfCare, Vec::new());
    }
    let flags = triage(checker.graph(), &|finding| session.truth(finding)).red_flags;
    let first = flags.first().map(|id| checker.graph().red_flags[id.index()].level);
    (first.unwrap_or(Urgency::SelfCare), flags)
}
