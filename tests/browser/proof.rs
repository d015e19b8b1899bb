//! The page where readers try our promises: what it reports is what native code reports, to the letter, and what
//! differs is told.

use std::fs;
use std::path::Path;

use backwise_cli::people::everybody;
use backwise_graph::Graph;
use backwise_proof::report::{Compared, Played, Report};
use backwise_proof::walk;
use backwise_tests::release::copy;
use backwise_tests::screen::{Device, Scheme};
use backwise_tests::site::Site;
use backwise_tests::{Axe, Browser, Screen, journey};
use serde_json::json;
use tempfile::TempDir;

use super::access::laws::faults;

const INTERVIEWS: u32 = 60;
const SEED: u32 = 7;

/// Presses the button for few interviews.
fn begin(browser: &Browser) {
    browser.open("/proof.html");
    browser.script(&format!(
        "document.querySelector('[name=interviews] option').value = {INTERVIEWS};
        document.querySelector('[name=interviews]').selectedIndex = 0;
        document.querySelector('[name=seed]').value = {SEED}"
    ));
    browser.find(".proof-begin").click();
}

/// What came of it, once it has come.
fn report(browser: &Browser) -> String {
    browser.wait_until("return !document.querySelector('.proof-report').hidden");
    let text = browser.script("return document.querySelector('.proof-report').textContent");
    text.as_str().expect("a text").to_owned()
}

/// Tries the promises on few interviews, and tells what came of it.
pub fn prove(browser: &Browser) -> String {
    begin(browser);
    report(browser)
}

/// The same without a browser.
fn natively() -> String {
    let (checker, mut played) = (journey::checker(), Played::default());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("journey");
    for somebody in everybody(&folder).expect("they can be read") {
        played.play(&checker, &somebody.person(&checker).expect("they fit the questions"));
    }
    let asking = fs::read(Site::folder().join("backwise/asking.bwg")).expect("the site has it");
    let report = Report {
        hash: Graph::hash_of(&asking),
        seed: SEED,
        tally: &walk(&checker, SEED, 0..INTERVIEWS),
        played: &played,
        compared: Some(&Compared { same: 20, length: 50, other: Vec::new() }),
        checker: &checker,
    };
    report.to_string().replace(std::env::consts::ARCH, "wasm32")
}

#[test]
fn the_page_reports_what_native_code_reports() {
    let browser = Browser::start();
    let told = prove(&browser);
    assert!(told.contains(&natively()), "{told}\n\nand natively\n\n{}", natively());
    assert!(told.contains("Nothing failed."));
    assert_eq!(browser.script("return document.activeElement.localName"), "h3");
    assert_eq!(browser.console_errors(), [""; 0]);
    assert_eq!(browser.strangers(), [""; 0]);
    assert_eq!(faults(&browser, &Axe::installed(), "html"), [""; 0]);
}

#[test]
fn it_waits_and_goes_on() {
    let browser = Browser::start();
    begin(&browser);
    browser.find("[name=pause]").click();
    browser.find("[name=pause][data-paused=true]");
    assert_eq!(browser.script("return document.querySelector('.proof-report').hidden"), true);
    browser.show_on(Screen { device: Device::Desktop, scheme: Scheme::Light });
    assert_eq!(faults(&browser, &Axe::installed(), "html"), [""; 0]);
    browser.find("[name=pause]").click();
    assert!(report(&browser).contains("Nothing failed."));
}

/// One bit of one part, and one person's level.
#[test]
fn what_differs_from_native_results_is_told() {
    let folder = TempDir::new().expect("this machine has room for a folder");
    copy(&Site::folder(), folder.path());
    let file = folder.path().join("proof/record.txt");
    let text = fs::read_to_string(&file).expect("the site has it");
    let part = text.lines().find(|line| line.starts_with("part ")).expect("there are parts");
    let other = if part.ends_with('0') { '1' } else { '0' };
    let altered = text.replace(part, &format!("{}{other}", &part[..part.len() - 1]));
    let altered = altered.replacen("journey emergency", "journey same-day", 1);
    fs::write(&file, altered).expect("it can be written");
    let told = prove(&Browser::on(Site::serve(folder.path())));
    assert!(told.contains("2 failed."), "{told}");
    assert!(told.contains("- part 0 differs from native results"), "{told}");
    assert!(told.contains("- journey: numb-saddle is told emergency"), "{told}");
}

#[test]
fn without_scripts_the_page_says_how_to_do_it_by_hand() {
    let browser = Browser::start();
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    browser.open("/proof.html");
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
    let is_shown = |css: &str| {
        browser.script(&format!("return document.querySelector('{css}').checkVisibility()")) == true
    };
    assert!(is_shown("main ul li") && is_shown("main > pre.snippet"));
    let command = browser.script("return document.querySelector('main > pre').textContent");
    assert!(command.as_str().is_some_and(|it| it.starts_with("cargo backwise prove")));
}
