//! What we build on, held against `crate/xtask/deny.toml` by cargo-deny.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{child, place, tools};

const DENY: &str = "0.20.2";

pub fn word(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => vet(Reach::Online),
        [only] if only == "--offline" => vet(Reach::Offline),
        _ => bail!("`cargo xtask vet` takes nothing but --offline"),
    }
}

/// Whether the list of known faults can be asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Online,
    /// It is left out, and that is said.
    Offline,
}

pub fn vet(reach: Reach) -> Result<()> {
    let folder = tools::install_crate(
        &place::tool_cache()?,
        "cargo-deny",
        "cargo-deny",
        DENY,
        &["--locked"],
    )?;
    let checks: &[&str] = match reach {
        Reach::Online => &["bans", "licenses", "sources", "advisories"],
        Reach::Offline => &["bans", "licenses", "sources"],
    };
    let mut command = Command::new(folder.join("cargo-deny"));
    command.current_dir(place::root()).args(["--locked", "--workspace"]);
    command.args(["--config", "crate/xtask/deny.toml"]);
    if reach == Reach::Offline {
        command.arg("--offline");
        eprintln!("warning: offline, so nobody asked for known faults of what we build on");
    }
    child::run(command.arg("check").args(checks))
}
