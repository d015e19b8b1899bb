//! One file per rule that content must satisfy: its name, its wording and its reason sit together.

pub mod banned_word;
pub mod body_map;
pub mod contradiction;
pub mod coverage;
pub mod cycle;
pub mod duplicate_id;
pub mod exercise_use;
pub mod figure;
pub mod files;
pub mod gap;
pub mod hazard;
pub mod identity;
pub mod interface;
pub mod level;
pub mod named_drug;
pub mod needs;
pub mod quantity;
pub mod reach;
pub mod region;
pub mod review;
pub mod screen;
pub mod self_test;
pub mod topic;
pub mod twins;
pub mod unstated;

use rayon::prelude::*;

use crate::content::Content;
use crate::date::Date;
use crate::diagnostic::Diagnostic;

/// Every rule over linked content.
#[must_use]
pub fn all(content: &Content, today: Date) -> Vec<Diagnostic> {
    let rules: [fn(&Content, &mut Vec<Diagnostic>); 22] = [
        banned_word::check,
        body_map::check,
        contradiction::check,
        coverage::check,
        cycle::check,
        duplicate_id::check,
        exercise_use::check,
        figure::check,
        gap::check,
        hazard::check,
        identity::check,
        interface::check,
        level::check,
        needs::check,
        quantity::check,
        reach::check,
        region::check,
        screen::check,
        self_test::check,
        topic::check,
        twins::check,
        unstated::check,
    ];
    let found = rules.into_par_iter().flat_map_iter(|rule| {
        let mut found = Vec::new();
        rule(content, &mut found);
        found
    });
    let mut found: Vec<_> = found.collect();
    review::check(content, today, &mut found);
    found
}
