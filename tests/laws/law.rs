//! The promises of [`backwise_proof::law`], each on random people: of the stop and of what would raise the level at
//! every line that there is, of the others at a few.
//!
//! `backwise prove` and the page hold very many more interviews to the same laws, at a line or two each.

use backwise_checker::{Manner, Session, Step};
use backwise_graph::Truth;
use backwise_proof::law::{law, lines};
use backwise_proof::{Dice, Engine, Interview, Somebody, Trial, answers, interview};
use proptest::prelude::*;

use crate::{cases, checker, graph, reader};

/// Anybody.
pub fn somebody() -> impl Strategy<Value = Somebody> {
    any::<u64>().prop_map(|n| Somebody::random(graph(), &mut Dice::new((n >> 32) as u32, n as u32)))
}

/// Holds an interview to a law, at so many of the lines from one of them on, or at all.
pub fn hold(
    engine: &dyn Engine,
    name: &str,
    somebody: &Somebody,
    interview: &Interview,
    first: usize,
    most: usize,
) -> Result<(), TestCaseError> {
    let mut lines = lines(graph());
    let first = first % lines.len();
    lines.rotate_left(first);
    lines.truncate(most);
    let trial = Trial { engine, somebody, interview, lines: &lines };
    let told = (law(name).test)(&trial);
    told.map(drop).map_err(|breach| {
        let map = answers(graph(), &breach.session);
        TestCaseError::fail(format!("{name}: {}\n{map}", breach.why))
    })
}

/// Holds an interview of somebody with the shipped engine to a law, at so many lines.
fn check(name: &str, somebody: &Somebody, first: usize, most: usize) -> Result<(), TestCaseError> {
    hold(checker(), name, somebody, &interview(checker(), somebody), first, most)
}

/// Holds answers to the law of the stop: nothing that is still open matters, whoever they are.
pub fn assert_settled(session: &Session, somebody: &Somebody) -> Result<(), TestCaseError> {
    let interview = Interview { session: session.clone(), at_most: Vec::new() };
    hold(checker(), "stop", somebody, &interview, 0, usize::MAX)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_red_flag_gives_at_least_its_level(somebody in somebody()) {
        check("red-flag", &somebody, 0, 0)?;
    }

    #[test]
    fn every_interview_ends_and_at_most_never_rises(somebody in somebody()) {
        check("at-most", &somebody, 0, 0)?;
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn one_more_yes_never_lowers(somebody in somebody(), first in 0..999_usize) {
        check("more", &somebody, first, 4)?;
    }

    #[test]
    fn unsure_is_never_a_no(somebody in somebody(), first in 0..999_usize) {
        check("unsure", &somebody, first, 4)?;
    }

    /// One part short of what makes a red flag hold: there no, not sure and yes differ most.
    #[test]
    fn whatever_is_so_is_never_less_urgent_than_unsure_nor_that_than_no(somebody in somebody()) {
        let told = interview(checker(), &somebody);
        let mut so = lines(graph());
        so.retain(|line| !line.is_one && somebody.truth(line.finding) != Truth::No);
        so.truncate(8);
        let trial = Trial { engine: checker(), somebody: &somebody, interview: &told, lines: &so };
        for name in ["more", "unsure"] {
            let found = (law(name).test)(&trial).map_err(|breach| breach.why);
            prop_assert!(found.is_ok(), "{name}: {found:?}");
        }
    }

    #[test]
    fn changing_an_answer_is_the_same_as_having_given_it(somebody in somebody(), first in 0..999_usize) {
        check("change", &somebody, first, 8)?;
    }

    #[test]
    fn after_the_stop_no_open_question_can_change_the_urgency(reader in reader(), somebody in somebody()) {
        assert_settled(&interview(checker(), &somebody).session, &somebody)?;
        assert_settled(&reader.walk(checker(), |_| {}), &somebody)?;
    }

    #[test]
    fn what_would_raise_it_is_complete_and_no_more(somebody in somebody()) {
        check("would-raise", &somebody, 0, usize::MAX)?;
    }

    /// A page that cannot load what weighs causes ends there, and its urgency is no less right.
    #[test]
    fn once_only_sorting_is_left_no_open_question_can_change_the_urgency(reader in reader(), somebody in somebody()) {
        let mut sorting = Vec::new();
        reader.walk(checker(), |session| {
            if session.step(graph()) == Step::Sort {
                sorting.push(session.clone());
            }
        });
        for session in sorting {
            assert_settled(&session, &somebody)?;
        }
    }

    /// The same person, asked the rest as well, is told no less.
    #[test]
    fn a_brief_interview_asks_all_that_the_urgency_takes(reader in reader(), somebody in somebody()) {
        let mut last = usize::MAX;
        let mut session = reader.go_on(Session::of(Manner::BRIEF), checker(), |session| {
            let n = session.at_most(checker());
            assert!(n < last, "at most {n} after at most {last}");
            last = n;
        });
        assert_settled(&session, &somebody)?;
        let brief = session.urgency(graph());
        session.widen();
        prop_assert_eq!(reader.go_on(session, checker(), |_| {}).urgency(graph()), brief);
    }
}
