//! Where things are: the workspace, its built output, and the tools kept between clones.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("xtask stands two folders below the root")
}

/// Everything built goes here, wherever the builder has told Cargo to put it.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

pub fn built_site() -> PathBuf {
    target().join("site")
}

/// What goes along with a release of the site.
pub fn dist() -> PathBuf {
    target().join("dist")
}

/// Outside the workspace, so that a second clone finds the tools already there.
pub fn tool_cache() -> Result<PathBuf> {
    let cache = match env::var_os("XDG_CACHE_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => env::home_dir()
            .context("no home directory: set XDG_CACHE_HOME to a folder for tools")?
            .join(".cache"),
    };
    Ok(cache.join("backwise/tools"))
}
