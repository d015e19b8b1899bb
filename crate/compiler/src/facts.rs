//! What only one kind of page has in its front matter.

use std::ops::Range;

use backwise_graph::{CauseType, Choose, Kind, Stage, Urgency};

use crate::drawing::{self, Drawing};
use crate::front_matter::Fields;
use crate::hazard::{self, Hazard};
use crate::play::{self, Play};
use crate::rule::{self, Expression};
use crate::strength::Quantity;
use crate::yaml::Spot;

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
        /// The findings that whoever comes from it is likely to have: they are ticked beforehand.
        about: Vec<Spot>,
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
        /// It can only be so when one of these is.
        needs: Vec<Spot>,
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
        /// It can only be so when one of these is.
        needs: Vec<Spot>,
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
        /// How it is played; absent when that is missing.
        play: Option<Box<Play>>,
        /// When to stop.
        stop: Spot,
        /// How it looks; absent when nobody posed it, or not readably.
        drawing: Option<Box<Drawing>>,
    },
    /// A habit.
    Habit {
        /// How long it takes, in minutes, where it takes any.
        minutes: Option<f32>,
    },
    /// A self-test.
    SelfTest {
        /// What to hear before it begins. One that has it is played, step by step.
        stop: Vec<Spot>,
        /// How it looks; absent when nobody posed it, or not readably.
        drawing: Option<Box<Drawing>>,
        /// How it looks for who sits.
        seated: Option<Box<Drawing>>,
    },
    /// A screen.
    Question {
        /// The question.
        ask: Spot,
        /// What its words mean.
        help: Option<Spot>,
        /// Where in the interview.
        stage: Stage,
        /// Where on the sheet for a clinician.
        sheet: Stage,
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
    /// A country.
    Country {
        /// Its ISO 3166-1 codes.
        codes: Vec<Spot>,
        /// The number to call in an emergency.
        number: Spot,
    },
    /// A text about these pages.
    About {
        /// Its place among such texts.
        order: u32,
        /// What somebody answers yes to, where the text shows the reasoning at work.
        yes: Vec<Spot>,
    },
    /// What could hurt a reader.
    Hazard(Box<Hazard>),
    /// Words with a meaning each: a scale, or the fixed words of screens.
    Words(Vec<(Spot, Spot)>),
    /// A kind with no facts of its own.
    Plain,
}

impl Facts {
    /// What a hazard has.
    #[must_use]
    pub fn hazard(&self) -> Option<&Hazard> {
        match self {
            Self::Hazard(hazard) => Some(hazard),
            _ => None,
        }
    }
}

/// The key of a picture.
pub const FIGURE: &str = "figure";

/// The key of the picture for who sits.
pub const SEATED: &str = "figure-seated";

/// Takes what `kind` has.
pub(crate) fn read(kind: Kind, fields: &mut Fields) -> Facts {
    match kind {
        Kind::Article => Facts::Article {
            description: fields.needed("description"),
            author: fields.needed("author"),
            region: fields.texts("region"),
            about: fields.texts("about"),
        },
        Kind::Cause => cause(fields),
        Kind::Symptom => Facts::Symptom {
            ask: fields.text("ask"),
            help: fields.text("help"),
            needs: fields.texts("needs"),
            otherwise: fields.text("otherwise").map(|spot| Quantity::of(&spot)),
            region: fields.texts("region"),
        },
        Kind::Risk => Facts::Risk {
            ask: fields.text("ask"),
            help: fields.text("help"),
            needs: fields.texts("needs"),
            common: Quantity::of(&fields.needed("common")),
        },
        Kind::RedFlag => red_flag(fields),
        Kind::Exercise => Facts::Exercise {
            dose: fields.needed("dose"),
            play: play::read(fields).map(Box::new),
            stop: fields.needed("stop"),
            drawing: drawing::read(fields, FIGURE).map(Box::new),
        },
        Kind::Question => question(fields),
        Kind::Source => {
            Facts::Source { url: fields.text("url"), read: fields.one_word("read", READ) }
        }
        Kind::Scale | Kind::Interface => Facts::Words(fields.pairs("words")),
        Kind::Habit => {
            Facts::Habit { minutes: fields.has("minutes").then(|| fields.number("minutes")) }
        }
        Kind::Country => {
            Facts::Country { codes: fields.texts("codes"), number: fields.needed("number") }
        }
        Kind::About => Facts::About {
            order: fields.number("order") as u32,
            yes: if fields.has("yes") { fields.texts("yes") } else { Vec::new() },
        },
        Kind::Hazard => Facts::Hazard(Box::new(hazard::read(fields))),
        Kind::SelfTest => Facts::SelfTest {
            stop: fields.texts("stop"),
            drawing: drawing::read(fields, FIGURE).map(Box::new),
            seated: drawing::read(fields, SEATED).map(Box::new),
        },
        Kind::Structure | Kind::Observation | Kind::Professional | Kind::Coverage => Facts::Plain,
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
    let sheet = fields.one_of("sheet", Stage::NAMES, Stage::ALL);
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
        sheet: sheet.or(stage).unwrap_or(Stage::Course),
        order: fields.number("order") as u32,
        choose: choose.unwrap_or(Choose::Many),
        options: fields.texts("options"),
    }
}
