//! The shipped graph's numbers, 200 sets of answers, and what the checker makes of each, as JSON for the oracle
//! `tests/oracle/shipped.py`: `posteriors FILE`.

use std::{env, fs};

use backwise_checker::{Checker, Known, Session};
use backwise_graph::{CauseId, Choose, FindingId, Graph, Truth};
use backwise_proof::interview::answer;
use backwise_proof::{Dice, Engine, Somebody};
use backwise_tests::journey;
use serde_json::{Value, json};

const SETS: usize = 200;

/// The oracle's work doubles with each yes.
const MOST_YES: usize = 14;

fn main() {
    let checker = journey::checker();
    let graph = checker.graph();
    let tells = |known: &Known| !said(graph, known, Truth::Yes).is_empty();
    let sets = (1..).map(|n| known(&checker, n)).filter(tells).take(SETS);
    let sets: Vec<_> = sets.map(|known| set(&checker, &known)).collect();
    let priors: Vec<_> = graph.causes.iter().map(|cause| f64::from(cause.prior)).collect();
    let findings = (0..graph.findings.len()).map(FindingId::new);
    let findings: Vec<_> = findings.map(|id| finding(graph, id)).collect();
    let choices = graph.questions.iter().filter(|it| it.choose == Choose::One);
    let choices: Vec<_> = choices.map(|it| places(&it.options)).collect();
    let all = json!({ "priors": priors, "findings": findings, "choices": choices, "sets": sets });
    let file = env::args().nth(1).expect("the file to write");
    fs::write(file, all.to_string()).expect("it can be written");
}

fn places(findings: &[FindingId]) -> Vec<usize> {
    findings.iter().map(|it| it.index()).collect()
}

fn finding(graph: &Graph, id: FindingId) -> Value {
    let it = graph.likelihood(id);
    let place = |cause: CauseId| cause.index();
    let links: Vec<_> = it.links.iter().map(|it| (place(it.cause), it.strength)).collect();
    let factors = it.modifiers.iter();
    let factors: Vec<_> =
        factors.map(|it| (place(it.cause), f64::from(it.yes), f64::from(it.no))).collect();
    let (leak, share) = (f64::from(it.leak), f64::from(it.share));
    json!({ "leak": leak, "share": share, "links": links, "factors": factors })
}

/// What somebody has said after some of their questions.
fn known(checker: &Checker, n: u32) -> Known {
    let mut dice = Dice::new(9, n);
    let somebody = Somebody::random(checker.graph(), &mut dice);
    let mut session = Session::new();
    for _ in 0..2 + dice.below(40) {
        let Some((ask, _)) = Engine::next(checker, &session) else { break };
        let before = session.clone();
        answer(checker, &mut session, &somebody, ask);
        if said(checker.graph(), session.known(), Truth::Yes).len() > MOST_YES {
            return before.known().clone();
        }
    }
    session.known().clone()
}

fn said(graph: &Graph, known: &Known, truth: Truth) -> Vec<usize> {
    let all = (0..graph.findings.len()).map(FindingId::new);
    all.filter(|it| known.said(*it) == Some(truth)).map(FindingId::index).collect()
}

fn set(checker: &Checker, known: &Known) -> Value {
    let belief = checker.belief(known);
    assert!(!belief.is_approximate(), "it is exact where so little is said");
    let of = |truth| said(checker.graph(), known, truth);
    json!({ "yes": of(Truth::Yes), "no": of(Truth::No), "posteriors": belief.posteriors() })
}
