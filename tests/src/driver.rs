//! The program between a test and its browser.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::make::Make;

pub struct Driver {
    running: Running,
    /// For the browser's profile, which a driver would leave behind when it is ended.
    scratch: TempDir,
}

/// A driver that has started, and what it needs.
#[derive(Default)]
pub(crate) struct Running {
    pub processes: Vec<Child>,
    pub port: u16,
}

/// How often it may fail to start: another test may take its port first.
pub(crate) const TRIES: usize = 5;

impl Driver {
    /// Starts the driver of such a browser.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn start(make: Make) -> Self {
        let mut said = String::new();
        for _ in 0..TRIES {
            let scratch = TempDir::new().expect("this machine has room for a folder");
            match make.start(scratch.path()) {
                Ok(running) => return Self { running, scratch },
                Err(words) => said = words,
            }
        }
        panic!("the driver of {make} did not start {TRIES} times; it last said: {said}")
    }

    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.running.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.running.end();
        // The browser's last processes may still be writing.
        for _ in 0..20 {
            if fs::remove_dir_all(self.scratch.path()).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Running {
    /// The last first, since it needs those before.
    fn end(&mut self) {
        for mut process in self.processes.drain(..).rev() {
            // It may have ended by itself, which is as good.
            process.kill().ok();
            process.wait().ok();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// Starts a driver that says which port it took behind these words, or tells what else it said before it ended.
pub(crate) fn announced(command: &mut Command, words: &str) -> Result<Running, String> {
    let mut process = spawn(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let output = process.stdout.take().expect("standard output was piped just above");
    let mut running = Running { processes: vec![process], port: 0 };
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let mut said = String::new();
    for line in lines.by_ref() {
        if let Some(port) = announced_port(&line, words) {
            running.port = port;
            // It goes on talking, and waits when nobody listens.
            thread::spawn(move || lines.for_each(drop));
            return Ok(running);
        }
        said.push_str(&line);
        said.push('\n');
    }
    Err(said)
}

pub(crate) fn spawn(command: &mut Command) -> Result<Child, String> {
    command.spawn().map_err(|error| {
        let program = command.get_program().to_string_lossy();
        format!("`{program}` did not start: {error}; `cargo xtask test` installs it")
    })
}

fn announced_port(line: &str, words: &str) -> Option<u16> {
    let (_, port) = line.split_once(words)?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::announced_port;

    #[test]
    fn the_port_is_read_from_the_greeting() {
        let line = "ChromeDriver was started successfully on port 35265.";
        assert_eq!(announced_port(line, "started successfully on port "), Some(35265));
    }
}
