//! Everything a change must pass, in the order that tells soonest.

use std::env;
use std::process::Command;

use anyhow::{Result, bail};

use crate::browsers::OTHERS;
use crate::tally::Tally;
use crate::{browsers, child, npm, place, project, site, wasm};

struct Step {
    name: &'static str,
    run: fn(&mut Tally) -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "format", run: format },
    Step { name: "lint", run: lint },
    Step { name: "documents", run: documents },
    Step { name: "tests", run: tests },
    Step { name: "oracle", run: oracle },
    Step { name: "content", run: content },
    Step { name: "engine", run: engine },
    Step { name: "browser", run: browser },
    Step { name: "package", run: package },
    Step { name: "markup", run: markup },
    Step { name: "headless", run: headless },
];

/// Goes on after a fault, so that one run tells of them all. Of named steps it runs no others.
pub fn word(names: &[String]) -> Result<()> {
    if let Some(name) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        bail!("`{name}` is no step of the tests");
    }
    let mut tally = Tally::default();
    let mut faults = Vec::new();
    for step in STEPS.iter().filter(|it| names.is_empty() || names.iter().any(|n| n == it.name)) {
        eprintln!("\n== {}", step.name);
        if let Err(error) = (step.run)(&mut tally) {
            eprintln!("error: {error:#}");
            faults.push(step.name);
        }
    }
    println!("{tally}");
    if !faults.is_empty() {
        bail!("not passed: {}", faults.join(", "));
    }
    Ok(())
}

pub fn oracle_word(_: &[String]) -> Result<()> {
    let file = place::target().join("posteriors.json");
    let print = ["run", "--quiet", "--package", "backwise-tests", "--bin", "posteriors", "--"];
    child::run(child::cargo(&print).arg(&file))?;
    let mut command = Command::new("python3");
    child::run(command.current_dir(place::root()).arg("tests/oracle/shipped.py").arg(file))
}

fn format(_: &mut Tally) -> Result<()> {
    child::run(&mut child::cargo(&["fmt", "--all", "--check"]))
}

fn lint(_: &mut Tally) -> Result<()> {
    child::run(&mut child::cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    // `--all-targets` leaves out a test that plain `cargo test` does not run.
    let browser = ["clippy", "--workspace", "--test", "browser", "--", "-D", "warnings"];
    child::run(&mut child::cargo(&browser))
}

fn documents(_: &mut Tally) -> Result<()> {
    child::run(
        child::cargo(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn tests(tally: &mut Tally) -> Result<()> {
    tally.run(&mut child::cargo(&["test", "--workspace", "--no-fail-fast"]))
}

/// What the checker makes of the shipped graph, beside arithmetic that shares nothing with it.
fn oracle(_: &mut Tally) -> Result<()> {
    if !child::succeeds(Command::new("python3").arg("--version")) {
        eprintln!(
            "warning: no Python, so the posteriors of the shipped graph were held against nothing"
        );
        return Ok(());
    }
    oracle_word(&[])
}

fn content(_: &mut Tally) -> Result<()> {
    site::check()
}

/// Each module of the room that knows a browser is that room with one feature; the lint above sees it with all.
fn engine(_: &mut Tally) -> Result<()> {
    wasm::lint()
}

/// These see the site that ships, so it is built first; without it they are not run at all.
fn browser(tally: &mut Tally) -> Result<()> {
    browsers::install_chromium()?;
    site::build()?;
    let mut command = browser_tests()?;
    command.args(["--", "--skip", PACKAGE]);
    bring_others(&mut command, tally)?;
    tally.run(&mut command)
}

/// Those that see the package for npm, built into pages by other people's tools.
const PACKAGE: &str = "package::";

/// On the site built for the step before.
fn package(tally: &mut Tally) -> Result<()> {
    browsers::install_chromium()?;
    let project = project::build()?;
    tally.run(browser_tests()?.env("BACKWISE_PACKAGE", project).args(["--", PACKAGE]))
}

fn browser_tests() -> Result<Command> {
    let mut command = child::cargo(&["test", "--workspace", "--test", "browser"]);
    command.env("BACKWISE_SITE", place::built_site());
    if let Some(axe) = npm::install_axe()? {
        command.env("BACKWISE_AXE", axe);
    }
    Ok(command)
}

/// Firefox, WebKit and nginx, where they can be had: elsewhere their tests are left out, and the last line says so.
fn bring_others(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let theirs = env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<_> = env::split_paths(&theirs).collect();
    for other in OTHERS {
        match (other.install)() {
            Ok(folder) => folders.extend(folder),
            Err(error) => {
                eprintln!("warning: the tests with {} are not run: {error:#}", other.name);
                tally.not_run.push(format!("{}: {error:#}", other.name));
                command.args(["--skip", other.tests]);
            }
        }
    }
    command.env("PATH", env::join_paths(folders)?);
    Ok(())
}

/// Whether each page of the site built for the step before is valid HTML.
fn markup(_: &mut Tally) -> Result<()> {
    let Some(program) = npm::install_html_validate()? else {
        bail!("no Node, so no page was held against the rules of HTML");
    };
    let rules = ["--config", "tests/markup/rules.mjs"];
    let validate = || {
        let mut command = Command::new(&program);
        command.current_dir(place::root()).args(rules);
        command
    };
    if child::succeeds(validate().arg("tests/markup/broken.html")) {
        bail!("tests/markup/broken.html passed, so passing says nothing");
    }
    child::run(validate().arg(place::built_site()))
}

/// The engine as other people's JavaScript has it, on the site built for the step before, and held against a thousand
/// interviews that the native one is recorded in.
fn headless(_: &mut Tally) -> Result<()> {
    wasm::build_headless()?;
    let record = ["run", "--quiet", "--package", "backwise-tests", "--bin", "record", "--"];
    let file = place::target().join("interviews.jsonl");
    child::run(child::cargo(&record).arg(file).arg("1000"))?;
    let mut command = Command::new("node");
    child::run(command.current_dir(place::root()).args(["--test", "tests/headless/"]))
}
