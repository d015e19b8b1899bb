//! Which question next: the one that takes most uncertainty away for its effort.
//!
//! The gain of a question is the sum over causes of each cause's own expected drop in entropy,
//! weighted by harm. It looks one question ahead and claims no optimum. All candidates are
//! screened as if causes were independent a posteriori; the best eight are worked out exactly.

use super::Belief;
use super::ask::{Ask, Future, Now};
use super::network::{Answer, Modifier, Network};

/// A best score below this, in bits for a unit of effort, is not worth a question.
pub const LEAST_SCORE: f64 = 0.01;

/// Stop when every question would leave the advice as it is with this chance (a one-step
/// same-decision probability, Darwiche and Choi 2010).
pub const STABLE: f64 = 0.95;

/// How many candidates are worked out exactly.
const EXACT: usize = 8;

/// Something that can still be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Candidate {
    /// Ask for an answer.
    Answer(Answer),
    /// Ask for a modifier.
    Modifier(Modifier),
}

/// What asking a candidate would bring.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// What to ask.
    pub candidate: Candidate,
    /// Expected drop in uncertainty over all causes, in bits weighted by harm: 0 or more.
    pub gain: f64,
    /// Gain by unit of effort, times the chance of an answer other than unsure.
    pub score: f64,
    /// Chance of each level or value, from the lowest: for a yes-or-no answer, no and yes.
    pub chances: Vec<f64>,
    /// Chance that the advice stays as it is, 0 to 1.
    pub same_advice: f64,
}

/// Up to eight candidates, the best first; equal scores by place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ranking {
    /// The candidates that were worked out.
    pub scored: Vec<Scored>,
}

impl Ranking {
    /// The question to ask, or `None` if it is time to stop: nothing left, nothing worth asking
    /// ([`LEAST_SCORE`]), or nothing that would change the advice ([`STABLE`]).
    pub fn next(&self) -> Option<&Scored> {
        let best = self.scored.first()?;
        (best.score >= LEAST_SCORE && self.stability() < STABLE).then_some(best)
    }

    /// The least chance, over the candidates, that the advice stays as it is: 1 if there are none.
    pub fn stability(&self) -> f64 {
        self.scored.iter().fold(1.0, |least, scored| scored.same_advice.min(least))
    }
}

/// Ranks what can still be asked. Candidates already known must not be among them.
///
/// `same` says whether two lists of posteriors, by place, lead to the same advice: for instance
/// that the same causes lie above the threshold for display.
pub fn rank(
    network: &Network,
    belief: &Belief,
    candidates: &[Candidate],
    same: &dyn Fn(&[f64], &[f64]) -> bool,
) -> Ranking {
    let now = Now::new(network, belief);
    let mut ranking = Ranking::default();
    for (_, ask) in screened(network, belief, candidates, &now) {
        let mut lanes = Vec::new();
        for lane in &ask.lanes {
            lanes.push(Future::from(belief.run(lane)));
        }
        let futures = ask.futures(&now, lanes);
        let gain = ask.gain(&now, &futures);
        let (mut chances, mut same_advice) = (Vec::new(), 0.0);
        for future in &futures {
            chances.push(future.chance);
            if same(&now.posteriors, &future.posteriors) {
                same_advice += future.chance;
            }
        }
        let (candidate, score) = (ask.candidate, ask.worth * gain);
        let scored = Scored { candidate, gain, score, chances, same_advice };
        insert(&mut ranking.scored, scored, |scored| (scored.score, scored.candidate));
    }
    ranking
}

/// The best candidates by the screen, with their scores there.
fn screened(
    network: &Network,
    belief: &Belief,
    candidates: &[Candidate],
    now: &Now,
) -> Vec<(f64, Ask)> {
    let mut best: Vec<(f64, Ask)> = Vec::with_capacity(EXACT + 1);
    for &candidate in candidates {
        let ask = Ask::new(network, belief, candidate);
        let entry = (ask.screen(now), ask);
        insert(&mut best, entry, |(score, ask)| (*score, ask.candidate));
        best.truncate(EXACT);
    }
    best
}

/// Inserts in order: higher scores first, equal ones by place.
fn insert<T>(list: &mut Vec<T>, item: T, key: impl Fn(&T) -> (f64, Candidate)) {
    let (score, candidate) = key(&item);
    let goes_before = |other: &T| {
        let (theirs, other) = key(other);
        score > theirs || (score == theirs && candidate < other)
    };
    let at = list.iter().position(goes_before).unwrap_or(list.len());
    list.insert(at, item);
}
