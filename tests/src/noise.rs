//! What pages do that they should not: errors, and requests to others. Chromium keeps logs of both. In the others a
//! script hears the errors, the site knows what it could not answer, and nobody gets past the gate unseen.

use serde_json::Value;
use thirtyfour::BrowserLogEntry;

use crate::site::Site;
use crate::{Browser, Make};

const EAR: &str = include_str!("ear.js");
const IS_HEARD: &str = "return globalThis[Symbol.for('ear')] === true";

impl Browser {
    /// From now on errors are heard on the pages of this site, which is to be asked for them.
    pub fn listen(&self, site: &Site) {
        if self.make != Make::Chromium {
            site.prepare(EAR);
        }
    }

    /// Addresses asked for by any page so far that are not the site's own.
    #[track_caller]
    pub fn strangers(&self) -> Vec<String> {
        match self.make {
            Make::Chromium => self.strangers_in_log(),
            Make::Firefox | Make::WebKit => self.gate.wanted(),
        }
    }

    #[track_caller]
    fn strangers_in_log(&self) -> Vec<String> {
        let log = self.wait("the network log", self.session().get_log("performance"));
        self.addresses.borrow_mut().extend(log.iter().filter_map(requested_address));
        let home = self.site.url("/");
        let addresses = self.addresses.borrow();
        let ours = |address: &str| {
            ["data:", "blob:", &home].iter().any(|start| address.starts_with(start))
        };
        addresses.iter().filter(|address| !ours(address)).cloned().collect()
    }

    /// Errors the pages have caused since this was last asked: thrown, logged, or failed to load.
    ///
    /// # Panics
    /// Outside Chromium, when the page that is shown is one that nobody listens on: it did not come from the site.
    #[track_caller]
    pub fn console_errors(&self) -> Vec<String> {
        if self.make == Make::Chromium {
            return self.console("SEVERE");
        }
        assert_eq!(self.script(IS_HEARD), true, "nobody listens for the errors of this page");
        let mut errors = self.site.take_heard();
        let asked = self.site.requests();
        let failed =
            asked.iter().skip(self.judged.replace(asked.len())).filter(|it| it.status >= 400);
        errors.extend(failed.map(|it| format!("{} is answered with {}", it.path, it.status)));
        errors
    }

    /// What pages have warned of since this or that was last asked.
    #[track_caller]
    pub fn console_warnings(&self) -> Vec<String> {
        self.console("WARNING")
    }

    #[track_caller]
    fn console(&self, level: &str) -> Vec<String> {
        self.ask_only(Make::Chromium, "the console");
        let log = self.wait("the console", self.session().browser_log());
        log.into_iter().filter(|entry| entry.level == level).map(|entry| entry.message).collect()
    }
}

fn requested_address(entry: &BrowserLogEntry) -> Option<String> {
    let event: Value = serde_json::from_str(&entry.message).ok()?;
    let event = &event["message"];
    let sent = event["method"] == "Network.requestWillBeSent";
    sent.then(|| event["params"]["request"]["url"].as_str().map(str::to_owned))?
}
