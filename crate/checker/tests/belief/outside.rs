//! Networks and posteriors from pyAgrum, as `tests/oracle/make_fixture.py` stored them.

#![allow(dead_code, reason = "the tests and the bench each use a part")]

use backwise_checker::belief::{AnswerModel, CauseModel, Evidence, Network};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Fixture {
    pub pyagrum: String,
    pub cases: Vec<Case>,
}

#[derive(Deserialize)]
pub struct Case {
    pub priors: Vec<f64>,
    answers: Vec<Row>,
    pub yes: Vec<usize>,
    no: Vec<usize>,
    pub posteriors: Vec<f64>,
    pub pyagrum_ms: f64,
}

/// Leak, and links to causes with their strength in 255ths.
#[derive(Deserialize)]
struct Row {
    leak: f64,
    links: Vec<(usize, u8)>,
}

pub fn read() -> Fixture {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/oracle/fixture.json");
    let text = std::fs::read_to_string(path).expect("the fixture is part of the repository");
    serde_json::from_str(&text).expect("the fixture has this shape")
}

impl Case {
    pub fn network(&self) -> Network {
        let causes = self.priors.iter().map(|&prior| CauseModel { prior, harm: 1.0 });
        let answers = self.answers.iter().map(|row| {
            let links = row.links.iter().map(|&(cause, k)| (cause, f64::from(k) / 255.0));
            AnswerModel::yes_no(row.leak, links.collect())
        });
        let network = Network::new(causes.collect(), answers.collect(), Vec::new());
        network.expect("the fixture keeps the ranges")
    }

    pub fn evidence(&self, network: &Network) -> Evidence {
        let mut evidence = Evidence::new();
        let answer = |&at: &usize| network.answer(at).expect("the fixture names its answers");
        self.yes.iter().map(answer).for_each(|answer| evidence.yes(answer));
        self.no.iter().map(answer).for_each(|answer| evidence.no(answer));
        evidence
    }
}
