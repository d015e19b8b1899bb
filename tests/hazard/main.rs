//! Every hazard of the log names tests that are there; that they pass, the run itself tells.

mod promise;

use std::collections::BTreeSet;
use std::env;
use std::path::Path;
use std::process::Command;

use backwise_compiler::rule::Expression;
use backwise_compiler::{Content, Date, Facts, Source, compile, hazard, reading};
use backwise_graph::{Kind, Stage};
use backwise_tests::named;

fn content(over: &[(&str, &[u8])]) -> Content {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let source = Source::read(&folder).expect("the content can be read");
    compile(&source.overlaid(Source::of(over)), Date::from_unix_days(0)).content
}

/// Each hazard with the names it gives that no test has.
fn unshown(content: &Content) -> Vec<String> {
    let tests = named::tests();
    let mut unshown = Vec::new();
    for (page, hazard) in hazard::all(content) {
        let named = hazard.controls.iter().flat_map(|control| &control.tests);
        let missing = named.filter(|name| !tests.contains(&name.text));
        unshown.extend(missing.map(|name| format!("{}: {}", page.path, name.text)));
    }
    unshown
}

#[test]
fn every_test_that_a_hazard_names_is_there() {
    let content = content(&[]);
    assert!(hazard::all(&content).len() > 1, "there is no hazard log");
    assert_eq!(unshown(&content), [""; 0]);
}

#[test]
fn a_name_that_no_test_has_is_told() {
    let page = "---\ntitle: Made up\nseverity: minor\nlikelihood: low\nwithout: low\ncontrols:\n  \
                - text: It is prevented.\n    tests: [tests::hazard::a_name_that_no_test_has_is_told]\n  \
                - text: So is this.\n    tests: [tests::hazard::nobody_looks]\n---\n";
    let found = unshown(&content(&[("hazard/made-up.md", page.as_bytes())]));
    assert_eq!(found, ["hazard/made-up.md: tests::hazard::nobody_looks"]);
}

#[test]
fn only_what_is_run_is_a_test() {
    let text = "#[test]\nfn run() {}\nfn called() {}\n\n#[ignore = \"slow\"]\n#[test]\nfn left() {}\n\
                #[test]\n#[should_panic]\nfn panics() {}\n// fn spoken_of() {}\n";
    assert_eq!(named::functions(text), ["run", "panics"]);
}

/// What is read off the sources is what the test program of this very shelf says of itself.
#[test]
fn names_are_those_that_the_program_lists() {
    let program = env::current_exe().expect("we are a program");
    let list = Command::new(program).arg("--list").output().expect("we can list our tests");
    let list = String::from_utf8(list.stdout).expect("names are text");
    let listed = list.lines().filter_map(|line| line.strip_suffix(": test"));
    let listed: Vec<_> = listed.map(|name| format!("tests::hazard::{name}")).collect();
    let mut read = named::tests();
    read.retain(|name| name.starts_with("tests::hazard::"));
    assert_eq!(listed, read.into_iter().collect::<Vec<_>>());
}

#[test]
fn what_asks_for_a_warning_sign_is_easy_to_read() {
    let content = content(&[]);
    let mut asking = BTreeSet::new();
    for (at, page) in content.of_kind(Kind::RedFlag) {
        check_grade(&content, at, 6.0);
        let Facts::RedFlag { when: Some((rule, _)), .. } = &page.facts else { continue };
        findings(&content, rule, &mut asking);
    }
    let is_safety = |facts: &Facts| {
        matches!(facts, Facts::Question { stage: Stage::Emergency | Stage::SameDay, .. })
    };
    let screens = content.of_kind(Kind::Question).filter(|(_, page)| is_safety(&page.facts));
    asking.extend(screens.map(|(at, _)| at));
    // A line is short, so that one long word weighs a whole grade.
    asking.into_iter().for_each(|at| check_grade(&content, at, 7.0));
}

fn check_grade(content: &Content, at: usize, most: f64) {
    let page = &content.pages[at];
    let grade = reading::read(content, page).grade().unwrap_or_default();
    assert!(grade <= most, "{} is of grade {grade:.1}", page.path);
}

/// The pages of all that a rule names.
fn findings(content: &Content, rule: &Expression, pages: &mut BTreeSet<usize>) {
    match rule {
        Expression::Name(name) => pages.extend(content.by_slug.get(&name.text)),
        Expression::AtLeast(_, parts) => parts.iter().for_each(|it| findings(content, it, pages)),
    }
}
