//! What the browser tests drive: Chromium in all of them, and other browsers in those of what is promised
//! everywhere; and the server that some of them have the site come from.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{apt, place, tools};

const GECKODRIVER: &str = "0.37.0";

/// The tests are nothing without it. Its driver finds its browser by itself, under whichever name.
pub fn install_chromium() -> Result<()> {
    apt::install("chromedriver", &["chromium", "chromium-driver"])
}

/// What a machine may do without: its tests are left out then, and that is said.
pub struct Other {
    pub name: &'static str,
    /// What the names of its tests begin with.
    pub tests: &'static str,
    /// Brings it, with the folder that it or its driver is in where that is on no search path.
    pub install: fn() -> Result<Option<PathBuf>>,
}

pub const OTHERS: [Other; 3] = [
    Other { name: "Firefox", tests: "elsewhere::firefox::", install: install_firefox },
    Other { name: "WebKit", tests: "elsewhere::webkit::", install: install_webkit },
    Other { name: "nginx", tests: "nginx::", install: install_nginx },
];

fn install_firefox() -> Result<Option<PathBuf>> {
    apt::install("firefox", &["firefox-esr"])?;
    if apt::on_path("geckodriver").is_some() {
        return Ok(None);
    }
    // Without optimisations: it has little to do, and is built sooner.
    let flags = ["--locked", "--debug"];
    let cache = place::tool_cache()?;
    tools::install_crate(&cache, "geckodriver", "geckodriver", GECKODRIVER, &flags).map(Some)
}

/// It has no way to be shown on nothing, so it comes with a display in memory.
fn install_webkit() -> Result<Option<PathBuf>> {
    apt::install("Xvfb", &["xvfb"])?;
    apt::install("WebKitWebDriver", &["webkit2gtk-driver"])?;
    Ok(None)
}

/// Debian puts servers where only the administrator's search path looks.
fn install_nginx() -> Result<Option<PathBuf>> {
    let place = Path::new("/usr/sbin");
    if !place.join("nginx").is_file() {
        apt::install("nginx", &["nginx-light"])?;
    }
    Ok(Some(place.to_owned()))
}
