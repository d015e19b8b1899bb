//! The site, as the writer's command builds it. The only place that knows how it is called.

use std::process::Command;

use anyhow::Result;

use crate::{child, place, wasm};

pub fn build_word(_: &[String]) -> Result<()> {
    build()
}

pub fn serve_word(arguments: &[String]) -> Result<()> {
    let mut command = backwise("serve")?;
    child::run(command.args(arguments))
}

pub fn build() -> Result<()> {
    child::run(&mut backwise("build")?)
}

/// The writer's own check: a warning is a fault here.
pub fn check() -> Result<()> {
    child::run(&mut command("check"))
}

fn backwise(word: &str) -> Result<Command> {
    let engine = wasm::build()?;
    let mut command = command(word);
    command
        .arg("--engine")
        .arg(engine)
        .args(["--www", "www", "--out"])
        .arg(place::built_site());
    Ok(command)
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
