//! What the words of a page point at: links and footnotes, until [`crate::resolve`] has found what they name.

use std::ops::Range;

use crate::yaml::Spot;

/// The links and footnotes of a page, in order.
#[derive(Default)]
pub struct References {
    /// Its wikilinks.
    pub links: Vec<WikiLink>,
    /// Its footnotes.
    pub notes: Vec<Note>,
}

/// `[[target|label]]`.
pub struct WikiLink {
    /// Which passage it stands in, from 0.
    pub passage: usize,
    /// Its bytes in the file.
    pub span: Range<usize>,
    /// What stands before the bar.
    pub target: String,
    /// The page that a heading or item above it opens with: what a typed link says, it says of that page.
    pub speaker: Option<String>,
}

/// A footnote.
pub struct Note {
    /// Which passage it stands in, from 0.
    pub passage: usize,
    /// How many links came before it.
    pub n_links: usize,
    /// Whether the link before it ends where it, or the footnotes before it, begin.
    pub is_adjacent: bool,
    /// What it names.
    pub spot: Spot,
}

/// The footnotes that speak for a link.
pub struct Sources<'a> {
    /// Right behind it, or else the next run in its passage.
    pub notes: Vec<&'a Note>,
    /// Whether they stand right behind it.
    pub are_its_own: bool,
}

impl References {
    /// The footnotes that speak for link number `at`.
    ///
    /// # Panics
    /// When there is no such link.
    #[must_use]
    pub fn sources(&self, at: usize) -> Sources<'_> {
        let passage = self.links[at].passage;
        let behind = &self.notes[self.notes.partition_point(|note| note.n_links <= at)..];
        let in_passage = |note: &&Note| note.passage == passage;
        let close = behind.iter().take_while(|note| note.n_links == at + 1);
        let own: Vec<_> = close.filter(in_passage).filter(|note| note.is_adjacent).collect();
        if !own.is_empty() {
            return Sources { notes: own, are_its_own: true };
        }
        let mut rest = behind.iter().filter(in_passage).filter(|n| !n.is_adjacent).peekable();
        let n_links = rest.peek().map(|note| note.n_links);
        let notes = rest.take_while(|note| Some(note.n_links) == n_links).collect();
        Sources { notes, are_its_own: false }
    }
}
