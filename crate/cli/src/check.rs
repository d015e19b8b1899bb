//! `check`: diagnostics, and tables where they are asked for.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use backwise_checker::{Checker, budget};
use backwise_cli::found::{self, Found};
use backwise_cli::{journeys, matrix};
use backwise_compiler::matrix::{empty_cells, rows};
use backwise_compiler::{Compiled, Date, Source, compile};
use backwise_graph::Graph;
use clap::{Args, ValueEnum};

use crate::{coverage, reading};

/// How diagnostics are printed.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// For a terminal, on standard error.
    Text,
    /// One JSON object, on standard output.
    Json,
    /// A SARIF 2.1.0 log, on standard output.
    Sarif,
}

/// What to print beside the diagnostics, and how to print these.
#[derive(Args)]
pub struct Tables {
    /// How diagnostics are printed.
    #[arg(long, value_enum, default_value = "text", conflicts_with_all = ["coverage", "reading", "safety"])]
    format: Format,
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
    let (source, compiled) = read(folder, today)?;
    let root = folder.display().to_string();
    let found = Found { root: &root, source: &source, compiled: &compiled };
    match tables.format {
        Format::Text => tell(&found)?,
        Format::Json => print!("{}", found::json(&found)),
        Format::Sarif => print!("{}", found::sarif(&found)),
    }
    if tables.coverage {
        print!("{}", coverage::table(&compiled.content));
    }
    if tables.reading {
        print!("{}", reading::table(&compiled.content));
    }
    let is_safe = match &tables.safety {
        Some(journeys) => safety(journeys, &found)?,
        None => true,
    };
    let Some(graph) = compiled.graph.filter(|_| is_safe) else { return Ok(ExitCode::FAILURE) };
    keeps_budget(graph)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the safety matrix, and says whether every cell holds something.
fn safety(journeys: &Path, found: &Found<'_>) -> Result<bool> {
    let content = &found.compiled.content;
    let journeys = journeys::read(journeys)?;
    let rows = rows(content, &journeys);
    let empty = empty_cells(&rows);
    print!("{}", matrix::table(content, &rows, empty.len()));
    eprint!("{}", found::text(found, &empty, std::io::stderr().is_terminal()));
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
pub fn report(folder: &Path, today: Date) -> Result<Compiled> {
    let (source, compiled) = read(folder, today)?;
    let root = folder.display().to_string();
    tell(&Found { root: &root, source: &source, compiled: &compiled })?;
    Ok(compiled)
}

/// Reads and compiles a folder.
pub fn read(folder: &Path, today: Date) -> Result<(Source, Compiled)> {
    let reading = || {
        format!("the content folder `{}` could not be read; name one that exists", folder.display())
    };
    let source = Source::read(folder).with_context(reading)?;
    let compiled = compile(&source, today);
    Ok((source, compiled))
}

/// Draws what was found on standard error, and counts it.
pub fn tell(found: &Found<'_>) -> Result<()> {
    let mut out = std::io::stderr().lock();
    let colour = out.is_terminal();
    write!(out, "{}", found::text(found, &found.compiled.diagnostics, colour))?;
    writeln!(out, "{}", found.summary())?;
    Ok(())
}
