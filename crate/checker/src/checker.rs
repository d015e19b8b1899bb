//! A graph laid out for reasoning: which finding is which answer or modifier of the network.

use backwise_graph::{CauseId, Choose, FindingId, Graph, Likelihood, Truth};

use crate::belief::{
    Answer, AnswerModel, Belief, Candidate, Cause, CauseModel, Evidence, Modifier, ModifierModel,
    ModifierValue, Network, NetworkError, believe,
};
use crate::known::Known;

/// Everything that stays the same from one reader to the next.
pub struct Checker {
    graph: Graph,
    network: Network,
    /// The answer of the network behind each finding, if causes show it.
    answers: Vec<Option<Answer>>,
    /// The modifier and its value on a yes behind each finding, if it raises causes.
    modifiers: Vec<Option<(Modifier, u8)>>,
    /// Whether a finding is an option that excludes others: only a yes to it is evidence.
    exclusive: Vec<bool>,
}

impl Checker {
    /// Lays out a graph.
    ///
    /// # Errors
    /// When a number in the graph is out of the range that the reasoning is exact for.
    pub fn new(graph: Graph) -> Result<Self, NetworkError> {
        let n = graph.findings.len();
        let (answers, answer_models) = answers(&graph);
        let mut modifiers = vec![None; n];
        let mut exclusive = vec![false; n];
        let mut models = Vec::new();
        for question in graph.questions.iter().filter(|q| q.choose == Choose::One) {
            question.options.iter().for_each(|f| exclusive[f.index()] = true);
            if let Some(model) = options_model(&graph, &question.options) {
                for (value, finding) in question.options.iter().enumerate() {
                    modifiers[finding.index()] = Some((models.len(), value as u8));
                }
                models.push(model);
            }
        }
        for (at, likelihood) in graph.likelihoods.iter().enumerate() {
            if !exclusive[at] && !likelihood.modifiers.is_empty() {
                modifiers[at] = Some((models.len(), 1));
                models.push(yes_no_model(&graph, FindingId::new(at)));
            }
        }
        let mut causes = Vec::with_capacity(graph.causes.len());
        for cause in &graph.causes {
            causes.push(CauseModel { prior: f64::from(cause.prior), harm: f64::from(cause.harm) });
        }
        let network = Network::new(causes, answer_models, models)?;
        let (mut shown, mut raising) = (Vec::new(), Vec::new());
        for (answer, modifier) in answers.into_iter().zip(modifiers) {
            shown.push(answer.and_then(|at| network.answer(at)));
            raising.push(modifier.and_then(|(at, value)| Some((network.modifier(at)?, value))));
        }
        Ok(Self { graph, network, answers: shown, modifiers: raising, exclusive })
    }

    /// The graph.
    #[must_use]
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The network over its causes and findings.
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The cause of the network behind a cause of the graph: they stand in the same order.
    pub(crate) fn cause(&self, id: CauseId) -> Cause {
        self.network.cause(id.index()).expect("the network was made from this graph's causes")
    }

    /// The finding behind an answer of the network.
    pub(crate) fn finding_of(&self, answer: Answer) -> Option<FindingId> {
        let at = self.answers.iter().position(|a| *a == Some(answer))?;
        Some(FindingId::new(at))
    }

    /// What asking a finding can tell about causes; one that is asked on a screen, or tells nothing, is none.
    pub(crate) fn candidates(&self, id: FindingId) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        if let Some(answer) = self.answers[id.index()] {
            candidates.push(Candidate::Answer(answer));
        }
        if let Some((modifier, _)) = self.modifiers[id.index()] {
            candidates.push(Candidate::Modifier(modifier));
        }
        candidates
    }

    /// Records an answer. Not having chosen one of several exclusive options says nothing of its own.
    pub(crate) fn record(&self, id: FindingId, truth: Truth, evidence: &mut Evidence) {
        let is_yes = match truth {
            Truth::Yes => true,
            Truth::No if !self.exclusive[id.index()] => false,
            Truth::No | Truth::Unsure => return,
        };
        if let Some(answer) = self.answers[id.index()] {
            if is_yes { evidence.yes(answer) } else { evidence.no(answer) }
        }
        if let Some((modifier, value)) = self.modifiers[id.index()] {
            evidence.know(modifier, if is_yes { value } else { 0 });
        }
    }

    /// What was said, as evidence about causes. Unsure, not asked and ruled out are not in it.
    #[must_use]
    pub fn evidence(&self, known: &Known) -> Evidence {
        let mut evidence = Evidence::new();
        for finding in (0..self.graph.findings.len()).map(FindingId::new) {
            if let Some(truth) = known.said(finding) {
                self.record(finding, truth, &mut evidence);
            }
        }
        evidence
    }

    /// The belief that follows from what was said.
    #[must_use]
    pub fn belief(&self, known: &Known) -> Belief {
        believe(&self.network, &self.evidence(known))
    }
}

/// The place of each finding among the network's answers, and those answers.
fn answers(graph: &Graph) -> (Vec<Option<usize>>, Vec<AnswerModel>) {
    let mut places = vec![None; graph.findings.len()];
    let mut models = Vec::new();
    for (place, likelihood) in places.iter_mut().zip(&graph.likelihoods) {
        if likelihood.links.is_empty() {
            continue;
        }
        let mut links = Vec::with_capacity(likelihood.links.len());
        for link in &likelihood.links {
            links.push((link.cause.index(), f64::from(link.strength) / 255.0));
        }
        *place = Some(models.len());
        models.push(AnswerModel::yes_no(f64::from(likelihood.leak), links));
    }
    (places, models)
}

/// A risk asked by itself: no, then yes.
fn yes_no_model(graph: &Graph, id: FindingId) -> ModifierModel {
    let likelihood = graph.likelihood(id);
    let share = f64::from(likelihood.share);
    let values = vec![value(likelihood, 1.0 - share, false), value(likelihood, share, true)];
    ModifierModel { values, effort: 1.0, unsure: 0.0 }
}

/// What a finding does to the odds of causes when it is so, or is not.
fn value(likelihood: &Likelihood, share: f64, yes: bool) -> ModifierValue {
    let mut odds = Vec::with_capacity(likelihood.modifiers.len());
    for modifier in &likelihood.modifiers {
        let factor = if yes { modifier.yes } else { modifier.no };
        odds.push((modifier.cause.index(), f64::from(factor)));
    }
    ModifierValue { share, odds }
}

/// Options that exclude each other: one value each. None of them raises anything: no modifier.
fn options_model(graph: &Graph, options: &[FindingId]) -> Option<ModifierModel> {
    let (mut total, mut raises, mut unknown) = (0.0, false, false);
    for option in options {
        let likelihood = graph.likelihood(*option);
        total += f64::from(likelihood.share);
        raises |= !likelihood.modifiers.is_empty();
        unknown |= likelihood.share <= 0.0;
    }
    if !raises || unknown {
        return None;
    }
    let mut values = Vec::with_capacity(options.len());
    for option in options {
        let likelihood = graph.likelihood(*option);
        values.push(value(likelihood, f64::from(likelihood.share) / total, true));
    }
    Some(ModifierModel { values, effort: 1.0, unsure: 0.0 })
}
