//! One event, one new state, and what of it has to be shown.

use backwise_checker::triage::{MUST_CLEAR, triage};
use backwise_checker::{Ask, Manner, Reply, Session, Step};
use backwise_graph::{Graph, RedFlagId, Urgency, Word};

use crate::arrival;
use crate::boundary::Loaded;
use crate::draft::{Draft, Row, is_one, rows};
use crate::event::Event;
use crate::state::{Asked, Moment, Screen, State, Why};
use crate::telling::Sorting;
use crate::topic;

/// What an event has changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing that can be seen.
    Nothing,
    /// A row was picked: the care card and the error message may differ.
    Pick,
    /// The answer cannot be taken yet, for this reason.
    Error(Word),
    /// The same screen, with what has come since.
    Redraw,
    /// The same screen, with what only the other module can draw there.
    Furnish,
    /// The same screen, without what was ticked beforehand.
    Untick,
    /// Another screen; whether it is a new step.
    Screen { new: bool },
    /// Another screen, so many steps back.
    Again(usize),
    /// Answers are to be kept, or not any more.
    Keep,
    /// Answers came along: another state, while the browser's history stands at this step.
    Arrive(usize),
    /// The page goes to paper.
    Print,
}

#[must_use]
pub fn update(state: &mut State, loaded: &Loaded, event: Event) -> Change {
    match event {
        Event::Start => start(state, loaded, Manner::default()),
        Event::StartBrief => start(state, loaded, Manner::BRIEF),
        Event::StartForOther => start(state, loaded, Manner::FOR_OTHER),
        Event::GoOn => {
            let mut session = state.now().session.clone();
            session.widen();
            go_on(state, loaded, session)
        }
        Event::Pick(row, picked) => pick(state, &loaded.graph, row, picked),
        Event::Next => next(state, loaded),
        Event::Back => travel(state, loaded, state.at.wrapping_sub(1)),
        Event::Travel(to) => travel(state, loaded, to),
        Event::Refresh => refresh(state, loaded),
        Event::Change(at) => change(state, &loaded.graph, at),
        Event::ShowResult => {
            let session = state.now().session.clone();
            // What is still to be asked comes first.
            let screen = match coming(state, loaded, &session) {
                Screen::CheckAnswers => Screen::Result,
                coming => coming,
            };
            show(state, session, screen)
        }
        Event::Keep(is_kept) => {
            state.is_kept = is_kept;
            Change::Keep
        }
        Event::Arrive => arrive(state, loaded, true),
        Event::Print => Change::Print,
        Event::Untick => topic::untick(state),
        Event::StartAgain => {
            let steps = state.at;
            state.restart();
            Change::Again(steps)
        }
    }
}

/// The first question. What was remembered of somebody else is no answer of this one.
fn start(state: &mut State, loaded: &Loaded, manner: Manner) -> Change {
    let before = state.trail.last().map(|moment| moment.session.manner().is_for_other);
    if before != Some(manner.is_for_other) {
        state.memory.clear();
    }
    go_on(state, loaded, Session::of(manner))
}

fn pick(state: &mut State, graph: &Graph, row: usize, picked: bool) -> Change {
    let Screen::Question(asked) = &mut state.now_mut().screen else { return Change::Nothing };
    let draft = if is_one(graph, asked.ask) { Draft::default() } else { asked.draft };
    asked.draft = draft.with(row, picked);
    Change::Pick
}

fn next(state: &mut State, loaded: &Loaded) -> Change {
    let graph = &loaded.graph;
    let Moment { mut session, screen: Screen::Question(asked), .. } = state.now().clone() else {
        return Change::Nothing;
    };
    let reply = match asked.draft.reply(&rows(graph, asked.ask)) {
        Ok(reply) => reply,
        Err(word) => return Change::Error(word),
    };
    if session.answer(graph, asked.ask, reply.clone()).is_err() {
        return Change::Error(Word::ErrorChoose);
    }
    state.remember(asked.ask, asked.why, reply);
    go_on(state, loaded, session)
}

fn go_on(state: &mut State, loaded: &Loaded, session: Session) -> Change {
    let screen = coming(state, loaded, &session);
    show(state, session, screen)
}

/// The next question; without one the answers are looked over, except in an emergency.
fn coming(state: &State, loaded: &Loaded, session: &Session) -> Screen {
    let graph = &loaded.graph;
    let step = session.step(graph);
    let may_be_ticked = step.may_be_ticked(graph);
    let (ask, why) = match step {
        Step::Screen(question) => (Ask::Screen(question), Why::Everyone),
        Step::Urgent(finding) => (Ask::Single(finding), Why::Urgency),
        Step::Sort => match loaded.telling.sort(session.known()) {
            Sorting::Ask(finding) => (Ask::Single(finding), Why::Sorting),
            Sorting::Nothing => return Screen::CheckAnswers,
            Sorting::Wait => return Screen::Waiting,
        },
        Step::End if session.urgency(graph) == Urgency::Emergency => return Screen::Result,
        Step::End => return Screen::CheckAnswers,
    };
    let more = session.n_left(graph).saturating_sub(1);
    let rows = rows(graph, ask);
    let (draft, beforehand) = match state.recall(ask) {
        Some((.., reply)) => (Draft::of(&rows, reply), Draft::default()),
        None if may_be_ticked => {
            let draft = Draft::saying(&rows, &state.about);
            (draft, draft)
        }
        None => Default::default(),
    };
    Screen::Question(Asked { ask, why, draft, beforehand, more: Some(more) })
}

