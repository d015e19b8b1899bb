//! What was found in a content folder, in the form that its reader takes.
//!
//! - as [`text()`], for a writer at a terminal;
//! - as [`html()`], for the same writer, who looks at the page;
//! - as [`json()`], for an editor or a script;
//! - as [`sarif()`], for a reviewer's page that shows findings beside the lines of a change.

mod html;
mod json;
mod sarif;
mod text;

use backwise_compiler::{Compiled, Diagnostic, Severity, Source};

pub use html::{fault, html};
pub use json::json;
pub use sarif::sarif;
pub use text::text;

/// A content folder, and what was found in it.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// The folder as its reader names it, such as `content`.
    pub root: &'a str,
    /// Its files.
    pub source: &'a Source,
    /// What came of them.
    pub compiled: &'a Compiled,
}

impl Found<'_> {
    /// How many pages and relations there are, and how much is wrong.
    #[must_use]
    pub fn summary(&self) -> String {
        let (pages, relations) = self.sizes();
        let (errors, warnings) = (self.n(Severity::Error), self.n(Severity::Warning));
        format!("{pages} pages, {relations} relations: {errors} errors, {warnings} warnings")
    }

    fn sizes(&self) -> (usize, usize) {
        (self.compiled.content.pages.len(), self.compiled.content.statements.len())
    }

    fn n(&self, severity: Severity) -> usize {
        self.compiled.diagnostics.iter().filter(|d| d.severity == severity).count()
    }

    /// The file of a diagnostic, from where the folder's name counts.
    fn file(&self, diagnostic: &Diagnostic) -> String {
        format!("{}/{}", self.root.trim_end_matches('/'), diagnostic.place.path)
    }
}

#[cfg(test)]
mod sample {
    use backwise_compiler::{Compiled, Date, Source, compile};

    /// A folder with one page, whose second line breaks a rule.
    pub fn faulty() -> (Source, Compiled) {
        let page = "---\ntitle: Ä\nshape: round\n---\n\nOne [[nowhere|way]].\n";
        let source = Source::of(&[("structure/blade-bone.md", page.as_bytes())]);
        let compiled = compile(&source, Date::parse("2026-11-21").expect("that day exists"));
        (source, compiled)
    }
}
