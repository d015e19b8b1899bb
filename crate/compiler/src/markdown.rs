//! The words of a page: passages, and the links and footnotes in them.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Diagnostic, Place};
use crate::reference::{Note, References, WikiLink};
use crate::yaml::Spot;

/// The one set of parser options: wikilinks, tables, footnotes that need no definition.
pub const OPTIONS: Options =
    Options::ENABLE_WIKILINKS.union(Options::ENABLE_TABLES).union(Options::ENABLE_OLD_FOOTNOTES);

/// A page's body, read.
#[derive(Default)]
pub struct Document {
    /// Its blocks of prose, in order.
    pub passages: Vec<Passage>,
    /// How many words there are in its passages.
    pub n_words: usize,
}

/// One block of prose: a heading, a paragraph, a list item or a table. Its address is `#p` and its number.
pub struct Passage {
    /// Its place among the page's passages, from 1.
    pub number: u16,
    /// What it is.
    pub block: Block,
    /// Its bytes in the file.
    pub span: Range<usize>,
    /// Its words, without links and footnotes: of headings, items and whatever stands first, which are quoted elsewhere.
    /// Those of other paragraphs and of tables would be held beside the file's text for nobody; [`words`] reads them.
    pub text: Box<str>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of this level.
    Heading(u8),
    /// A paragraph outside lists.
    Paragraph,
    /// An item of a list; whether the list is numbered.
    Item(bool),
    /// A table.
    Table,
}

/// The events of a body, with their bytes in the file.
pub(crate) fn events(
    text: &str,
    body: Range<usize>,
) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let shift = body.start;
    let parser = Parser::new_ext(&text[body], OPTIONS).into_offset_iter();
    parser.map(move |(event, span)| (event, span.start + shift..span.end + shift))
}

/// The words of a paragraph or a table that stands at `span` of `text`, without links and footnotes.
#[must_use]
pub fn words(text: &str, span: Range<usize>) -> String {
    events(text, span).filter_map(|(event, _)| said(&event).map(str::to_owned)).collect()
}

/// The words that an event adds to its passage.
fn said<'a>(event: &'a Event<'_>) -> Option<&'a str> {
    match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        _ => None,
    }
}

/// The block that `tag` opens, if that block is a passage.
pub(crate) fn opens(tag: &Tag<'_>, in_item: bool, numbered: bool) -> Option<Block> {
    match tag {
        Tag::Heading { level, .. } => Some(Block::Heading(depth(*level))),
        Tag::Item => Some(Block::Item(numbered)),
        Tag::Paragraph if !in_item => Some(Block::Paragraph),
        Tag::Table(_) => Some(Block::Table),
        _ => None,
    }
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}

/// Reads a body.
pub(crate) fn read(
    path: &Arc<str>,
    text: &str,
    body: Range<usize>,
    faults: &mut Vec<Diagnostic>,
) -> (Document, References) {
    let mut events = events(text, body).peekable();
    let mut reader = Reader::new(path, faults);
    while let Some((event, span)) = events.next() {
        reader.step(&event, &span, events.peek().map(|(event, _)| event));
    }
    reader.document.passages.shrink_to_fit();
    (reader.document, reader.references)
}

/// A passage that is open.
struct Open {
    /// Which.
    passage: usize,
    /// The page that a heading or item above opens with.
    speaker: Option<String>,
    /// Its words so far.
    text: String,
}

struct Reader<'a> {
    path: &'a Arc<str>,
    faults: &'a mut Vec<Diagnostic>,
    document: Document,
    references: References,
    /// Passages that are open, the innermost last.
    open: Vec<Open>,
    /// Whether each open list is numbered.
    lists: Vec<bool>,
    /// Headings above, with the page each opens with.
    headings: Vec<(u8, Option<String>)>,
    in_code: bool,
    /// Where the last link, or the footnotes behind it, ended.
    link_end: usize,
}

impl<'a> Reader<'a> {
    fn new(path: &'a Arc<str>, faults: &'a mut Vec<Diagnostic>) -> Self {
        Self {
            path,
            faults,
            document: Document::default(),
            references: References::default(),
            open: Vec::new(),
            lists: Vec::new(),
            headings: Vec::new(),
            in_code: false,
            link_end: usize::MAX,
        }
    }

    fn step(&mut self, event: &Event<'_>, span: &Range<usize>, next: Option<&Event<'_>>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(*tag, span, next),
            Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak => {
                self.words(event, span);
            }
            Event::FootnoteReference(name) => self.footnote(name, span),
            Event::Html(_) | Event::InlineHtml(_) => self.fault(
                "raw-html",
                span,
                "a page holds raw HTML",
                "write it in Markdown; what Markdown cannot say is the site's business",
            ),
            Event::Rule
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn fault(&mut self, code: &'static str, span: &Range<usize>, message: &str, help: &str) {
        let place = Place::new(self.path, span.clone());
        self.faults.push(Diagnostic::error(code, place, message, help));
    }

    fn start(&mut self, tag: &Tag<'_>, span: &Range<usize>) {
        let in_item = !self.lists.is_empty();
        let numbered = self.lists.last().copied().unwrap_or(false);
        match tag {
            Tag::List(first) => self.lists.push(first.is_some()),
            Tag::CodeBlock(_) => self.in_code = true,
            Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url, .. } => {
                self.start_link(dest_url, span);
            }
            Tag::FootnoteDefinition(_) => self.fault(
                "footnote-definition",
                span,
                "a footnote is defined on the page",
                "write the source as a page of its own, `source/<author-year>.md`, and name it `[^author-year]`",
            ),
            _ => {}
        }
        if let Some(block) = opens(tag, in_item, numbered) {
            self.open_passage(block, span);
        }
    }

