//! A passage in braces is a note of what its writer will say there: no reader should see it.

use std::ops::Range;

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::markdown;

/// Reports `{What it is, in two sentences.}`.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for page in &content.pages {
        for passage in &page.document.passages {
            let Range { start, end } = passage.span;
            let written = page.text[start..end].trim_end();
            if !written.contains('{') {
                continue;
            }
            let words = markdown::words(&page.text, passage.span.clone());
            let inner = words.trim().strip_prefix('{').and_then(|it| it.strip_suffix('}'));
            let Some(gap) = inner else { continue };
            let message = format!("here is still to be written: {}", gap.trim_end_matches('.'));
            let help = "write it in place of the braces, or take the passage out";
            let place = page.place(start..start + written.len());
            found.push(Diagnostic::error("gap", place, message, help));
        }
    }
}
