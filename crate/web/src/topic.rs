//! What is ticked beforehand for whoever came from an article: seen, taken back with one press, and no answer before
//! the reader goes on.

use backwise_checker::Known;

use crate::draft::Draft;
use crate::state::{Screen, State};
use crate::update::Change;

/// Takes back what was ticked beforehand, here and on steps left by going back, and ticks nothing more.
pub fn untick(state: &mut State) -> Change {
    state.about = Known::default();
    for moment in state.trail.iter_mut().skip(state.at) {
        if let Screen::Question(asked) = &mut moment.screen {
            asked.draft = asked.draft.without(asked.beforehand);
            asked.beforehand = Draft::default();
        }
    }
    Change::Untick
}

#[cfg(test)]
mod tests {
    use backwise_checker::{Known, Session};
    use backwise_graph::{
        Choose, Finding, FindingId, Graph, PageId, Question, RedFlag, Rule, Stage, Urgency,
    };

    use crate::boundary::Loaded;
    use crate::draft::Draft;
    use crate::event::Event;
    use crate::state::{Asked, Screen, State};
    use crate::telling::Telling;
    use crate::update::{Change, retrace, update};

    /// The last row of a screen of two lines, behind *none of these*.
    const NOT_SURE: usize = 3;

    /// A screen of emergency signs, and one that asks where it hurts.
    fn loaded() -> Loaded {
        let (page, text) = (PageId::new(0), String::new);
        let screen = |stage, from: usize| Question {
            page,
            ask: text(),
            help: text(),
            stage,
            sheet: stage,
            choose: Choose::Many,
            options: vec![FindingId::new(from), FindingId::new(from + 1)],
        };
        let finding = Finding { page, ask: text(), help: text(), needs: Vec::new() };
        let red_flag = RedFlag {
            page,
            when: Rule::Finding(FindingId::new(0)),
            level: Urgency::Emergency,
            family: text(),
        };
        let graph = Graph {
            findings: vec![finding; 4],
            questions: vec![screen(Stage::Emergency, 0), screen(Stage::Where, 2)],
            red_flags: vec![red_flag],
            ..Graph::default()
        };
        Loaded { graph, hash: 0, telling: Telling::default() }
    }

    /// Somebody who comes from an article that is about everything.
    fn reader() -> State {
        let mut state = State::new(Screen::Start);
        let findings: Vec<_> = (0..4).map(FindingId::new).collect();
        state.about = Known::so(4, &findings);
        state
    }

    /// The rows that are picked, those that were picked beforehand, and how much was said.
    fn check(state: &State, picked: &[usize], beforehand: &[usize], n_said: usize) {
        let Screen::Question(Asked { draft, beforehand: ticked, .. }) = &state.now().screen else {
            panic!("a question is asked");
        };
        let rows =
            |draft: &Draft| -> Vec<_> { (0..=NOT_SURE).filter(|row| draft.has(*row)).collect() };
        assert_eq!((rows(draft), rows(ticked)), (picked.to_vec(), beforehand.to_vec()));
        assert_eq!(state.now().session.given().len(), n_said);
    }

    fn play(state: &mut State, loaded: &Loaded, events: &[Event]) {
        for event in events {
            assert!(update(state, loaded, *event) != Change::Nothing, "something changes");
        }
    }

    #[test]
    fn a_topic_ticks_nothing_on_a_safety_screen_and_says_nothing_by_itself() {
        let (loaded, mut state) = (loaded(), reader());
        play(&mut state, &loaded, &[Event::Start, Event::Next]);
        check(&state, &[], &[], 0);
        play(&mut state, &loaded, &[Event::Pick(NOT_SURE, true), Event::Next]);
        check(&state, &[0, 1], &[0, 1], 1);
        play(&mut state, &loaded, &[Event::Pick(1, false), Event::Pick(NOT_SURE, true)]);
        check(&state, &[0, NOT_SURE], &[0, 1], 1);
    }

    #[test]
    fn what_was_ticked_beforehand_is_taken_back_and_stays_away() {
        let (loaded, mut state) = (loaded(), reader());
        let first = [Event::Start, Event::Pick(NOT_SURE, true), Event::Next];
        play(&mut state, &loaded, &first);
        play(&mut state, &loaded, &[Event::Pick(NOT_SURE, true), Event::Untick]);
        check(&state, &[NOT_SURE], &[], 1);
        play(&mut state, &loaded, &[Event::StartAgain]);
        play(&mut state, &loaded, &first);
        check(&state, &[], &[], 1);
    }

    #[test]
    fn a_step_left_by_going_back_loses_them_too() {
        let (loaded, mut state) = (loaded(), reader());
        play(&mut state, &loaded, &[Event::Start, Event::Pick(NOT_SURE, true), Event::Next]);
        play(&mut state, &loaded, &[Event::Back, Event::Untick, Event::Travel(2)]);
        check(&state, &[], &[], 1);
    }

    #[test]
    fn a_way_gone_again_ends_before_what_is_only_ticked() {
        let (loaded, mut state) = (loaded(), reader());
        play(&mut state, &loaded, &[Event::Start, Event::Pick(NOT_SURE, true), Event::Next]);
        let memory = std::mem::take(&mut state.memory);
        state.restart();
        state.memory = memory;
        retrace(&mut state, &loaded, Session::new());
        check(&state, &[0, 1], &[0, 1], 1);
    }
}
