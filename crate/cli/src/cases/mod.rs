//! Published cases, played and scored: does the checker tell real people what it should?
//!
//! - [`case`] is what was published of a person: what they [`said`], and what they should be told;
//! - [`mod@play`] answers every question from that, and what was not said by one of two rules;
//! - [`score`] counts, by the definitions that audits of symptom checkers use; [`share`] is such a count;
//! - [`report`] prints the counts and every miss with its reason.

pub mod case;
pub mod play;
pub mod report;
pub mod said;
pub mod score;
pub mod share;

pub use case::{Case, Expected};
pub use play::{Outcome, Unsaid, play};
pub use score::Score;

use backwise_checker::Checker;

/// A case, and what it is told by either rule for what was not said.
pub struct Played {
    /// The case.
    pub case: Case,
    /// Told when an unsaid warning sign is no.
    pub no: Outcome,
    /// Told when everything unsaid is unsure.
    pub unsure: Outcome,
}

impl Played {
    /// Whether being unsure is told less than saying no: that must never be.
    #[must_use]
    pub fn is_bolder_when_unsure(&self) -> bool {
        self.unsure.urgency < self.no.urgency
    }
}

/// Plays every case by both rules.
#[must_use]
pub fn play_all(checker: &Checker, cases: Vec<Case>) -> Vec<Played> {
    let mut all = Vec::with_capacity(cases.len());
    for case in cases {
        let told = |unsaid| Outcome::of(checker, &play(checker, &case, unsaid));
        let (no, unsure) = (told(Unsaid::NoSign), told(Unsaid::Unsure));
        all.push(Played { case, no, unsure });
    }
    all
}
