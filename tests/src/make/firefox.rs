//! How Firefox is started: without a window, and with a gate between it and everybody else.

use std::path::Path;
use std::process::Command;

use serde_json::json;
use thirtyfour::Capabilities;

use super::proxied;
use crate::driver::{Running, announced};
use crate::gate::Gate;

/// What Firefox asks of its makers by itself is asked of nobody, or it would stand among what pages ask for.
const NOBODY: &str = "data:,#remote-settings-dummy/v1";

pub fn capabilities(gate: &Gate) -> Capabilities {
    let options = json!({
        "args": ["-headless"],
        "prefs": { "services.settings.server": NOBODY },
    });
    proxied("firefox", "moz:firefoxOptions", options, gate)
}

pub fn start(scratch: &Path) -> Result<Running, String> {
    let mut command = Command::new("geckodriver");
    // Without this a release does not look at the setting above.
    command.env("TMPDIR", scratch).env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    announced(command.args(["--port", "0"]), "Listening on 127.0.0.1:")
}