/// Everything said on the way, also before going back: it may yet be asked again.
#[must_use]
pub fn remembered(state: &State, graph: &Graph) -> Session {
    let mut session = Session::of(state.now().session.manner());
    for (ask, _, reply) in &state.memory {
        // It fitted when it was given.
        session.answer(graph, *ask, reply.clone()).ok();
    }
    session
}

/// Goes the way again as far as what is remembered leads: what is only ticked beforehand is no answer.
pub fn retrace(state: &mut State, loaded: &Loaded, session: Session) {
    let mut change = go_on(state, loaded, session);
    while let (Change::Screen { .. }, true) = (change, is_remembered(state)) {
        change = next(state, loaded);
    }
}

fn is_remembered(state: &State) -> bool {
    matches!(&state.now().screen, Screen::Question(asked) if state.recall(asked.ask).is_some())
}

/// Something has come: whoever waits goes on, and a result shows it.
fn refresh(state: &mut State, loaded: &Loaded) -> Change {
    match state.now().screen {
        Screen::Waiting if state.at == 0 => arrive(state, loaded, false),
        Screen::Waiting => resume(state, loaded),
        Screen::Result => Change::Redraw,
        Screen::Start | Screen::Question(_) | Screen::CheckAnswers => Change::Furnish,
    }
}

/// Begins with what came along, as soon as it can be read.
fn arrive(state: &mut State, loaded: &Loaded, only_link: bool) -> Change {
    let Some(came) = loaded.telling.arrive(only_link) else { return Change::Nothing };
    let step = arrival::begin(state, loaded, &came);
    Change::Arrive(step)
}

/// Goes on in place: having waited is no step of its own.
fn resume(state: &mut State, loaded: &Loaded) -> Change {
    let screen = coming(state, loaded, &state.now().session);
    if matches!(screen, Screen::Waiting) {
        return Change::Nothing;
    }
    state.now_mut().screen = screen;
    Change::Screen { new: false }
}

fn change(state: &mut State, graph: &Graph, at: usize) -> Change {
    let session = state.now().session.clone();
    let Some((ask, reply)) = session.given().get(at) else { return Change::Nothing };
    let draft = Draft::of(&rows(graph, *ask), reply);
    let why = state.recall(*ask).map_or(Why::Everyone, |(_, why, _)| *why);
    let beforehand = Draft::default();
    let screen = Screen::Question(Asked { ask: *ask, why, draft, beforehand, more: None });
    show(state, session, screen)
}

fn show(state: &mut State, session: Session, screen: Screen) -> Change {
    state.push(Moment { session, screen, notice: 0 });
    Change::Screen { new: true }
}

fn travel(state: &mut State, loaded: &Loaded, to: usize) -> Change {
    if to == state.at || to >= state.trail.len() {
        return Change::Nothing;
    }
    state.at = to;
    if matches!(state.now().screen, Screen::Waiting) {
        resume(state, loaded);
    }
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
pub fn raised(graph: &Graph, moment: &Moment) -> Option<Raised> {
    let Screen::Question(asked) = &moment.screen else { return None };
    let rows = rows(graph, asked.ask);
    let before = flags(graph, moment, asked, Draft::default(), &rows).0;
    let (level, raised) = flags(graph, moment, asked, asked.draft, &rows);
    if level < MUST_CLEAR || level <= before {
        return None;
    }
    let mut upto = Draft::default();
    for row in 0..rows.len() {
        upto = upto.with(row, asked.draft.has(row));
        if flags(graph, moment, asked, upto, &rows).0 == level {
            return Some(Raised { row, level, flags: raised });
        }
    }
    None
}

/// The level that the red flags would set with this draft, whatever is not cleared, and those flags.
fn flags(
    graph: &Graph,
    moment: &Moment,
    asked: &Asked,
    draft: Draft,
    rows: &[Row],
) -> (Urgency, Vec<RedFlagId>) {
    let mut session = moment.session.clone();
    let reply = Reply { ticked: draft.ticked(rows), rest_unsure: true };
    // What does not fit the question raises nothing.
    if session.answer(graph, asked.ask, reply).is_err() {
        return (Urgency::SelfCare, Vec::new());
    }
    let flags = triage(graph, &|finding| session.truth(finding)).red_flags;
    let first = flags.first().map(|id| graph.red_flags[id.index()].level);
    (first.unwrap_or(Urgency::SelfCare), flags)
}
