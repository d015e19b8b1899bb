//! A message to a writer: a fact, its place, and what to do.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No graph is made.
    Error,
    /// A graph is made, and the build of the shipped content still refuses it.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the content folder, with `/` between its parts.
    pub path: Arc<str>,
    /// The bytes at fault within that file.
    pub span: Range<usize>,
}

impl Place {
    /// A place in a file.
    #[must_use]
    pub fn new(path: &Arc<str>, span: Range<usize>) -> Self {
        Self { path: path.clone(), span }
    }
}

/// The name of every rule there is.
pub const CODES: &[&str] = &[
    "asked-twice",
    "banned-word",
    "below-source",
    "byte-order-mark",
    "carriage-return",
    "contradiction",
    "days-range",
    "dose",
    "duplicate-id",
    "empty-cell",
    "empty-folder",
    "empty-lead-in",
    "empty-section",
    "exercise-for-nothing",
    "figure-rest",
    "footnote-definition",
    "front-matter",
    "gap",
    "hazard-section",
    "joint-range",
    "link-in-code",
    "long-screen",
    "misplaced-page",
    "missing-key",
    "missing-observation",
    "missing-strength",
    "missing-word",
    "named-drug",
    "needs-in-turn",
    "never-asked",
    "no-card",
    "no-exercise-for-it",
    "no-figure",
    "no-front-matter",
    "no-review",
    "no-steps",
    "not-utf8",
    "part-of-cycle",
    "past-review",
    "raw-html",
    "region-mismatch",
    "repeated-key",
    "repeated-word",
    "rule",
    "safety-topic",
    "same-identity",
    "shares",
    "small-place",
    "stray-drawing",
    "strength-range",
    "test-name",
    "too-large",
    "topic-clash",
    "twin-symptoms",
    "two-strengths",
    "unasked-topic",
    "unclosed-front-matter",
    "undrawn-place",
    "unknown-finding",
    "unknown-joint",
    "unknown-key",
    "unknown-page",
    "unknown-place",
    "unknown-region",
    "unknown-relation",
    "unknown-sign",
    "unknown-source",
    "unknown-strength",
    "unknown-translation",
    "unknown-word",
    "unraisable-red-flag",
    "unreachable-cause",
    "unreadable",
    "unseen-words",
    "unsourced-number",
    "unsourced-relation",
    "unstated-relation",
    "untranslated-safety",
    "wrong-dots",
    "wrong-drawing",
    "wrong-kind",
    "wrong-value",
];

/// One thing a writer should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The rule's name.
    pub code: &'static str,
    /// The fact, in lower case and without a full stop.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What to do about it.
    pub help: String,
}

impl Diagnostic {
    /// An error: no graph until it is mended.
    pub fn error(
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        debug_assert!(CODES.contains(&code), "`{code}` is not in the list of rules");
        let (message, help) = (message.into(), help.into());
        Self { severity: Severity::Error, code, message, place, help }
    }

    /// A warning: the graph is made all the same.
    pub fn warning(
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place, message, help) }
    }

    /// The order of a report: by place, then by rule.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        let key = |d: &Self| (d.place.path.clone(), d.place.span.start, d.code, d.message.clone());
        key(self).cmp(&key(other))
    }
}
