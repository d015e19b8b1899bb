//! One file: its place in the tree, its facts, its words.

use std::ops::Range;
use std::sync::Arc;

use backwise_graph::{CauseType, Choose, Kind, Stage, Urgency};

use crate::date::Date;
use crate::diagnostic::{Diagnostic, Place};
use crate::front_matter::{Fields, Spot};
use crate::markdown::{self, Block, Document};
use crate::rule::{self, Expression};
use crate::source::File;
use crate::strength::Quantity;
use crate::suggest::did_you_mean;

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
    /// What only its kind has.
    pub facts: Facts,
    /// Its words.
    pub document: Document,
    /// Its words in the language that is being compiled, where that is not the first one.
    pub spoken: Option<Document>,
    /// The whole text of the file.
    pub text: String,
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

/// The front matter that only one kind has.
pub enum Facts {
    /// An article.
    Article {
        /// What it is about, for listings.
        description: Spot,
        /// Who wrote it.
        author: Spot,
        /// The part of the back it is about.
        region: Vec<Spot>,
    },
    /// A cause.
    Cause {
        /// Contributor or condition.
        cause_type: CauseType,
        /// Family for scoring.
        family: Spot,
        /// Where it is felt.
        region: Vec<Spot>,
        /// Share among visitors.
        common: Quantity,
        /// Weight of missing it.
        harm: u8,
    },
    /// A symptom.
    Symptom {
        /// The yes-no question.
        ask: Option<Spot>,
        /// What its words mean.
        help: Option<Spot>,
        /// Chance of a yes with no listed cause.
        otherwise: Option<Quantity>,
        /// Where on the body it is.
        region: Vec<Spot>,
    },
    /// A risk.
    Risk {
        /// The yes-no question.
        ask: Option<Spot>,
        /// What its words mean.
        help: Option<Spot>,
        /// Share of visitors who have it.
        common: Quantity,
    },
    /// A red flag.
    RedFlag {
        /// When it holds; absent when it could not be read.
        when: Option<(Expression, Range<usize>)>,
        /// What it sets.
        level: Urgency,
        /// Family for scoring.
        family: Spot,
        /// Who says so, and the level each gives.
        sources: Vec<(Spot, Spot)>,
        /// Why the level may be lower than a source has it.
        waiver: Option<Spot>,
    },
    /// An exercise.
    Exercise {
        /// How often and how many.
        dose: Spot,
        /// How long, in minutes.
        minutes: f32,
        /// When to stop.
        stop: Spot,
    },
    /// A habit.
    Habit {
        /// How long it takes, in minutes, where it takes any.
        minutes: Option<f32>,
    },
    /// A screen.
    Question {
        /// The question.
        ask: Spot,
        /// What its words mean.
        help: Option<Spot>,
        /// Where in the interview.
        stage: Stage,
        /// Its place in that stage.
        order: u32,
        /// One or many.
        choose: Choose,
        /// The findings it asks.
        options: Vec<Spot>,
    },
    /// A source.
    Source {
        /// Where to read it.
        url: Option<Spot>,
        /// How much of it was read.
        read: Spot,
    },
    /// Words with a meaning each: a scale, or the fixed words of screens.
    Words(Vec<(Spot, Spot)>),
    /// A kind with no facts of its own.
    Plain,
}

/// Reads one file. A page comes back whenever its place and its front matter can be told.
#[must_use]
pub fn parse(file: &File) -> (Option<Page>, Vec<Diagnostic>) {
    let Ok(text) = &file.text else {
        return (None, Vec::new());
    };
    let mut faults = Vec::new();
    let page = parse_text(&file.path, text, &mut faults);
    (page, faults)
}

