//! What the warning signs of a version are, so that two versions can be held side by side.

use std::collections::BTreeSet;

use backwise_compiler::page::named_in_rules;
use backwise_compiler::yaml::Spot;
use backwise_compiler::{Content, Facts, Page};

/// What is in bold where change notes say of a version that readers are told something else.
const MARK: &str = "**Warning signs";

/// What decides on urgent help, line by line: each rule and its level, what a finding of a rule needs, the screens that
/// ask before all others, the countries' numbers. Of a fault in the program the change notes tell, in the chapter of a
/// version. Other words and other sources change nothing.
#[must_use]
pub fn lines(content: &Content, notes: &str) -> BTreeSet<String> {
    let named = named_in_rules(&content.pages);
    let pages = content.pages.iter().filter_map(|page| line(page, &named));
    pages.chain(marked(notes)).collect()
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
