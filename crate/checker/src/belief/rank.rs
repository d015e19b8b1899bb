//! Which question next: the one that takes most uncertainty away for its effort.
//!
//! The gain of a question is the sum over causes of each cause's own expected drop in entropy,
//! weighted by harm. It looks one question ahead and claims no optimum. All candidates are
//! screened as if causes were independent a posteriori; the best eight are worked out exactly.

use super::lane::{Change, Lane};
use super::measure;
use super::network::{Answer, Modifier, Network};
use super::{Belief, Outcome};

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
    let base = belief.same();
    let now: Vec<f64> = base.odds.iter().map(|&odds| measure::share(odds)).collect();
    let asks = screened(network, belief, candidates, &now);
    let lanes: Vec<Lane> = asks.iter().flat_map(|ask| ask.lanes.iter().cloned()).collect();
    let mut outcomes = belief.run(&lanes).into_iter();
    let harms: Vec<f64> = network.priors().iter().map(|cause| cause.harm).collect();
    let mut ranking = Ranking::default();
    for ask in asks {
        let futures = outcomes.by_ref().take(ask.lanes.len()).map(future).collect();
        let futures = ask.futures(&now, futures);
        let stays = |future: &&Future| same(&now, &future.posterior);
        let gain = gain(&harms, &futures);
        let scored = Scored {
            candidate: ask.candidate,
            gain,
            score: ask.worth * gain,
            same_advice: futures.iter().filter(stays).map(|future| future.chance).sum(),
            chances: futures.iter().map(|future| future.chance).collect(),
        };
        let key = |scored: &Scored| (scored.score, scored.candidate);
        insert(&mut ranking.scored, scored, key);
    }
    ranking
}

/// A candidate, with one lane per threshold or value.
struct Ask {
    candidate: Candidate,
    worth: f64,
    lanes: Vec<Lane>,
}

/// One way a question may turn out, and the posteriors then.
struct Future {
    chance: f64,
    posterior: Vec<f64>,
}

fn future(outcome: Outcome) -> Future {
    let posterior = outcome.odds.into_iter().map(measure::share).collect();
    Future { chance: outcome.ratio, posterior }
}

impl Ask {
    fn new(network: &Network, belief: &Belief, candidate: Candidate) -> Self {
        let (worth, lanes) = match candidate {
            Candidate::Answer(answer) => {
                let levels = 0..network.top_level(answer);
                let lane = |level| Lane::not_above(network.above(answer, level));
                (network.worth(answer), levels.map(lane).collect())
            }
            Candidate::Modifier(modifier) => {
                let model = network.modifier_model(modifier);
                let lane = |value| Lane::of_value(value, belief.priors());
                ((1.0 - model.unsure) / model.effort, model.values.iter().map(lane).collect())
            }
        };
        Self { candidate, worth, lanes }
    }

    /// Turns what the lanes found into one future per level or value.
    fn futures(&self, now: &[f64], mut lanes: Vec<Future>) -> Vec<Future> {
        match self.candidate {
            Candidate::Answer(_) => {
                lanes.push(Future { chance: 1.0, posterior: now.to_vec() });
                for level in (1..lanes.len()).rev() {
                    let (lower, upper) = lanes.split_at_mut(level);
                    upper[0].subtract(&lower[level - 1]);
                }
            }
            Candidate::Modifier(_) => {
                let total: f64 = lanes.iter().map(|future| future.chance).sum();
                lanes.iter_mut().for_each(|future| future.chance /= total);
            }
        }
        lanes
    }

    /// The score if causes were independent a posteriori, so that only linked causes move.
    fn screen(&self, harms: &[f64], now: &[f64]) -> f64 {
        let causes = self.causes();
        let pick = |list: &[f64]| causes.iter().map(|&cause| list[cause]).collect::<Vec<f64>>();
        let now = pick(now);
        let lanes = self.lanes.iter().map(|lane| independent(lane, &causes, &now)).collect();
        self.worth * gain(&pick(harms), &self.futures(&now, lanes))
    }

    /// Every cause that a lane moves.
    fn causes(&self) -> Vec<usize> {
        let mut causes: Vec<usize> = Vec::new();
        for change in self.lanes.iter().flat_map(|lane| &lane.changes) {
            let cause = usize::from(change.cause);
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        causes
    }
}

impl Future {
    /// From "at most this level" to "exactly this level".
    fn subtract(&mut self, below: &Self) {
        let chance = self.chance - below.chance;
        for (post, less) in self.posterior.iter_mut().zip(&below.posterior) {
            *post = ((self.chance * *post - below.chance * less) / chance).clamp(0.0, 1.0);
        }
        self.chance = chance;
    }
}

/// The best candidates by the screen.
fn screened(network: &Network, belief: &Belief, candidates: &[Candidate], now: &[f64]) -> Vec<Ask> {
    let harms: Vec<f64> = network.priors().iter().map(|cause| cause.harm).collect();
    let mut best: Vec<(f64, Ask)> = Vec::with_capacity(EXACT + 1);
    for &candidate in candidates {
        let ask = Ask::new(network, belief, candidate);
        let entry = (ask.screen(&harms, now), ask);
        insert(&mut best, entry, |(score, ask)| (*score, ask.candidate));
        best.truncate(EXACT);
    }
    best.into_iter().map(|(_, ask)| ask).collect()
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

/// A lane as if causes were independent.
fn independent(lane: &Lane, causes: &[usize], now: &[f64]) -> Future {
    let mut chance = lane.scale;
    let mut posterior = now.to_vec();
    for (post, &cause) in posterior.iter_mut().zip(causes) {
        let is_it = |change: &&Change| usize::from(change.cause) == cause;
        if let Some(change) = lane.changes.iter().find(is_it) {
            let total = (1.0 - *post) * change.absent + *post * change.present;
            chance *= total;
            *post = *post * change.present / total;
        }
    }
    Future { chance, posterior }
}

/// Sum over causes of the expected drop in entropy. The uncertainty now is taken from the mean
/// of the futures, which for a modifier carries the coupling that its base priors leave out.
fn gain(harms: &[f64], futures: &[Future]) -> f64 {
    let mut gain = 0.0;
    for (cause, harm) in harms.iter().enumerate() {
        let (mut mean, mut left) = (0.0, 0.0);
        for future in futures {
            mean += future.chance * future.posterior[cause];
            left += future.chance * measure::entropy(future.posterior[cause]);
        }
        gain += harm * (measure::entropy(mean) - left);
    }
    gain
}
