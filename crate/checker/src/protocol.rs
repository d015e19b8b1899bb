//! Questions, answers and assessments as plain data, for the command line and for JavaScript.
//!
//! Findings and pages go by their ids, as content has them.

use backwise_graph::{
    Choose, FindingId, Fit, Graph, Kind, PageId, Receipt, Relation, RelationKind, Urgency,
};
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::checker::Checker;
use crate::fit::{CauseFit, Reason};
use crate::plan::PlanItem;
use crate::session::{Ask, Reply, ReplyError};

pub use crate::answered::questions;

/// A question, as it is put.
#[derive(Clone, Debug, Serialize)]
pub struct Question<'a> {
    /// What an answer names.
    pub id: &'a str,
    /// How many options may be chosen.
    pub kind: AnswerKind,
    /// The question.
    pub text: &'a str,
    /// What its words mean, or empty.
    pub help: &'a str,
    /// What may be chosen; for a yes-no question yes, no and unsure go without saying.
    pub options: Vec<QuestionOption<'a>>,
}

/// How many options may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// One of the options, or unsure.
    One,
    /// Any of the options, none, or unsure about the rest.
    Many,
    /// Yes, no or unsure.
    YesNo,
}

/// Something that may be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionOption<'a> {
    /// What an answer names.
    pub id: &'a str,
    /// What it says.
    pub text: &'a str,
}

/// An answer's value.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// `yes`, `no`, `unsure`, or one option.
    One(String),
    /// Every option that is so. With `unsure` among them the others are not known, else they are not so.
    Many(Vec<String>),
}

/// The question behind something to ask.
#[must_use]
pub fn question(graph: &Graph, ask: Ask) -> Question<'_> {
    match ask {
        Ask::Single(id) => {
            let finding = graph.finding(id);
            let (text, help) = (&finding.ask, &finding.help);
            Question {
                id: slug(graph, finding.page),
                kind: AnswerKind::YesNo,
                text,
                help,
                options: Vec::new(),
            }
        }
        Ask::Screen(id) => {
            let screen = &graph.questions[id.index()];
            let option = |f: &FindingId| QuestionOption {
                id: finding_slug(graph, *f),
                text: graph.title(*f),
            };
            Question {
                id: slug(graph, screen.page),
                kind: match screen.choose {
                    Choose::One => AnswerKind::One,
                    Choose::Many => AnswerKind::Many,
                },
                text: &screen.ask,
                help: &screen.help,
                options: screen.options.iter().map(option).collect(),
            }
        }
    }
}

/// What to ask goes by this id, if anything does.
#[must_use]
pub fn find(graph: &Graph, id: &str) -> Option<Ask> {
    questions(graph).find(|ask| question(graph, *ask).id == id)
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueError {
    /// A word that this question does not take.
    Unknown(String),
    /// Options in a number that it does not take.
    Reply(ReplyError),
}

impl core::fmt::Display for ValueError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            ValueError::Unknown(word) => write!(f, "`{word}` is no answer to this question"),
            ValueError::Reply(ReplyError::NotAnOption) => {
                f.write_str("that is no option of this question")
            }
            ValueError::Reply(ReplyError::TooMany) => f.write_str("this question takes one option"),
            ValueError::Reply(ReplyError::Nothing) => f.write_str("choose an option, or `unsure`"),
        }
    }
}

impl core::error::Error for ValueError {}

/// The reply that a value stands for.
///
/// # Errors
/// When the question takes no such value.
pub fn reply(graph: &Graph, ask: Ask, value: &Value) -> Result<Reply, ValueError> {
    let words: Vec<&str> = match value {
        Value::One(word) => vec![word],
        Value::Many(words) => words.iter().map(String::as_str).collect(),
    };
    let mut reply = Reply { ticked: Vec::new(), rest_unsure: false };
    for word in words {
        match (word, ask) {
            ("unsure", _) => reply.rest_unsure = true,
            ("yes", Ask::Single(finding)) => reply.ticked.push(finding),
            ("no", Ask::Single(_)) | ("none", Ask::Screen(_)) => {}
            (word, Ask::Screen(id)) => reply.ticked.push(option(graph, id, word)?),
            (word, Ask::Single(_)) => return Err(ValueError::Unknown(word.to_owned())),
        }
    }
    Ok(reply)
}

