//! An empty cell: a concept that content must hold, and nothing holds it.

use crate::content::Content;
use crate::coverage::{Held, rows};
use crate::diagnostic::Diagnostic;

/// Reports items of coverage pages with neither a link nor a decision.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for row in rows(content).iter().filter(|row| matches!(row.held, Held::Nothing)) {
        let place = content.pages[row.page].place(row.passage.span.clone());
        let message = format!("nothing holds `{}`", row.concept);
        let help = "write `- concept: [[page]]`, `- concept: [[cause shows symptom]]`, or `- concept: left out, because …`";
        found.push(Diagnostic::error("empty-cell", place, message, help));
    }
}
