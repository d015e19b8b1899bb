//! How Chromium is started: without a window, alone, and writing down what its pages do.

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
    let mut wanted = DesiredCapabilities::chrome();
    let flags = FLAGS.iter().try_for_each(|flag| wanted.add_arg(flag));
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
