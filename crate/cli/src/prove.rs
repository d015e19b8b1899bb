//! `prove`: the promises of the checker, held to by whoever doubts them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result};
use backwise_checker::Checker;
use backwise_cli::{interview, people};
use backwise_compiler::Date;
use backwise_proof::report::{Played, Report};
use backwise_proof::{Person, Record, Tally, trace, walk};
use clap::Args;
use rayon::prelude::*;

/// Interviews that are walked in one go.
const STRIDE: u32 = 500;

/// The interviews of a record: so many parts of so many.
const PARTS: u32 = 20;
const LENGTH: u32 = 50;

/// What is held to the laws, and how often.
#[derive(Args)]
pub struct Prove {
    /// The content folder.
    #[arg(default_value = "content")]
    content: PathBuf,
    /// How many random interviews to walk.
    #[arg(long, default_value_t = 100_000)]
    interviews: u32,
    /// What the interviews are drawn from: the same number draws the same ones, here and on the page.
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// The folder with everybody who is played.
    #[arg(long, default_value = "tests/journey")]
    journeys: PathBuf,
    /// Also writes to this file what native code made of everybody and of a thousand interviews, step by step, so
    /// that WebAssembly can be held against it.
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
}

/// Prints what was counted; fails when anything failed.
pub fn run(prove: &Prove, today: Date) -> Result<ExitCode> {
    let checker = interview::load(&prove.content, today)?;
    let hash = interview::hash(checker.graph());
    let people = people(&checker, &prove.journeys)?;
    let mut played = Played::default();
    people.iter().for_each(|person| played.play(&checker, person));
    if let Some(file) = &prove.record {
        let text = record(&checker, people, prove.seed).write(checker.graph(), hash);
        let writing = || format!("`{}` could not be written", file.display());
        fs::write(file, text).with_context(writing)?;
    }
    let tally = walk_all(&checker, prove.seed, prove.interviews);
    let (tally, played) = (&tally, &played);
    let seed = prove.seed;
    let report = Report { checker: &checker, hash, seed, tally, played, compared: None };
    print!("{report}");
    Ok(if report.n_failures() > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn people(checker: &Checker, folder: &Path) -> Result<Vec<Person>> {
    if !folder.is_dir() {
        eprintln!("nobody is played: there is no folder `{}`", folder.display());
        return Ok(Vec::new());
    }
    let all = people::everybody(folder)?;
    let person = |it: &people::Somebody| it.person(checker).with_context(|| it.name.clone());
    all.iter().map(person).collect()
}

fn record(checker: &Checker, people: Vec<Person>, seed: u32) -> Record {
    let mut record = Record { people, seed, length: LENGTH, parts: Vec::new() };
    let parts = (0..PARTS as usize).into_par_iter();
    record.parts = parts.map(|part| trace(checker, seed, record.numbers(part))).collect();
    record
}

/// All interviews, on all cores, with counts and first failures as if they came one after the other.
fn walk_all(checker: &Checker, seed: u32, n: u32) -> Tally {
    let done = AtomicU32::new(0);
    let stride = |at: u32| {
        let tally = walk(checker, seed, at * STRIDE..n.min((at + 1) * STRIDE));
        tell(done.fetch_add(1, Ordering::Relaxed) + 1, n.div_ceil(STRIDE));
        tally
    };
    let tallies: Vec<_> = (0..n.div_ceil(STRIDE)).into_par_iter().map(stride).collect();
    tallies.into_iter().fold(Tally::default(), |mut sum, tally| {
        sum.add(tally);
        sum
    })
}

/// Ten times on the way.
fn tell(done: u32, all: u32) {
    if done * 10 / all > (done - 1) * 10 / all {
        eprintln!("{} %", done * 100 / all);
    }
}
