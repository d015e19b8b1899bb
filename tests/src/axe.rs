//! axe-core in the page that is shown: which rules of access it breaks, and where.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::Browser;

/// All that WCAG 2.2 asks for at levels A and AA, and what axe holds for good practice.
///
/// Colours that are forced are the reader's own, and Chromium tells scripts the page's: no contrast can be reckoned.
const RULES: &str = "{
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
        'target-size': { enabled: true },
        'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches },
    },
    resultTypes: ['violations'],
    preload: false,
}";

/// The script of axe-core.
pub struct Axe(String);

impl Axe {
    /// The one that `cargo xtask tools` puts beside what is built, or that `BACKWISE_AXE` names.
    ///
    /// # Panics
    /// When it is not there.
    #[must_use]
    pub fn installed() -> Self {
        let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/axe.js");
        let file = env::var_os("BACKWISE_AXE").map_or_else(usual, PathBuf::from);
        Self(fs::read_to_string(&file).unwrap_or_else(|error| {
            panic!("{}: {error}; `cargo xtask tools` installs axe-core, with Node", file.display())
        }))
    }

    /// One line for each element below the first match of `css` that breaks a rule.
    /// `html` stands for the page as a whole, which has rules of its own.
    #[must_use]
    pub fn faults(&self, browser: &Browser, css: &str) -> Vec<String> {
        if browser.script("return typeof axe") == "undefined" {
            browser.script(&self.0);
        }
        let script = format!(
            "const place = document.querySelector('{css}');
            const line = (rule, node) =>
                [rule.id, node.target.flat().join(' >> '), node.failureSummary].join(' | ');
            return axe.run(place, {RULES}).then(({{ violations }}) =>
                violations.flatMap((rule) => rule.nodes.map((node) => line(rule, node))));"
        );
        lines(&browser.script(&script))
    }
}

/// What a script tells, line by line.
///
/// # Panics
/// When it tells something else than a list of texts.
#[must_use]
pub fn lines(told: &serde_json::Value) -> Vec<String> {
    let lines = told.as_array().unwrap_or_else(|| panic!("no list: {told}")).iter();
    lines.map(|line| line.as_str().expect("a list of texts").to_owned()).collect()
}
