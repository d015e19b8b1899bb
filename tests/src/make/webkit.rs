//! How WebKit is started: the small browser that comes with WebKitGTK, on a display that nobody looks at.

use std::env;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::json;
use thirtyfour::Capabilities;

use super::proxied;
use crate::driver::{Running, spawn};
use crate::gate::Gate;

/// Where distributions keep the browser: it is on no search path.
const FOLDERS: [&str; 4] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1",
    "/usr/libexec/webkit2gtk-4.1",
    "/usr/lib/webkit2gtk-4.1",
];

pub fn capabilities(gate: &Gate) -> Capabilities {
    let found = FOLDERS.iter().map(|folder| Path::new(folder).join("MiniBrowser"));
    let named = env::var_os("BACKWISE_MINIBROWSER").map(PathBuf::from);
    let binary = named.into_iter().chain(found).find(|binary| binary.is_file());
    let binary =
        binary.expect("WebKitGTK comes with a MiniBrowser, or BACKWISE_MINIBROWSER names it");
    let options = json!({ "binary": binary, "args": ["--automation"] });
    proxied("MiniBrowser", "webkitgtk:browserOptions", options, gate)
}

/// The driver does not say which port it took, so it is given one.
pub fn start(scratch: &Path) -> Result<Running, String> {
    let mut running = Running::default();
    let display = display(&mut running)?;
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    running.port = free.expect("this machine has a free port").port();
    let mut command = Command::new("WebKitWebDriver");
    command.arg(format!("--port={}", running.port)).stdout(Stdio::null()).stderr(Stdio::null());
    command.env("DISPLAY", display).env("GDK_BACKEND", "x11").env("TMPDIR", scratch);
    command.env("XDG_DATA_HOME", scratch).env("XDG_CACHE_HOME", scratch);
    running.processes.push(spawn(&mut command)?);
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", running.port)).is_ok() {
            return Ok(running);
        }
        thread::sleep(Duration::from_millis(50));
    }
    Err(format!("WebKitWebDriver does not listen at port {}", running.port))
}

/// Starts a display in memory; it chooses a free number and says it.
fn display(running: &mut Running) -> Result<String, String> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1280x4000x24", "-nolisten", "tcp"]);
    let mut process = spawn(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let output = process.stdout.take().expect("standard output was piped just above");
    running.processes.push(process);
    let number = BufReader::new(output).lines().map_while(Result::ok).next();
    number.map(|number| format!(":{number}")).ok_or_else(|| "Xvfb names no display".to_owned())
}
