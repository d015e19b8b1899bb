//! Who treats people and put their name to a page: `reviewed-by` in its front matter.
//!
//! What is signed is the page as it stood. A review names its words by a short hash, so that an edit, however small,
//! takes the name off the page until somebody has looked again.

use std::ops::Range;

use backwise_graph::Kind;
use xxhash_rust::xxh64::xxh64;

use crate::content::Content;
use crate::date::Date;
use crate::front_matter::Fields;
use crate::html;
use crate::page::Page;
use crate::yaml::Spot;

/// Who may review: callings with a register that says who belongs to them.
pub const PROFESSIONS: &[&str] =
    &["doctor", "nurse", "midwife", "physiotherapist", "paramedic", "pharmacist"];

/// A review of a page.
pub struct Reviewer {
    /// Who looked at it.
    pub name: Spot,
    /// One of [`PROFESSIONS`].
    pub profession: Spot,
    /// The register and their number in it, where they give it.
    pub register: Option<Spot>,
    /// The day, and where it is written; absent when it could not be read.
    pub on: Option<(Date, Range<usize>)>,
    /// The [`words`] of the page as it was then.
    pub words: Option<Spot>,
    /// Where the review is written.
    pub span: Range<usize>,
}

/// Takes the reviews of a page.
pub(crate) fn read(fields: &mut Fields) -> Vec<Reviewer> {
    if !fields.has("reviewed-by") {
        return Vec::new();
    }
    let groups = fields.groups("reviewed-by");
    groups.into_iter().map(|group| reviewer(fields, group)).collect()
}

fn reviewer(fields: &mut Fields, mut group: Fields) -> Reviewer {
    let reviewer = Reviewer {
        name: group.needed("name"),
        profession: group.one_word("profession", PROFESSIONS),
        register: group.text("register"),
        on: group.spanned_date("on"),
        words: group.text("words"),
        span: group.span(),
    };
    if reviewer.on.is_none() && !group.faulty() {
        group.missing("on");
    }
    fields.close(group);
    reviewer
}

/// What stands for the words of a page: eight digits that are others as soon as a word is. Its dates and its reviews
/// do not count.
#[must_use]
pub fn words(page: &Page) -> String {
    let front = page.text[..page.body.start].lines();
    let mut is_left_out = false;
    let kept = front.filter(|line| {
        if !line.starts_with([' ', '-']) || *line == "---" {
            let keys = ["reviewed-by:", "checked:", "review:"];
            is_left_out = keys.iter().any(|key| line.starts_with(key));
        }
        !is_left_out
    });
    let text: Vec<&str> = kept.chain(page.text[page.body.clone()].lines()).collect();
    format!("{:08x}", xxh64(text.join("\n").as_bytes(), 0) as u32)
}

/// The pages that a clinician can judge: those that readers open and that say something of backs.
pub fn reviewable(content: &Content) -> impl Iterator<Item = &Page> {
    let judged = |page: &&Page| !matches!(page.kind, Kind::About | Kind::Source);
    content
        .pages
        .iter()
        .map(AsRef::as_ref)
        .filter(judged)
        .filter(|page| html::address(page).is_some())
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::{Date, Source, compile};

    fn hash(text: &str) -> String {
        let source = Source::of(&[("structure/back.md", text.as_bytes())]);
        words(&compile(&source, Date::from_unix_days(0)).content.pages[0])
    }

    #[test]
    fn an_edit_changes_the_words_and_a_date_or_a_signature_does_not() {
        let plain = hash("---\ntitle: Back\n---\n\nIt bends.\n");
        let signed = "---\ntitle: Back\nchecked: 2026-11-21\nreviewed-by:\n  - name: J. Doe\n    on: 2026-11-21\n- name: A. Roe\n---\n\nIt bends.\n";
        assert_eq!(hash(signed), plain);
        assert_ne!(hash(&signed.replace("bends", "bend")), plain);
        assert_ne!(hash(&signed.replace("title: Back", "title: Spine")), plain);
        assert_eq!(plain.len(), 8);
    }
}
