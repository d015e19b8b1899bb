//! The workflows of a public forge call our own commands and nothing else, and their parts have fixed versions.

use std::fs;

use crate::{WORDS, place};

/// What is there before our commands are.
const BEFORE: [&str; 3] = ["rustup toolchain install ", "rustup default ", "git diff --exit-code"];

/// What is wrong with a workflow.
fn faults(text: &str) -> Vec<&str> {
    let items = text.lines().map(|line| line.trim().trim_start_matches("- "));
    items.filter(|item| !is_fixed(item) || !is_ours(item)).collect()
}

/// Whether what it uses is one version: all three of its numbers.
fn is_fixed(item: &str) -> bool {
    let Some(used) = item.strip_prefix("uses: ") else { return true };
    let Some((_, version)) = used.split_once("@v") else { return false };
    let numbers: Vec<_> = version.split('.').collect();
    numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u32>().is_ok())
}

/// Whether what it runs is a word of ours, or what comes before them.
fn is_ours(item: &str) -> bool {
    let Some(command) = item.strip_prefix("run: ") else { return true };
    let word = command.strip_prefix("cargo xtask ").and_then(|rest| rest.split(' ').next());
    word.is_some_and(|word| WORDS.iter().any(|it| it.name == word))
        || BEFORE.iter().any(|start| command.starts_with(start))
}

#[test]
fn every_workflow_calls_words_that_exist_and_parts_of_one_version() {
    let folder = place::root().join(".github/workflows");
    let entries: Vec<_> =
        fs::read_dir(folder).expect("it is there").filter_map(Result::ok).collect();
    assert!(!entries.is_empty());
    for entry in entries {
        let text = fs::read_to_string(entry.path()).expect("it can be read");
        assert_eq!(faults(&text), [""; 0], "{}", entry.path().display());
    }
}

#[test]
fn a_floating_version_and_a_command_of_its_own_are_told() {
    let text = "- uses: actions/checkout@v4\n- uses: a/b@main\n- uses: a/b@v1.2.3\n- run: cargo xtask test\n\
                - run: cargo xtask rest\n- run: npm ci\n- run: |\n";
    let told = [
        "uses: actions/checkout@v4",
        "uses: a/b@main",
        "run: cargo xtask rest",
        "run: npm ci",
        "run: |",
    ];
    assert_eq!(faults(text), told);
}
