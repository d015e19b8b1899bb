//! What a reader has said so far, and the next thing to ask.
//!
//! The order: who it is for, emergency signs, same-day signs; then questions that can still raise the level
//! to same-day or above; then where and how it goes; then questions that can still raise the level at all;
//! then those that sort causes best. An emergency ends it at once.

use std::slice;

use backwise_graph::{CauseId, Choose, FindingId, Graph, QuestionId, Truth, Urgency};

use crate::assessment::{self, Assessment};
use crate::belief::{Belief, Evidence, believe, rank};
use crate::checker::Checker;
use crate::fit;
use crate::rule::{evaluate, open_findings};
use crate::triage::{MUST_CLEAR, triage};

/// Questions after the safety screens, at most, unless the urgency itself is still open.
pub const BUDGET: usize = 12;

/// Something to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// A screen of several findings.
    Screen(QuestionId),
    /// One finding, by its own question.
    Single(FindingId),
}

/// What was answered: the findings ticked, and what holds of the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The findings that are so.
    pub ticked: Vec<FindingId>,
    /// Whether the ones left open are not so, or not known.
    pub rest_unsure: bool,
}

/// Why a reply does not fit what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyError {
    /// A finding that this question does not ask.
    NotAnOption,
    /// More than one option where one excludes the others.
    TooMany,
    /// No option where one must hold; not knowing would be an answer.
    Nothing,
}

/// Why something is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Everyone is asked this.
    Everyone,
    /// It can change the urgency.
    Urgency,
    /// It tells these causes apart.
    Sorting(Vec<CauseId>),
}

/// One reader's way through the questions.
#[derive(Clone, Default)]
pub struct Session {
    given: Vec<(Ask, Reply)>,
    /// What is known of each finding; nothing where it was not asked.
    known: Vec<Option<Truth>>,
}

impl Session {
    /// Nothing said yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything said, in order.
    #[must_use]
    pub fn given(&self) -> &[(Ask, Reply)] {
        &self.given
    }

    /// Takes an answer. An answer to something asked before replaces the old one.
    ///
    /// # Errors
    /// When the reply does not fit what was asked; nothing is changed then.
    pub fn answer(&mut self, checker: &Checker, ask: Ask, reply: Reply) -> Result<(), ReplyError> {
        let graph = checker.graph();
        fits(graph, ask, &reply)?;
        match self.given.iter_mut().find(|(asked, _)| *asked == ask) {
            Some(entry) => entry.1 = reply,
            None => self.given.push((ask, reply)),
        }
        self.known = known(graph, &self.given);
        Ok(())
    }

    /// Takes the last answer back.
    pub fn back(&mut self, checker: &Checker) -> Option<Ask> {
        let (ask, _) = self.given.pop()?;
        self.known = known(checker.graph(), &self.given);
        Some(ask)
    }

    /// What is known of a finding: not asked is unsure.
    #[must_use]
    pub fn truth(&self, finding: FindingId) -> Truth {
        self.known(finding).unwrap_or(Truth::Unsure)
    }

    /// What was said of a finding, if anything.
    #[must_use]
    pub fn known(&self, finding: FindingId) -> Option<Truth> {
        self.known.get(finding.index()).copied().flatten()
    }

    /// The urgency as it stands.
    #[must_use]
    pub fn urgency(&self, checker: &Checker) -> Urgency {
        triage(checker.graph(), &|f| self.truth(f)).urgency
    }

    /// The next thing to ask, and why; nothing when it is time for the result.
    #[must_use]
    pub fn next(&self, checker: &Checker) -> Option<(Ask, Why)> {
        if self.raised(checker) == Urgency::Emergency {
            return None;
        }
        let screen = |safety| self.screens_left(checker.graph(), safety).first().copied();
        let urgent = |least| self.can_raise(checker.graph(), least).first().copied();
        let everyone = |question| (Ask::Screen(question), Why::Everyone);
        let single = |finding| (Ask::Single(finding), Why::Urgency);
        screen(true)
            .map(everyone)
            .or_else(|| urgent(MUST_CLEAR).map(single))
            .or_else(|| screen(false).map(everyone))
            .or_else(|| urgent(Urgency::Routine).map(single))
            .or_else(|| self.sorting(checker))
    }

