//! The programs that come from npm, each pinned as those of Cargo are. Without Node there are none of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{child, place};

const BINARYEN: &str = "132.0.0";
const AXE: &str = "4.14.1";
pub const ESBUILD: &str = "0.28.2";

/// The folder that `wasm-opt` is in.
pub fn install_binaryen(cache: &Path) -> Result<Option<PathBuf>> {
    let bin = "node_modules/.bin";
    let folder = install(cache, "binaryen", BINARYEN, &format!("{bin}/wasm-opt"))?;
    if folder.is_none() {
        eprintln!("warning: no Node, so no wasm-opt: the module will be larger, and works");
    }
    Ok(folder.map(|folder| folder.join(bin)))
}

/// What makes scripts and style sheets small: the program itself.
pub fn install_esbuild(cache: &Path) -> Result<Option<PathBuf>> {
    let end = if cfg!(windows) { ".cmd" } else { "" };
    let program = format!("node_modules/.bin/esbuild{end}");
    let folder = install(cache, "esbuild", ESBUILD, &program)?;
    if folder.is_none() {
        eprintln!("warning: no Node, so no esbuild: scripts and styles will be larger, and work");
    }
    Ok(folder.map(|folder| folder.join(program)))
}

/// What the browser tests judge screens by: one script, put beside what is built.
pub fn install_axe() -> Result<Option<PathBuf>> {
    let script = "node_modules/axe-core/axe.min.js";
    let Some(folder) = install(&place::tool_cache()?, "axe-core", AXE, script)? else {
        eprintln!("warning: no Node, so no axe-core: the tests that need it fail, and say so");
        return Ok(None);
    };
    let (from, to) = (folder.join(script), place::target().join("axe.js"));
    fs::create_dir_all(place::target()).context("target: this folder cannot be made")?;
    fs::copy(&from, &to).with_context(|| from.display().to_string())?;
    Ok(Some(to))
}

/// The package's own folder, once this file is in it.
fn install(cache: &Path, package: &str, version: &str, file: &str) -> Result<Option<PathBuf>> {
    let folder = cache.join(format!("{package}-{version}"));
    if folder.join(file).is_file() {
        return Ok(Some(folder));
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if !child::succeeds(Command::new(npm).arg("--version")) {
        return Ok(None);
    }
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let mut command = Command::new(npm);
    command.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder);
    child::run(command.arg(format!("{package}@{version}")))?;
    Ok(Some(folder))
}
