//! Running other programs: each is named before it starts, and its output is left to show.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

use crate::place;

/// The same Cargo that runs us, from the root of the workspace.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(place::root()).args(arguments);
    command
}

pub fn run(command: &mut Command) -> Result<()> {
    announce(command);
    let status = command.status().with_context(|| format!("`{}` did not start", line(command)))?;
    judge(command, status)
}

/// Which of a program's two voices is listened to.
pub enum Voice {
    Output,
    Error,
}

/// Runs a command as `run` does, and hears each line of one voice as it is shown.
pub fn run_heard(command: &mut Command, voice: Voice, mut hear: impl FnMut(&str)) -> Result<()> {
    announce(command);
    match voice {
        Voice::Output => command.stdout(Stdio::piped()),
        Voice::Error => command.stderr(Stdio::piped()),
    };
    let mut child =
        command.spawn().with_context(|| format!("`{}` did not start", line(command)))?;
    // Only the piped one of the two is there to be taken.
    let output = child.stdout.take().into_iter().flat_map(lines);
    output.for_each(|line| {
        println!("{line}");
        hear(&line);
    });
    let errors = child.stderr.take().into_iter().flat_map(lines);
    errors.for_each(|line| {
        eprintln!("{line}");
        hear(&line);
    });
    judge(command, child.wait()?)
}

/// Runs a command as `run` does, and fails when it warns: a warning is a fault here.
pub fn run_without_warnings(command: &mut Command) -> Result<()> {
    let mut n_warnings = 0;
    run_heard(command, Voice::Error, |line| {
        n_warnings += usize::from(line.starts_with("warning"));
    })?;
    if n_warnings > 0 {
        bail!("`{}` warned, {n_warnings} lines of it; no warning may stay", line(command));
    }
    Ok(())
}

fn lines(voice: impl Read) -> impl Iterator<Item = String> {
    // A test may print what is not text: it is heard as far as it goes.
    let lines = BufReader::new(voice).split(b'\n').map_while(Result::ok);
    lines.map(|line| String::from_utf8_lossy(&line).into_owned())
}

fn judge(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// For questions, whose answer is wanted and not their noise.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

fn announce(command: &Command) {
    eprintln!("$ {}", line(command));
}

fn line(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::run_without_warnings;

    fn check(name: &str, source: &str, passes: bool) {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join(name);
        fs::write(&file, source).expect("a file can be written");
        let mut command = Command::new("rustc");
        command.args(["--crate-type", "lib", "--emit", "metadata", "--out-dir"]);
        command.arg(folder.path()).arg(&file);
        assert_eq!(run_without_warnings(&mut command).is_ok(), passes, "{name}");
    }

    #[test]
    fn a_warning_is_a_fault_and_so_is_an_error() {
        check("sound.rs", "pub fn used() {}", true);
        check("warned.rs", "fn unused() {}", false);
        check("broken.rs", "fn", false);
    }
}