fn option(
    graph: &Graph,
    id: backwise_graph::QuestionId,
    word: &str,
) -> Result<FindingId, ValueError> {
    let mut options = graph.questions[id.index()].options.iter().copied();
    let found = options.find(|f| finding_slug(graph, *f) == word);
    found.ok_or_else(|| ValueError::Unknown(word.to_owned()))
}

/// An assessment, with everything by its id.
#[derive(Clone, Debug, Serialize)]
pub struct AssessmentData<'a> {
    /// How soon to get help.
    pub urgency: Urgency,
    /// The red flags behind it, the most urgent first.
    pub red_flags: Vec<RedFlagData<'a>>,
    /// Signs that are not ruled out.
    pub not_cleared: Vec<SignData<'a>>,
    /// Causes that fit, the best first.
    pub fits: Vec<FitData<'a>>,
    /// How they hang together.
    pub chains: Vec<Vec<StepData<'a>>>,
    /// What to do today.
    pub plan: Vec<PlanData<'a>>,
    /// Who can help.
    pub see: Vec<NodeData<'a>>,
    /// Every single answer that would raise the level.
    pub would_raise: Vec<SignData<'a>>,
    /// Whether the order of the causes was sampled.
    pub approximate: bool,
}

/// A red flag.
#[derive(Clone, Debug, Serialize)]
pub struct RedFlagData<'a> {
    /// Its page.
    pub id: &'a str,
    /// What it sets.
    pub level: Urgency,
    /// How readers see it named.
    pub title: &'a str,
    /// Family for scoring.
    pub family: &'a str,
    /// What to do.
    pub card: &'a str,
    /// Where its page says what there is to worry about, relative to the site.
    pub address: String,
}

/// A finding, and the level that a yes would set.
#[derive(Clone, Debug, Serialize)]
pub struct SignData<'a> {
    /// The finding.
    pub id: &'a str,
    /// How readers see it named.
    pub title: &'a str,
    /// The question that asks it.
    pub question: &'a str,
    /// The value to answer there.
    pub value: &'a str,
    /// The level.
    pub level: Urgency,
}

/// A page by id and title.
#[derive(Clone, Debug, Serialize)]
pub struct NodeData<'a> {
    /// Its id.
    pub id: &'a str,
    /// How readers see it named.
    pub title: &'a str,
}

/// A cause that fits.
#[derive(Clone, Debug, Serialize)]
pub struct FitData<'a> {
    /// The cause.
    pub id: &'a str,
    /// How readers see it named.
    pub title: &'a str,
    /// Family for scoring.
    pub family: &'a str,
    /// How well, in words.
    pub fit: Fit,
    /// What speaks for it.
    #[serde(rename = "for")]
    pub reasons_for: Vec<ReasonData<'a>>,
    /// What speaks against it.
    #[serde(rename = "against")]
    pub reasons_against: Vec<ReasonData<'a>>,
    /// What would tell and is not known.
    pub unknown: Vec<NodeData<'a>>,
}

/// An answer, and where its meaning is written.
#[derive(Clone, Debug, Serialize)]
pub struct ReasonData<'a> {
    /// The finding.
    pub id: &'a str,
    /// How readers see it named.
    pub title: &'a str,
    /// Addresses of the passages, relative to the site.
    pub receipts: Vec<String>,
}

/// One relation of a chain.
#[derive(Clone, Debug, Serialize)]
pub struct StepData<'a> {
    /// From this page.
    pub from: &'a str,
    /// What it says.
    pub relation: RelationKind,
    /// Of this page.
    pub to: &'a str,
    /// Addresses of the passages, relative to the site.
    pub receipts: Vec<String>,
}

/// One thing to do.
#[derive(Clone, Debug, Serialize)]
pub struct PlanData<'a> {
    /// An exercise or a habit.
    pub id: &'a str,
    /// Which of the two.
    pub kind: Kind,
    /// How readers see it named.
    pub title: &'a str,
    /// How long it takes, in minutes.
    pub minutes: f32,
    /// Why.
    pub because: Vec<StepData<'a>>,
    /// What it is to be left out with, as far as nobody asked about it.
    pub avoid: Vec<StepData<'a>>,
}

