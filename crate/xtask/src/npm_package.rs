//! What others install with npm: the element's folder, the checker without a screen, their types, and examples.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::package::Files;
use crate::{manual, place, wasm};

/// The package's own files, as they lie in it.
const OURS: &str = "www/npm";

/// Of the checker without a screen.
const HEADLESS: [&str; 3] = ["checker.js", "checker_bg.wasm", "checker.d.ts"];

pub fn name() -> String {
    format!("backwise-{}.tgz", env!("CARGO_PKG_VERSION"))
}

/// Its files by path: those of the element's folder, what goes along with it and how to use it, and its own.
pub fn files(element: &Files, beside: &Files, manual: &[u8]) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Files::new();
    for (name, bytes) in element.iter().chain(beside) {
        files.insert(format!("package/{name}"), bytes.clone());
    }
    files.insert("package/EMBEDDING.md".to_owned(), manual.to_vec());
    let headless = wasm::build_headless()?;
    for name in HEADLESS {
        files.insert(format!("package/{name}"), read(&headless.join(name))?);
    }
    take(&place::root().join(OURS), "package", &mut files)?;
    let manifest = files.entry("package/package.json".to_owned()).or_default();
    *manifest = versioned(manifest)?;
    let readme = files.entry("package/README.md".to_owned()).or_default();
    *readme = manual::of_this_version(readme);
    manual::check(&files)?;
    Ok(files.into_iter().collect())
}

/// The manifest with the version that everything of ours has.
fn versioned(manifest: &[u8]) -> Result<Vec<u8>> {
    let mut manifest: Value = serde_json::from_slice(manifest)?;
    manifest["version"] = env!("CARGO_PKG_VERSION").into();
    Ok(format!("{manifest:#}\n").into_bytes())
}

/// Every file of a folder, below a path of the package.
fn take(folder: &Path, to: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let to = format!("{to}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            take(&entry.path(), &to, files)?;
        } else {
            files.insert(to, read(&entry.path())?);
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| path.display().to_string())
}
