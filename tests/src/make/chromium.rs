//! How Chromium is started: without a window, alone, and writing down what its pages do.

use std::fs;
use std::path::Path;
use std::process::Command;

use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel,
};

use crate::driver::{Running, announced};

const FLAGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox", // Chromium refuses to start as root with one, and the pages are our own.
    "--disable-gpu",
    "--disable-dev-shm-usage", // It is too small in most containers.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    // Whatever a page asks of others fails here and is seen in its log.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

pub fn capabilities() -> Capabilities {
    with_flags(FLAGS)
}

/// What it keeps is in this folder, and stays there.
pub fn with_profile(profile: &Path) -> Capabilities {
    let place = place(profile);
    with_flags(FLAGS.into_iter().chain([place.as_str()]))
}

fn place(profile: &Path) -> String {
    format!("--user-data-dir={}", profile.display())
}

/// Ends the one that has this profile, in the middle of whatever it does.
pub fn kill(profile: &Path) {
    let place = place(profile);
    let processes = fs::read_dir("/proc").expect("this system lists its processes").flatten();
    for process in processes {
        // Those that it started name a type, and end with it. Others may have ended since they were listed.
        let line = fs::read(process.path().join("cmdline")).unwrap_or_default();
        let mut words = line.split(|byte| *byte == 0);
        let is_first = !line.windows(7).any(|part| part == b"--type=");
        if is_first && words.any(|word| word == place.as_bytes()) {
            let id = process.file_name();
            let killed = Command::new("kill").arg("-KILL").arg(id).status();
            let is_over = killed.is_ok_and(|it| it.success()) || !process.path().exists();
            assert!(is_over, "a browser of ours can be ended");
        }
    }
}

fn with_flags<'a>(flags: impl IntoIterator<Item = &'a str>) -> Capabilities {
    let mut wanted = DesiredCapabilities::chrome();
    let flags = flags.into_iter().try_for_each(|flag| wanted.add_arg(flag));
    let logs = ["browser", "performance"];
    let logs =
        logs.iter().try_for_each(|log| wanted.set_logging_prefs(*log, LoggingPrefsLogLevel::All));
    flags.and(logs).expect("flags and logs are plain text");
    wanted.into()
}

/// It takes a free port of IPv4 and then wants the same of IPv6, which another test may have by then: it says so and
/// ends, and does better with the next port.
pub fn start(scratch: &Path) -> Result<Running, String> {
    let mut command = Command::new("chromedriver");
    command.env("TMPDIR", scratch).arg("--port=0");
    announced(&mut command, "started successfully on port ")
}
