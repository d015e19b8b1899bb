//! Where a diagnostic stands, as an editor counts: lines, and characters within them.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// A point in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
}

/// From the first character at fault to the one behind the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The first character.
    pub start: Point,
    /// The character behind the last; the same as the first where nothing is there.
    pub end: Point,
}

/// Where a diagnostic stands. In a file without text everything stands at its beginning.
#[must_use]
pub fn extent(diagnostic: &Diagnostic, source: &Source) -> Extent {
    let text = source.text(&diagnostic.place.path).unwrap_or("");
    let span = char_span(text, diagnostic);
    Extent { start: point(text, span.start), end: point(text, span.end) }
}

fn point(text: &str, at: usize) -> Point {
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    Point { line, column }
}

/// The span, moved to where characters begin and the text ends.
pub(crate) fn char_span(text: &str, diagnostic: &Diagnostic) -> Range<usize> {
    let fit = |at: usize| text.floor_char_boundary(at.min(text.len()));
    let span = &diagnostic.place.span;
    fit(span.start)..fit(span.end.max(span.start))
}

#[cfg(test)]
mod tests {
    use super::{Point, extent};
    use crate::{Diagnostic, Place, Source};

    /// Line and column of both ends of `span` in `text`.
    fn check(text: &str, span: std::ops::Range<usize>, ends: [(usize, usize); 2]) {
        let source = Source::of(&[("cause/a.md", text.as_bytes())]);
        let place = Place::new(&"cause/a.md".into(), span);
        let found = extent(&Diagnostic::error("rule", place, "", ""), &source);
        let [start, end] = ends.map(|(line, column)| Point { line, column });
        assert_eq!((found.start, found.end), (start, end));
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        check("é one\n", 3..6, [(1, 3), (1, 6)]);
    }

    #[test]
    fn it_may_end_on_another_line() {
        check("one\ntwo\n", 1..6, [(1, 2), (2, 3)]);
    }

    #[test]
    fn what_lies_behind_the_text_is_its_end() {
        check("one\n", 90..99, [(2, 1), (2, 1)]);
    }
}
