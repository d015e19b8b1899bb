//! Debian's packages, where they can be had.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::child;

/// Installs the packages of a program, which is on the search path then.
pub fn install(program: &str, packages: &[&str]) -> Result<()> {
    if on_path(program).is_some() {
        return Ok(());
    }
    let (Some(mut update), Some(mut install)) = (apt("update"), apt("install")) else {
        bail!("PATH: has no `{program}`; install it, then try again");
    };
    eprintln!("installing {}, once", packages.join(" and "));
    child::run(&mut update)?;
    child::run(install.args(["--yes", "--no-install-recommends"]).args(packages))
}

/// Debian's package tool with the right to use it, if there are both.
fn apt(word: &str) -> Option<Command> {
    let tool = on_path("apt-get")?;
    let id = Command::new("id").arg("-u").output().ok()?;
    let mut command = Command::new(&tool);
    if id.stdout.trim_ascii() != b"0" {
        child::succeeds(Command::new("sudo").args(["-n", "true"])).then_some(())?;
        command = Command::new("sudo");
        command.arg(&tool);
    }
    command.arg(word);
    Some(command)
}

/// The command at this name, if it is on this search path.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}
