//! What must hold of every screen: the rules of axe, and what axe does not look at.

use std::io::{Write, stderr};
use std::path::Path;

use backwise_tests::axe::lines;
use backwise_tests::screen::{Device, Scheme};
use backwise_tests::site::Site;
use backwise_tests::{Axe, Browser, Screen};

/// What is folded is looked at as well.
const UNFOLD: &str = "
    const open = (root) => root.querySelectorAll('*').forEach((e) => {
        if (e.localName === 'details') e.open = true;
        if (e.shadowRoot) open(e.shadowRoot);
    });
    open(document)";
const LAWS: &str = include_str!("laws.js");

/// Every fault of what is shown, in light, dark and forced colours, zoomed to 320 pixels and on a desktop.
pub fn faults(browser: &Browser, axe: &Axe, css: &str) -> Vec<String> {
    let mut faults = Vec::new();
    browser.script(UNFOLD);
    for device in [Device::Desktop, Device::Zoomed] {
        for scheme in Scheme::ALL {
            let screen = Screen { device, scheme };
            browser.show_on(screen);
            let found = axe.faults(browser, css);
            faults.extend(found.iter().map(|fault| format!("{screen}: {fault}")));
        }
    }
    faults.extend(lines(&browser.script(LAWS)));
    faults
}

#[test]
fn a_fault_is_seen() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser/noisy");
    let browser = Browser::on(Site::serve(&folder));
    browser.open("/crowded.html");
    let found = faults(&browser, &Axe::installed(), "html");
    let expected = [
        "desktop-light: color-contrast | .pale",
        "zoomed-dark: heading-order | h3",
        "zoomed-light: target-size | ",
        "announcers: 2, not 0",
        "target: ",
        "at 320 pixels: the page scrolls sideways",
        "at 320 pixels: off the screen: p.wide",
        "with wide spacing: cut off: p.tight",
    ];
    for start in expected {
        assert!(found.iter().any(|fault| fault.starts_with(start)), "{start}: {found:#?}");
    }
    assert!(!found.iter().any(|f| f.starts_with("at 320 pixels: cut off: p.tight")), "{found:#?}");
}

/// Fails with all faults of all screens, and not with the first.
#[derive(Default)]
pub struct Report {
    names: Vec<String>,
    faults: Vec<String>,
}

impl Report {
    pub fn add(&mut self, name: &str, faults: Vec<String>) {
        self.names.push(name.to_owned());
        self.faults.extend(faults.iter().map(|fault| format!("{name}: {fault}")));
    }

    #[track_caller]
    pub fn end(self, what: &str) {
        // Straight to the terminal: what passes is not heard otherwise. It may be closed, which is no fault.
        writeln!(stderr(), "{} {what}: {}", self.names.len(), self.names.join(", ")).ok();
        assert!(self.faults.is_empty(), "{}", self.faults.join("\n"));
    }
}
