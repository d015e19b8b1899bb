//! What was answered, question by question.

use backwise_checker::Ask;
use backwise_checker::answered::{Answered, answered, questions};
use backwise_graph::{Choose, Graph, Stage};

use crate::little::{f, findings, known, little, screen, screen_at};

/// Screens of `a` and `b`, and of `c` to `e`; `e`, `f` and `h` have a question of their own.
fn graph() -> Graph {
    let mut graph = little("efh");
    screen(&mut graph, Stage::Who, Choose::One, "ab");
    screen(&mut graph, Stage::Where, Choose::Many, "cde");
    graph
}

fn line(ask: Ask, yes: &str, no: &str, unsure: &str) -> Answered {
    Answered { ask, yes: findings(yes), no: findings(no), unsure: findings(unsure) }
}

#[test]
fn screens_come_first_and_what_stands_on_one_is_not_asked_by_itself() {
    let all: Vec<Ask> = questions(&graph()).collect();
    assert_eq!(all, [screen_at(0), screen_at(1), Ask::Single(f('f')), Ask::Single(f('h'))]);
}

#[test]
fn each_question_tells_what_was_said_of_its_lines() {
    let told = answered(&graph(), &known("ynyn?y--"));
    let single = Ask::Single(f('f'));
    let expected = [
        line(screen_at(0), "a", "b", ""),
        line(screen_at(1), "c", "d", "e"),
        line(single, "f", "", ""),
    ];
    assert_eq!(told, expected);
}

#[test]
fn one_line_is_enough_and_what_is_ruled_out_was_not_said() {
    assert_eq!(answered(&graph(), &known("xx------")), []);
    assert_eq!(answered(&graph(), &known("--n")), [line(screen_at(1), "", "c", "")]);
    assert_eq!(answered(&graph(), &known("--?")), [line(screen_at(1), "", "", "c")]);
    assert_eq!(answered(&graph(), &known("--y")), [line(screen_at(1), "c", "", "")]);
    // Without a question of its own nothing is asked of `g`.
    assert_eq!(answered(&graph(), &known("------y")), []);
}
