//! How Lighthouse judges the pages that a reader meets first, in the built site: `lighthouse PROGRAM`.
//!
//! It prints a mark of each kind, of 100, and below it whatever took from it. The first depends on the machine and
//! varies from run to run, so each page is judged five times, as Lighthouse's own documentation asks for
//! (`docs/variability.md`): the run in the middle counts, and the lowest and the highest stand beside it.

use std::env;
use std::process::{Command, Stdio};

use backwise_site::hosting::HEADERS;
use backwise_tests::site::Site;
use serde_json::Value;

const PAGES: [(&str, &str); 4] = [
    ("home", "/"),
    ("an article", "/article/upper-back-pain-while-running.html"),
    ("the checker", "/check.html"),
    ("the wall test", "/self-test/wall-posture-test.html"),
];

const KINDS: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

const RUNS: usize = 5;

fn main() {
    let program = env::args().nth(1).expect("the path of Lighthouse's program");
    let site = Site::with_headers(&Site::folder(), &HEADERS);
    println!("{:16}{}", "of 100", KINDS.map(|kind| format!("{kind:>16}")).concat());
    for (name, path) in PAGES {
        let reports = [(); RUNS].map(|()| report(&program, &site.url(path)));
        let marks = KINDS.map(|kind| spread(&ordered(&reports, kind), kind));
        println!("{name:16}{}", marks.map(|mark| format!("{mark:>16}")).concat());
        KINDS.iter().for_each(|kind| losses(ordered(&reports, kind)[RUNS / 2], kind));
    }
}

fn score(report: &Value, kind: &str) -> f64 {
    report["categories"][kind]["score"].as_f64().unwrap_or_default()
}

/// From the run with the lowest mark of this kind to the one with the highest.
fn ordered<'a>(reports: &'a [Value], kind: &str) -> Vec<&'a Value> {
    let mut reports: Vec<_> = reports.iter().collect();
    reports.sort_by(|a, b| score(a, kind).total_cmp(&score(b, kind)));
    reports
}

/// The mark in the middle, with the others' reach where they differ.
fn spread(reports: &[&Value], kind: &str) -> String {
    let marks = [0, RUNS / 2, RUNS - 1].map(|at| mark(&reports[at]["categories"][kind]["score"]));
    let [lowest, middle, highest] = marks;
    if lowest == highest { middle } else { format!("{middle} ({lowest} to {highest})") }
}

fn report(program: &str, address: &str) -> Value {
    let mut command = Command::new(program);
    command.arg(address).args(["--output=json", "--quiet"]);
    command.arg(format!("--only-categories={}", KINDS.join(",")));
    // It refuses to start as root with a sandbox, and the pages are our own.
    command.arg("--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage");
    let done = command.stderr(Stdio::inherit()).output().expect("Lighthouse starts");
    assert!(done.status.success(), "{address}: Lighthouse ended with {}", done.status);
    serde_json::from_slice(&done.stdout).expect("Lighthouse reports in JSON")
}

fn mark(score: &Value) -> String {
    score.as_f64().map_or("none".to_owned(), |score| format!("{:.0}", score * 100.0))
}

/// What took from the mark of a kind.
fn losses(report: &Value, kind: &str) {
    let counted = report["categories"][kind]["auditRefs"].as_array().into_iter().flatten();
    let counted = counted.filter(|audit| audit["weight"].as_f64().is_some_and(|it| it > 0.0));
    for id in counted.filter_map(|audit| audit["id"].as_str()) {
        let audit = &report["audits"][id];
        if audit["score"].as_f64().is_some_and(|score| score < 1.0) {
            let shown = audit["displayValue"].as_str().unwrap_or_default();
            println!("    {}: {} {shown}", mark(&audit["score"]), audit["title"]);
        }
    }
}
