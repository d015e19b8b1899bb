//! When readers who have the app are told that warning signs have changed.

mod folder;

use std::collections::BTreeSet;

use backwise_cli::signs::lines;
use backwise_compiler::{Date, Source, compile};

/// Beside the small content folder.
const PAGES: [(&str, &str); 4] = [
    (
        "red-flag/fever-alarm.md",
        "---\ntitle: Fever with back pain\nwhen: fever\nlevel: same-day\nfamily: infection\nsources:\n  - smith-2020: same-day\n\
         checked: 2026-11-21\nreview: 2027-11-21\n---\n\nGet help today.\n",
    ),
    ("symptom/fever.md", "---\ntitle: Fever\nask: Is there a fever?\nneeds: [ache]\n---\n"),
    (
        "question/signs.md",
        "---\ntitle: Signs\nask: Which?\nstage: same-day\norder: 1\nchoose: many\noptions: [ache, fever]\n---\n",
    ),
    (
        "country/australia.md",
        "---\ntitle: Australia\ncodes: [au]\nnumber: \"000\"\n---\n\nIt is for all.[^smith-2020]\n",
    ),
];

/// What decides on urgent help after an edit of one of these pages.
fn edited(from: &str, to: &str) -> BTreeSet<String> {
    assert!(PAGES.iter().any(|(_, text)| text.contains(from)), "no page says `{from}`");
    let pages = PAGES.map(|(path, text)| (path, text.replace(from, to)));
    let pages: Vec<_> = pages.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    let folder = tempfile::tempdir().expect("a folder can be made");
    folder::content(folder.path());
    let source = Source::read(folder.path()).expect("it can be read").overlaid(Source::of(&pages));
    let compiled = compile(&source, Date::parse("2026-12-01").expect("a date"));
    assert!(compiled.graph.is_some(), "{to}: {:#?}", compiled.diagnostics);
    lines(&compiled.content, "# Notes\n\n## 0.1.0\n\nThe first.\n")
}

#[test]
fn whatever_decides_on_urgent_help_counts() {
    let before = edited("when: fever", "when: fever");
    for (from, to) in [
        ("when: fever", "when: fever or ache"),
        ("level: same-day", "level: emergency"),
        ("needs: [ache]\n", ""),
        ("stage: same-day", "stage: emergency"),
        ("choose: many", "choose: one"),
        ("[ache, fever]", "[fever, ache]"),
        ("\"000\"", "\"112\""),
        ("[au]", "[au, nz]"),
    ] {
        assert_ne!(edited(from, to), before, "{to}");
    }
}

#[test]
fn other_words_do_not_count() {
    let before = edited("when: fever", "when: fever");
    for (from, to) in [
        ("Get help today.", "Get help now."),
        ("checked: 2026-11-21", "checked: 2026-11-22"),
        ("ask: Which?", "ask: Which of these?"),
        ("ask: Is there a fever?", "ask: Are you hot?"),
        ("It is for all.", "It is for everybody."),
    ] {
        assert_eq!(edited(from, to), before, "{to}");
    }
}
