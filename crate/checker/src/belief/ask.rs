//! A question, the ways it may turn out, and what it would bring.

use super::lane::{Change, Lane};
use super::measure::{each, entropy, share};
use super::network::Network;
use super::rank::Candidate;
use super::{Belief, Outcome};

/// A candidate, with one lane per threshold or value.
pub struct Ask {
    pub candidate: Candidate,
    /// Chance of an answer other than unsure, by unit of effort.
    pub worth: f64,
    pub lanes: Vec<Lane>,
}

/// One way a question may turn out, and the posteriors then.
pub struct Future {
    pub chance: f64,
    pub posteriors: Vec<f64>,
}

/// What is believed before asking, cause by cause.
pub struct Now {
    pub posteriors: Vec<f64>,
    entropies: Vec<f64>,
    harms: Vec<f64>,
}

impl Ask {
    pub fn new(network: &Network, belief: &Belief, candidate: Candidate) -> Self {
        let mut lanes = Vec::new();
        let worth = match candidate {
            Candidate::Answer(answer) => {
                for level in 0..network.top_level(answer) {
                    lanes.push(Lane::not_above(network.above(answer, level)));
                }
                network.worth(answer)
            }
            Candidate::Modifier(modifier) => {
                let model = network.modifier_model(modifier);
                for value in &model.values {
                    lanes.push(Lane::of_value(value, belief.priors()));
                }
                (1.0 - model.unsure) / model.effort
            }
        };
        Self { candidate, worth, lanes }
    }

    /// The score if causes were independent a posteriori, so that only linked causes move.
    pub fn screen(&self, now: &Now) -> f64 {
        let causes = self.causes();
        let now = now.only(&causes);
        let mut lanes = Vec::new();
        for lane in &self.lanes {
            lanes.push(independent(lane, &causes, &now));
        }
        self.worth * self.gain(&now, &self.futures(&now, lanes))
    }

    /// Turns what the lanes found into one future per level or value.
    pub fn futures(&self, now: &Now, mut lanes: Vec<Future>) -> Vec<Future> {
        match self.candidate {
            Candidate::Answer(_) => {
                lanes.push(Future { chance: 1.0, posteriors: now.posteriors.clone() });
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

    /// Sum over causes of the expected drop in entropy, in bits weighted by harm.
    pub fn gain(&self, now: &Now, futures: &[Future]) -> f64 {
        let mut gain = 0.0;
        for (cause, (harm, entropy_now)) in now.harms.iter().zip(&now.entropies).enumerate() {
            let moves = |pair: &[Future]| pair[0].posteriors[cause] != pair[1].posteriors[cause];
            if !futures.windows(2).any(moves) {
                continue;
            }
            let mix = |value: fn(f64) -> f64| {
                let mut sum = 0.0;
                for future in futures {
                    sum += future.chance * value(future.posteriors[cause]);
                }
                sum
            };
            // The futures of a modifier carry a coupling of causes that the base priors leave
            // out, so its uncertainty before is that of their mean.
            let before = match self.candidate {
                Candidate::Answer(_) => *entropy_now,
                Candidate::Modifier(_) => entropy(mix(|share| share)),
            };
            gain += harm * (before - mix(entropy));
        }
        gain
    }

    /// Every cause that a lane moves.
    fn causes(&self) -> Vec<usize> {
        let mut causes: Vec<usize> = Vec::new();
        for lane in &self.lanes {
            for change in &lane.changes {
                let cause = usize::from(change.cause);
                if !causes.contains(&cause) {
                    causes.push(cause);
                }
            }
        }
        causes
    }
}

impl From<Outcome> for Future {
    fn from(outcome: Outcome) -> Self {
        Self { chance: outcome.ratio, posteriors: each(&outcome.odds, share) }
    }
}

impl Future {
    /// From "at most this level" to "exactly this level".
    fn subtract(&mut self, below: &Self) {
        let chance = self.chance - below.chance;
        for (post, less) in self.posteriors.iter_mut().zip(&below.posteriors) {
            if post != less {
                *post = ((self.chance * *post - below.chance * less) / chance).clamp(0.0, 1.0);
            }
        }
        self.chance = chance;
    }
}

impl Now {
    pub fn new(network: &Network, belief: &Belief) -> Self {
        let posteriors = each(&belief.same().odds, share);
        let entropies = each(&posteriors, entropy);
        let mut harms = Vec::with_capacity(posteriors.len());
        for cause in network.priors() {
            harms.push(cause.harm);
        }
        Self { posteriors, entropies, harms }
    }

    fn only(&self, causes: &[usize]) -> Self {
        let (mut posteriors, mut entropies, mut harms) = (Vec::new(), Vec::new(), Vec::new());
        for &cause in causes {
            posteriors.push(self.posteriors[cause]);
            entropies.push(self.entropies[cause]);
            harms.push(self.harms[cause]);
        }
        Self { posteriors, entropies, harms }
    }
}

/// A lane as if causes were independent.
fn independent(lane: &Lane, causes: &[usize], now: &Now) -> Future {
    let mut chance = lane.scale;
    let mut posteriors = now.posteriors.clone();
    for (post, &cause) in posteriors.iter_mut().zip(causes) {
        let is_it = |change: &&Change| usize::from(change.cause) == cause;
        if let Some(change) = lane.changes.iter().find(is_it) {
            let total = (1.0 - *post) * change.absent + *post * change.present;
            chance *= total;
            *post = *post * change.present / total;
        }
    }
    Future { chance, posteriors }
}