    /// How many questions are still to come, at the most. It never rises.
    #[must_use]
    pub fn at_most(&self, checker: &Checker) -> usize {
        let graph = checker.graph();
        if self.next(checker).is_none() {
            return 0;
        }
        let n_open =
            self.can_raise(graph, Urgency::Routine).len() + self.screens_left(graph, false).len();
        self.screens_left(graph, true).len() + n_open.max(self.budget_left(graph))
    }

    /// The assessment of what was said.
    #[must_use]
    pub fn assessment(&self, checker: &Checker) -> Assessment {
        assessment::assess(checker, self)
    }

    /// What was said, as evidence about causes. Unsure and not asked are not in it.
    #[must_use]
    pub fn evidence(&self, checker: &Checker) -> Evidence {
        let mut evidence = Evidence::new();
        for (at, truth) in self.known.iter().enumerate() {
            if *truth == Some(Truth::No) {
                checker.record_no(FindingId::new(at), &mut evidence);
            }
        }
        for (at, truth) in self.known.iter().enumerate() {
            if *truth == Some(Truth::Yes) {
                checker.record_yes(FindingId::new(at), &mut evidence);
            }
        }
        evidence
    }

    /// The belief that follows from what was said.
    #[must_use]
    pub fn belief(&self, checker: &Checker) -> Belief {
        believe(checker.network(), &self.evidence(checker))
    }

    /// The level that red flags have raised so far, whatever is not cleared.
    fn raised(&self, checker: &Checker) -> Urgency {
        let graph = checker.graph();
        let holds = |flag: &&backwise_graph::RedFlag| {
            evaluate(&flag.when, &|f| self.truth(f)) == Truth::Yes
        };
        graph.red_flags.iter().find(holds).map_or(Urgency::SelfCare, |flag| flag.level)
    }

    fn asked(&self, ask: Ask) -> bool {
        self.given.iter().any(|(asked, _)| *asked == ask)
    }

    fn screens_left(&self, graph: &Graph, safety: bool) -> Vec<QuestionId> {
        let mut left = Vec::new();
        for (at, question) in graph.questions.iter().enumerate() {
            let id = QuestionId::new(at);
            if Checker::is_safety(question.stage) == safety && !self.asked(Ask::Screen(id)) {
                left.push(id);
            }
        }
        left
    }

    /// Findings that were not asked and can still decide a rule of at least this level, above the level reached.
    ///
    /// Rules stand with the most urgent first, and so do the findings.
    fn can_raise(&self, graph: &Graph, least: Urgency) -> Vec<FindingId> {
        let truth = |f| self.truth(f);
        let reached =
            triage(graph, &truth).red_flags.first().map(|id| graph.red_flags[id.index()].level);
        let reached = reached.unwrap_or(Urgency::SelfCare);
        let mut open = Vec::new();
        for flag in graph.red_flags.iter().filter(|f| f.level > reached && f.level >= least) {
            open_findings(&flag.when, &truth, &mut open);
        }
        open.retain(|f| self.is_open(graph, *f) && !on_screen_left(self, graph, *f));
        open
    }

    /// Whether a finding has a question of its own and is not known.
    fn is_open(&self, graph: &Graph, finding: FindingId) -> bool {
        self.known(finding).is_none() && !graph.finding(finding).ask.is_empty()
    }

    fn budget_left(&self, graph: &Graph) -> usize {
        let mut left = BUDGET;
        for (ask, _) in &self.given {
            let is_safety = match ask {
                Ask::Screen(id) => Checker::is_safety(graph.questions[id.index()].stage),
                Ask::Single(_) => false,
            };
            left = left.saturating_sub(usize::from(!is_safety));
        }
        left
    }

