//! A graph file made ready to reason on, or a short code for what is wrong with it.

use backwise_checker::Checker;
use backwise_graph::{Fault, Graph};
use wasm_bindgen::JsValue;

/// # Errors
/// One of the codes below, as a string.
pub fn load(graph: &[u8]) -> Result<Checker, JsValue> {
    let checker = Graph::decode(graph)
        .map_err(code)
        .and_then(|graph| Checker::new(graph).map_err(|_| "graph-out-of-range"));
    checker.map_err(JsValue::from_str)
}

fn code(fault: Fault) -> &'static str {
    match fault {
        Fault::NotAGraph => "graph-unknown",
        Fault::Version(_) => "graph-version",
        Fault::Truncated => "graph-truncated",
        Fault::Altered => "graph-altered",
        Fault::Malformed => "graph-malformed",
    }
}
