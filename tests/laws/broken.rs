//! A law that never fails proves nothing: an engine is broken on purpose, once for each law, and that law must
//! tell within a few hundred interviews.

use backwise_checker::{Ask, Checker, Reply, Session};
use backwise_graph::{FindingId, Graph, Rule, Truth, Urgency};
use backwise_proof::somebody::options;
use backwise_proof::{Dice, Engine, LAWS, Somebody, interview, walk};

use crate::law::hold;
use crate::{checker, graph};

const INTERVIEWS: u32 = 400;

/// Lines of each interview: a few interviews come to all of them.
const LINES: usize = 12;

/// What is wrong with an engine.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// One rule asks for more than it should.
    WeakRule,
    /// One yes is taken for a no, and the other way round.
    Swapped,
    /// Not sure is taken for a no.
    UnsureIsNo,
    /// Whoever is not sure of anything is told to wait.
    UnsureSoothes,
    /// It stops when the screens are over.
    StopsEarly,
    /// It promises the same number of questions again and again.
    Promises,
    /// What would raise the level is listed without the first.
    ListsLess,
    /// An answer that was given stands, whatever it is changed to.
    ClingsToFirst,
}

/// The shipped engine, with one fault.
struct Broken {
    fault: Fault,
    /// The same with a rule that is hard to meet.
    weak: Checker,
}

impl Broken {
    fn new(fault: Fault) -> Self {
        let mut weak = graph().clone();
        let flag = weak.red_flags.iter_mut().find(|flag| flag.level == Urgency::SameDay);
        let flag = flag.expect("there are red flags of this level");
        // A rule of no parts that takes one never holds.
        flag.when = Rule::AtLeast(1, Vec::new());
        Self { fault, weak: Checker::new(weak).expect("no belief rests on a rule") }
    }

    fn has(&self, fault: Fault) -> bool {
        self.fault == fault
    }
}

/// A finding that is a red flag by itself, on a list.
fn swapped() -> FindingId {
    let mut alone = graph().red_flags.iter().filter_map(|flag| match &flag.when {
        Rule::Finding(finding) => Some(*finding),
        Rule::AtLeast(1, parts) => match &parts[..] {
            [Rule::Finding(finding)] => Some(*finding),
            _ => None,
        },
        Rule::AtLeast(..) => None,
    });
    alone.next().expect("some signs are red flags by themselves")
}

impl Engine for Broken {
    fn graph(&self) -> &Graph {
        graph()
    }

    fn next(&self, session: &Session) -> Option<(Ask, usize)> {
        let (ask, left) = Engine::next(checker(), session)?;
        let is_over = self.has(Fault::StopsEarly) && matches!(ask, Ask::Single(_));
        let left = if self.has(Fault::Promises) { 12 } else { left };
        (!is_over).then_some((ask, left))
    }

    fn next_urgent(&self, session: &Session) -> Option<Ask> {
        let ask = Engine::next_urgent(checker(), session)?;
        (!self.has(Fault::StopsEarly) || matches!(ask, Ask::Screen(_))).then_some(ask)
    }

    fn answer(&self, session: &mut Session, ask: Ask, mut reply: Reply) {
        if self.has(Fault::ClingsToFirst) && session.is_given(ask) {
            return;
        }
        // Where one must hold, saying nothing is no answer.
        let may_be_no = !options(graph(), ask).1 || !reply.ticked.is_empty();
        reply.rest_unsure &= !(self.has(Fault::UnsureIsNo) && may_be_no);
        Engine::answer(checker(), session, ask, reply);
    }

    fn urgency(&self, session: &Session) -> Urgency {
        match self.fault {
            Fault::WeakRule => self.weak.urgency(session),
            Fault::Swapped => {
                let truth = |f| match (f == swapped(), session.truth(f)) {
                    (true, Truth::Yes) => Truth::No,
                    (true, Truth::No) => Truth::Yes,
                    (_, truth) => truth,
                };
                backwise_checker::triage::triage(graph(), &truth).urgency
            }
            Fault::UnsureSoothes if session.given().iter().any(|(_, it)| it.rest_unsure) => {
                Engine::urgency(checker(), session).min(Urgency::WithinDays)
            }
            _ => Engine::urgency(checker(), session),
        }
    }

    fn would_raise(&self, session: &Session) -> Vec<(FindingId, Urgency)> {
        let mut listed = Engine::would_raise(checker(), session);
        if self.has(Fault::ListsLess) && !listed.is_empty() {
            listed.remove(0);
        }
        listed
    }
}

/// The law of this name tells that something is wrong.
#[track_caller]
fn check(fault: Fault, name: &str) {
    let engine = Broken::new(fault);
    let is_told = (0..INTERVIEWS).any(|n| {
        let somebody = Somebody::random(graph(), &mut Dice::new(1, n));
        hold(&engine, name, &somebody, &interview(&engine, &somebody), n as usize * LINES, LINES)
            .is_err()
    });
    assert!(is_told, "`{name}` held");
}

#[test]
fn a_weakened_rule_breaks_the_law_of_red_flags() {
    check(Fault::WeakRule, "red-flag");
}

#[test]
fn a_swapped_answer_breaks_the_law_of_one_more_yes() {
    check(Fault::Swapped, "more");
}

#[test]
fn unsure_taken_for_a_no_breaks_its_law() {
    check(Fault::UnsureIsNo, "unsure");
}

#[test]
fn soothing_whoever_is_unsure_breaks_the_same_law() {
    check(Fault::UnsureSoothes, "unsure");
}

#[test]
fn stopping_early_breaks_the_law_of_the_stop() {
    check(Fault::StopsEarly, "stop");
}

#[test]
fn promising_the_same_again_breaks_the_law_of_at_most() {
    check(Fault::Promises, "at-most");
}

#[test]
fn listing_less_breaks_the_law_of_what_would_raise() {
    check(Fault::ListsLess, "would-raise");
}

#[test]
fn clinging_to_a_first_answer_breaks_the_law_of_changing_one() {
    check(Fault::ClingsToFirst, "change");
}

#[test]
fn every_law_has_an_engine_that_breaks_it_and_the_shipped_one_breaks_none() {
    assert_eq!(LAWS.len(), 7, "a new law takes a new fault");
    assert_eq!(walk(checker(), 1, 0..40).broken(), 0);
}
