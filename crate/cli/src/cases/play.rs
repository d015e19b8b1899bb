//! A case, played to its end as its person would answer.

use backwise_checker::{Ask, Checker, Reply, Session};
use backwise_graph::{Choose, FindingId, Graph, PageId, Stage, Truth, Urgency};

use super::case::Case;

/// What is answered where a narrative says nothing.
///
/// A screen has one answer for all its lines that are not ticked, and this keeps to that, so that every case
/// can be clicked through by hand with the same result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// A warning sign is no, as in published audits; anything else is unsure. Warning signs are the safety
    /// screens, and the questions that a red flag names.
    NoSign,
    /// Unsure.
    Unsure,
    /// No: for people of whom all that is so is said.
    No,
}

/// What a case was told.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// How soon to get help.
    pub urgency: Urgency,
    /// What is named, in the order of the result: red flags, then causes that fit.
    pub named: Vec<Named>,
    /// Findings that leave an emergency or same-day sign open.
    pub not_cleared: Vec<String>,
    /// Findings left unsure of which each alone would raise the level.
    pub would_raise: Vec<String>,
    /// Questions after the safety screens.
    pub n_asked: usize,
}

/// A red flag or a cause on the result.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its family.
    pub family: String,
    /// Its level, where it is a red flag.
    pub level: Option<Urgency>,
}

/// Answers every question that is asked, to the end.
#[must_use]
pub fn play(checker: &Checker, case: &Case, unsaid: Unsaid) -> Session {
    let mut session = Session::new();
    while let Some((ask, _)) = session.next(checker) {
        let reply = reply(checker.graph(), case, unsaid, ask);
        session
            .answer(checker.graph(), ask, reply)
            .expect("a case was checked against the questions");
    }
    session
}

impl Outcome {
    /// What is told after these answers.
    #[must_use]
    pub fn of(checker: &Checker, session: &Session) -> Self {
        let graph = checker.graph();
        let told = session.assessment(checker);
        let slug = |page: PageId| graph.page(page).slug.clone();
        let mut named = Vec::with_capacity(told.red_flags.len() + told.fits.len());
        for id in &told.red_flags {
            let flag = &graph.red_flags[id.index()];
            let (id, family) = (slug(flag.page), flag.family.clone());
            named.push(Named { id, family, level: Some(flag.level) });
        }
        for fit in &told.fits {
            let cause = &graph.causes[fit.cause.index()];
            let (id, family) = (slug(cause.page), cause.family.clone());
            named.push(Named { id, family, level: None });
        }
        let asked = session.given().iter().filter(|(ask, _)| !is_safety_screen(graph, *ask));
        let slugs = |signs: &[(FindingId, Urgency)], keep: &dyn Fn(FindingId) -> bool| {
            let kept = signs.iter().filter(|(f, _)| keep(*f));
            kept.map(|(f, _)| slug(graph.finding(*f).page)).collect()
        };
        Self {
            urgency: told.urgency,
            named,
            not_cleared: slugs(&told.not_cleared, &|_| true),
            would_raise: slugs(&told.would_raise, &|f| session.truth(f) == Truth::Unsure),
            n_asked: asked.count(),
        }
    }
}

fn reply(graph: &Graph, case: &Case, unsaid: Unsaid, ask: Ask) -> Reply {
    let rest = rest(graph, unsaid, ask);
    let truth = |finding: &FindingId| case.said.of(*finding).unwrap_or(rest);
    let reply = |options: &[FindingId]| Reply {
        ticked: options.iter().copied().filter(|f| truth(f) == Truth::Yes).collect(),
        rest_unsure: options.iter().any(|f| truth(f) == Truth::Unsure),
    };
    match ask {
        Ask::Single(finding) => reply(&[finding]),
        Ask::Screen(id) => {
            let screen = &graph.questions[id.index()];
            let reply = reply(&screen.options);
            let rest_unsure = match screen.choose {
                // One must hold, so that choosing none is not knowing.
                Choose::One => reply.ticked.is_empty(),
                Choose::Many => reply.rest_unsure,
            };
            Reply { rest_unsure, ..reply }
        }
    }
}

/// What holds of the findings that were not spoken of.
fn rest(graph: &Graph, unsaid: Unsaid, ask: Ask) -> Truth {
    let is_sign = match ask {
        Ask::Screen(_) => is_safety_screen(graph, ask),
        Ask::Single(finding) => is_in_a_rule(graph, finding),
    };
    match unsaid {
        Unsaid::No => Truth::No,
        Unsaid::NoSign if is_sign => Truth::No,
        Unsaid::NoSign | Unsaid::Unsure => Truth::Unsure,
    }
}

fn is_in_a_rule(graph: &Graph, finding: FindingId) -> bool {
    let mut found = false;
    for flag in &graph.red_flags {
        flag.when.each_finding(&mut |f| found |= f == finding);
    }
    found
}

fn is_safety_screen(graph: &Graph, ask: Ask) -> bool {
    match ask {
        Ask::Screen(id) => match graph.questions[id.index()].stage {
            Stage::Who | Stage::Emergency | Stage::SameDay => true,
            Stage::Where | Stage::Course => false,
        },
        Ask::Single(_) => false,
    }
}
