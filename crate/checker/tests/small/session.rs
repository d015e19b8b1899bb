//! What answers come to: which are taken, which replace others, and what they say of each finding.

use backwise_checker::{Ask, Manner, Reply, ReplyError, Session};
use backwise_graph::{Choose, Graph, Stage, Urgency};

use crate::little::{any, f, flag, known, little, screen, screen_at, ticks, unsure_but};

const WHO: usize = 0;
const SIGNS: usize = 1;

/// A choice of `a`, `b` and `c`, a list of `d`, `e` and `f`; `f` and `g` can be asked by themselves.
fn graph() -> Graph {
    let mut graph = little("fg");
    screen(&mut graph, Stage::Who, Choose::One, "abc");
    screen(&mut graph, Stage::Emergency, Choose::Many, "def");
    flag(&mut graph, Urgency::Emergency, any("d"));
    graph
}

fn session(replies: &[(Ask, Reply)]) -> Session {
    let (graph, mut session) = (graph(), Session::new());
    for (ask, reply) in replies {
        session.answer(&graph, *ask, reply.clone()).expect("it fits");
    }
    session
}

fn check(ask: Ask, reply: Reply, expected: &str) {
    assert_eq!(session(&[(ask, reply)]).known(), &known(expected));
}

#[test]
fn a_list_answers_every_line_of_it() {
    check(screen_at(SIGNS), ticks("e"), "---nyn");
    check(screen_at(SIGNS), ticks(""), "---nnn");
    check(screen_at(SIGNS), ticks("def"), "---yyy");
    check(screen_at(SIGNS), unsure_but("e"), "---?y?");
    check(screen_at(SIGNS), unsure_but(""), "---???");
}

#[test]
fn one_choice_closes_the_others_and_none_leaves_them_open() {
    check(screen_at(WHO), ticks("b"), "nyn");
    check(screen_at(WHO), unsure_but("b"), "nyn");
    check(screen_at(WHO), unsure_but(""), "???");
}

#[test]
fn a_question_by_itself_is_about_one_finding() {
    check(Ask::Single(f('g')), ticks("g"), "------y");
    check(Ask::Single(f('g')), ticks(""), "------n");
    check(Ask::Single(f('g')), unsure_but(""), "------?");
}

#[test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let graph = graph();
    let mut session = session(&[(screen_at(WHO), ticks("a"))]);
    let mut refused = |at, reply, error| {
        assert_eq!(session.answer(&graph, screen_at(at), reply), Err(error));
        assert_eq!((session.known(), session.given().len()), (&known("ynn"), 1));
    };
    refused(WHO, ticks("ab"), ReplyError::TooMany);
    refused(WHO, ticks(""), ReplyError::Nothing);
    refused(WHO, ticks("d"), ReplyError::NotAnOption);
    refused(SIGNS, ticks("da"), ReplyError::NotAnOption);
}

#[test]
fn another_answer_replaces_the_first_where_it_stands() {
    let first = [(screen_at(WHO), ticks("a")), (screen_at(SIGNS), ticks("d"))];
    let then = session(&[first[0].clone(), first[1].clone(), (screen_at(WHO), ticks("b"))]);
    assert_eq!(then.known(), &known("nynynn"));
    assert_eq!(then.given(), [(screen_at(WHO), ticks("b")), first[1].clone()]);
}

#[test]
fn of_two_answers_about_one_finding_the_later_counts() {
    let (signs, alone) = ((screen_at(SIGNS), ticks("")), (Ask::Single(f('f')), ticks("f")));
    assert_eq!(session(&[signs.clone(), alone.clone()]).known(), &known("---nny"));
    assert_eq!(session(&[alone, signs]).known(), &known("---nnn"));
}

#[test]
fn the_last_answer_can_be_taken_back() {
    let graph = graph();
    let mut session = session(&[(screen_at(WHO), ticks("a")), (screen_at(SIGNS), ticks("d"))]);
    assert_eq!(session.urgency(&graph), Urgency::Emergency);
    assert!(session.is_given(screen_at(SIGNS)));
    assert_eq!(session.back(&graph), Some(screen_at(SIGNS)));
    assert_eq!((session.known(), session.is_given(screen_at(SIGNS))), (&known("ynn"), false));
    assert_eq!(session.urgency(&graph), Urgency::Routine, "`d` is open again");
    assert_eq!(session.back(&graph), Some(screen_at(WHO)));
    assert_eq!(session.back(&graph), None);
    assert_eq!(session.known(), &known(""));
}

#[test]
fn a_manner_stays_until_it_is_widened() {
    let manner = Manner { is_brief: true, is_for_other: true };
    let mut session = Session::of(manner);
    assert_eq!((session.manner(), Session::new().manner()), (manner, Manner::default()));
    session.widen();
    assert_eq!(session.manner(), Manner::FOR_OTHER);
    for bits in 0..4 {
        assert_eq!(Manner::of_bits(bits).bits(), bits);
        assert_eq!(Manner::of_bits(bits | 0xf0), Manner::of_bits(bits));
    }
    assert_eq!((Manner::BRIEF.bits(), Manner::FOR_OTHER.bits()), (1, 2));
}

#[test]
fn a_question_has_its_words_and_its_page() {
    let graph = graph();
    let of = |ask: Ask| (ask.text(&graph).to_owned(), graph.page(ask.page(&graph)).slug.clone());
    assert_eq!(of(screen_at(SIGNS)), ("def?".to_owned(), "def".to_owned()));
    assert_eq!(of(Ask::Single(f('g'))), ("g?".to_owned(), "g".to_owned()));
}
