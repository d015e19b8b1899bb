//! What a reader has said so far, and the next thing to ask.
//!
//! The order: who it is for, emergency signs, same-day signs; then questions that can raise the level to
//! same-day or above with what was said; then where and how it goes; then questions that can still raise the
//! level at all; then those that sort causes best. A question that makes an emergency of what was said waits
//! for none of them. An emergency ends it at once. What other answers rule out is not asked.
//!
//! All but the last takes rules and raw answers alone ([`Session::step`]), so that whoever asks can begin before
//! whatever weighs causes is there.

use std::slice;

use backwise_graph::{
    CauseId, Choose, FindingId, Graph, PageId, Question, QuestionId, RedFlag, Truth, Urgency,
};

use crate::assessment::{Assessment, assess};
use crate::checker::Checker;
use crate::known::Known;
use crate::manner::Manner;
use crate::rule::{evaluate, open_findings};
use crate::sorting::sort;
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

impl Ask {
    /// The question, in the words that readers see.
    #[must_use]
    pub fn text(self, graph: &Graph) -> &str {
        match self {
            Ask::Screen(id) => &graph.questions[id.index()].ask,
            Ask::Single(id) => &graph.finding(id).ask,
        }
    }

    /// The page that asks it; its id is the question's.
    #[must_use]
    pub fn page(self, graph: &Graph) -> PageId {
        match self {
            Ask::Screen(id) => graph.questions[id.index()].page,
            Ask::Single(id) => graph.finding(id).page,
        }
    }
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

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A screen that everyone is asked.
    Screen(QuestionId),
    /// A finding that can change the urgency.
    Urgent(FindingId),
    /// Nothing that is open can change the urgency; what sorts causes best comes next, if anything does.
    Sort,
    /// It is time for the result.
    End,
}

impl Step {
    /// Whether something may be ticked there beforehand: nothing on a safety screen, nor where the answer can
    /// change the urgency by itself.
    #[must_use]
    pub fn may_be_ticked(&self, graph: &Graph) -> bool {
        match self {
            Step::Screen(id) => !graph.questions[id.index()].stage.is_safety(),
            Step::Sort => true,
            Step::Urgent(_) | Step::End => false,
        }
    }
}

/// One reader's way through the questions.
#[derive(Clone, Debug, Default)]
pub struct Session {
    given: Vec<(Ask, Reply)>,
    known: Known,
    manner: Manner,
}

impl Session {
    /// Nothing said yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Nothing said yet, in this manner.
    #[must_use]
    pub fn of(manner: Manner) -> Self {
        Self { manner, ..Self::default() }
    }

    /// How it is held.
    #[must_use]
    pub fn manner(&self) -> Manner {
        self.manner
    }

