//! Benchmarks print ratios; nothing here passes or fails on a time.

use anyhow::Result;

use crate::child;

pub fn word(arguments: &[String]) -> Result<()> {
    child::run(child::cargo(&["bench", "--workspace"]).args(arguments))
}
