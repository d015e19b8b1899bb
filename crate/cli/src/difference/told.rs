//! Everybody we know of, played on both sides of an edit: published cases, journeys, the people of each red flag.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use backwise_checker::Checker;

use crate::cases::Outcome;
use crate::people::everybody;

/// Who is told something else.
#[derive(Default)]
pub struct Told {
    /// One line for each.
    pub lines: Vec<String>,
    /// How many of them are told less, or can no longer be asked.
    pub n_less: usize,
}

/// Plays everybody in a folder on both sides.
pub fn told(before: &Checker, after: &Checker, folder: &Path) -> Result<Told> {
    let mut told = Told::default();
    for somebody in everybody(folder)? {
        let name = &somebody.name;
        let played = |checker| -> Result<_> { Ok(Outcome::of(checker, &somebody.play(checker)?)) };
        match (played(before), played(after)) {
            (Ok(old), Ok(new)) => {
                let is_less = new.urgency < old.urgency;
                told.n_less += usize::from(is_less);
                let word = if is_less { "less: " } else { "" };
                told.lines.extend(change(&old, &new).map(|it| format!("{word}{name}: {it}")));
            }
            (Ok(_), Err(error)) => {
                told.n_less += 1;
                told.lines.push(format!("{name}: can no longer be asked: {error:#}"));
            }
            (Err(_), Ok(new)) => {
                told.lines.push(format!("{name}: new, and told {}", new.urgency.name()));
            }
            // Whoever fits neither side says nothing of the edit.
            (Err(_), Err(_)) => {}
        }
    }
    Ok(told)
}

/// What differs between two outcomes: the level, the red flags, the family that comes first.
fn change(old: &Outcome, new: &Outcome) -> Option<String> {
    // In order of name: only who is there counts.
    let flags = |it: &Outcome| {
        let flags = it.named.iter().filter(|named| named.level.is_some());
        let flags: BTreeSet<_> = flags.map(|named| named.id.as_str()).collect();
        flags.into_iter().collect::<Vec<_>>().join(", ")
    };
    let first = |it: &Outcome| it.named.first().map_or(String::new(), |it| it.family.clone());
    let parts = |it: &Outcome| {
        [
            ("level", it.urgency.name().to_owned()),
            ("warning signs", flags(it)),
            ("first family", first(it)),
        ]
    };
    let (old, new) = (parts(old), parts(new));
    (old != new).then(|| super::changes(&old, &new))
}