fn parse_text(path: &Arc<str>, text: &str, faults: &mut Vec<Diagnostic>) -> Option<Page> {
    let (kind, slug) = place_in_tree(path, faults)?;
    let (front, body) = split(path, text, faults)?;
    let mut fields = Fields::read(path, text, front);
    let title = fields.needed("title");
    let also = if fields.has("also") { fields.texts("also") } else { Vec::new() };
    let checked = fields.date("checked");
    let review = fields.spanned_date("review");
    let facts = facts(kind, &mut fields);
    faults.extend(fields.finish());
    let document = markdown::read(path, text, body.clone(), faults);
    let (path, text) = (path.clone(), text.to_owned());
    Some(Page {
        path,
        kind,
        slug,
        title,
        also,
        checked,
        review,
        facts,
        document,
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

fn facts(kind: Kind, fields: &mut Fields) -> Facts {
    match kind {
        Kind::Article => Facts::Article {
            description: fields.needed("description"),
            author: fields.needed("author"),
            region: fields.texts("region"),
        },
        Kind::Cause => cause(fields),
        Kind::Symptom => Facts::Symptom {
            ask: fields.text("ask"),
            help: fields.text("help"),
            otherwise: fields.text("otherwise").map(|spot| Quantity::of(&spot)),
            region: fields.texts("region"),
        },
        Kind::Risk => Facts::Risk {
            ask: fields.text("ask"),
            help: fields.text("help"),
            common: Quantity::of(&fields.needed("common")),
        },
        Kind::RedFlag => red_flag(fields),
        Kind::Exercise => Facts::Exercise {
            dose: fields.needed("dose"),
            minutes: fields.number("minutes"),
            stop: fields.needed("stop"),
        },
        Kind::Question => question(fields),
        Kind::Source => {
            Facts::Source { url: fields.text("url"), read: fields.one_word("read", READ) }
        }
        Kind::Scale | Kind::Interface => Facts::Words(fields.pairs("words")),
        Kind::Habit => {
            Facts::Habit { minutes: fields.has("minutes").then(|| fields.number("minutes")) }
        }
        Kind::Structure | Kind::SelfTest | Kind::Professional => Facts::Plain,
    }
}

/// How much of a source was read by whoever cites it.
pub const READ: &[&str] = &["full", "abstract", "secondary", "unread"];

/// The parts of the body that pages may name.
pub const REGIONS: &[&str] =
    &["neck", "upper-back", "middle-back", "lower-back", "chest", "leg", "arm"];

fn cause(fields: &mut Fields) -> Facts {
    let cause_type = fields.one_of("type", CauseType::NAMES, CauseType::ALL);
    if cause_type.is_none() && !fields.faulty() {
        fields.missing("type");
    }
    let harm = fields.one_of("harm", &["low", "medium", "high"], &[1, 2, 4]);
    Facts::Cause {
        cause_type: cause_type.unwrap_or(CauseType::Contributor),
        family: fields.needed("family"),
        region: fields.texts("region"),
        common: Quantity::of(&fields.needed("common")),
        harm: harm.unwrap_or(1),
    }
}

fn red_flag(fields: &mut Fields) -> Facts {
    let rule = fields.needed("when");
    let when = match rule::parse(&rule) {
        Ok(expression) => Some((expression, rule.span.clone())),
        Err(_) if rule.text.is_empty() => None,
        Err(fault) => {
            let help =
                "write findings joined by `and`, `or`, `at least 2 of (a, b, c)` and brackets";
            fields.fault("rule", fault.span, fault.message, help);
            None
        }
    };
    let level = fields.one_of("level", Urgency::NAMES, Urgency::ALL);
    if level.is_none() && !fields.faulty() {
        fields.missing("level");
    }
    let sources = fields.pairs("sources");
    if sources.is_empty() && !fields.faulty() {
        fields.missing("sources");
    }
    Facts::RedFlag {
        when,
        level: level.unwrap_or(Urgency::Emergency),
        family: fields.needed("family"),
        sources,
        waiver: fields.text("waiver"),
    }
}

fn question(fields: &mut Fields) -> Facts {
    let stage = fields.one_of("stage", Stage::NAMES, Stage::ALL);
    let choose = fields.one_of("choose", Choose::NAMES, Choose::ALL);
    for (key, found) in [("stage", stage.is_some()), ("choose", choose.is_some())] {
        if !found && !fields.faulty() {
            fields.missing(key);
        }
    }
    Facts::Question {
        ask: fields.needed("ask"),
        help: fields.text("help"),
        stage: stage.unwrap_or(Stage::Course),
        order: fields.number("order") as u32,
        choose: choose.unwrap_or(Choose::Many),
        options: fields.texts("options"),
    }
}
