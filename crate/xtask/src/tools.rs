//! The programs that building needs beside Cargo, each pinned, each in a folder named for its
//! version so that two checkouts may want different ones. Being there already costs nothing.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{child, npm, place};

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
const WASM_PACK: &str = "0.15.1";

pub struct Tools {
    folders: Vec<PathBuf>,
    pub optimizer: Optimizer,
    pub library: Library,
}

/// Which standard library goes into the module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Library {
    /// Built here from its sources, for size and without the words of panics: about a fifth smaller.
    Lean,
    /// As it came with the compiler.
    Shipped,
}

/// Whether `wasm-opt` is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Optimizer {
    /// Ours, from npm.
    Binaryen,
    /// No Node, no wasm-opt: the module works and is larger.
    Missing,
}

pub fn word(_: &[String]) -> Result<()> {
    let tools = install()?;
    for folder in &tools.folders {
        println!("{}", folder.display());
    }
    if let Some(axe) = npm::install_axe()? {
        println!("{}", axe.display());
    }
    Ok(())
}

pub fn install() -> Result<Tools> {
    add_wasm_target()?;
    let library = add_sources()?;
    let cache = place::tool_cache()?;
    // Not locked: the versions in its own lock file are not all served by every mirror.
    let bindgen =
        install_crate(&cache, "wasm-bindgen-cli", "wasm-bindgen", &bindgen_version()?, &[])?;
    let pack = install_crate(&cache, "wasm-pack", "wasm-pack", WASM_PACK, &["--locked"])?;
    let binaryen = npm::install_binaryen(&cache)?;
    let optimizer = if binaryen.is_some() { Optimizer::Binaryen } else { Optimizer::Missing };
    let folders = [bindgen, pack].into_iter().chain(binaryen).collect();
    Ok(Tools { folders, optimizer, library })
}

impl Tools {
    /// A command that finds our tools before any others on the machine.
    pub fn command(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(program);
        command.current_dir(place::root()).env("PATH", self.search_path()?);
        Ok(command)
    }

    fn search_path(&self) -> Result<OsString> {
        let theirs = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&theirs));
        env::join_paths(folders).context("PATH: a folder of it cannot be written in a search path")
    }
}

fn add_wasm_target() -> Result<()> {
    // Asked of rustc and not of rustup, which a distribution's Rust does without.
    let mut question = Command::new("rustc");
    question.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let answer = question.output().context("`rustc` did not start: install Rust")?;
    if Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_dir() {
        return Ok(());
    }
    child::run(Command::new("rustup").args(["target", "add", WASM_TARGET])).with_context(|| {
        format!("rustc: has no `{WASM_TARGET}`; install that target and try again")
    })
}

/// The sources of the standard library, so that it can be built for size.
fn add_sources() -> Result<Library> {
    let sysroot = sysroot()?;
    let is_there = || sysroot.join("lib/rustlib/src/rust/library/Cargo.lock").is_file();
    if !is_there() {
        // Without rustup, or without the network, the shipped library does as well.
        let added = child::run(Command::new("rustup").args(["component", "add", "rust-src"]));
        if added.is_err() || !is_there() {
            eprintln!(
                "warning: no `rust-src`, so no lean library: the module will be larger, and works"
            );
            return Ok(Library::Shipped);
        }
    }
    Ok(Library::Lean)
}

/// Where the compiler and its libraries are.
pub fn sysroot() -> Result<PathBuf> {
    let answer = Command::new("rustc").args(["--print", "sysroot"]).output();
    let answer = answer.context("`rustc` did not start: install Rust")?;
    Ok(PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim()))
}

/// The folder of a program that comes as a crate, once it is there.
pub fn install_crate(
    cache: &Path,
    krate: &str,
    program: &str,
    version: &str,
    flags: &[&str],
) -> Result<PathBuf> {
    let folder = cache.join(format!("{program}-{version}"));
    let bin = folder.join("bin");
    if bin.join(format!("{program}{}", env::consts::EXE_SUFFIX)).is_file() {
        return Ok(bin);
    }
    eprintln!("installing {krate} {version}, once: this takes some minutes");
    let mut command = child::cargo(&["install", krate, "--version", version, "--root"]);
    child::run(command.arg(&folder).args(flags))?;
    Ok(bin)
}

/// The crate and the tool read each other's bytes, so the lock file decides for both.
pub fn bindgen_version() -> Result<String> {
    let path = place::root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    match locked_version(&lock, "wasm-bindgen") {
        Some(version) => Ok(version.to_owned()),
        None => bail!("Cargo.lock: has no package `wasm-bindgen`; `crate/web` must depend on it"),
    }
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.1.9\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn the_locked_version_is_of_the_whole_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn a_package_not_locked_has_no_version() {
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }
}
