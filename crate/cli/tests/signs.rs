//! When readers who have the app are told that warning signs have changed.

mod folder;

use std::fs;
use std::path::Path;

use backwise_cli::signs::mark;
use backwise_compiler::{Date, Source, compile};

const ALARM: &str = "red-flag/fever-alarm.md";

/// The mark of a small content folder, after an edit.
fn edited(path: &str, from: &str, to: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    folder::content(folder.path());
    edit(&folder.path().join(path), from, to);
    let source = Source::read(folder.path()).expect("it can be read");
    let today = Date::parse("2026-12-01").expect("a date");
    let compiled = compile(&source, today);
    assert!(compiled.graph.is_some(), "{:?}", compiled.diagnostics);
    mark(&compiled.content, "# Notes\n\n## 0.1.0\n\nThe first.\n")
}

fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("it can be read");
    assert!(text.contains(from), "{from} is not in {}", path.display());
    fs::write(path, text.replace(from, to)).expect("it can be written");
}

#[test]
fn another_rule_or_level_is_another_mark() {
    let before = edited(ALARM, "", "");
    for (from, to) in
        [("when: fever", "when: fever or ache"), ("level: same-day", "level: emergency")]
    {
        assert_ne!(edited(ALARM, from, to), before, "{to}");
    }
}

#[test]
fn other_words_are_the_same_mark() {
    let before = edited(ALARM, "", "");
    assert_eq!(edited(ALARM, "Get help today.", "Get help now."), before);
    assert_eq!(edited(ALARM, "2026-11-21", "2026-11-22"), before);
}
