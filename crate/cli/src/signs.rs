//! What the warning signs of a version are, in so few letters that a device can hold two versions side by side.

use backwise_compiler::Content;
use sha2::{Digest, Sha256};

use crate::difference::rules;

/// What is in bold where change notes say of a version that readers are told something else.
const MARK: &str = "**Warning signs**";

/// A mark that differs between two versions where a rule differs, or the level it sets, or where the change notes
/// say so in the chapter of a version: of a fault in what no rule says. Other words and other sources change nothing.
#[must_use]
pub fn mark(content: &Content, notes: &str) -> String {
    let mut hash = Sha256::new();
    for (name, parts) in rules(content) {
        let what = parts.into_iter().filter(|(part, _)| ["rule", "level"].contains(part));
        hash.update(format!("{name} {:?}\n", what.collect::<Vec<_>>()));
    }
    hash.update(marked(notes).join("\n"));
    hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The titles of the chapters that are marked.
fn marked(notes: &str) -> Vec<&str> {
    let chapters = notes.split("\n## ").skip(1).filter(|chapter| chapter.contains(MARK));
    chapters.filter_map(|chapter| chapter.lines().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn what_the_notes_say_before_their_chapters_marks_none() {
        let notes = "# Notes\n\n**Warning signs** stands where they change.\n\n## 0.3.0\n\nA tag.\n\n\
            ## 0.2.0\n\n- **Warning signs**: one more.\n\n## 0.1.0\n\nThe first.\n";
        assert_eq!(marked(notes), ["0.2.0"]);
    }
}
