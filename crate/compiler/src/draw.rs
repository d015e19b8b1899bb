//! Diagnostics as a terminal shows them.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;

/// Draws one diagnostic: rule, fact, the line at fault, what to do. `root` is how the reader names the folder.
#[must_use]
pub fn draw(diagnostic: &Diagnostic, source: &Source, root: &str, colour: bool) -> String {
    let path = format!("{root}/{}", diagnostic.place.path);
    let text = source.text(&diagnostic.place.path).unwrap_or("");
    let span = char_span(text, diagnostic);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let snippet = Snippet::source(text).path(&path).annotation(AnnotationKind::Primary.span(span));
    let report = [level
        .primary_title(&diagnostic.message)
        .id(diagnostic.code)
        .element(snippet)
        .element(Level::HELP.message(&diagnostic.help))];
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&report)
}

/// One line per diagnostic, for snapshots and grep: `error[code] path:line:column: message`.
#[must_use]
pub fn line(diagnostic: &Diagnostic, source: &Source) -> String {
    let text = source.text(&diagnostic.place.path).unwrap_or("");
    let at = char_span(text, diagnostic).start;
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let (code, path, message) = (diagnostic.code, &diagnostic.place.path, &diagnostic.message);
    format!("{severity}[{code}] {path}:{line}:{column}: {message}")
}

/// The span, moved to where characters begin and the text ends.
fn char_span(text: &str, diagnostic: &Diagnostic) -> std::ops::Range<usize> {
    let fit = |at: usize| text.floor_char_boundary(at.min(text.len()));
    let span = &diagnostic.place.span;
    fit(span.start)..fit(span.end.max(span.start))
}
