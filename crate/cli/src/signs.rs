//! What the warning signs of a version are, in so few letters that a device can hold two versions side by side.

use std::collections::BTreeSet;

use backwise_compiler::rule::Expression;
use backwise_compiler::yaml::Spot;
use backwise_compiler::{Content, Facts, Page};
use sha2::{Digest, Sha256};

/// What is in bold where change notes say of a version that readers are told something else.
const MARK: &str = "**Warning signs";

/// A mark that differs between two versions where what decides on urgent help differs: a rule, its level, what a finding
/// of a rule needs, a screen that asks before all others, a country's number. Of a fault in the program the change
/// notes tell, in the chapter of a version. Other words and other sources change nothing.
#[must_use]
pub fn mark(content: &Content, notes: &str) -> String {
    let named = named(content);
    let lines: BTreeSet<_> = content.pages.iter().filter_map(|page| line(page, &named)).collect();
    let mut hash = Sha256::new();
    lines.iter().chain(&marked(notes)).for_each(|line| hash.update(format!("{line}\n")));
    hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a page decides, if it decides on urgent help; `named` are the findings of all rules.
fn line(page: &Page, named: &BTreeSet<&str>) -> Option<String> {
    let slug = page.slug.as_str();
    match &page.facts {
        Facts::RedFlag { when: Some((_, span)), level, .. } => {
            Some(format!("{slug}: {} when {}", level.name(), page.text[span.clone()].trim()))
        }
        Facts::Symptom { needs, .. } | Facts::Risk { needs, .. } if named.contains(slug) => {
            Some(format!("{slug} needs {}", list(needs)))
        }
        Facts::Question { stage, choose, options, .. } if stage.is_safety() => {
            Some(format!("{slug}: {} of {} at {}", choose.name(), list(options), stage.name()))
        }
        Facts::Country { codes, number } => {
            Some(format!("{slug}: {} in {}", number.text, list(codes)))
        }
        _ => None,
    }
}

fn list(spots: &[Spot]) -> String {
    spots.iter().map(|spot| spot.text.as_str()).collect::<Vec<_>>().join(", ")
}

fn named(content: &Content) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for page in &content.pages {
        if let Facts::RedFlag { when: Some((rule, _)), .. } = &page.facts {
            add(rule, &mut names);
        }
    }
    names
}

fn add<'a>(rule: &'a Expression, names: &mut BTreeSet<&'a str>) {
    match rule {
        Expression::Name(spot) => {
            names.insert(&spot.text);
        }
        Expression::AtLeast(_, parts) => parts.iter().for_each(|part| add(part, names)),
    }
}

/// The chapters that are marked, and how often.
fn marked(notes: &str) -> Vec<String> {
    let notes = format!("\n{notes}");
    let chapters = notes.split("\n## ").skip(1).map(|it| (it.lines().next(), it.matches(MARK)));
    let chapters = chapters.map(|(title, marks)| (title.unwrap_or_default(), marks.count()));
    chapters.filter(|(_, n)| *n > 0).map(|(title, n)| format!("{title}: {n}")).collect()
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn what_the_notes_say_before_their_chapters_marks_none() {
        let notes = "# Notes\n\n**Warning signs** stands where they change.\n\n## 0.3.0\n\nA tag.\n\n\
            ## 0.2.0\n\n- **Warning signs**: one more.\n\n## 0.1.0\n\nThe first.\n";
        assert_eq!(marked(notes), ["0.2.0: 1"]);
    }

    #[test]
    fn one_more_in_the_same_chapter_is_another_mark() {
        assert_eq!(
            marked("## 0.2.0\n**Warning signs:** one.\n**Warning signs:** two.\n"),
            ["0.2.0: 2"]
        );
    }
}
