//! The package that others install with npm: built into their pages by their tools, it tells the same there.
//!
//! `cargo xtask test` installs it from its tarball beside those tools, and builds each page with `package/build.mjs`.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use backwise_checker::protocol;
use backwise_tests::site::Site;
use backwise_tests::widget::{WIDGET, inside, load};
use backwise_tests::{Axe, Browser, journey};
use serde_json::{Value, json};

use crate::hostile::tells_the_same;
use crate::shifts::shifts;

/// The folder that it is installed in.
fn project() -> PathBuf {
    let folder = env::var_os("BACKWISE_PACKAGE").map(PathBuf::from);
    folder.expect("not run: BACKWISE_PACKAGE names no folder; `cargo xtask test` makes it")
}

/// A page as it was built, with the checker on it and all that it fetches.
fn open(name: &str) -> Browser {
    let browser = Browser::on(Site::serve(&project().join("out").join(name)));
    browser.open("/");
    load(&browser);
    browser
}

/// Nothing moves, and somebody is told on it what they are told natively.
fn check(name: &str) -> Browser {
    let browser = open(name);
    let are_sheets = "return root.adoptedStyleSheets.every(({ cssRules }) => cssRules.length > 1)";
    assert_eq!(inside(&browser, are_sheets), true);
    assert_eq!(shifts(&browser), [""; 0], "{name}");
    assert_eq!(Axe::installed().faults(&browser, WIDGET), [""; 0], "{name}");
    tells_the_same(&browser);
    assert_eq!(Axe::installed().faults(&browser, WIDGET), [""; 0], "{name}");
    browser
}

/// Whether this is what the native checker tells the tired runner, as data.
fn is_native(told: &Value) -> bool {
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    let assessment = journey::play(&checker, &journey).assessment(&checker);
    same(told, &json!(protocol::assessment(&checker, &assessment)))
}

/// JavaScript writes a number without a fraction in one way only.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| other.get(key).is_some_and(|it| same(one, it)))
        }
        _ => one == other,
    }
}

/// What they answer, as data.
fn answers() -> Value {
    let file = format!("{}/journey/tired-runner.json", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(file).expect("it is there");
    serde_json::from_str::<Value>(&text).expect("it is data")["answers"].take()
}

/// The same by the class without a screen, which was built along.
fn check_headless(browser: &Browser) {
    let play = format!(
        "return begin().then((checker) => {{
            const answers = {};
            for (let ask; (ask = checker.next()); ) checker.answer(ask.id, answers[ask.id] ?? 'unsure');
            return checker.assessment();
        }})",
        answers()
    );
    assert!(is_native(&browser.script(&play)));
    assert_eq!(browser.console_errors(), [""; 0]);
}

#[test]
fn on_a_plain_page() {
    check("plain");
}

#[test]
fn built_by_vite() {
    check_headless(&check("vite-app"));
}

#[test]
fn built_by_webpack() {
    check_headless(&check("webpack"));
}

#[test]
fn built_by_esbuild() {
    check_headless(&check("esbuild"));
}

/// The example, on a page that is drawn anew when it is done.
#[test]
fn in_react() {
    let browser = check("vite-react");
    assert_eq!(browser.find("output").text(), "1");
}

#[test]
fn in_a_post_of_eleventy() {
    check("eleventy");
}

/// The example in Node prints what the native checker tells.
#[test]
fn in_node() {
    let answers_file = project().join("answers.json");
    fs::write(&answers_file, answers().to_string()).expect("it can be written");
    let mut node = Command::new("node");
    node.current_dir(project()).arg("node_modules/backwise/example/interview.mjs");
    let printed = node.arg(answers_file).output().expect("Node is there");
    let said = String::from_utf8_lossy(&printed.stderr);
    assert!(printed.status.success(), "{said}");
    assert!(is_native(&serde_json::from_slice(&printed.stdout).expect(&said)));
}
