//! What others install with npm: the element's folder, the checker without a screen, their types, and examples.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{place, wasm};

/// The package's own files, as they lie in it.
const OURS: &str = "www/npm";

/// Of the checker without a screen.
const HEADLESS: [&str; 3] = ["checker.js", "checker_bg.wasm", "checker.d.ts"];

/// What else travels: where it stands here, and its name there.
const BESIDE: [(&str, &str); 3] = [
    ("LICENSE", "LICENSE"),
    ("www/CHANGELOG.md", "CHANGELOG.md"),
    ("www/README.md", "EMBEDDING.md"),
];

pub fn name() -> String {
    format!("backwise-{}.tgz", env!("CARGO_PKG_VERSION"))
}

/// Its files by path, those of the element's folder among them.
pub fn files(element: &BTreeMap<String, Vec<u8>>) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = BTreeMap::new();
    for (name, bytes) in element {
        files.insert(format!("package/{name}"), bytes.clone());
    }
    let headless = wasm::build_headless()?;
    for name in HEADLESS {
        files.insert(format!("package/{name}"), read(&headless.join(name))?);
    }
    for (here, there) in BESIDE {
        files.insert(format!("package/{there}"), read(&place::root().join(here))?);
    }
    take(&place::root().join(OURS), "package", &mut files)?;
    let manifest = files.entry("package/package.json".to_owned()).or_default();
    *manifest = versioned(manifest)?;
    Ok(files.into_iter().collect())
}

/// The manifest with the version that everything of ours has.
fn versioned(manifest: &[u8]) -> Result<Vec<u8>> {
    let mut manifest: Value = serde_json::from_slice(manifest)?;
    manifest["version"] = env!("CARGO_PKG_VERSION").into();
    Ok(format!("{manifest:#}\n").into_bytes())
}

/// Every file of a folder, below a path of the package.
fn take(folder: &Path, to: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
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
