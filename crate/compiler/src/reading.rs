//! How hard a page is to read: the Flesch-Kincaid grade of the words that a reader sees.
//!
//! grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59, the years of school in the United
//! States that the text asks for. From Kincaid, Fishburne, Rogers and Chissom, *Derivation of new readability
//! formulas for Navy enlisted personnel*, Naval Technical Training Command, 1975. A word is what stands
//! between spaces; a sentence ends in `.`, `?` or `!`, and with its paragraph or list item.
//!
//! Counted are body, questions and their help, doses, stop rules, reasons for a level and the words of the
//! screens. Not counted are what nobody reads as prose: link targets, footnotes, ids, and titles and
//! headings, which are no sentences and would make a page look easier than it is.

pub mod syllable;

use backwise_graph::Kind;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::content::Content;
use crate::facts::Facts;
use crate::markdown;
use crate::page::Page;
use syllable::syllables;

/// What a text is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Words: whatever stands between spaces and has a letter or a digit.
    pub n_words: usize,
    /// Sentences.
    pub n_sentences: usize,
    /// Syllables, by spelling.
    pub n_syllables: usize,
}

impl Reading {
    /// The school grade; nothing where there is no sentence. It may lie below 0.
    #[must_use]
    pub fn grade(&self) -> Option<f64> {
        let share = |n: usize, of: usize| n as f64 / of as f64;
        (self.n_words > 0).then(|| {
            0.39 * share(self.n_words, self.n_sentences)
                + 11.8 * share(self.n_syllables, self.n_words)
                - 15.59
        })
    }

    /// Adds a piece of prose, which ends a sentence.
    pub fn add(&mut self, prose: &str) {
        let mut open = false;
        for word in prose.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)) {
            self.n_words += 1;
            self.n_syllables += syllables(word);
            open = !word.trim_end_matches(['"', '”', '’', ')', '*']).ends_with(['.', '?', '!']);
            self.n_sentences += usize::from(!open);
        }
        self.n_sentences += usize::from(open);
    }
}

/// What a page is to read.
#[must_use]
pub fn read(content: &Content, page: &Page) -> Reading {
    let mut reading = Reading::default();
    spoken_facts(page).iter().for_each(|text| reading.add(text));
    body(content, page).iter().for_each(|text| reading.add(text));
    reading
}

/// The prose in the front matter.
fn spoken_facts(page: &Page) -> Vec<&str> {
    let spots = match &page.facts {
        Facts::Article { description, .. } => vec![description],
        Facts::Symptom { ask, help, .. } | Facts::Risk { ask, help, .. } => {
            ask.iter().chain(help).collect()
        }
        Facts::Question { ask, help, .. } => std::iter::once(ask).chain(help).collect(),
        Facts::RedFlag { waiver, .. } => waiver.iter().collect(),
        Facts::Exercise { dose, play, stop, .. } => {
            let ways = play.iter().flat_map(|play| play.ways()).map(|way| &way.text);
            [dose, stop].into_iter().chain(ways).collect()
        }
        Facts::SelfTest { stop, .. } => stop.iter().collect(),
        Facts::Words(words) if page.kind == Kind::Interface => {
            words.iter().map(|(_, text)| text).collect()
        }
        Facts::Hazard(hazard) => hazard.controls.iter().map(|control| &control.text).collect(),
        Facts::Words(_)
        | Facts::Cause { .. }
        | Facts::Habit { .. }
        | Facts::Source { .. }
        | Facts::Country { .. }
        | Facts::About { .. }
        | Facts::Plain => Vec::new(),
    };
    spots.into_iter().map(|spot| spot.text.as_str()).collect()
}

/// The blocks of the body, but for headings, as a reader sees them.
fn body(content: &Content, page: &Page) -> Vec<String> {
    let (mut blocks, mut block) = (Vec::new(), String::new());
    let mut untitled = None;
    for (event, _) in markdown::events(&page.text, page.body.clone()) {
        match event {
            Event::Start(Tag::Link {
                link_type: LinkType::WikiLink { has_pothole: false },
                dest_url,
                ..
            }) => untitled = Some(title(content, &dest_url)),
            Event::Text(text) | Event::Code(text) => {
                block.push_str(untitled.as_deref().unwrap_or(&text));
            }
            Event::SoftBreak | Event::HardBreak => block.push(' '),
            Event::End(TagEnd::Link) => untitled = None,
            Event::End(TagEnd::Heading(_)) => block.clear(),
            Event::Start(Tag::List(_))
            | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
                blocks.push(std::mem::take(&mut block));
            }
            _ => {}
        }
    }
    blocks
}

/// What a link without words of its own shows: the title of the page that its target ends in.
fn title(content: &Content, target: &str) -> String {
    let slug = target.rsplit([':', ' ']).next().unwrap_or(target);
    content.by_slug.get(slug).map_or(slug, |at| &content.pages[*at].title.text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(prose: &str) -> Reading {
        let mut reading = Reading::default();
        reading.add(prose);
        reading
    }

    #[test]
    fn the_platypus_has_its_published_counts_and_grade() {
        let prose =
            "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
        let found = reading(prose);
        assert_eq!(found, Reading { n_words: 13, n_sentences: 1, n_syllables: 24 });
        assert_eq!(format!("{:.1}", found.grade().expect("it has words")), "11.3");
    }

    #[test]
    fn sentences_end_at_marks_and_with_the_block() {
        assert_eq!(reading("Does it hurt? Stop! (It may.) Rest").n_sentences, 4);
        assert_eq!(reading("More than 0.5 cm – a little.").n_sentences, 1);
        assert_eq!(reading("").grade(), None);
    }

    #[test]
    fn a_page_is_read_without_its_footnotes_targets_and_headings() {
        let cause = "---\ntitle: Slump\ntype: contributor\nfamily: posture\nregion: [neck]\ncommon: often\n---\n\n\
                     ## A heading\n\nIt [[often shows::ache|hurts]].[^editorial]\n\n1. Sit in a chair\n2. See [[ache]]\n";
        let ache = "---\ntitle: A dull ache\nask: Does it ache?\nhelp: A dull pain.\n---\n";
        let source = crate::Source::of(&[
            ("cause/slump.md", cause.as_bytes()),
            ("symptom/ache.md", ache.as_bytes()),
        ]);
        let content =
            crate::compile(&source, crate::Date::parse("2026-11-21").expect("a day")).content;
        let of = |slug: &str| read(&content, &content.pages[content.by_slug[slug]]);
        assert_eq!(of("slump"), Reading { n_words: 2 + 4 + 4, n_sentences: 3, n_syllables: 10 });
        assert_eq!(of("ache"), Reading { n_words: 6, n_sentences: 2, n_syllables: 6 });
    }
}
