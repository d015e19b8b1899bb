//! What must hold whatever anyone answers, on the shipped content.

mod any_order;
mod broken;
mod handover;
mod interview;
mod law;
mod signs;
mod told;
mod topic;
mod urgency;
mod written;

use std::sync::OnceLock;

use backwise_checker::Checker;
use backwise_graph::Graph;
use backwise_tests::journey;
use backwise_tests::reader::Reader;
use proptest::prelude::*;

fn checker() -> &'static Checker {
    static CHECKER: OnceLock<Checker> = OnceLock::new();
    CHECKER.get_or_init(journey::checker)
}

fn graph() -> &'static Graph {
    checker().graph()
}

fn reader() -> impl Strategy<Value = Reader> {
    proptest::collection::vec(any::<u8>(), 40..120).prop_map(Reader::new)
}

fn cases(n: u32) -> ProptestConfig {
    ProptestConfig { cases: n, failure_persistence: None, ..ProptestConfig::default() }
}
