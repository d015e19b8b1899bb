use std::fs;
use std::path::Path;

use backwise_compiler::{Date, Diagnostic, Source, compile};
use backwise_graph::Kind;

use super::{begin, page, slug, title};

fn today() -> Date {
    Date::parse("2026-11-21").expect("that day exists")
}

/// What is wrong with the shipped content once this page is laid over it.
fn found(path: &str, text: &str) -> Vec<Diagnostic> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let source = Source::read(&content).expect("the content folder is beside us");
    compile(&source.overlaid(Source::of(&[(path, text.as_bytes())])), today()).diagnostics
}

/// The path of a page of this kind. Observations are a closed list, and all of them are written.
fn path(kind: Kind) -> String {
    let slug = if kind == Kind::Observation { "buttocks-off" } else { "begun-just-now" };
    format!("{}/{slug}.md", kind.name())
}

/// Keys with nothing behind or below them.
fn empty_keys(text: &str) -> Vec<&str> {
    let front = text.split("---").nth(1).expect("there is front matter");
    let lines: Vec<_> = front.lines().collect();
    let depth = |line: &str| line.len() - line.trim_start().len();
    let is_empty = |pair: &[&str]| pair[0].ends_with(':') && depth(pair[1]) <= depth(pair[0]);
    let last = [*lines.last().expect("there is a key"), ""];
    let pairs = lines.windows(2).filter(|pair| is_empty(pair)).map(|pair| pair[0]);
    pairs
        .chain(is_empty(&last).then_some(last[0]))
        .map(|line| line.trim().trim_end_matches(':'))
        .collect()
}

#[test]
fn what_is_begun_is_told_gap_by_gap_and_nothing_else_is() {
    for kind in Kind::ALL {
        let (path, text) = (path(*kind), page(*kind, "Begun just now", today()));
        let mut found = found(&path, &text);
        // The page that an observation takes the place of stated relations which others name.
        found.retain(|d| *kind != Kind::Observation || *d.place.path == *path);
        let keys = empty_keys(&text);
        for key in &keys {
            let named = format!("`{key}` is ");
            assert!(found.iter().any(|d| d.message.starts_with(&named)), "{path}: {key}");
        }
        let n_notes = text.lines().filter(|line| line.ends_with('}')).count();
        let n_gaps = found.iter().filter(|d| d.code == "gap").count();
        assert_eq!(n_gaps, n_notes, "{path}");
        assert!(n_gaps + keys.len() > 0, "{path} is begun, not done");
        for d in &found {
            let is_gap = d.code == "gap"
                || (d.code == "wrong-value" && keys.iter().any(|key| d.message.contains(key)))
                // What the page is for: a relation, a picture, a question.
                || ["unreachable-cause", "exercise-for-nothing", "no-figure", "never-asked"].contains(&d.code);
            assert!(is_gap && *d.place.path == *path, "{path}: {d:?}");
        }
    }
}

#[test]
fn what_is_filled_in_is_sound() {
    let risk = page(Kind::Risk, "Works nights", today())
        .replace("ask:", "ask: Do you work at night?")
        .replace("common:", "common: uncommon")
        .split_inclusive("---\n")
        .take(2)
        .collect::<String>();
    assert_eq!(found("risk/works-nights.md", &risk), []);
}

#[test]
fn a_name_makes_an_id_and_a_title() {
    let check =
        |name, id, text| assert_eq!((slug(name).as_str(), title(name).as_str()), (id, text));
    check("tight-hips", "tight-hips", "Tight hips");
    check("Runner’s hip: tight", "runners-hip-tight", "Runner’s hip: tight");
    check(" L5/S1 ", "l5-s1", "L5/S1");
}

#[test]
fn a_title_stays_a_text() {
    for title in ["Neck: stiff", "'Quoted'", "18 to 34", "- dash", "no"] {
        let text = page(Kind::Symptom, title, today()).replace("ask:", "ask: Is it so?");
        assert_eq!(found("symptom/begun-just-now.md", &text), [], "{title}");
    }
}

#[test]
fn nothing_is_overwritten_and_no_id_is_given_twice() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = begin(folder.path(), Kind::Cause, "Tight hips", today()).expect("it is free");
    assert!(path.ends_with("cause/tight-hips.md"));
    let before = fs::read_to_string(&path).expect("it was written");
    for kind in [Kind::Cause, Kind::Symptom] {
        let error = begin(folder.path(), kind, "tight-hips", today()).expect_err("it is taken");
        assert!(error.to_string().contains("tight-hips.md"), "{error}");
    }
    assert_eq!(fs::read_to_string(&path).expect("it is still there"), before);
    assert!(begin(folder.path(), Kind::Cause, "…", today()).is_err());
    assert!(begin(&folder.path().join("nowhere"), Kind::Cause, "a", today()).is_err());
}
