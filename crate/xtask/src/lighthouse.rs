//! How Lighthouse judges the pages that a reader meets first, sent as a server should send them.

use anyhow::{Result, bail};

use crate::{browsers, child, npm, place, site};

pub fn word(_: &[String]) -> Result<()> {
    browsers::install_chromium()?;
    let Some(program) = npm::install_lighthouse()? else {
        bail!("PATH: has no Node, which Lighthouse runs on; install it, then try again");
    };
    site::build_word(&["--compress".to_owned()])?;
    let mut command = child::cargo(&["run", "--quiet", "--bin", "lighthouse", "--"]);
    child::run(command.env("BACKWISE_SITE", place::built_site()).arg(program))
}
