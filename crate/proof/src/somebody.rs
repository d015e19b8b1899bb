//! Somebody of whom everything is so, not so, or not known; mostly not so, so that single signs matter.

use backwise_checker::{Ask, Reply};
use backwise_graph::{Choose, FindingId, Graph, Rule, Truth};

use crate::dice::Dice;

/// What is so of them, for each finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Somebody(Vec<Truth>);

impl Somebody {
    /// With these truths, one for each finding.
    #[must_use]
    pub fn new(truths: Vec<Truth>) -> Self {
        Self(truths)
    }

    /// Of whom a few things are so, a few not known, and often all that one red flag takes. One in four is unsure
    /// or troubled far more than people are.
    #[must_use]
    pub fn random(graph: &Graph, dice: &mut Dice) -> Self {
        let (most_yes, most_unsure) = if dice.percent(25) { (60, 40) } else { (5, 3) };
        let mut somebody = Self(vec![Truth::No; graph.findings.len()]);
        for (truth, most) in [(Truth::Unsure, most_unsure), (Truth::Yes, most_yes)] {
            for _ in 0..dice.below(most) {
                let at = dice.below(somebody.0.len());
                somebody.0[at] = truth;
            }
        }
        if dice.percent(50) && !graph.red_flags.is_empty() {
            somebody.hold(&dice.pick(&graph.red_flags).when, dice);
        }
        for screen in graph.questions.iter().filter(|q| q.choose == Choose::One) {
            somebody.choose(&screen.options, dice);
        }
        somebody.make_possible(graph);
        somebody
    }

    /// What is so of a finding.
    #[must_use]
    pub fn truth(&self, finding: FindingId) -> Truth {
        self.0[finding.index()]
    }

    /// The same person with this one thing otherwise; of options that exclude each other, another one.
    #[must_use]
    pub fn with(&self, graph: &Graph, finding: FindingId, truth: Truth) -> Self {
        let mut other = self.clone();
        let screens = graph.questions.iter().filter(|q| q.choose == Choose::One);
        for screen in screens.filter(|q| q.options.contains(&finding)) {
            screen.options.iter().for_each(|f| other.0[f.index()] = Truth::No);
        }
        other.0[finding.index()] = truth;
        other
    }

    /// Whether nothing is so of them that needs something which is not so.
    #[must_use]
    pub fn is_possible(&self, graph: &Graph) -> bool {
        let mut other = self.clone();
        other.make_possible(graph);
        other == *self
    }

    /// What they answer. A list with an unsure line is left unsure, and so is a choice of which nothing is so.
    #[must_use]
    pub fn reply(&self, graph: &Graph, ask: Ask) -> Reply {
        let (options, is_one) = options(graph, ask);
        let of = |truth| options.iter().copied().filter(move |f| self.truth(*f) == truth);
        let mut ticked: Vec<_> = of(Truth::Yes).collect();
        if is_one {
            ticked.truncate(1);
        }
        let rest_unsure = of(Truth::Unsure).next().is_some() || (is_one && ticked.is_empty());
        Reply { ticked, rest_unsure }
    }

    /// Makes a rule hold, by as many of its parts as it takes.
    fn hold(&mut self, rule: &Rule, dice: &mut Dice) {
        match rule {
            Rule::Finding(finding) => self.0[finding.index()] = Truth::Yes,
            Rule::AtLeast(n, parts) => {
                let from = dice.below(parts.len());
                for at in 0..usize::from(*n) {
                    self.hold(&parts[(from + at) % parts.len()], dice);
                }
            }
        }
    }

    /// Of options that exclude each other one is so: one that is already, or any, or it is not known.
    fn choose(&mut self, options: &[FindingId], dice: &mut Dice) {
        let is = |truth| options.iter().find(|f| self.truth(**f) == truth).copied();
        let (so, unsure) = (is(Truth::Yes), is(Truth::Unsure));
        let rest = if so.is_none() && unsure.is_some() { Truth::Unsure } else { Truth::No };
        options.iter().for_each(|f| self.0[f.index()] = rest);
        if rest == Truth::No {
            let so = so.unwrap_or_else(|| *dice.pick(options));
            self.0[so.index()] = Truth::Yes;
        }
    }

    /// What needs something that is not so is not so either, as in life.
    fn make_possible(&mut self, graph: &Graph) {
        for (at, finding) in graph.findings.iter().enumerate() {
            let is_out = |need: &FindingId| self.truth(*need) == Truth::No;
            if !finding.needs.is_empty() && finding.needs.iter().all(is_out) {
                self.0[at] = Truth::No;
            }
        }
    }
}

/// The findings that something asks for, and whether each excludes the others.
#[must_use]
pub fn options(graph: &Graph, ask: Ask) -> (Vec<FindingId>, bool) {
    match ask {
        Ask::Single(finding) => (vec![finding], false),
        Ask::Screen(id) => {
            let question = &graph.questions[id.index()];
            (question.options.clone(), question.choose == Choose::One)
        }
    }
}
