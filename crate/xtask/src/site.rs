//! The site, as the writer's command builds it. The only place that knows how it is called.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::{child, minify, npm, place, wasm};

/// The people whom the safety matrix asks for.
const JOURNEYS: &str = "tests/journey";

/// What else is said goes to the writer's command.
pub fn build_word(arguments: &[String]) -> Result<()> {
    let mut command = backwise("build", &minify::www()?)?;
    child::run(command.arg("--app").arg("--out").arg(place::built_site()).args(arguments))
}

pub fn serve_word(arguments: &[String]) -> Result<()> {
    let mut command = backwise("serve", Path::new("www"))?;
    child::run(command.args(arguments))
}

pub fn build() -> Result<()> {
    build_word(&[])
}

/// The writer's own check. A warning is a fault here, and `backwise` itself does not fail on one.
pub fn check() -> Result<()> {
    let mut command = command("check");
    command.args(["--safety", JOURNEYS]);
    if let Some(day) = day_of_commit() {
        command.args(["--on", &day]);
    }
    child::run_without_warnings(&mut command)
}

/// Review dates are held against it, so that what passed once does not fail by growing old.
fn day_of_commit() -> Option<String> {
    let mut command = Command::new("git");
    let log =
        command.current_dir(place::root()).args(["log", "-1", "--format=%cs"]).output().ok()?;
    let day = String::from_utf8(log.stdout).ok()?;
    (log.status.success() && !day.is_empty()).then(|| day.trim().to_owned())
}

/// While somebody writes, what they write is served, and watched.
fn backwise(word: &str, www: &Path) -> Result<Command> {
    let engine = wasm::build()?;
    let mut command = command(word);
    command.arg("--www").arg(www).args(["--journeys", JOURNEYS, "--engine"]).arg(engine);
    if let Some(library) = npm::install_minisearch()? {
        minify::rewrite(std::slice::from_ref(&library))?;
        command.arg("--search").arg(library);
    }
    command.arg("--proof").arg(proof()?);
    Ok(command)
}

/// The folder with what the page of promises runs, and with what native code makes of the same content.
fn proof() -> Result<PathBuf> {
    let folder = wasm::build_proof()?;
    let mut command = command("prove");
    command.args(["--interviews", "0", "--record"]).arg(folder.join("record.txt"));
    child::run(&mut command)?;
    Ok(folder)
}

fn command(word: &str) -> Command {
    child::cargo(&[
        "run",
        "--quiet",
        "--release",
        "--package",
        "backwise-cli",
        "--",
        word,
        "content",
    ])
}
