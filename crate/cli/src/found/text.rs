//! Diagnostics as a terminal shows them.

use backwise_compiler::{Diagnostic, draw};

use super::Found;

/// Draws these diagnostics, with an empty line behind each.
#[must_use]
pub fn text(found: &Found<'_>, diagnostics: &[Diagnostic], colour: bool) -> String {
    let draw = |it| draw::draw(it, found.source, found.root, colour) + "\n\n";
    diagnostics.iter().map(draw).collect()
}
