//! What an edit does: the same content before and after it, held side by side.
//!
//! - `stated` lists what pages state, as things with parts that can be compared;
//! - `told` plays everybody we know of on both sides, and finds who is told something else;
//! - `reviews` finds what has to be held against its sources again.

mod reviews;
mod stated;
mod told;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use anyhow::Result;
use backwise_checker::Checker;
use backwise_compiler::{Content, Date};

/// One side of an edit: content without errors.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The pages.
    pub content: &'a Content,
    /// The reasoning on their graph.
    pub checker: &'a Checker,
}

/// What differs.
pub struct Difference {
    /// Each with its lines, one for each thing that differs.
    sections: Vec<(&'static str, Vec<String>)>,
    /// How many people are told less than before, or can no longer be asked.
    pub n_less: usize,
}

/// Compares two sides; with a folder of journeys also what its people are told.
///
/// # Errors
/// When the journeys cannot be read.
pub fn difference(
    before: Side<'_>,
    after: Side<'_>,
    journeys: Option<&Path>,
    today: Date,
) -> Result<Difference> {
    let (old, new) = (before.content, after.content);
    let told = match journeys {
        Some(folder) => told::told(before.checker, after.checker, folder)?,
        None => told::Told::default(),
    };
    let sections = vec![
        ("Pages", lines(&stated::pages(old), &stated::pages(new))),
        ("Relations", lines(&stated::relations(old), &stated::relations(new))),
        ("Warning signs", lines(&stated::rules(old), &stated::rules(new))),
        ("Told something else", told.lines),
        ("Reviews", reviews::reviews(old, new, today)),
    ];
    Ok(Difference { sections, n_less: told.n_less })
}

/// Things by their name, each with parts that have a name and a text.
type Things = BTreeMap<String, Vec<(&'static str, String)>>;

/// A line for each thing that came (`+`), went (`-`) or changed (`~`).
fn lines(before: &Things, after: &Things) -> Vec<String> {
    let mut lines = BTreeMap::new();
    for (name, parts) in before {
        let line = match after.get(name) {
            None => Some(format!("- {name}{}", all(parts))),
            Some(now) if now == parts => None,
            Some(now) => Some(format!("~ {name}: {}", changes(parts, now))),
        };
        lines.extend(line.map(|line| (name, line)));
    }
    let came = after.iter().filter(|(name, _)| !before.contains_key(*name));
    lines.extend(came.map(|(name, parts)| (name, format!("+ {name}{}", all(parts)))));
    lines.into_values().collect()
}

fn all(parts: &[(&str, String)]) -> String {
    let texts: Vec<_> =
        parts.iter().filter(|(_, text)| !text.is_empty()).map(|(_, text)| text.as_str()).collect();
    if texts.is_empty() { String::new() } else { format!(" ({})", texts.join("; ")) }
}

fn changes(before: &[(&str, String)], after: &[(&str, String)]) -> String {
    let pairs = before.iter().zip(after).filter(|(old, new)| old != new);
    let or_none = |text: &str| if text.is_empty() { "none".to_owned() } else { text.to_owned() };
    let change = pairs
        .map(|((part, old), (_, new))| format!("{part} from {} to {}", or_none(old), or_none(new)));
    change.collect::<Vec<_>>().join("; ")
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = self.sections.iter().filter(|(_, lines)| !lines.is_empty());
        for (title, lines) in there.clone() {
            writeln!(f, "{title}: {}", lines.len())?;
            lines.iter().try_for_each(|line| writeln!(f, "  {line}"))?;
        }
        if there.count() == 0 {
            writeln!(
                f,
                "no relation, warning sign or review differs, and everybody is told the same"
            )?;
        }
        if self.n_less > 0 {
            writeln!(f, "Told less than before: {}", self.n_less)?;
        }
        Ok(())
    }
}
