//! Counting the tests of several runs into one line.

use std::fmt;
use std::process::Command;

use anyhow::Result;

use crate::child::{self, Voice};

#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// Whose tests were left out, and why.
    pub not_run: Vec<String>,
}

impl Tally {
    /// Runs tests, and adds what they say of themselves.
    pub fn run(&mut self, command: &mut Command) -> Result<()> {
        child::run_heard(command, Voice::Output, |line| self.add(line))
    }

    fn add(&mut self, line: &str) {
        let Some((_, counts)) =
            line.strip_prefix("test result: ").and_then(|line| line.split_once(". "))
        else {
            return;
        };
        for count in counts.split("; ") {
            match count.split_once(' ') {
                Some((n, "passed")) => self.passed += n.parse().unwrap_or(0),
                Some((n, "failed")) => self.failed += n.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        self.not_run.iter().try_for_each(|what| write!(f, "\nnot run: {what}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn check(lines: &[&str], passed: usize, failed: usize) {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.add(line));
        assert_eq!(tally, Tally { passed, failed, not_run: Vec::new() });
    }

    #[test]
    fn what_was_left_out_is_said() {
        let mut tally = Tally::default();
        tally.add("test result: ok. 3 passed; 0 failed; 0 ignored");
        tally.not_run.push("Firefox: there is none".to_owned());
        assert_eq!(tally.to_string(), "3 passed, 0 failed\nnot run: Firefox: there is none");
    }

    #[test]
    fn results_of_several_rooms_add_up() {
        check(
            &[
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.00s",
                "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            ],
            7,
            2,
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        check(&["running 3 tests", "test a_result ... ok", ""], 0, 0);
    }
}
