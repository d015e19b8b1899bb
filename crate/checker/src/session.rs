//! What a reader has said so far, and the next thing to ask.
//!
//! The order: who it is for, emergency signs, same-day signs; then questions that can still raise the level
//! to same-day or above; then where and how it goes; then questions that can still raise the level at all;
//! then those that sort causes best. An emergency ends it at once.

use backwise_graph::{CauseId, Choose, FindingId, Graph, QuestionId, Truth, Urgency};

use crate::assessment::{self, Assessment};
use crate::belief::{Belief, Candidate, Evidence, believe, rank};
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
        let screen = |safety| self.screens_left(checker.graph(), safety).next();
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
            self.can_raise(graph, Urgency::Routine).len() + self.screens_left(graph, false).count();
        self.screens_left(graph, true).count() + n_open.max(self.budget_left(graph))
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
        let findings = self.known.iter().enumerate().map(|(at, truth)| (FindingId::new(at), truth));
        for (finding, truth) in findings.clone().filter(|(_, t)| **t == Some(Truth::No)) {
            debug_assert_eq!(*truth, Some(Truth::No));
            checker.record_no(finding, &mut evidence);
        }
        for (finding, _) in findings.filter(|(_, t)| **t == Some(Truth::Yes)) {
            checker.record_yes(finding, &mut evidence);
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

    fn screens_left<'a>(
        &'a self,
        graph: &'a Graph,
        safety: bool,
    ) -> impl Iterator<Item = QuestionId> + 'a {
        let screens = graph.questions.iter().enumerate();
        let left = screens.filter(move |(_, q)| Checker::is_safety(q.stage) == safety);
        left.map(|(at, _)| QuestionId::new(at)).filter(|id| !self.asked(Ask::Screen(*id)))
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
        open.retain(|f| self.known(*f).is_none() && !graph.finding(*f).ask.is_empty());
        open.retain(|f| !on_screen_left(self, graph, *f));
        open
    }

    fn budget_left(&self, graph: &Graph) -> usize {
        let is_safety = |ask: &Ask| match ask {
            Ask::Screen(id) => Checker::is_safety(graph.questions[id.index()].stage),
            Ask::Single(_) => false,
        };
        let spent = self.given.iter().filter(|(ask, _)| !is_safety(ask)).count();
        BUDGET.saturating_sub(spent)
    }

    /// The question that sorts causes best, unless it is time to stop.
    fn sorting(&self, checker: &Checker) -> Option<(Ask, Why)> {
        let graph = checker.graph();
        if self.budget_left(graph) == 0 {
            return None;
        }
        let open = (0..graph.findings.len()).map(FindingId::new);
        let open = open.filter(|f| self.known(*f).is_none() && !graph.finding(*f).ask.is_empty());
        let candidates: Vec<(Candidate, FindingId)> =
            open.flat_map(|f| checker.candidates(f).map(move |c| (c, f))).collect();
        let belief = self.belief(checker);
        let list: Vec<_> = candidates.iter().map(|(candidate, _)| *candidate).collect();
        let ranking = rank(checker.network(), &belief, &list, &fit::same_fits);
        let best = ranking.next()?.candidate;
        let (_, finding) = candidates.into_iter().find(|(candidate, _)| *candidate == best)?;
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
    let links = finding.links.iter().map(|l| (l.cause, f64::from(l.strength) / 255.0));
    let modifiers = finding.modifiers.iter().map(|m| (m.cause, 0.5));
    let weigh = |(cause, strength): (CauseId, f64)| {
        (belief.posterior(checker.cause(cause)) * strength, cause)
    };
    let mut weighed: Vec<_> = links.chain(modifiers).map(weigh).collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
    weighed.into_iter().map(|(_, cause)| cause).take(2).collect()
}

/// Whether a reply is one that the question allows.
fn fits(graph: &Graph, ask: Ask, reply: &Reply) -> Result<(), ReplyError> {
    let (options, one) = match ask {
        Ask::Single(finding) => (vec![finding], false),
        Ask::Screen(id) => {
            let question = &graph.questions[id.index()];
            (question.options.clone(), question.choose == Choose::One)
        }
    };
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
        let single;
        let options = match ask {
            Ask::Screen(id) => &graph.questions[id.index()].options[..],
            Ask::Single(finding) => {
                single = [*finding];
                &single[..]
            }
        };
        // With one option chosen, the others are not so, whatever else is said.
        let one =
            matches!(ask, Ask::Screen(id) if graph.questions[id.index()].choose == Choose::One);
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
