//! Diagnostics as JSON: one object, with the counts and every diagnostic in order of place.

use backwise_compiler::extent::{Extent, Point, extent};
use backwise_compiler::{Diagnostic, Severity};
use serde_json::{Value, json};

use super::Found;

/// The object, on lines of its own. Its shape is said in the writer's guide.
#[must_use]
pub fn json(found: &Found<'_>) -> String {
    let (pages, relations) = found.sizes();
    let told = found.compiled.diagnostics.iter().map(|it| diagnostic(found, it));
    let object = json!({
        "pages": pages,
        "relations": relations,
        "errors": found.n(Severity::Error),
        "warnings": found.n(Severity::Warning),
        "diagnostics": told.collect::<Vec<_>>(),
    });
    format!("{object:#}\n")
}

fn diagnostic(found: &Found<'_>, told: &Diagnostic) -> Value {
    let Extent { start, end } = extent(told, found.source);
    json!({
        "severity": told.severity.name(),
        "code": told.code,
        "file": found.file(told),
        "start": point(start),
        "end": point(end),
        "message": told.message,
        "help": told.help,
    })
}

fn point(Point { line, column }: Point) -> Value {
    json!({ "line": line, "column": column })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::{Found, sample};

    #[test]
    fn a_finding_has_its_place_its_fact_and_its_remedy() {
        let (source, compiled) = sample::faulty();
        let found = Found { root: "content/", source: &source, compiled: &compiled };
        let read: Value = serde_json::from_str(&super::json(&found)).expect("it is JSON");
        let told = read["diagnostics"].as_array().expect("a list");
        let of = |code| told.iter().find(|it| it["code"] == code).expect("it was found");
        let key = of("unknown-key");
        assert_eq!(
            (&key["file"], &key["start"], &key["end"]),
            (
                &json!("content/structure/blade-bone.md"),
                &json!({ "line": 3, "column": 1 }),
                &json!({ "line": 3, "column": 6 }),
            )
        );
        assert_eq!(key["severity"], "error");
        assert!(key["message"].as_str().is_some_and(|it| it.contains("`shape`")));
        assert!(key["help"].as_str().is_some_and(|it| it.contains("title")));
        assert_eq!(read["pages"], 1);
        assert_eq!(read["errors"], told.iter().filter(|it| it["severity"] == "error").count());
    }
}
