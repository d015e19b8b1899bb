//! `check`: diagnostics, and tables where they are asked for.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use backwise_checker::{Checker, budget};
use backwise_cli::{journeys, matrix};
use backwise_compiler::matrix::{empty_cells, rows};
use backwise_compiler::{Compiled, Content, Date, Diagnostic, Severity, Source, compile, draw};
use backwise_graph::Graph;
use clap::Args;

use crate::{coverage, reading};

/// What to print beside the diagnostics.
#[derive(Args)]
pub struct Tables {
    /// Prints what holds each concept that the lists in `coverage/` ask for.
    #[arg(long)]
    coverage: bool,
    /// Prints each page's words, sentences and school grade, the hardest first, beside the goals.
    #[arg(long)]
    reading: bool,
    /// Prints what each red flag rests on, down to the journeys in this folder; fails on an empty cell.
    #[arg(long, value_name = "JOURNEYS")]
    safety: Option<PathBuf>,
}

/// Checks a content folder; fails on errors.
pub fn run(folder: &Path, today: Date, tables: &Tables) -> Result<ExitCode> {
    let (source, compiled) = report(folder, today)?;
    if tables.coverage {
        print!("{}", coverage::table(&compiled.content));
    }
    if tables.reading {
        print!("{}", reading::table(&compiled.content));
    }
    let is_safe = match &tables.safety {
        Some(journeys) => safety(journeys, &compiled.content, folder, &source)?,
        None => true,
    };
    let Some(graph) = compiled.graph.filter(|_| is_safe) else { return Ok(ExitCode::FAILURE) };
    keeps_budget(graph)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the safety matrix, and says whether every cell holds something.
fn safety(journeys: &Path, content: &Content, folder: &Path, source: &Source) -> Result<bool> {
    let journeys = journeys::read(journeys)?;
    let rows = rows(content, &journeys);
    let empty = empty_cells(&rows);
    print!("{}", matrix::table(content, &rows, empty.len()));
    tell(&empty, source, folder)?;
    Ok(empty.is_empty())
}

/// Fails when interviews on this graph would be slow, and names what makes them so.
fn keeps_budget(graph: Graph) -> Result<()> {
    let checker =
        Checker::new(graph).map_err(|error| anyhow!("the graph cannot be reasoned on: {error}"))?;
    let found = budget::budget(&checker);
    if found.p99 > budget::LIMIT {
        let name = |(finding, n): &(_, usize)| {
            format!("`{}` ({n} causes)", checker.graph().title(*finding))
        };
        let densest: Vec<_> = found.densest.iter().map(name).collect();
        bail!(
            "one interview in a hundred takes more than {:.0} table touches, and {:.0} are allowed; \
             take links away where most causes meet: {}",
            found.p99,
            budget::LIMIT,
            densest.join(", ")
        );
    }
    Ok(())
}

/// Compiles a folder and draws everything that was found.
pub fn report(folder: &Path, today: Date) -> Result<(Source, Compiled)> {
    let reading = || {
        format!("the content folder `{}` could not be read; name one that exists", folder.display())
    };
    let source = Source::read(folder).with_context(reading)?;
    let compiled = compile(&source, today);
    tell(&compiled.diagnostics, &source, folder)?;
    let count = |severity| compiled.diagnostics.iter().filter(|d| d.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    eprintln!(
        "{} pages, {} relations: {errors} errors, {warnings} warnings",
        compiled.content.pages.len(),
        compiled.content.statements.len()
    );
    Ok((source, compiled))
}

/// Draws diagnostics on standard error.
fn tell(diagnostics: &[Diagnostic], source: &Source, folder: &Path) -> Result<()> {
    let root = folder.display().to_string();
    let mut out = std::io::stderr().lock();
    let colour = out.is_terminal();
    for diagnostic in diagnostics {
        writeln!(out, "{}\n", draw::draw(diagnostic, source, &root, colour))?;
    }
    Ok(())
}
