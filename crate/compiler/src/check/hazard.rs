//! A hazard says how it comes about, what it does and what remains, and its tests have names that can be looked for.

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::hazard::{SECTIONS, all, section};

/// Reports hazards that lack a section, and names that no test can have. Whether there is such a test, a test tells.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for (page, hazard) in all(content) {
        for heading in SECTIONS.iter().filter(|heading| section(page, heading).is_empty()) {
            let message = format!("this hazard does not say `{heading}`");
            let help = format!("write `## {heading}`, and below it what there is to say");
            found.push(Diagnostic::error("hazard-section", page.title_place(), message, help));
        }
        let tests = hazard.controls.iter().flat_map(|control| &control.tests);
        for test in tests.filter(|test| !is_name(&test.text)) {
            let message = format!("`{}` cannot be the name of a test", test.text);
            let help =
                "write room, file and function, as in `tests::laws::law::unsure_is_never_a_no`";
            found.push(Diagnostic::error(
                "test-name",
                page.place(test.span.clone()),
                message,
                help,
            ));
        }
    }
}

fn is_name(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let parts: Vec<_> = text.split("::").collect();
    parts.len() > 2 && parts.iter().all(|part| !part.is_empty() && part.chars().all(is_plain))
}
