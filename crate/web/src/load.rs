//! Graph files made ready to reason on, or a short code for what is wrong with them.

use backwise_checker::Checker;
use backwise_graph::{Fault, Graph};
use wasm_bindgen::JsValue;

/// The checker on the first file: enough to ask, and to say how soon to get help.
///
/// # Errors
/// One of the codes below, as a string.
pub fn load(asking: &[u8]) -> Result<Checker, JsValue> {
    Graph::decode(asking).map_err(code).and_then(ready)
}

/// The checker on both files.
///
/// # Errors
/// One of the codes below, as a string.
pub fn complete(checker: &Checker, hash: u64, telling: &[u8]) -> Result<Checker, JsValue> {
    let mut graph = checker.graph().clone();
    graph.complete(hash, telling).map_err(code)?;
    ready(graph)
}

fn ready(graph: Graph) -> Result<Checker, JsValue> {
    Checker::new(graph).map_err(|_| JsValue::from_str("graph-out-of-range"))
}

fn code(fault: Fault) -> JsValue {
    JsValue::from_str(match fault {
        Fault::NotAGraph => "graph-unknown",
        Fault::Version(_) => "graph-version",
        Fault::NotAPair => "graph-not-a-pair",
        Fault::Truncated => "graph-truncated",
        Fault::Altered => "graph-altered",
        Fault::Malformed => "graph-malformed",
    })
}
