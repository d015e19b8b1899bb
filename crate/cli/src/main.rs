//! `backwise`, the writer's command: it takes any content folder and needs no Rust.

mod build;
mod check;
mod coverage;
mod interview;
mod reading;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use backwise_compiler::Date;
use clap::{Parser, Subcommand};

use crate::build::Folders;

/// Turns a folder of Markdown into a knowledge graph about back pain, and a site that reasons on it.
#[derive(Parser)]
#[command(version, about)]
struct Backwise {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads all content and points at every mistake.
    Check {
        /// The content folder.
        #[arg(default_value = "content")]
        content: PathBuf,
        /// The day that review dates are held against; today unless given.
        #[arg(long, value_parser = parse_date)]
        on: Option<Date>,
        #[command(flatten)]
        tables: check::Tables,
    },
    /// Builds the static site.
    Build {
        #[command(flatten)]
        folders: Folders,
    },
    /// Builds the site, serves it on localhost, and does so again whenever something changes.
    Serve {
        #[command(flatten)]
        folders: Folders,
        /// The port to serve on.
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Plays the checker over JSON lines: asks on standard output, reads answers from standard input.
    Interview {
        /// The content folder.
        #[arg(default_value = "content")]
        content: PathBuf,
        /// Lists every question there is.
        #[arg(long, conflicts_with = "answers")]
        questions: bool,
        /// Takes the answers from this file, a map from question to answer; what is missing is unsure.
        #[arg(long, value_name = "FILE")]
        answers: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let done = match Backwise::parse().command {
        Command::Check { content, on, tables } => {
            check::run(&content, on.unwrap_or_else(today), &tables)
        }
        Command::Build { folders } => build::run(&folders, today()),
        Command::Serve { folders, port } => serve::run(&folders, port, today()),
        Command::Interview { content, questions, answers } => {
            let mode = match &answers {
                Some(file) => interview::Mode::Answers(file),
                None if questions => interview::Mode::Questions,
                None => interview::Mode::Ask,
            };
            interview::run(&content, today(), &mode)
        }
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn parse_date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| format!("`{text}` is no day; write it as 2026-11-21"))
}

/// The day by this machine's clock, in UTC.
fn today() -> Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = since.map_or(0, |elapsed| elapsed.as_secs() / 86_400);
    Date::from_unix_days(days as u32)
}
