//! Random networks and evidence, the same for the same seed. The bench uses them too.

#![allow(dead_code, reason = "the tests and the bench each use a part")]

use backwise_checker::belief::{
    AnswerModel, CauseModel, Evidence, ModifierModel, ModifierValue, Network, Threshold,
};

/// Chance with a seed (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    pub fn log_between(&mut self, low: f64, high: f64) -> f64 {
        self.between(low.ln(), high.ln()).exp()
    }

    pub fn below(&mut self, end: usize) -> usize {
        ((self.unit() * end as f64) as usize).min(end - 1)
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// The lists a network is made from.
#[derive(Debug, Clone)]
pub struct Model {
    pub causes: Vec<CauseModel>,
    pub answers: Vec<AnswerModel>,
    pub modifiers: Vec<ModifierModel>,
}

impl Model {
    pub fn network(&self) -> Network {
        let (causes, answers) = (self.causes.clone(), self.answers.clone());
        Network::new(causes, answers, self.modifiers.clone())
            .expect("the generator keeps the ranges")
    }
}

/// A small network with everything in it: graded answers, modifiers, harm, effort, unsure.
pub fn small(seed: u64, n: usize) -> Model {
    let mut dice = Dice::new(seed);
    let cause = |dice: &mut Dice| CauseModel {
        prior: dice.log_between(0.001, 0.5),
        harm: dice.between(0.2, 3.0),
    };
    let causes = (0..n).map(|_| cause(&mut dice)).collect();
    let m = 3 + dice.below(10);
    let answers = (0..m).map(|_| answer(&mut dice, n)).collect();
    let modifiers = (0..2).map(|_| modifier(&mut dice, n)).collect();
    Model { causes, answers, modifiers }
}

fn answer(dice: &mut Dice, n: usize) -> AnswerModel {
    let density = dice.between(0.1, 0.8);
    let linked: Vec<usize> = (0..n).filter(|_| dice.unit() < density).collect();
    let links = linked.iter().map(|&cause| (cause, dice.between(0.02, 0.98))).collect();
    let mut thresholds = vec![Threshold { leak: dice.log_between(0.005, 0.3), links }];
    let levels = 1 + if dice.unit() < 0.25 { 1 + dice.below(2) } else { 0 };
    while thresholds.len() < levels && thresholds[thresholds.len() - 1].leak > 0.05 {
        let next = weaker(dice, &thresholds[thresholds.len() - 1]);
        thresholds.push(next);
    }
    let (effort, unsure) = (dice.between(0.5, 2.0), dice.between(0.0, 0.3));
    AnswerModel { thresholds, effort, unsure }
}

fn weaker(dice: &mut Dice, below: &Threshold) -> Threshold {
    let strengths = below.links.iter().map(|&(cause, c)| (cause, c * dice.between(0.2, 1.0)));
    let links = strengths.filter(|link| link.1 >= 0.02).collect();
    Threshold { leak: below.leak * dice.between(0.2, 0.8), links }
}

fn modifier(dice: &mut Dice, n: usize) -> ModifierModel {
    let share = dice.between(0.1, 0.9);
    let mut value = |share| {
        let causes: Vec<usize> = (0..n).filter(|_| dice.unit() < 0.5).collect();
        let odds = causes.iter().map(|&cause| (cause, dice.log_between(0.2, 5.0))).collect();
        ModifierValue { share, odds }
    };
    let values = vec![value(share), value(1.0 - share)];
    ModifierModel { values, effort: 1.0, unsure: 0.0 }
}

/// Some of the answers at random levels, sometimes a modifier.
pub fn evidence(seed: u64, network: &Network, share: f64) -> Evidence {
    let mut dice = Dice::new(seed ^ 0xe71d);
    let mut evidence = Evidence::new();
    for answer in network.answers() {
        if dice.unit() < share {
            let level = dice.below(usize::from(network.top_level(answer)) + 1);
            evidence.level(answer, level as u8);
        }
    }
    if let Some(modifier) = network.modifier(0).filter(|_| dice.unit() < 0.3) {
        evidence.know(modifier, dice.below(2) as u8);
    }
    evidence
}

/// A network of realistic shape: `n` causes in eight clusters, the first three of them hubs,
/// two thirds of the links inside the cluster, `links` a cause on average.
pub fn clustered(seed: u64, n: usize, m: usize, links: f64) -> Model {
    let mut dice = Dice::new(seed);
    let mut causes = Vec::new();
    let mut rows: Vec<Vec<(usize, f64)>> = vec![Vec::new(); m];
    for cause in 0..n {
        let is_hub = cause < 3;
        let range = if is_hub { (0.15, 0.35) } else { (0.003, 0.15) };
        causes.push(CauseModel { prior: dice.log_between(range.0, range.1), harm: 1.0 });
        let scale = dice.between(0.6, 1.4) * if is_hub { 3.0 } else { 1.0 };
        let wanted = ((links * scale).round() as usize).clamp(1, m / 2);
        let mut have = 0;
        while have < wanted {
            let is_home = dice.unit() < 0.65;
            let at = if is_home { dice.below(m / 8) * 8 + cause % 8 } else { dice.below(m) };
            if rows[at].iter().all(|link| link.0 != cause) {
                rows[at].push((cause, dice.between(0.05, 0.9)));
                have += 1;
            } else if is_home
                && rows
                    .iter()
                    .skip(cause % 8)
                    .step_by(8)
                    .all(|row| row.iter().any(|link| link.0 == cause))
            {
                have += 1;
            }
        }
    }
    let answer = |links| AnswerModel::yes_no(dice.log_between(0.005, 0.1), links);
    Model { causes, answers: rows.into_iter().map(answer).collect(), modifiers: Vec::new() }
}

/// Draws who has what, and how that visitor would answer everything.
pub fn visitor(seed: u64, model: &Model) -> Vec<bool> {
    let mut dice = Dice::new(seed ^ 0x715e);
    let present: Vec<bool> = model.causes.iter().map(|cause| dice.unit() < cause.prior).collect();
    let row = |answer: &AnswerModel| {
        let row = &answer.thresholds[0];
        let links = row.links.iter().filter(|link| present[link.0]);
        let fails = links.fold(1.0 - row.leak, |product, link| product * (1.0 - link.1));
        dice.unit() >= fails
    };
    model.answers.iter().map(row).collect()
}

/// Exactly this many yes answers, chosen at random, and three times as many noes.
pub fn stress(seed: u64, network: &Network, n_yes: usize) -> Evidence {
    let mut dice = Dice::new(seed ^ 0x57e5);
    let mut answers: Vec<_> = network.answers().collect();
    dice.shuffle(&mut answers);
    let mut evidence = Evidence::new();
    answers.iter().take(n_yes).for_each(|&answer| evidence.yes(answer));
    answers.iter().skip(n_yes).take(3 * n_yes).for_each(|&answer| evidence.no(answer));
    evidence
}
