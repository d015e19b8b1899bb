//! Diagnostics as a terminal shows them.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::extent::{Point, char_span, extent};
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
    let Point { line, column } = extent(diagnostic, source).start;
    let severity = diagnostic.severity.name();
    let (code, path, message) = (diagnostic.code, &diagnostic.place.path, &diagnostic.message);
    format!("{severity}[{code}] {path}:{line}:{column}: {message}")
}
