//! The built site behind nginx, with the shipped headers, asked for by many at once.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{child, place, site};

/// How often it is asked, unless told.
const COUNT: u32 = 10_000;

pub fn word(arguments: &[String]) -> Result<()> {
    let count: u32 = match arguments {
        [] => COUNT,
        [count] => count.parse().with_context(|| format!("`{count}` is no number of requests"))?,
        _ => bail!("`cargo xtask load` takes how many requests to make, and no more"),
    };
    if !child::succeeds(Command::new("nginx").arg("-v")) {
        bail!("PATH: has no `nginx`, which the site is put behind; install it, then try again");
    }
    site::build_word(&["--compress".to_owned()])?;
    let run = ["run", "--quiet", "--release", "--package", "backwise-tests", "--bin", "load", "--"];
    child::run(child::cargo(&run).arg(place::built_site()).arg(count.to_string()))
}
