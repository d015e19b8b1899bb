//! The oracle: every combination of causes, one by one.

use backwise_checker::belief::{AnswerModel, Evidence};

use crate::random::Model;

/// Chances of every answer level in every combination of causes.
pub struct Oracle<'a> {
    model: &'a Model,
    /// For each answer and threshold, the chance in each combination that it is not passed.
    fails: Vec<Vec<Vec<f64>>>,
}

/// The chance of the evidence and each cause's share of it.
#[derive(Debug, Clone)]
pub struct Enumerated {
    pub chance: f64,
    pub posterior: Vec<f64>,
}

impl<'a> Oracle<'a> {
    pub fn new(model: &'a Model) -> Self {
        let n = model.causes.len();
        let fails = model.answers.iter().map(|answer| fails(answer, n)).collect();
        Self { model, fails }
    }

    pub fn ask(&self, evidence: &Evidence) -> Enumerated {
        self.ask_where(evidence, |_| 1.0)
    }

    /// As `ask`, each combination of causes weighed further.
    pub fn ask_where(&self, evidence: &Evidence, further: impl Fn(usize) -> f64) -> Enumerated {
        let priors = self.priors(evidence);
        let mut chance = 0.0;
        let mut shares = vec![0.0; priors.len()];
        for state in 0..1_usize << priors.len() {
            let mut weight = further(state);
            for (cause, prior) in priors.iter().enumerate() {
                weight *= if state >> cause & 1 == 1 { *prior } else { 1.0 - prior };
            }
            for &(answer, level) in evidence.levels() {
                weight *= self.level(answer.index(), level, state);
            }
            chance += weight;
            for (cause, share) in shares.iter_mut().enumerate() {
                *share += if state >> cause & 1 == 1 { weight } else { 0.0 };
            }
        }
        Enumerated { chance, posterior: shares.into_iter().map(|share| share / chance).collect() }
    }

    /// Chance of a level in a combination of causes.
    pub fn level(&self, answer: usize, level: u8, state: usize) -> f64 {
        let rows = &self.fails[answer];
        let level = usize::from(level).min(rows.len());
        let up_to = rows.get(level).map_or(1.0, |row| row[state]);
        up_to - if level == 0 { 0.0 } else { rows[level - 1][state] }
    }

    pub fn priors(&self, evidence: &Evidence) -> Vec<f64> {
        let mut odds: Vec<f64> =
            self.model.causes.iter().map(|cause| cause.prior / (1.0 - cause.prior)).collect();
        for &(modifier, value) in evidence.values() {
            let values = &self.model.modifiers[modifier.index()].values;
            values[usize::from(value)].odds.iter().for_each(|&(at, factor)| odds[at] *= factor);
        }
        odds.into_iter().map(|odds| odds / (1.0 + odds)).collect()
    }
}

fn fails(answer: &AnswerModel, n: usize) -> Vec<Vec<f64>> {
    let rows = answer.thresholds.iter();
    rows.map(|row| {
        let fail = |state: usize| {
            let present = row.links.iter().filter(|link| state >> link.0 & 1 == 1);
            present.fold(1.0 - row.leak, |product, link| product * (1.0 - link.1))
        };
        (0..1 << n).map(fail).collect()
    })
    .collect()
}
