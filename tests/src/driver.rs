//! chromedriver: the program between a test and its Chromium.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

const PROGRAM: &str = "chromedriver";

pub struct Driver {
    process: Child,
    port: u16,
    /// For Chromium's profile, which chromedriver would leave behind when it is ended.
    scratch: TempDir,
}

/// How often it may fail to start. It takes a free port of IPv4 and then wants the same of IPv6, which another test
/// may have by then: it says so and ends, and does better with the next port.
const TRIES: usize = 5;

impl Driver {
    pub fn start() -> Self {
        let mut said = String::new();
        for _ in 0..TRIES {
            match Self::try_start() {
                Ok(driver) => return driver,
                Err(words) => said = words,
            }
        }
        panic!("`{PROGRAM}` ended {TRIES} times without naming its port; it last said: {said}")
    }

    /// Starts it, or tells what it said before it ended.
    fn try_start() -> Result<Self, String> {
        let scratch = TempDir::new().expect("this machine has room for a folder");
        let mut command = Command::new(PROGRAM);
        command.env("TMPDIR", scratch.path());
        let started = command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = started.unwrap_or_else(|error| {
            panic!(
                "`{PROGRAM}` did not start: {error}; `cargo xtask test` installs it with Chromium"
            )
        });
        let output = process.stdout.take().expect("standard output was piped just above");
        let mut said = String::new();
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(port) = announced_port(&line) {
                return Ok(Self { process, port, scratch });
            }
            said.push_str(&line);
            said.push('\n');
        }
        process.wait().ok();
        Err(said)
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        self.process.kill().ok();
        self.process.wait().ok();
        // Chromium's last processes may still be writing.
        for _ in 0..20 {
            if fs::remove_dir_all(self.scratch.path()).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

fn announced_port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::announced_port;

    #[test]
    fn the_port_is_read_from_the_greeting() {
        let line = "ChromeDriver was started successfully on port 35265.";
        assert_eq!(announced_port(line), Some(35265));
    }
}