    /// Asks the rest as well from now on.
    pub fn widen(&mut self) {
        self.manner.is_brief = false;
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
    pub fn answer(&mut self, graph: &Graph, ask: Ask, reply: Reply) -> Result<(), ReplyError> {
        fits(graph, ask, &reply)?;
        match self.given.iter_mut().find(|(asked, _)| *asked == ask) {
            Some(entry) => entry.1 = reply,
            None => self.given.push((ask, reply)),
        }
        self.known = known(graph, &self.given);
        Ok(())
    }

    /// Takes the last answer back.
    pub fn back(&mut self, graph: &Graph) -> Option<Ask> {
        let (ask, _) = self.given.pop()?;
        self.known = known(graph, &self.given);
        Some(ask)
    }

    /// What is known of each finding.
    #[must_use]
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// What is known of a finding: not asked is unsure.
    #[must_use]
    pub fn truth(&self, finding: FindingId) -> Truth {
        self.known.truth(finding)
    }

    /// The urgency as it stands.
    #[must_use]
    pub fn urgency(&self, graph: &Graph) -> Urgency {
        triage(graph, &|f| self.truth(f)).urgency
    }

    /// What comes next, as far as rules and screens decide it.
    #[must_use]
    pub fn step(&self, graph: &Graph) -> Step {
        if self.raised(graph) == Urgency::Emergency {
            return Step::End;
        }
        let screen = |safety| self.screens_left(graph, safety).first().copied();
        let ready = |least| self.ready(graph, least).first().copied();
        (self.pressing(graph).map(Step::Urgent))
            .or_else(|| screen(true).map(Step::Screen))
            .or_else(|| ready(MUST_CLEAR).map(Step::Urgent))
            .or_else(|| screen(false).map(Step::Screen))
            .or_else(|| ready(Urgency::Routine).map(Step::Urgent))
            .unwrap_or(if self.budget_left(graph) == 0 { Step::End } else { Step::Sort })
    }

    /// The next thing to ask, and why; nothing when it is time for the result.
    #[must_use]
    pub fn next(&self, checker: &Checker) -> Option<(Ask, Why)> {
        match self.step(checker.graph()) {
            Step::Screen(question) => Some((Ask::Screen(question), Why::Everyone)),
            Step::Urgent(finding) => Some((Ask::Single(finding), Why::Urgency)),
            Step::Sort => sort(checker, &self.known)
                .map(|sorting| (Ask::Single(sorting.finding), Why::Sorting(sorting.told_apart))),
            Step::End => None,
        }
    }

    /// Questions that may still come, as far as rules and screens decide it. It never rises.
    #[must_use]
    pub fn n_left(&self, graph: &Graph) -> usize {
        let n_open = self.can_raise(graph).len() + self.screens_left(graph, false).len();
        self.screens_left(graph, true).len() + n_open.max(self.budget_left(graph))
    }

    /// How many questions are still to come, at the most. It never rises.
    #[must_use]
    pub fn at_most(&self, checker: &Checker) -> usize {
        self.next(checker).map_or(0, |_| self.n_left(checker.graph()))
    }

    /// The assessment of what was said.
    #[must_use]
    pub fn assessment(&self, checker: &Checker) -> Assessment {
        assess(checker, &self.known)
    }

    /// The level that red flags have raised so far, whatever is not cleared.
    fn raised(&self, graph: &Graph) -> Urgency {
        let holds = |flag: &&RedFlag| evaluate(&flag.when, &|f| self.truth(f)) == Truth::Yes;
        graph.red_flags.iter().find(holds).map_or(Urgency::SelfCare, |flag| flag.level)
    }

    /// Whether something has an answer.
    #[must_use]
    pub fn is_given(&self, ask: Ask) -> bool {
        self.given.iter().any(|(asked, _)| *asked == ask)
    }

    fn screens_left(&self, graph: &Graph, safety: bool) -> Vec<QuestionId> {
        let mut left = Vec::new();
        for (at, question) in graph.questions.iter().enumerate() {
            let id = QuestionId::new(at);
            let is_ruled_out = |f: &FindingId| self.known.is_ruled_out(graph, *f);
            let is_wanted = (safety || !self.manner.is_brief || self.decides(graph, question))
                && !question.options.iter().all(is_ruled_out);
            if question.stage.is_safety() == safety && !self.is_given(Ask::Screen(id)) && is_wanted
            {
                left.push(id);
            }
        }
        left
    }

    /// Whether an option of this screen can still decide a rule above the level reached.
    fn decides(&self, graph: &Graph, question: &Question) -> bool {
        let open = self.open(graph, Urgency::Routine, &self.known);
        question.options.iter().any(|f| open.contains(f) && self.known.get(*f).is_none())
    }

    /// A finding to be asked by itself whose yes makes an emergency of what was said already: it does not wait
    /// for the screens still to come.
    fn pressing(&self, graph: &Graph) -> Option<FindingId> {
        let emergencies = || graph.red_flags.iter().filter(|f| f.level == Urgency::Emergency);
        self.ready(graph, Urgency::Emergency).into_iter().find(|finding| {
            let then = |f| if f == *finding { Truth::Yes } else { self.truth(f) };
            emergencies().any(|flag| evaluate(&flag.when, &then) == Truth::Yes)
        })
    }

    /// Findings to be asked by themselves that can decide a rule of at least this level, above the level reached,
    /// even if nothing is so on the screens still to come. The others wait for those screens.
    fn ready(&self, graph: &Graph, least: Urgency) -> Vec<FindingId> {
        let mut known = self.known.clone();
        for finding in graph.questions.iter().flat_map(|question| &question.options) {
            if self.known.get(*finding).is_none() {
                known.note(*finding, Truth::No);
            }
        }
        self.alone(graph, self.open(graph, least, &known))
    }

    /// Findings to be asked by themselves that can still decide a rule above the level reached.
    fn can_raise(&self, graph: &Graph) -> Vec<FindingId> {
        self.alone(graph, self.open(graph, Urgency::Routine, &self.known))
    }

    /// Findings that are not known and can still decide a rule of at least this level, above the level reached.
    ///
    /// Rules stand with the most urgent first, and so do the findings.
    fn open(&self, graph: &Graph, least: Urgency, known: &Known) -> Vec<FindingId> {
        let reached = self.raised(graph);
        let mut open = Vec::new();
        for flag in graph.red_flags.iter().filter(|f| f.level > reached && f.level >= least) {
            open_findings(&flag.when, &|f| known.truth(f), &mut open);
        }
        open
    }

    /// Those that are to be asked by themselves: they have a question of their own, and are not known.
    fn alone(&self, graph: &Graph, mut open: Vec<FindingId>) -> Vec<FindingId> {
        open.retain(|f| {
            let has_question = !graph.finding(*f).ask.is_empty();
            has_question && self.known.get(*f).is_none() && !on_screen_left(self, graph, *f)
        });
        open
    }

    fn budget_left(&self, graph: &Graph) -> usize {
        let mut left = if self.manner.is_brief { 0 } else { BUDGET };
        for (ask, _) in &self.given {
            let is_safety = match ask {
                Ask::Screen(id) => graph.questions[id.index()].stage.is_safety(),
                Ask::Single(_) => false,
            };
            left = left.saturating_sub(usize::from(!is_safety));
        }
        left
    }
}

/// Whether a finding stands on a screen that is still to come.
fn on_screen_left(session: &Session, graph: &Graph, finding: FindingId) -> bool {
    let screens = graph.questions.iter().enumerate();
    let mut left = screens.filter(|(at, _)| !session.is_given(Ask::Screen(QuestionId::new(*at))));
    left.any(|(_, question)| question.options.contains(&finding))
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
fn known(graph: &Graph, given: &[(Ask, Reply)]) -> Known {
    let mut known = Known::nothing(graph.findings.len());
    for (ask, reply) in given {
        let (options, one) = options(graph, ask);
        // With one option chosen, the others are not so, whatever else is said.
        let rest = match reply.rest_unsure && (!one || reply.ticked.is_empty()) {
            true => Truth::Unsure,
            false => Truth::No,
        };
        for option in options {
            known.note(*option, if reply.ticked.contains(option) { Truth::Yes } else { rest });
        }
    }
    known.settle(graph);
    known
}

/// The findings that something asks for, and whether each excludes the others.
pub(crate) fn options<'a>(graph: &'a Graph, ask: &'a Ask) -> (&'a [FindingId], bool) {
    match ask {
        Ask::Single(finding) => (slice::from_ref(finding), false),
        Ask::Screen(id) => {
            let question = &graph.questions[id.index()];
            (&question.options, question.choose == Choose::One)
        }
    }
}
