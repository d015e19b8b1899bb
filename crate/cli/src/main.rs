//! `backwise`, the writer's command: it takes any content folder and needs no Rust.

mod build;
mod check;
mod compress;
mod coverage;
mod diff;
mod made;
mod new;
mod out;
mod prove;
mod reading;
mod release;
mod serve;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use backwise_cli::cases::{self, Case, Played};
use backwise_cli::interview;
use backwise_compiler::Date;
use backwise_graph::Kind;
use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;

use crate::made::Folders;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

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
    /// Tells what an edit does: relations, warning signs, who is told something else, reviews.
    Diff {
        #[command(flatten)]
        edit: diff::Edit,
        /// The day that review dates are held against; today unless given.
        #[arg(long, value_parser = parse_date)]
        on: Option<Date>,
    },
    /// Begins a page, and says what is still missing in it.
    New {
        /// What the page is.
        #[arg(value_parser = PossibleValuesParser::new(Kind::NAMES))]
        kind: String,
        /// Its title, or its id.
        name: String,
        /// The content folder.
        #[arg(long, default_value = "content")]
        content: PathBuf,
    },
    /// Builds the static site.
    Build(build::Build),
    /// Serves the site on localhost, and reads again whatever changes.
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
        /// Prints a FHIR `Questionnaire` of the questions, or a `QuestionnaireResponse` of the answers.
        #[arg(long)]
        fhir: bool,
        /// Prints the sheet for the doctor in place of the assessment.
        #[arg(long, conflicts_with_all = ["fhir", "questions"])]
        sheet: bool,
    },
    /// Plays published cases and counts how many are told what they should be.
    Cases {
        /// The folder of the cases.
        #[arg(default_value = "tests/journey/case")]
        cases: PathBuf,
        /// The content folder.
        #[arg(long, default_value = "content")]
        content: PathBuf,
        /// The day to print; today unless given.
        #[arg(long, value_parser = parse_date)]
        on: Option<Date>,
    },
    /// Holds very many random interviews, and everybody we know of, to what the checker promises.
    Prove(prove::Prove),
}

fn main() -> ExitCode {
    let done = match Backwise::parse().command {
        Command::Check { content, on, tables } => {
            check::run(&content, on.unwrap_or_else(today), &tables)
        }
        Command::Diff { edit, on } => diff::run(&edit, on.unwrap_or_else(today)),
        Command::New { kind, name, content } => {
            let kind = Kind::from_name(&kind).expect("only names of kinds are taken");
            new::run(&content, kind, &name, today())
        }
        Command::Build(build) => build::run(&build, today()),
        Command::Serve { folders, port } => serve::run(folders, port, today()),
        Command::Interview { content, questions, answers, fhir, sheet } => {
            let mode = match &answers {
                Some(file) => interview::Mode::Answers(file),
                None if questions => interview::Mode::Questions,
                None => interview::Mode::Ask,
            };
            let form = match (fhir, sheet) {
                (true, _) => interview::Form::Fhir,
                (false, true) => interview::Form::Sheet,
                (false, false) => interview::Form::Plain,
            };
            interview::run(&content, today(), &mode, form)
        }
        Command::Prove(prove) => prove::run(&prove, today()),
        Command::Cases { cases, content, on } => score(&cases, &content, on.unwrap_or_else(today)),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Prints what published cases are told; fails when being unsure is told less than saying no.
fn score(folder: &Path, content: &Path, today: Date) -> Result<ExitCode> {
    let checker = interview::load(content, today)?;
    let all = cases::play_all(&checker, Case::read_all(checker.graph(), folder)?);
    print!("{}", cases::report::report(&all, today));
    let is_faulty = all.iter().any(Played::is_bolder_when_unsure);
    Ok(if is_faulty { ExitCode::FAILURE } else { ExitCode::SUCCESS })
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
