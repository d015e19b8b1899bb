//! Scripts and style sheets without what only their writers read: a quarter less of them is sent.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{child, npm, place};

/// Rewrites these files where they stand. Without Node they stay as they are, which is larger, and works.
pub fn rewrite(files: &[PathBuf]) -> Result<()> {
    let Some(esbuild) = npm::install_esbuild(&place::tool_cache()?)? else { return Ok(()) };
    let mut command = Command::new(esbuild);
    command.args(["--minify", "--allow-overwrite", "--log-level=warning"]);
    // Where two of one name stand in different folders, both stay where they are.
    let target = place::target();
    command.arg(flag("--outbase=", &target)).arg(flag("--outdir=", &target));
    child::run(command.args(files))
}

/// A copy of the folder with styles, icons and elements, rewritten.
pub fn www() -> Result<PathBuf> {
    let copied = place::target().join("www");
    if copied.exists() {
        fs::remove_dir_all(&copied).with_context(|| copied.display().to_string())?;
    }
    let mut files = Vec::new();
    copy(&place::root().join("www"), &copied, &mut files)?;
    files.retain(|file| file.extension().is_some_and(|end| end == "js" || end == "css"));
    rewrite(&files)?;
    Ok(copied)
}

fn flag(name: &str, folder: &Path) -> String {
    format!("{name}{}", folder.display())
}

/// Copies a folder, and says which files it had.
pub fn copy(from: &Path, to: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry.with_context(|| from.display().to_string())?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target, files)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| target.display().to_string())?;
            files.push(target);
        }
    }
    Ok(())
}