    /// The question that sorts causes best, unless it is time to stop.
    fn sorting(&self, checker: &Checker) -> Option<(Ask, Why)> {
        let graph = checker.graph();
        if self.budget_left(graph) == 0 {
            return None;
        }
        let (mut candidates, mut findings) = (Vec::new(), Vec::new());
        for finding in (0..graph.findings.len()).map(FindingId::new) {
            if self.is_open(graph, finding) {
                candidates.extend(checker.candidates(finding));
                findings.resize(candidates.len(), finding);
            }
        }
        let belief = self.belief(checker);
        let ranking = rank(checker.network(), &belief, &candidates, &fit::same_fits);
        let best = ranking.next()?.candidate;
        let finding = findings[candidates.iter().position(|candidate| *candidate == best)?];
        Some((Ask::Single(finding), Why::Sorting(told_apart(checker, &belief, finding))))
    }
}

/// Whether a finding stands on a screen that is still to come.
fn on_screen_left(session: &Session, graph: &Graph, finding: FindingId) -> bool {
    let screens = graph.questions.iter().enumerate();
    let mut left = screens.filter(|(at, _)| !session.asked(Ask::Screen(QuestionId::new(*at))));
    left.any(|(_, question)| question.options.contains(&finding))
}

/// The two causes that an answer to `finding` moves most, by belief and link.
fn told_apart(checker: &Checker, belief: &Belief, finding: FindingId) -> Vec<CauseId> {
    let finding = checker.graph().finding(finding);
    let (mut weights, mut causes) = (Vec::new(), Vec::new());
    let mut weigh = |cause, strength| {
        let weight = belief.posterior(checker.cause(cause)) * strength;
        let at = weights.iter().position(|other| *other < weight).unwrap_or(weights.len());
        weights.insert(at, weight);
        causes.insert(at, cause);
    };
    finding.links.iter().for_each(|l| weigh(l.cause, f64::from(l.strength) / 255.0));
    finding.modifiers.iter().for_each(|m| weigh(m.cause, 0.5));
    causes.truncate(2);
    causes
}

/// Whether a reply is one that the question allows.
fn fits(graph: &Graph, ask: Ask, reply: &Reply) -> Result<(), ReplyError> {
    let (options, one) = options(graph, &ask);
    if !reply.ticked.iter().all(|f| options.contains(f)) {
        return Err(ReplyError::NotAnOption);
    }
    match (one, reply.ticked.len()) {
        (true, 0) if !reply.rest_unsure => Err(ReplyError::Nothing),
        (true, 2..) => Err(ReplyError::TooMany),
        _ => Ok(()),
    }
}

/// What the answers say of each finding. Of two answers about one finding the later counts.
fn known(graph: &Graph, given: &[(Ask, Reply)]) -> Vec<Option<Truth>> {
    let mut known = vec![None; graph.findings.len()];
    for (ask, reply) in given {
        let (options, one) = options(graph, ask);
        // With one option chosen, the others are not so, whatever else is said.
        let rest = match reply.rest_unsure && (!one || reply.ticked.is_empty()) {
            true => Truth::Unsure,
            false => Truth::No,
        };
        for option in options {
            known[option.index()] =
                Some(if reply.ticked.contains(option) { Truth::Yes } else { rest });
        }
    }
    known
}

/// The findings that something asks for, and whether each excludes the others.
fn options<'a>(graph: &'a Graph, ask: &'a Ask) -> (&'a [FindingId], bool) {
    match ask {
        Ask::Single(finding) => (slice::from_ref(finding), false),
        Ask::Screen(id) => {
            let question = &graph.questions[id.index()];
            (&question.options, question.choose == Choose::One)
        }
    }
}
