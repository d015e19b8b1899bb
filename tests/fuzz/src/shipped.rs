//! The checker on the shipped content, made once.

use std::path::Path;
use std::sync::LazyLock;

use backwise_checker::Checker;
use backwise_compiler::{Date, Source, compile};
use backwise_graph::Graph;

/// It, and the hash of its content.
///
/// # Panics
/// When the content does not compile.
pub static SHIPPED: LazyLock<(Checker, u64)> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let source = Source::read(&content).expect("the content can be read");
    let files = compile(&source, today()).graph.expect("the content compiles").encode();
    let graph = files.decode().expect("what was written is read");
    (Checker::new(graph).expect("it can be reasoned on"), Graph::hash_of(&files.asking))
});

/// The day that reviews are held against.
///
/// # Panics
/// Never: that day exists.
#[must_use]
pub fn today() -> Date {
    Date::parse("2026-11-21").expect("that day exists")
}
