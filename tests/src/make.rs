//! The browsers that are driven, each started as its own file says.

pub(crate) mod chromium;
mod firefox;
mod webkit;

use std::fmt;
use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::Capabilities;

use crate::driver::Running;
use crate::gate::Gate;

/// Of which make a browser is. They differ in what a test can ask of them: Chromium keeps a log of its console and
/// of the network, and obeys `DevTools`; of the others a script and a gate tell, and what only Chromium can do ends the
/// test.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Make {
    /// As in Chrome, Edge and most browsers on Android.
    Chromium,
    /// As in Firefox.
    Firefox,
    /// As in Safari and all browsers on iOS; here in WebKitGTK's own.
    WebKit,
}

impl Make {
    pub(crate) fn start(self, scratch: &Path) -> Result<Running, String> {
        match self {
            Self::Chromium => chromium::start(scratch),
            Self::Firefox => firefox::start(scratch),
            Self::WebKit => webkit::start(scratch),
        }
    }

    /// What is asked of the driver. Whoever keeps no log of the network is sent through the gate.
    pub(crate) fn capabilities(self, gate: &Gate) -> Capabilities {
        match self {
            Self::Chromium => chromium::capabilities(),
            Self::Firefox => firefox::capabilities(gate),
            Self::WebKit => webkit::capabilities(gate),
        }
    }
}

impl fmt::Display for Make {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}

/// A browser by its name in WebDriver, with options of its own.
fn proxied(name: &str, key: &str, options: Value, gate: &Gate) -> Capabilities {
    let wanted = json!({ "browserName": name, key: options, "proxy": gate.proxy() });
    let Value::Object(wanted) = wanted else { unreachable!("it was written as an object") };
    wanted.into()
}
