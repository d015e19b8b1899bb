//! Pictures of the screens. The tests' harness takes them, since it already drives a browser.

use anyhow::Result;

use crate::{browsers, child, place, site};

pub fn word(arguments: &[String]) -> Result<()> {
    browsers::install_chromium()?;
    site::build()?;
    let mut command = child::cargo(&["run", "--quiet", "--bin", "shots", "--"]);
    command.env("BACKWISE_SITE", place::built_site()).arg(place::target().join("shots"));
    child::run(command.args(arguments))
}
