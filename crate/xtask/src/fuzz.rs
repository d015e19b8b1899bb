//! Any bytes at every way in, for a while: `cargo xtask fuzz [TARGET] [--seconds N]`.
//!
//! It begins with what content and people of ours look like today, and with `tests/fuzz/corpus`; what it finds on top
//! is kept in `target/fuzz/corpus`. An input that leads to a fault, takes ten seconds or a gigabyte is a finding: mend
//! it, and put it into `tests/fuzz/corpus`, which `cargo test` tries.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::child::{self, Voice};
use crate::{place, tools};

const CARGO_FUZZ: &str = "0.13.2";
const TARGETS: [&str; 5] = ["compiler", "diary", "graph", "handover", "interview"];
/// How long each target is tried, unless told.
const SECONDS: u32 = 600;

/// What an input may take before it is a finding: seconds, and MiB. No input is longer than so many bytes.
const LIMITS: [&str; 3] = ["-timeout=10", "-rss_limit_mb=1024", "-max_len=16384"];

pub fn word(arguments: &[String]) -> Result<()> {
    let (targets, seconds) = read(arguments)?;
    if !child::succeeds(Command::new("c++").arg("--version")) {
        bail!("PATH: has no C++ compiler, `c++`, which the fuzzer is built with; install one");
    }
    let cache = place::tool_cache()?;
    let fuzz = tools::install_crate(&cache, "cargo-fuzz", "cargo-fuzz", CARGO_FUZZ, &["--locked"])?;
    let seed = ["run", "--quiet", "--package", "backwise-fuzz", "--bin", "seed", "--"];
    child::run(child::cargo(&seed).arg(corpus("")))?;
    let tried = targets.iter().map(|target| try_one(&fuzz, target, seconds));
    let tried = tried.collect::<Result<Vec<_>>>()?;
    println!(
        "{:<10} {:>10} {:>8} {:>7} {:>9}  finding",
        "target", "runs", "seconds", "corpus", "peak MiB"
    );
    tried.iter().for_each(|tried| println!("{tried}"));
    if tried.iter().any(|tried| tried.finding.is_some()) {
        bail!("there are findings: mend them, and put each into `tests/fuzz/corpus`");
    }
    Ok(())
}

/// What came of one target.
struct Tried<'a> {
    target: &'a str,
    runs: u64,
    seconds: u64,
    corpus: usize,
    peak: u64,
    /// The file of the input that it stopped at.
    finding: Option<String>,
}

impl fmt::Display for Tried<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self { target, runs, seconds, corpus, peak, finding } = self;
        let finding = finding.as_deref().unwrap_or("none");
        write!(f, "{target:<10} {runs:>10} {seconds:>8} {corpus:>7} {peak:>9}  {finding}")
    }
}

/// Which targets, and for how many seconds each.
fn read(arguments: &[String]) -> Result<(Vec<&str>, u32)> {
    let (mut targets, mut seconds) = (Vec::new(), SECONDS);
    let mut left = arguments.iter();
    while let Some(argument) = left.next() {
        match argument.as_str() {
            "--seconds" => {
                let number = left.next().and_then(|number| number.parse().ok());
                seconds = number.context("--seconds: how many?")?;
            }
            name if TARGETS.contains(&name) => targets.push(name),
            name => bail!("`{name}` is none of: {}, --seconds N", TARGETS.join(", ")),
        }
    }
    let all = || TARGETS.to_vec();
    Ok((if targets.is_empty() { all() } else { targets }, seconds))
}

fn try_one<'a>(fuzz: &Path, target: &'a str, seconds: u32) -> Result<Tried<'a>> {
    let start = Instant::now();
    let (mut runs, mut peak, mut finding) = (0, 0, None);
    let ended = child::run_heard(&mut command(fuzz, target, seconds)?, Voice::Error, |line| {
        let number = |name| line.strip_prefix(name).and_then(|rest| rest.trim().parse().ok());
        runs = number("stat::number_of_executed_units:").unwrap_or(runs);
        peak = number("stat::peak_rss_mb:").unwrap_or(peak);
        finding = line.split_once(WRITTEN).map(|(_, file)| file.to_owned()).or(finding.take());
    });
    if finding.is_none() {
        ended?;
    }
    let seconds = start.elapsed().as_secs();
    Ok(Tried { target, runs, seconds, corpus: files(&corpus(target)), peak, finding })
}

/// How the fuzzer says that it stopped at an input.
const WRITTEN: &str = "Test unit written to ";

fn command(fuzz: &Path, target: &str, seconds: u32) -> Result<Command> {
    let findings = place::target().join("fuzz/finding").join(target);
    fs::create_dir_all(&findings).with_context(|| findings.display().to_string())?;
    let mut command = Command::new(fuzz.join("cargo-fuzz"));
    command.current_dir(place::root()).args(["fuzz", "run", "--fuzz-dir", "tests/fuzz"]);
    // Nothing of ours is unsafe, so a sanitizer has little to see; without one no nightly compiler is needed.
    command.args(["--sanitizer", "none", "--features", "fuzzer", "--target-dir"]);
    command.arg(place::target().join("fuzz/build")).arg(target).arg(corpus(target));
    // What was found before is tried again.
    command.arg(format!("tests/fuzz/corpus/{target}")).arg(&findings).arg("--").args(LIMITS);
    command.arg(format!("-max_total_time={seconds}")).arg("-print_final_stats=1");
    command.arg(format!("-artifact_prefix={}/", findings.display()));
    Ok(command)
}

fn corpus(target: &str) -> PathBuf {
    place::target().join("fuzz/corpus").join(target)
}

/// How many there are.
fn files(folder: &Path) -> usize {
    fs::read_dir(folder).into_iter().flatten().count()
}

#[cfg(test)]
mod tests {
    use super::{SECONDS, TARGETS, read};

    fn check(line: &str, targets: &[&str], seconds: u32) {
        let arguments: Vec<_> = line.split_whitespace().map(str::to_owned).collect();
        assert_eq!(read(&arguments).expect("it is understood"), (targets.to_vec(), seconds));
    }

    #[test]
    fn all_targets_are_tried_unless_some_are_named() {
        check("", &TARGETS, SECONDS);
        check("graph diary --seconds 5", &["graph", "diary"], 5);
        for faulty in ["grahp", "--seconds", "--seconds soon"] {
            let arguments: Vec<_> = faulty.split_whitespace().map(str::to_owned).collect();
            assert!(read(&arguments).is_err(), "{faulty}");
        }
    }
}
