//! The sheet for a clinician, as text. Its fixed words are their names here.

use backwise_checker::assessment::assess;
use backwise_checker::sheet::{Line, Section, Sheet, sheet, text};
use backwise_checker::{Checker, Manner};
use backwise_graph::{Choose, Graph, Stage, Urgency, Word};

use crate::causes::{cause, shows};
use crate::little::{all, any, flag, known, little, screen};

/// One is `a` or `b`; `c` and `d` are an emergency together; `e` is same-day, and of it a bone speaks; `f` is where it
/// hurts; `g` and `h` are asked by themselves, and `h` is worth an appointment.
fn graph() -> Graph {
    let mut graph = little("gh");
    screen(&mut graph, Stage::Who, Choose::One, "ab");
    screen(&mut graph, Stage::Emergency, Choose::Many, "cd");
    screen(&mut graph, Stage::SameDay, Choose::Many, "e");
    screen(&mut graph, Stage::Where, Choose::Many, "f");
    flag(&mut graph, Urgency::Emergency, all("cd"));
    flag(&mut graph, Urgency::SameDay, any("e"));
    flag(&mut graph, Urgency::Routine, any("h"));
    for (family, harm) in [("muscle", 1), ("bone", 9)] {
        let cause = cause(&mut graph, family, 0.3, harm);
        shows(&mut graph, cause, if harm > 1 { 'g' } else { 'f' }, 200);
        shows(&mut graph, cause, 'h', 100);
    }
    graph.words = Word::NAMES.iter().map(|name| (*name).to_owned()).collect();
    graph
}

fn check(said: &str, manner: Manner, expected: &str) {
    let checker = Checker::new(graph()).expect("its numbers are in range");
    let sheet = text(&sheet(&checker, &known(said), manner, 0xab));
    let parts = sheet.split("\n\n").filter(|part| !part.starts_with("sheet-about-title"));
    let told: Vec<&str> = parts.skip(2).map(str::trim_end).collect();
    assert_eq!(told.join("\n"), expected.trim(), "after {said}");
}

#[test]
fn what_fits_stands_with_what_speaks_against_it() {
    check(
        "ynnnnynn",
        Manner::default(),
        "
sheet-urgency level-self-care
  sheet-no-flags
sheet-who
  ab? a
stage-where
  f? f
fits-title
  muscle: fit-well
    against: h: no
    for: f
sheet-denied
  cd? c; d
  e? e
  sheet-single g; h
",
    );
}

#[test]
fn a_brief_check_for_somebody_else_says_both_and_weighs_nothing() {
    check(
        "ynnnnyy?",
        Manner { is_brief: true, is_for_other: true },
        "
sheet-urgency level-self-care
  sheet-no-flags
  sheet-brief
sheet-who
  ab? a
  sheet-for-other
stage-where
  f? f
sheet-answers
  g? yes
sheet-unknown
  sheet-not-sure h
sheet-denied
  cd? c; d
  e? e
",
    );
}

#[test]
fn what_nobody_knows_stands_by_itself() {
    check(
        "??ynny?y",
        Manner::default(),
        "
sheet-urgency level-routine
  routine: h
sheet-who
  ab? not-sure
stage-where
  f? f
sheet-answers
  cd? c
  h? yes
sheet-unknown
  sheet-not-sure a; b; g
fits-title
  muscle: fit-well
    for: f; h
  bone: fit-partly
    for: h
    unknown: g
sheet-denied
  cd? d
  e? e
",
    );
}

#[test]
fn below_a_sign_for_the_same_day_stands_what_does_harm() {
    check(
        "nynyynyy",
        Manner::default(),
        "
sheet-urgency level-same-day
  same-day: e
  sheet-also routine
sheet-who
  ab? b
stage-where
  f? none-of-these
sheet-answers
  cd? d
  e? e
  g? yes
  h? yes
fits-title
  fits-below
  bone: fit-well
    for: g; h
sheet-denied
  cd? c
",
    );
}

#[test]
fn an_emergency_says_that_the_questions_ended() {
    check(
        "nyyyyny",
        Manner::BRIEF,
        "
sheet-urgency level-emergency
  emergency: c; d
  sheet-also same-day
  sheet-ended
sheet-who
  ab? b
stage-where
  f? none-of-these
sheet-answers
  cd? c; d
  e? e
  g? yes
",
    );
}

#[test]
fn a_sign_that_is_not_ruled_out_is_named() {
    check(
        "nyy??n?-",
        Manner::default(),
        "
sheet-urgency level-routine
  sheet-not-cleared
sheet-who
  ab? b
stage-where
  f? none-of-these
sheet-answers
  cd? c; not-sure-of-rest
sheet-unknown
  sheet-open d; e
  sheet-not-sure g
fits-title
  fits-none
",
    );
}

/// A screen may show what little speaks for, as one of the best two; on the sheet it would look like a suspicion.
#[test]
fn what_fits_little_is_left_out() {
    let mut graph = graph();
    let rare = cause(&mut graph, "rare", 0.01, 99);
    shows(&mut graph, rare, 'g', 60);
    let checker = Checker::new(graph).expect("its numbers are in range");
    let known = known("ynnnnnyn");
    assert_eq!(assess(&checker, &known).fits.len(), 2);
    let sheet = text(&sheet(&checker, &known, Manner::default(), 0xab));
    assert!(sheet.contains("bone: fit-well") && !sheet.contains("rare"), "{sheet}");
}

#[test]
fn it_ends_with_what_it_is_and_of_which_version() {
    let checker = Checker::new(graph()).expect("its numbers are in range");
    for said in ["", "ynnnnynn", "nyyyyny"] {
        let sheet = text(&sheet(&checker, &known(said), Manner::default(), 0xab));
        let (_, about) = sheet.rsplit_once("\n\n").expect("it has parts");
        let lines: Vec<&str> = about.lines().map(str::trim_start).collect();
        let version = "version 00000000000000ab";
        assert_eq!(lines, ["sheet-about-title", "sheet-about-text", "not-reviewed", version]);
    }
}

#[test]
fn what_is_said_of_a_line_stands_further_in() {
    let line = |text: &str, inner| Line { label: String::new(), items: vec![text.into()], inner };
    let lines = vec![line("a", vec![line("b", vec![line("c", Vec::new())])])];
    let sections = vec![Section { name: "some", title: "Some".into(), lines }];
    let drawn = text(&Sheet { title: "Sheet".into(), blanks: Vec::new(), sections });
    assert!(drawn.ends_with("\nSome\n  a\n    b\n      c\n"), "{drawn}");
}
