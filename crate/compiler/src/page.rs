//! One file: its place in the tree, its facts, its words.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use backwise_graph::Kind;

use crate::check::named_drug;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Place};
use crate::facts::{self, Facts};
use crate::front_matter::Fields;
use crate::identity::{self, Identity};
use crate::markdown::{self, Block, Document};
use crate::reviewer::{self, Reviewer};
use crate::source::File;
use crate::suggest::did_you_mean;
use crate::yaml::Spot;

/// A page, read but not yet linked to others.
pub struct Page {
    /// The file, relative to the content folder.
    pub path: Arc<str>,
    /// Its kind: the folder.
    pub kind: Kind,
    /// Its id: the file name.
    pub slug: String,
    /// How readers see it named.
    pub title: Spot,
    /// Other names of the same thing.
    pub also: Vec<Spot>,
    /// When it was last held against its sources.
    pub checked: Option<Date>,
    /// When that must happen again, and where that is written.
    pub review: Option<(Date, Range<usize>)>,
    /// Who put their name to it.
    pub reviewers: Vec<Reviewer>,
    /// What others call the same thing.
    pub identity: Identity,
    /// What only its kind has.
    pub facts: Facts,
    /// Its words; none before [`crate::resolve`] has read them.
    pub document: Document,
    /// Its words in the language that is being compiled, where that is not the first one.
    pub spoken: Option<Document>,
    /// The whole text of the file.
    pub text: Arc<str>,
    /// Where the body begins.
    pub body: Range<usize>,
}

impl Page {
    /// The place of `span` on this page.
    #[must_use]
    pub fn place(&self, span: Range<usize>) -> Place {
        Place::new(&self.path, span)
    }

    /// The place to point at when the page as a whole is at fault.
    #[must_use]
    pub fn title_place(&self) -> Place {
        self.place(self.title.span.clone())
    }

    /// Its words in the language that is being compiled.
    fn shown(&self) -> &Document {
        self.spoken.as_ref().unwrap_or(&self.document)
    }

    /// Its first paragraph as plain text, or nothing.
    #[must_use]
    pub fn summary(&self) -> &str {
        let first = self.shown().passages.first().filter(|p| p.block == Block::Paragraph);
        first.map_or("", |p| p.text.trim())
    }

    /// The items of its first numbered list, as plain text.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        let is_step = |p: &&markdown::Passage| p.block == Block::Item(true);
        let from = self.shown().passages.iter().skip_while(move |p| !is_step(p));
        from.take_while(is_step).map(|p| p.text.trim())
    }
}

/// Reads one file, but for its words. A page comes back whenever its place and its front matter can be told.
#[must_use]
pub fn parse(file: &File) -> (Option<Arc<Page>>, Vec<Diagnostic>) {
    let Ok(text) = &file.text else {
        return (None, Vec::new());
    };
    let mut faults = Vec::new();
    let page = parse_text(&file.path, text, &mut faults);
    (page.map(Arc::new), faults)
}

fn parse_text(path: &Arc<str>, text: &Arc<str>, faults: &mut Vec<Diagnostic>) -> Option<Page> {
    let (kind, slug) = place_in_tree(path, faults)?;
    let (front, body) = split(path, text, faults)?;
    let mut fields = Fields::read(path, text, front);
    let title = fields.needed("title");
    let also = if fields.has("also") { fields.texts("also") } else { Vec::new() };
    let checked = fields.date("checked");
    let review = fields.spanned_date("review");
    let reviewers = reviewer::read(&mut fields);
    let identity = identity::read(kind, &mut fields);
    let facts = facts::read(kind, &mut fields);
    faults.extend(fields.finish());
    faults.extend(named_drug::check(path, text));
    let (path, text) = (path.clone(), text.clone());
    Some(Page {
        path,
        kind,
        slug,
        title,
        also,
        checked,
        review,
        reviewers,
        identity,
        facts,
        document: Document::default(),
        spoken: None,
        text,
        body,
    })
}

/// Kind and id from `kind/id.md`.
fn place_in_tree(path: &Arc<str>, faults: &mut Vec<Diagnostic>) -> Option<(Kind, String)> {
    let mut fault = |message: String, help: String| {
        faults.push(Diagnostic::error("misplaced-page", Place::new(path, 0..0), message, help));
        None
    };
    let parts: Vec<_> = path.split('/').collect();
    let [folder, file] = parts[..] else {
        return fault(
            format!("`{path}` does not stand in a folder of its kind"),
            "a page is `kind/id.md`, one folder deep".into(),
        );
    };
    let Some(kind) = Kind::from_name(folder) else {
        let all = format!("the folders are {}", Kind::NAMES.join(", "));
        let help = did_you_mean(folder, Kind::NAMES.iter().copied(), &all);
        return fault(format!("`{folder}` is no kind of page"), help);
    };
    let slug = file.strip_suffix(".md").unwrap_or(file);
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if slug.is_empty() || !slug.chars().all(plain) {
        return fault(
            format!("`{slug}` is no id"),
            "name the file in small letters, digits and `-`".into(),
        );
    }
    Some((kind, slug.to_owned()))
}

/// Where the front matter and the body stand.
pub(crate) fn split(
    path: &Arc<str>,
    text: &str,
    faults: &mut Vec<Diagnostic>,
) -> Option<(Range<usize>, Range<usize>)> {
    let bom = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut at = bom;
    let mut front = None;
    for line in text[bom..].split_inclusive('\n') {
        let is_fence = line.trim_end() == "---";
        match (front, is_fence) {
            (None, true) => front = Some(at + line.len()),
            (None, false) => break,
            (Some(start), true) => return Some((start..at, at + line.len()..text.len())),
            (Some(_), false) => {}
        }
        at += line.len();
    }
    let (code, message, help) = match front {
        None => (
            "no-front-matter",
            "the page does not begin with front matter",
            "begin with a line `---`, then `title: …`, then `---`",
        ),
        Some(_) => (
            "unclosed-front-matter",
            "the front matter does not end",
            "close it with a line `---` before the body",
        ),
    };
    faults.push(Diagnostic::error(
        code,
        Place::new(path, bom..text.find('\n').unwrap_or(text.len()).max(bom)),
        message,
        help,
    ));
    None
}

/// The findings that the rules of these pages name.
#[must_use]
pub fn named_in_rules(pages: &[Arc<Page>]) -> BTreeSet<&str> {
    let rules = pages.iter().filter_map(|page| match &page.facts {
        Facts::RedFlag { when: Some((rule, _)), .. } => Some(rule),
        _ => None,
    });
    rules.flat_map(|rule| rule.names()).map(|name| name.text.as_str()).collect()
}
