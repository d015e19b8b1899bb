//! So does every promise of `promises.md`.

use backwise_tests::named;

/// Each promise of a table, with the names it gives that no test has, and whether it gives any.
fn unheld(promises: &str) -> Vec<String> {
    let tests = named::tests();
    let mut unheld = Vec::new();
    let rows = promises.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    for (promise, names) in rows.filter(|(first, _)| *first != "we promise") {
        let names: Vec<_> = names.split('`').filter(|name| name.contains("::")).collect();
        let missing = names.iter().filter(|name| !tests.contains(**name));
        unheld.extend(missing.map(|name| format!("{promise} {name}")));
        if names.is_empty() {
            unheld.push(format!("{promise} names no test"));
        }
    }
    unheld
}

#[test]
fn every_promise_names_tests_that_are_there() {
    let promises = include_str!("../promises.md");
    assert!(promises.lines().filter(|line| line.starts_with("| ")).count() > 40, "where are they?");
    assert_eq!(unheld(promises), [""; 0]);
    let made_up = "| we promise | held to it by |\n|---|---|\n| All. | `tests::hazard::nobody_looks` |\n\
                   | More. | nobody |\n| Enough. | `tests::hazard::only_what_is_run_is_a_test` |\n";
    assert_eq!(unheld(made_up), ["All. tests::hazard::nobody_looks", "More. names no test"]);
}
