//! Short codes for what is wrong with graph files; `www/README.md` says what each means.

#[cfg(any(feature = "tell", feature = "headless", feature = "proof"))]
use backwise_checker::Checker;
#[cfg(any(feature = "tell", feature = "headless", feature = "proof"))]
use backwise_graph::Encoded;
use backwise_graph::Fault;
use wasm_bindgen::JsValue;

/// The checker on both files of a graph.
///
/// # Errors
/// A code, as a string.
#[cfg(any(feature = "tell", feature = "headless", feature = "proof"))]
pub fn checker(asking: &[u8], telling: &[u8]) -> Result<Checker, JsValue> {
    let files = Encoded { asking: asking.to_vec(), telling: telling.to_vec() };
    let graph = files.decode().map_err(code)?;
    Checker::new(graph).map_err(|_| JsValue::from_str("graph-out-of-range"))
}

/// The code of a fault.
#[must_use]
pub fn code(fault: Fault) -> JsValue {
    JsValue::from_str(match fault {
        Fault::NotAGraph => "graph-unknown",
        Fault::Version(_) => "graph-version",
        Fault::NotAPair => "graph-not-a-pair",
        Fault::Truncated => "graph-truncated",
        Fault::Altered => "graph-altered",
        Fault::Malformed => "graph-malformed",
    })
}
