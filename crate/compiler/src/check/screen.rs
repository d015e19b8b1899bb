//! Screens stay short, and a finding is asked in one place.

use std::collections::BTreeMap;

use backwise_graph::Kind;

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;

/// The most lines one screen may hold.
pub const MAX_OPTIONS: usize = 8;

/// Reports options that are no findings, screens too long to read, and findings on two screens.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    let mut shown: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, page) in content.of_kind(Kind::Question) {
        let Facts::Question { options, .. } = &page.facts else {
            continue;
        };
        if options.len() > MAX_OPTIONS {
            let message = format!(
                "this screen has {} lines, and a reader takes in {MAX_OPTIONS}",
                options.len()
            );
            found.push(Diagnostic::error(
                "long-screen",
                page.title_place(),
                message,
                "make two screens of it",
            ));
        }
        for option in options {
            let kinds = [Kind::Symptom, Kind::Risk];
            if content.find(&option.text, &kinds).is_none() {
                let message = format!("`{}` names no symptom and no risk", option.text);
                let help = content.suggest(&option.text, &kinds);
                found.push(Diagnostic::error(
                    "unknown-finding",
                    page.place(option.span.clone()),
                    message,
                    help,
                ));
            }
            if let Some(other) = shown.insert(&option.text, &page.slug) {
                let message = format!("`{}` stands on two screens", option.text);
                let help = format!("`{other}` asks it already");
                found.push(Diagnostic::error(
                    "asked-twice",
                    page.place(option.span.clone()),
                    message,
                    help,
                ));
            }
        }
    }
}
