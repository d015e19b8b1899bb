//! A session as bytes and as a line of text: every answer comes back, and nothing else is taken for one.

use backwise_checker::handover::{Refusal, pack, read, unpack, write};
use backwise_checker::{Ask, Manner, Session};
use backwise_graph::{Choose, Graph, Stage};

use crate::little::{f, little, screen, screen_at, ticks, unsure_but};

const HASH: u64 = 0x0123_4567_89ab_cdef;

/// A choice of `a` and `b`, a list of `c`, `d` and `e`; `f` is asked by itself.
fn graph() -> Graph {
    let mut graph = little("f");
    screen(&mut graph, Stage::Who, Choose::One, "ab");
    screen(&mut graph, Stage::Where, Choose::Many, "cde");
    graph
}

fn session(graph: &Graph) -> Session {
    let mut session = Session::of(Manner::FOR_OTHER);
    let single = Ask::Single(f('f'));
    for (ask, reply) in
        [(screen_at(1), unsure_but("ce")), (single, ticks("f")), (screen_at(0), ticks("b"))]
    {
        session.answer(graph, ask, reply).expect("it fits");
    }
    session
}

#[test]
fn replies_are_two_numbers_each_in_their_order() {
    let graph = graph();
    // The manner; then what was asked, screens first, and its ticks above whether the rest is unsure.
    let bytes = [2, 1, 0b1011, 2 + 5, 0b10, 0, 0b100];
    assert_eq!(pack(&graph, &session(&graph)), bytes);
    let back = unpack(&graph, &bytes).expect("it was written so");
    assert_eq!(back.given(), session(&graph).given());
    assert_eq!((back.manner(), back.known()), (Manner::FOR_OTHER, session(&graph).known()));
}

#[test]
fn what_fits_no_question_is_no_session() {
    let graph = graph();
    let refused = |bytes: &[u8]| assert!(unpack(&graph, bytes).is_none(), "{bytes:?}");
    refused(&[]);
    refused(&[0, 1]);
    refused(&[0, 0, 0b110]); // Two of one choice.
    refused(&[0, 0, 0]); // None of it.
    refused(&[0, 1, 0, 1, 0]); // One question twice.
    refused(&[0, 2, 0]); // A finding that only a screen asks.
    refused(&[0, 2 + 8, 0]); // One more than there are.
    assert!(unpack(&graph, &[0]).is_some_and(|session| session.given().is_empty()));
}

#[test]
fn a_session_has_one_text() {
    let graph = graph();
    for session in [Session::new(), session(&graph)] {
        let text = write(&graph, HASH, &session);
        let back = read(&graph, HASH, &text).expect("it was written so");
        assert_eq!((back.given(), back.manner()), (session.given(), session.manner()));
        assert!(text.starts_with('s'), "what begins otherwise is not ours: {text}");
        for n in 1..text.len() {
            assert_eq!(read(&graph, HASH, &text[..n]).err(), Some(Refusal::Damaged), "after {n}");
        }
        assert_eq!(read(&graph, HASH, &format!("{text}A")).err(), Some(Refusal::Damaged));
        assert_eq!(read(&graph, HASH, &format!("{text}=")).err(), Some(Refusal::Damaged));
    }
}

#[test]
fn what_is_something_else_is_told_from_what_is_damaged_or_old() {
    let graph = graph();
    let text = write(&graph, HASH, &session(&graph));
    assert_eq!(read(&graph, HASH, "").err(), Some(Refusal::NotOurs));
    assert_eq!(read(&graph, HASH, "hello").err(), Some(Refusal::NotOurs));
    assert_eq!(read(&graph, HASH, "sorry?").err(), Some(Refusal::Damaged));
    for byte in 0..4 {
        let other = HASH ^ 1 << (8 * byte);
        assert_eq!(read(&graph, other, &text).err(), Some(Refusal::OtherVersion), "byte {byte}");
    }
}

/// A tick beyond the last line comes to the same session, so it is refused: that session has its own text.
#[test]
fn a_tick_of_no_line_is_refused() {
    let graph = graph();
    let same = unpack(&graph, &[0, 1, 0b1_0010]).expect("ticks of no line are left out");
    assert_eq!(same.given(), [(screen_at(1), ticks("c"))]);
    assert_eq!(pack(&graph, &same), [0, 1, 0b10]);
}
