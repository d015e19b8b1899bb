//! A graph laid out for reasoning: which finding is which answer or modifier of the network.

use backwise_graph::{CauseId, Choose, FindingId, Graph, Stage};

use crate::belief::{
    Answer, AnswerModel, Candidate, Cause, CauseModel, Evidence, Modifier, ModifierModel,
    ModifierValue, Network, NetworkError,
};

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
        for (at, finding) in graph.findings.iter().enumerate() {
            if !exclusive[at] && !finding.modifiers.is_empty() {
                modifiers[at] = Some((models.len(), 1));
                models.push(yes_no_model(&graph, FindingId::new(at)));
            }
        }
        let causes = graph
            .causes
            .iter()
            .map(|c| CauseModel { prior: f64::from(c.prior), harm: f64::from(c.harm) });
        let network = Network::new(causes.collect(), answer_models, models)?;
        let place = |entry: Option<(usize, u8)>| {
            let (at, value) = entry?;
            Some((network.modifier(at)?, value))
        };
        let modifiers = modifiers.into_iter().map(place).collect();
        let answers = answers.into_iter().map(|at| network.answer(at?)).collect();
        Ok(Self { graph, network, answers, modifiers, exclusive })
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
    pub(crate) fn candidates(&self, id: FindingId) -> impl Iterator<Item = Candidate> {
        let answer = self.answers[id.index()].map(Candidate::Answer);
        let modifier =
            self.modifiers[id.index()].map(|(modifier, _)| Candidate::Modifier(modifier));
        answer.into_iter().chain(modifier)
    }

    /// Records a yes.
    pub(crate) fn record_yes(&self, id: FindingId, evidence: &mut Evidence) {
        if let Some(answer) = self.answers[id.index()] {
            evidence.yes(answer);
        }
        if let Some((modifier, value)) = self.modifiers[id.index()] {
            evidence.know(modifier, value);
        }
    }

    /// Records a no. Not having chosen one of several exclusive options says nothing of its own.
    pub(crate) fn record_no(&self, id: FindingId, evidence: &mut Evidence) {
        if self.exclusive[id.index()] {
            return;
        }
        if let Some(answer) = self.answers[id.index()] {
            evidence.no(answer);
        }
        if let Some((modifier, _)) = self.modifiers[id.index()] {
            evidence.know(modifier, 0);
        }
    }

    /// Whether a screen is one of the safety screens.
    pub(crate) fn is_safety(stage: Stage) -> bool {
        match stage {
            Stage::Who | Stage::Emergency | Stage::SameDay => true,
            Stage::Where | Stage::Course => false,
        }
    }
}

/// The place of each finding among the network's answers, and those answers.
fn answers(graph: &Graph) -> (Vec<Option<usize>>, Vec<AnswerModel>) {
    let mut models = Vec::new();
    let places = graph.findings.iter().map(|finding| {
        if finding.links.is_empty() {
            return None;
        }
        let links = finding.links.iter().map(|l| (l.cause.index(), f64::from(l.strength) / 255.0));
        models.push(AnswerModel::yes_no(f64::from(finding.leak), links.collect()));
        Some(models.len() - 1)
    });
    (places.collect(), models)
}

/// A risk asked by itself: no, then yes.
fn yes_no_model(graph: &Graph, id: FindingId) -> ModifierModel {
    let finding = graph.finding(id);
    let share = f64::from(finding.share);
    let odds = |yes: bool| {
        let factor = |m: &backwise_graph::Modifier| f64::from(if yes { m.yes } else { m.no });
        finding.modifiers.iter().map(|m| (m.cause.index(), factor(m))).collect()
    };
    let values = vec![
        ModifierValue { share: 1.0 - share, odds: odds(false) },
        ModifierValue { share, odds: odds(true) },
    ];
    ModifierModel { values, effort: 1.0, unsure: 0.0 }
}

/// Options that exclude each other: one value each. None of them raises anything: no modifier.
fn options_model(graph: &Graph, options: &[FindingId]) -> Option<ModifierModel> {
    let findings = || options.iter().map(|f| graph.finding(*f));
    let total: f64 = findings().map(|f| f64::from(f.share)).sum();
    if findings().all(|f| f.modifiers.is_empty()) || findings().any(|f| f.share <= 0.0) {
        return None;
    }
    let values = findings().map(|f| ModifierValue {
        share: f64::from(f.share) / total,
        odds: f.modifiers.iter().map(|m| (m.cause.index(), f64::from(m.yes))).collect(),
    });
    Some(ModifierModel { values: values.collect(), effort: 1.0, unsure: 0.0 })
}
