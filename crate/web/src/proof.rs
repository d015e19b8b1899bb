//! The engine held to its promises in the reader's own browser, piece by piece, so that a worker can say how far it
//! is and can be told to wait.

use backwise_checker::Checker;
use backwise_graph::Graph;
use backwise_proof::report::{Compared, Played, Report};
use backwise_proof::{Record, Tally, trace, walk};
use wasm_bindgen::prelude::*;

use crate::fault;

/// What was tried so far, and what came of it.
#[wasm_bindgen]
pub struct Proof {
    checker: Checker,
    hash: u64,
    seed: u32,
    record: Option<Record>,
    tally: Tally,
    played: Played,
    compared: Compared,
}

#[wasm_bindgen]
impl Proof {
    /// Takes the graph's two files, the record of native results if there is one, and what interviews are drawn
    /// from. Throws a short code when the files do not go together.
    #[wasm_bindgen(constructor)]
    pub fn new(
        asking: &[u8],
        telling: &[u8],
        record: Option<String>,
        seed: u32,
    ) -> Result<Proof, JsValue> {
        let checker = fault::checker(asking, telling)?;
        let hash = Graph::hash_of(asking);
        let read = |text: String| Record::read(checker.graph(), hash, &text);
        let record = record.map(|text| read(text).ok_or("record-of-another-graph")).transpose()?;
        let (tally, played, compared) = Default::default();
        Ok(Self { checker, hash, seed, record, tally, played, compared })
    }

    /// Asks everybody whom the record knows.
    pub fn play(&mut self) {
        let people = self.record.iter().flat_map(|record| &record.people);
        people.for_each(|person| self.played.play(&self.checker, person));
    }

    /// How many parts there are to compare.
    pub fn parts(&self) -> usize {
        self.record.as_ref().map_or(0, |record| record.parts.len())
    }

    /// Holds one part against what native code made of it.
    pub fn compare(&mut self, part: usize) {
        let Some(record) = &self.record else { return };
        let found = trace(&self.checker, record.seed, record.numbers(part));
        self.compared.note(part, record.length, record.parts.get(part) == Some(&found));
    }

    /// Walks so many more interviews.
    pub fn walk(&mut self, n: u32) {
        let from = self.tally.n as u32;
        self.tally.add(walk(&self.checker, self.seed, from..from + n));
    }

    /// How much has failed so far.
    pub fn failures(&self) -> u32 {
        self.told().n_failures() as u32
    }

    /// What came of it, as text.
    pub fn report(&self) -> String {
        self.told().to_string()
    }

    fn told(&self) -> Report<'_> {
        Report {
            checker: &self.checker,
            hash: self.hash,
            seed: self.seed,
            tally: &self.tally,
            played: &self.played,
            compared: self.record.as_ref().map(|_| &self.compared),
        }
    }
}
