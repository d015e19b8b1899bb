//! A project of somebody else's, with our package installed from its tarball and their tools at hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{child, minify, npm, npm_package, package, place};

/// What they write.
const SOURCES: &str = "tests/package";

/// Builds each of their pages with the package of the site that was built last, and says where the project is.
pub fn build() -> Result<PathBuf> {
    let tools = npm::install_builders().context("not run: what others build with is missing")?;
    let Some(tools) = tools else {
        bail!("not run: no Node, so the package for npm was tried nowhere");
    };
    package::pack()?;
    let folder = place::target().join("package");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    }
    let project = folder.join("project");
    minify::copy(&place::root().join(SOURCES), &project, &mut Vec::new())?;
    // Whoever looks for a package looks in the folders above, too.
    link(&tools, &folder.join("node_modules"))?;
    let mut install = Command::new(npm::NPM);
    install.current_dir(&project).args(["install", "--offline", "--no-save", "--no-audit"]);
    child::run(install.arg("--no-fund").arg(place::dist().join(npm_package::name())))?;
    child::run(Command::new("node").current_dir(&project).arg("build.mjs"))?;
    Ok(project)
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> Result<()> {
    std::os::unix::fs::symlink(to, at).with_context(|| at.display().to_string())
}

#[cfg(windows)]
fn link(to: &Path, at: &Path) -> Result<()> {
    std::os::windows::fs::symlink_dir(to, at).with_context(|| at.display().to_string())
}
