//! The test of the tests: something is broken on purpose, and somebody must notice.
//!
//! `cargo xtask mutate` weakens each red flag. `cargo xtask mutate ROOM` changes the code of a room, one place after
//! the other, with cargo-mutants, whose own options may follow: `--file`, `--shard 1/8`. What was noticed is kept in
//! `target/mutate/ROOM`, so whoever stops it, or writes a test, goes on from there; without that folder it begins anew.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{child, place, tools};

const CARGO_MUTANTS: &str = "27.1.0";

/// Code to change, and the tests that are to notice: the quick ones first, the others only for what those miss.
struct Room {
    name: &'static str,
    package: &'static str,
    files: &'static [&'static str],
    tests: &'static [Tests],
}

struct Tests {
    package: &'static str,
    /// Which of the package are built; none is all of them.
    targets: &'static [&'static str],
    /// What of those is not run.
    skip: &'static [&'static str],
    /// Tests that take longer run for ever.
    most_seconds: &'static str,
}

/// Without those that build the writer's command: each change would take minutes.
const WHOLE: Tests = Tests {
    package: "backwise-tests",
    targets: &["--test", "journey", "--test", "laws", "--test", "plan"],
    skip: &["answers_in_a_file", "a_bad_line_is_told", "an_answer_to_no_question", "safety::"],
    most_seconds: "900",
};

const fn own(package: &'static str, targets: &'static [&'static str]) -> Tests {
    Tests { package, targets, skip: &[], most_seconds: "60" }
}

const ROOMS: [Room; 4] = [
    Room {
        name: "checker",
        package: "backwise-checker",
        files: &["--exclude", "crate/checker/src/belief/**"],
        tests: &[
            own("backwise-checker", &["--features", "serde", "--lib", "--test", "small"]),
            WHOLE,
        ],
    },
    Room {
        name: "belief",
        package: "backwise-checker",
        files: &["--file", "crate/checker/src/belief/**"],
        tests: &[
            Tests {
                skip: &["accounts_of_yes", "gains_and_chances", "weights_of_evidence"],
                ..own("backwise-checker", &["--lib", "--test", "belief", "--test", "small"])
            },
            own("backwise-checker", &["--test", "belief"]),
        ],
    },
    Room {
        name: "graph",
        package: "backwise-graph",
        files: &[],
        tests: &[own("backwise-graph", &[])],
    },
    Room {
        name: "posture",
        package: "backwise-posture",
        files: &[],
        tests: &[own("backwise-posture", &["--tests"])],
    },
];

pub fn word(arguments: &[String]) -> Result<()> {
    let Some((name, options)) = arguments.split_first() else { return red_flags() };
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        bail!("`{name}` is none of: {}", ROOMS.map(|room| room.name).join(", "));
    };
    code(room, options)
}

fn red_flags() -> Result<()> {
    let test = ["test", "--package", "backwise-tests", "--test", "mutant", "--", "--nocapture"];
    child::run(&mut child::cargo(&test))
}

/// Fails when a change is noticed by nobody, and `tests/mutant/code.toml` does not say why.
fn code(room: &Room, options: &[String]) -> Result<()> {
    let cache = place::tool_cache()?;
    let krate = "cargo-mutants";
    let tool =
        tools::install_crate(&cache, krate, krate, CARGO_MUTANTS, &["--locked"])?.join(krate);
    let mut missed = String::new();
    for tests in room.tests {
        missed = try_all(&tool, room, tests, options)?;
        if missed.is_empty() {
            return Ok(());
        }
    }
    bail!("nobody notices:\n{missed}")
}

/// Tries what nobody has noticed yet, and returns what these tests miss too.
fn try_all(tool: &Path, room: &Room, tests: &Tests, options: &[String]) -> Result<String> {
    let (root, kept) = (place::root(), place::target().join("mutate"));
    let output = kept.join(room.name);
    fs::create_dir_all(&output).with_context(|| output.display().to_string())?;
    let mut command = Command::new(tool);
    command.current_dir(root).args(["mutants", "--config", "tests/mutant/code.toml", "--iterate"]);
    command.arg("--output").arg(&output).args(["--package", room.package]).args(room.files);
    // What passes unchanged is for `cargo xtask test` to say.
    command.args(["--baseline", "skip", "--timeout", tests.most_seconds]).args(options);
    command.args(["--test-package", tests.package]);
    // Given to the build and to the run: else all that the package has is built, and then these once more.
    command.args(tests.targets.iter().map(|target| format!("--cargo-arg={target}")));
    command.args(["--", "--"]).args(tests.skip.iter().flat_map(|name| ["--skip", name]));
    // Each change is built in a copy of the tree; what it builds on is built once. The first failure is enough.
    command.env("CARGO_TARGET_DIR", kept.join("build")).env("CARGO_PROFILE_DEV_DEBUG", "false");
    command.env("PROPTEST_MAX_SHRINK_ITERS", "0");
    let status = command.status().context("cargo-mutants")?;
    // It ends so when all were noticed, when some were missed, and when some ran for ever.
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        bail!("cargo-mutants ended with {status}");
    }
    let missed = output.join("mutants.out/missed.txt");
    fs::read_to_string(&missed).with_context(|| missed.display().to_string())
}
