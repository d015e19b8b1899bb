//! Benchmarks print ratios; nothing here passes or fails on a time.

use std::process::Command;

use anyhow::Result;

use crate::{child, place, site, wasm};

pub fn word(arguments: &[String]) -> Result<()> {
    child::run(child::cargo(&["bench", "--workspace"]).args(arguments))?;
    site::build()?;
    wasm::build_headless()?;
    child::run(Command::new("node").current_dir(place::root()).arg("tests/bench/step.mjs"))
}
