//! `check`: diagnostics only.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use backwise_compiler::{Compiled, Date, Severity, Source, compile, draw};

/// Checks a content folder; fails on errors.
pub fn run(folder: &Path, today: Date) -> Result<ExitCode> {
    let (_, compiled) = report(folder, today)?;
    let sound = compiled.graph.is_some();
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Compiles a folder and draws everything that was found.
pub fn report(folder: &Path, today: Date) -> Result<(Source, Compiled)> {
    let reading = || {
        format!("the content folder `{}` could not be read; name one that exists", folder.display())
    };
    let source = Source::read(folder).with_context(reading)?;
    let compiled = compile(&source, today);
    let root = folder.display().to_string();
    let mut out = std::io::stderr().lock();
    let colour = out.is_terminal();
    for diagnostic in &compiled.diagnostics {
        writeln!(out, "{}\n", draw::draw(diagnostic, &source, &root, colour))?;
    }
    let count = |severity| compiled.diagnostics.iter().filter(|d| d.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    writeln!(
        out,
        "{} pages, {} relations: {errors} errors, {warnings} warnings",
        compiled.content.pages.len(),
        compiled.content.statements.len()
    )?;
    Ok((source, compiled))
}
