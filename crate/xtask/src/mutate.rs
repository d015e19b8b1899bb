//! The test of the tests: something is broken on purpose, and somebody must notice.
//!
//! `cargo xtask mutate` weakens each red flag. `cargo xtask mutate ROOM` changes the code of a room, one place after
//! the other, with cargo-mutants, whose own options may follow: `--file`, `--shard 1/8`, `--list`. All of a room takes
//! hours; what was missed stands in `target/mutate/ROOM/mutants.out/missed.txt`.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{child, place, tools};

const CARGO_MUTANTS: &str = "27.1.0";

/// Tests that take longer run for ever.
const MOST_SECONDS: &str = "900";

/// Code to change, and the tests that are to notice.
struct Room {
    name: &'static str,
    package: &'static str,
    files: &'static [&'static str],
    tests: &'static [&'static str],
    only: &'static [&'static str],
}

/// Without those that build the writer's command: each change would take minutes.
const CHECKER_TESTS: &[&str] = &[
    "--lib",
    "--test",
    "journey",
    "--test",
    "laws",
    "--test",
    "plan",
    "--",
    "--skip",
    "numbness_between_the_legs",
    "--skip",
    "months_of_morning_stiffness",
    "--skip",
    "a_tired_new_runner",
    "--skip",
    "answers_in_a_file",
    "--skip",
    "a_bad_line_is_told",
    "--skip",
    "an_answer_to_no_question",
];

const ROOMS: [Room; 4] = [
    Room {
        name: "checker",
        package: "backwise-checker",
        files: &["--exclude", "crate/checker/src/belief/**"],
        tests: &["backwise-checker", "backwise-tests"],
        only: CHECKER_TESTS,
    },
    Room {
        name: "belief",
        package: "backwise-checker",
        files: &["--file", "crate/checker/src/belief/**"],
        tests: &["backwise-checker"],
        only: &[],
    },
    Room {
        name: "graph",
        package: "backwise-graph",
        files: &[],
        tests: &["backwise-graph"],
        only: &[],
    },
    Room {
        name: "posture",
        package: "backwise-posture",
        files: &[],
        tests: &["backwise-posture"],
        only: &[],
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
    let folder = tools::install_crate(&cache, krate, krate, CARGO_MUTANTS, &["--locked"])?;
    let kept = place::target().join("mutate");
    fs::create_dir_all(&kept).with_context(|| kept.display().to_string())?;
    let mut command = Command::new(folder.join(krate));
    command.current_dir(place::root()).args(["mutants", "--jobs", "1", "--no-shuffle"]);
    command.args(["--config", "tests/mutant/code.toml", "--output"]).arg(kept.join(room.name));
    command.args(["--package", room.package]).args(room.files);
    // What passes unchanged is for `cargo xtask test` to say.
    command.args(["--baseline", "skip", "--timeout", MOST_SECONDS]).args(options);
    command.args(["--test-package", &room.tests.join(",")]);
    // Each change is built in a copy of the tree; what it builds on is built once, and fast enough to be run often.
    command.env("CARGO_TARGET_DIR", kept.join("build")).env("CARGO_PROFILE_DEV_DEBUG", "false");
    command.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    child::run(command.arg("--").args(room.only))
}
