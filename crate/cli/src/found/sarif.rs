//! Diagnostics as SARIF 2.1.0, the format in which reviewers' pages take findings.
//!
//! A rule's id is its code, which outlives its wording. Columns are counted in characters, and the format is told so.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use backwise_compiler::Diagnostic;
use backwise_compiler::extent::{Extent, extent};
use serde_json::{Value, json};

use super::Found;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The log of one run.
#[must_use]
pub fn sarif(found: &Found<'_>) -> String {
    let told = &found.compiled.diagnostics;
    let rules: Vec<&str> =
        told.iter().map(|it| it.code).collect::<BTreeSet<_>>().into_iter().collect();
    let results = told.iter().map(|it| result(found, it, &rules));
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "backwise",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

fn result(found: &Found<'_>, told: &Diagnostic, rules: &[&str]) -> Value {
    let Extent { start, end } = extent(told, found.source);
    json!({
        "ruleId": told.code,
        "ruleIndex": rules.binary_search(&told.code).expect("the rules were made of these codes"),
        "level": told.severity.name(),
        "message": { "text": format!("{}\nHelp: {}", told.message, told.help) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&found.file(told)) },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        } }],
    })
}

/// A path as a URI reference; one from the root of the disk is a file's address.
fn uri(path: &str) -> String {
    let mut uri = if path.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            _ => write!(uri, "%{byte:02X}").expect("strings take text"),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::{Found, sample};
    use super::uri;

    fn log() -> Value {
        let (source, compiled) = sample::faulty();
        let found = Found { root: "content", source: &source, compiled: &compiled };
        serde_json::from_str(&super::sarif(&found)).expect("it is JSON")
    }

    /// What the schema of SARIF 2.1.0 asks of the objects that are used here: required members, types, ranges.
    #[test]
    fn the_log_has_what_the_schema_asks_for() {
        let log = log();
        assert_eq!(log["version"], "2.1.0");
        let [run] = &log["runs"].as_array().expect("`runs` is a list")[..] else {
            panic!("one run")
        };
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        assert!(run["tool"]["driver"]["name"].is_string());
        let rules = run["tool"]["driver"]["rules"].as_array().expect("`rules` is a list");
        let results = run["results"].as_array().expect("`results` is a list");
        assert!(!results.is_empty());
        for result in results {
            let rule = result["ruleIndex"].as_u64().expect("an index") as usize;
            assert_eq!(rules[rule]["id"], result["ruleId"]);
            assert!(["error", "warning"].contains(&result["level"].as_str().expect("a text")));
            assert!(result["message"]["text"].as_str().is_some_and(|it| !it.is_empty()));
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().expect("a text");
            assert!(uri.starts_with("content/"), "{uri}");
            let at = |key| place["region"][key].as_u64().expect("a whole number");
            assert!(at("startLine") >= 1 && at("startColumn") >= 1);
            let (start, end) =
                ((at("startLine"), at("startColumn")), (at("endLine"), at("endColumn")));
            assert!(start <= end);
        }
    }

    #[test]
    fn each_rule_is_listed_once() {
        let log = log();
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("a list").clone();
        let ids: Vec<_> = rules.iter().map(|it| it["id"].as_str().expect("a text")).collect();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    }

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(uri("content/cause/a b.md"), "content/cause/a%20b.md");
        assert_eq!(uri("/srv/é.md"), "file:///srv/%C3%A9.md");
    }
}
