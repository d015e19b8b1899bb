//! How much is asked: what a brief check takes, when it is enough, and how many questions are left.

use backwise_checker::{Ask, Checker, Manner, Session, Why};
use backwise_graph::{Choose, Graph, Stage, Urgency};

use crate::little::{all, any, f, flag, screen, screen_at, ticks, unsure_but};
use crate::step::{check, graph, play};

#[test]
fn a_brief_check_asks_what_the_urgency_takes() {
    let mut graph = graph("ef");
    screen(&mut graph, Stage::Course, Choose::Many, "h");
    flag(&mut graph, Urgency::SameDay, all("ge"));
    let brief = |graph: &Graph, so| play(graph, Session::of(Manner::BRIEF), so);
    assert_eq!(brief(&graph, "a"), "ab c d g end");
    assert_eq!(brief(&graph, "ag"), "ab c d g e end");
    // What was said of `g` by itself stands, although its screen is not asked then.
    let mut said = Session::of(Manner::BRIEF);
    said.answer(&graph, Ask::Single(f('g')), unsure_but("")).expect("it fits");
    assert_eq!(play(&graph, said, "a"), "ab c d e end");
    flag(&mut graph, Urgency::Routine, any("h"));
    assert_eq!(brief(&graph, "a"), "ab c d g h end");
    assert_eq!(brief(&graph, "age"), "ab c d g e end");
}

#[test]
fn twelve_questions_after_the_safety_screens_are_enough() {
    let mut graph = graph("");
    for _ in 2..12 {
        screen(&mut graph, Stage::Course, Choose::Many, "h");
    }
    check(&graph, "a", &format!("ab c d g {}sort", "h ".repeat(10)));
    screen(&mut graph, Stage::Course, Choose::Many, "h");
    check(&graph, "a", &format!("ab c d g {}end", "h ".repeat(11)));
}

#[test]
fn at_most_counts_what_is_open_or_what_may_be_asked() {
    // `g` has a question of its own too, and is counted with its screen.
    let mut graph = graph("efg");
    flag(&mut graph, Urgency::SameDay, all("ge"));
    flag(&mut graph, Urgency::Routine, any("f"));
    let mut session = Session::new();
    let left = |session: &mut Session, ask, reply| {
        session.answer(&graph, ask, reply).expect("it fits");
        session.n_left(&graph)
    };
    assert_eq!(left(&mut session, screen_at(1), ticks("a")), 14);
    assert_eq!(left(&mut session, screen_at(2), ticks("")), 13);
    assert_eq!(left(&mut session, screen_at(3), ticks("")), 12);
    assert_eq!(left(&mut session, screen_at(0), ticks("g")), 11);
    let mut brief = Session::of(Manner::BRIEF);
    assert_eq!(brief.n_left(&graph), 3 + 1 + 2, "three screens of safety, `g`, `e` and `f`");
    assert_eq!(left(&mut brief, screen_at(0), ticks("g")), 3 + 2);
    assert_eq!(left(&mut brief, Ask::Single(f('e')), ticks("e")), 3, "`f` cannot raise it");
}

#[test]
fn it_says_why_it_asks_and_stops_when_nothing_is_left() {
    let mut graph = graph("e");
    flag(&mut graph, Urgency::SameDay, all("de"));
    let checker = Checker::new(graph).expect("no belief rests on it");
    let graph = checker.graph();
    let mut session = Session::new();
    assert_eq!(session.next(&checker), Some((screen_at(1), Why::Everyone)));
    assert_eq!(session.at_most(&checker), 15);
    for (at, reply) in [(1, "a"), (2, ""), (3, "d")] {
        session.answer(graph, screen_at(at), ticks(reply)).expect("it fits");
    }
    assert_eq!(session.next(&checker), Some((Ask::Single(f('e')), Why::Urgency)));
    session.answer(graph, Ask::Single(f('e')), ticks("")).expect("it fits");
    session.answer(graph, screen_at(0), ticks("")).expect("it fits");
    assert_eq!((session.next(&checker), session.at_most(&checker)), (None, 0));
}