/// The assessment as data.
#[must_use]
pub fn assessment<'a>(checker: &'a Checker, assessment: &Assessment) -> AssessmentData<'a> {
    let graph = checker.graph();
    let node = |page: PageId| NodeData { id: slug(graph, page), title: &graph.page(page).title };
    let signs = |list: &[(FindingId, Urgency)]| {
        list.iter().map(|(f, level)| sign(graph, *f, *level)).collect()
    };
    AssessmentData {
        urgency: assessment.urgency,
        red_flags: assessment.red_flags.iter().map(|id| red_flag(graph, id.index())).collect(),
        not_cleared: signs(&assessment.not_cleared),
        fits: assessment.fits.iter().map(|f| fit(graph, f)).collect(),
        chains: assessment.chains.iter().map(|c| steps(graph, c)).collect(),
        plan: assessment.plan.iter().map(|item| plan_item(graph, item)).collect(),
        see: assessment.see.iter().map(|page| node(*page)).collect(),
        would_raise: signs(&assessment.would_raise),
        approximate: assessment.approximate,
    }
}

fn slug(graph: &Graph, page: PageId) -> &str {
    &graph.page(page).slug
}

fn finding_slug(graph: &Graph, finding: FindingId) -> &str {
    slug(graph, graph.finding(finding).page)
}

fn red_flag(graph: &Graph, at: usize) -> RedFlagData<'_> {
    let flag = &graph.red_flags[at];
    let page = graph.page(flag.page);
    RedFlagData {
        id: &page.slug,
        level: flag.level,
        title: &page.title,
        family: &flag.family,
        card: &page.summary,
        address: format!("{}/{}.html", page.kind.name(), page.slug),
    }
}

fn sign(graph: &Graph, finding: FindingId, level: Urgency) -> SignData<'_> {
    let id = finding_slug(graph, finding);
    let screen = graph.questions.iter().find(|q| q.options.contains(&finding));
    let (question, value) = screen.map_or((id, "yes"), |q| (slug(graph, q.page), id));
    SignData { id, title: graph.title(finding), question, value, level }
}

fn fit<'a>(graph: &'a Graph, fit: &CauseFit) -> FitData<'a> {
    let cause = &graph.causes[fit.cause.index()];
    let reasons = |list: &[Reason]| list.iter().map(|r| reason(graph, r)).collect();
    let unknown = |f: &FindingId| NodeData { id: finding_slug(graph, *f), title: graph.title(*f) };
    FitData {
        id: slug(graph, cause.page),
        title: &graph.page(cause.page).title,
        family: &cause.family,
        fit: fit.fit,
        reasons_for: reasons(&fit.reasons_for),
        reasons_against: reasons(&fit.reasons_against),
        unknown: fit.unknown.iter().map(unknown).collect(),
    }
}

fn reason<'a>(graph: &'a Graph, reason: &Reason) -> ReasonData<'a> {
    ReasonData {
        id: finding_slug(graph, reason.finding),
        title: graph.title(reason.finding),
        receipts: addresses(graph, &reason.receipts),
    }
}

fn steps<'a>(graph: &'a Graph, relations: &[Relation]) -> Vec<StepData<'a>> {
    let step = |r: &Relation| StepData {
        from: slug(graph, r.from),
        relation: r.kind,
        to: slug(graph, r.to),
        receipts: addresses(graph, &r.receipts),
    };
    relations.iter().map(step).collect()
}

fn plan_item<'a>(graph: &'a Graph, item: &PlanItem) -> PlanData<'a> {
    let page = graph.page(item.page);
    PlanData {
        id: &page.slug,
        kind: page.kind,
        title: &page.title,
        minutes: item.minutes,
        because: steps(graph, &item.because),
        avoid: steps(graph, &item.avoid),
    }
}

/// Where passages stand: `kind/id.html#p3`.
fn addresses(graph: &Graph, receipts: &[Receipt]) -> Vec<String> {
    let address = |r: &Receipt| {
        let page = graph.page(r.page);
        format!("{}/{}.html#p{}", page.kind.name(), page.slug, r.passage)
    };
    receipts.iter().map(address).collect()
}
