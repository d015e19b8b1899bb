//! The programs that come from npm, each pinned as those of Cargo are. Without Node there are none of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{checksum, child, place};

const BINARYEN: &str = "132.0.0";
const AXE: &str = "4.14.1";
/// The last line of versions that runs on Node 20.
const HTML_VALIDATE: &str = "10.9.0";
/// The last line of versions that runs on Node 20.
const LIGHTHOUSE: &str = "12.8.2";
const MINISEARCH: &str = "7.2.0";
pub const ESBUILD: &str = "0.28.2";

pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

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
    let program = program("esbuild");
    let folder = install(cache, "esbuild", ESBUILD, &program)?;
    if folder.is_none() {
        eprintln!("warning: no Node, so no esbuild: scripts and styles will be larger, and work");
    }
    Ok(folder.map(|folder| folder.join(program)))
}

/// The script that the search runs on, in its package.
const MINISEARCH_SCRIPT: &str = "dist/es/index.js";

/// The package that the search in the browser runs on.
pub fn minisearch() -> Result<Option<PathBuf>> {
    let package = "node_modules/minisearch";
    let script = format!("{package}/{MINISEARCH_SCRIPT}");
    let folder = install(&place::tool_cache()?, "minisearch", MINISEARCH, &script)?;
    if folder.is_none() {
        eprintln!("warning: no Node, so no MiniSearch: the site will have no search, and works");
    }
    Ok(folder.map(|folder| folder.join(package)))
}

/// Its one script, to be made small.
pub fn install_minisearch() -> Result<Option<PathBuf>> {
    let Some(package) = minisearch()? else { return Ok(None) };
    let script = package.join(MINISEARCH_SCRIPT);
    copy(&script, &place::target().join("search/minisearch.js")).map(Some)
}

/// What the browser tests judge screens by: one script, put beside what is built.
pub fn install_axe() -> Result<Option<PathBuf>> {
    let script = "node_modules/axe-core/axe.min.js";
    let Some(folder) = install(&place::tool_cache()?, "axe-core", AXE, script)? else {
        eprintln!("warning: no Node, so no axe-core: the tests that need it fail, and say so");
        return Ok(None);
    };
    copy(&folder.join(script), &place::target().join("axe.js")).map(Some)
}

/// A copy of the file, in a folder that is made.
fn copy(from: &Path, to: &Path) -> Result<PathBuf> {
    let folder = to.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    fs::copy(from, to).with_context(|| from.display().to_string())?;
    Ok(to.to_owned())
}

/// What tells whether a page is valid HTML: the program itself.
pub fn install_html_validate() -> Result<Option<PathBuf>> {
    let program = program("html-validate");
    let folder = install(&place::tool_cache()?, "html-validate", HTML_VALIDATE, &program)?;
    Ok(folder.map(|folder| folder.join(program)))
}

/// What judges how fast and how easy to use a page is: the program itself.
pub fn install_lighthouse() -> Result<Option<PathBuf>> {
    let program = program("lighthouse");
    let folder = install(&place::tool_cache()?, "lighthouse", LIGHTHOUSE, &program)?;
    Ok(folder.map(|folder| folder.join(program)))
}

/// Their lock file says which versions, of everything that they need in turn.
const BUILDERS: &str = "tests/package/tools";

/// The folder with what other people build their pages with.
pub fn install_builders() -> Result<Option<PathBuf>> {
    let (list, lock) = ("package.json", "package-lock.json");
    let from = place::root().join(BUILDERS);
    let locked = fs::read(from.join(lock)).with_context(|| from.display().to_string())?;
    let sum = checksum::line("", &locked);
    let folder = place::tool_cache()?.join(format!("builders-{}", &sum[..12]));
    let packages = folder.join("node_modules");
    // npm writes it last.
    if packages.join(".package-lock.json").is_file() {
        return Ok(Some(packages));
    }
    if !child::succeeds(Command::new(NPM).arg("--version")) {
        return Ok(None);
    }
    [list, lock].iter().try_for_each(|it| copy(&from.join(it), &folder.join(it)).map(drop))?;
    let ci = ["ci", "--no-audit", "--no-fund", "--prefix"];
    child::run(Command::new(NPM).args(ci).arg(&folder))?;
    Ok(Some(packages))
}

/// The folder of modules in which a package is that we are measured beside, if it can be had.
pub fn peer(cache: &Path, package: &str, version: &str, file: &str) -> Option<PathBuf> {
    let modules = "node_modules";
    let folder = install(cache, package, version, &format!("{modules}/{file}"));
    folder.ok()?.map(|folder| folder.join(modules)).filter(|modules| modules.join(file).is_file())
}

/// Where a package keeps a program, below its own folder.
fn program(name: &str) -> String {
    let end = if cfg!(windows) { ".cmd" } else { "" };
    format!("node_modules/.bin/{name}{end}")
}

/// The package's own folder, once this file is in it.
fn install(cache: &Path, package: &str, version: &str, file: &str) -> Result<Option<PathBuf>> {
    let folder = cache.join(format!("{package}-{version}"));
    if folder.join(file).is_file() {
        return Ok(Some(folder));
    }
    if !child::succeeds(Command::new(NPM).arg("--version")) {
        return Ok(None);
    }
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let mut command = Command::new(NPM);
    command.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder);
    child::run(command.arg(format!("{package}@{version}")))?;
    Ok(Some(folder))
}

#[cfg(test)]
mod tests {
    use super::BUILDERS;
    use crate::place;

    /// Each is checked by its sum, and comes from wherever whoever runs the tests gets theirs.
    #[test]
    fn the_lock_file_names_no_registry() {
        let lock = place::root().join(BUILDERS).join("package-lock.json");
        let lock = std::fs::read_to_string(lock).expect("it is there");
        assert!(!lock.contains("\"resolved\"") && lock.contains("\"integrity\""));
    }
}