    fn open_passage(&mut self, block: Block, span: &Range<usize>) {
        if let Block::Heading(level) = block {
            self.headings.retain(|(above, _)| *above < level);
            self.headings.push((level, None));
        }
        let above = self.open.last().and_then(|open| open.speaker.as_ref());
        let under = || self.headings.iter().rev().find_map(|(_, speaker)| speaker.as_ref());
        let speaker = above.or_else(under).cloned();
        let passage = self.document.passages.len();
        self.open.push(Open { passage, speaker, text: String::new() });
        self.document.passages.push(Passage {
            number: u16::try_from(passage + 1).unwrap_or(u16::MAX),
            block,
            span: span.clone(),
            text: Box::default(),
        });
    }

    fn end(&mut self, tag: TagEnd, span: &Range<usize>, next: Option<&Event<'_>>) {
        match tag {
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::Link => self.link_end = span.end,
            TagEnd::Heading(_) => self.close_heading(span, next),
            TagEnd::Paragraph => self.close_paragraph(span, next),
            TagEnd::Item => self.close_item(span),
            TagEnd::Table => drop(self.close()),
            _ => {}
        }
    }

    fn close_heading(&mut self, span: &Range<usize>, next: Option<&Event<'_>>) {
        self.close();
        let level = self.headings.last().map_or(0, |(level, _)| *level);
        let empty = match next {
            None => true,
            Some(Event::Start(Tag::Heading { level: below, .. })) => depth(*below) <= level,
            Some(_) => false,
        };
        if empty {
            self.fault(
                "empty-section",
                span,
                "nothing stands under this heading",
                "write the section or take the heading out",
            );
        }
    }

    fn close_paragraph(&mut self, span: &Range<usize>, next: Option<&Event<'_>>) {
        let followed = matches!(
            next,
            Some(Event::Start(
                Tag::List(_) | Tag::Table(_) | Tag::CodeBlock(_) | Tag::BlockQuote(_)
            ))
        );
        let leads = self.open.last().is_some_and(|here| here.text.trim_end().ends_with(':'));
        if leads && !followed {
            self.empty_lead_in(span);
        }
        if self.lists.is_empty() {
            self.close();
        }
    }

    fn close_item(&mut self, span: &Range<usize>) {
        let Some((at, leads)) = self.close() else { return };
        if leads && at + 1 == self.document.passages.len() {
            self.empty_lead_in(span);
        }
    }

    /// Ends the innermost open passage: which it was, and whether its last sign promises more.
    fn close(&mut self) -> Option<(usize, bool)> {
        let Open { passage, text, .. } = self.open.pop()?;
        self.document.n_words += text.split_ascii_whitespace().count();
        let leads = text.trim_end().ends_with(':');
        let closed = &mut self.document.passages[passage];
        if passage == 0 || matches!(closed.block, Block::Heading(_) | Block::Item(_)) {
            closed.text = text.into();
        }
        Some((passage, leads))
    }

    fn empty_lead_in(&mut self, span: &Range<usize>) {
        self.fault(
            "empty-lead-in",
            span,
            "a sentence ends in a colon and nothing follows",
            "write the list it promises, or end the sentence",
        );
    }

    fn start_link(&mut self, target: &str, span: &Range<usize>) {
        let Some(open) = self.open.last_mut() else { return };
        let is_typed = target.contains("::");
        if open.text.is_empty() && !is_typed {
            match self.document.passages[open.passage].block {
                Block::Heading(_) => {
                    self.headings.last_mut().into_iter().for_each(|h| h.1 = Some(target.into()));
                }
                Block::Item(_) => open.speaker = Some(target.to_owned()),
                Block::Paragraph | Block::Table => {}
            }
        }
        self.references.links.push(WikiLink {
            passage: open.passage,
            span: span.clone(),
            target: target.to_owned(),
            speaker: open.speaker.clone().filter(|_| is_typed),
        });
    }

    fn words(&mut self, event: &Event<'_>, span: &Range<usize>) {
        let text = said(event).unwrap_or_default();
        let in_code = self.in_code || matches!(event, Event::Code(_));
        if in_code && text.contains("[[") && text.contains("]]") {
            self.fault(
                "link-in-code",
                span,
                "a link stands in code, where it links nothing",
                "take the backticks or the indentation away",
            );
        }
        if let Some(here) = self.open.last_mut() {
            here.text.push_str(text);
        }
    }

    fn footnote(&mut self, name: &str, span: &Range<usize>) {
        let Some(passage) = self.open.last().map(|open| open.passage) else { return };
        let is_adjacent = self.link_end == span.start;
        if is_adjacent {
            self.link_end = span.end;
        }
        self.references.notes.push(Note {
            passage,
            n_links: self.references.links.len(),
            is_adjacent,
            spot: Spot { text: name.to_owned(), span: span.clone() },
        });
    }
}
