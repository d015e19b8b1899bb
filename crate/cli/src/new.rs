//! `new`: a page to begin with, and what is still missing in it.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use backwise_cli::found::{self, Found};
use backwise_cli::scaffold;
use backwise_compiler::Date;
use backwise_graph::Kind;

use crate::check;

/// Writes the page, prints its path, and tells what is to be filled in.
pub fn run(folder: &Path, kind: Kind, name: &str, today: Date) -> Result<ExitCode> {
    let path = scaffold::begin(folder, kind, name, today)?;
    println!("{}", path.display());
    let (source, mut compiled) = check::read(folder, today)?;
    compiled.diagnostics.retain(|it| folder.join(&*it.place.path) == path);
    let root = folder.display().to_string();
    let found = Found { root: &root, source: &source, compiled: &compiled };
    let colour = std::io::stderr().is_terminal();
    eprint!("\n{}", found::text(&found, &compiled.diagnostics, colour));
    eprintln!("{} gaps to fill; `check` tells what is left", compiled.diagnostics.len());
    Ok(ExitCode::SUCCESS)
}
