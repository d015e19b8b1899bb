//! What the answers make of each cause: exact posteriors, the next question, and reasons.
//!
//! Causes and answers form a two-layer noisy-OR network. The steps, in order:
//!
//! 1. [`Network::new`] checks every number and stores the network.
//! 2. [`Evidence`] holds what is known. Unsure is the same as not asked.
//! 3. [`believe`] lays the evidence over the network, peels what hangs on by one link, orders
//!    the rest, and sweeps a table over it forwards and backwards.
//! 4. [`rank`] finds the question that tells most for its effort, and whether to stop.
//! 5. [`explain`] says what each answer weighed and which cause accounts for it; [`weigh`] only the first.
//!
//! ```
//! use backwise_checker::belief::{AnswerModel, CauseModel, Evidence, Network, believe, explain};
//!
//! let cause = |prior| CauseModel { prior, harm: 1.0 };
//! let wakes_at_night = AnswerModel::yes_no(0.05, vec![(0, 0.8), (1, 0.1)]);
//! let network = Network::new(vec![cause(0.1), cause(0.3)], vec![wakes_at_night], vec![])?;
//! let mut evidence = Evidence::new();
//! network.answers().for_each(|answer| evidence.yes(answer));
//! let belief = believe(&network, &evidence);
//! assert!(belief.posteriors()[0] > 0.5);
//! let explanation = explain(&network, &belief);
//! assert!(explanation.reasons[0].weights[0] > 10.0); // Decibans.
//! # Ok::<(), backwise_checker::belief::NetworkError>(())
//! ```
//!
//! No I/O, no clock, no chance that is not seeded. The order of every floating point operation
//! is fixed and logarithms come from `libm`, so native and wasm agree to the last bit.

mod ask;
mod case;
mod check;
mod evidence;
mod explain;
mod gibbs;
mod graph;
mod lane;
mod magnitude;
mod measure;
mod model;
mod network;
mod order;
mod peel;
mod plan;
mod rank;
mod state;
mod sweep;
mod table;

pub use self::evidence::Evidence;
pub use self::explain::{Account, Explanation, Reason, explain, weigh};
pub use self::model::{
    AnswerModel, CauseModel, ModifierModel, ModifierValue, NetworkError, Threshold,
};
pub use self::network::{Answer, Cause, Modifier, Network};
pub use self::rank::{Candidate, LEAST_SCORE, Ranking, STABLE, Scored, rank};

use self::case::Case;
use self::gibbs::Samples;
use self::lane::Lane;
use self::magnitude::Magnitude;
use self::plan::Plan;

/// Table touches above which [`believe`] samples instead of sweeping.
pub const WORK_LIMIT: f64 = 4e6;

/// What the evidence makes of each cause. It keeps what further questions about the same
/// evidence need, so ask [`rank`] and [`explain`] with it.
#[derive(Debug, Clone)]
pub struct Belief {
    evidence: Evidence,
    case: Case,
    prior: Vec<f64>,
    posterior: Vec<f64>,
    chance: Magnitude,
    cost: f64,
    method: Method,
}

/// How the figures were reached.
#[derive(Debug, Clone)]
enum Method {
    /// A sweep along this plan, and the odds of each cause that it found.
    Exact(Plan, Vec<f64>),
    /// These draws.
    Sampled(Samples),
}

/// A lane's answer: its chance relative to the evidence, and the odds of each cause in it.
struct Outcome {
    ratio: f64,
    odds: Vec<f64>,
}

/// The posterior of every cause given the evidence.
///
/// Exact (a frontier sweep over the yes answers; cost exponential in the frontier's width, not
/// in their number) up to [`WORK_LIMIT`], sampled above.
pub fn believe(network: &Network, evidence: &Evidence) -> Belief {
    believe_within(network, evidence, WORK_LIMIT)
}

/// As [`believe`], with another limit on the table touches of one sweep: 0 always samples
/// unless the yes answers form a forest.
pub fn believe_within(network: &Network, evidence: &Evidence, limit: f64) -> Belief {
    let case = Case::new(network, evidence);
    let plan = Plan::new(&case, limit);
    let mut prior = Vec::with_capacity(network.n_causes());
    for [_, present] in case::priors(network, evidence) {
        prior.push(present);
    }
    let (cost, mut chance) = (plan.cost, case.constant);
    let (method, posterior) = if cost > limit {
        let samples = Samples::new(&case);
        let posterior = samples.posterior.clone();
        (Method::Sampled(samples), posterior)
    } else {
        let swept = sweep::sweep(&case, &plan, &Lane::same());
        chance = swept.chance;
        let posterior = measure::each(&swept.odds, measure::share);
        (Method::Exact(plan, swept.odds), posterior)
    };
    Belief { evidence: evidence.clone(), case, prior, posterior, chance, cost, method }
}

/// Table touches that [`believe`] would need for this evidence: what a compiler holds against
/// its budget over simulated interviews. 0 when the yes answers form a forest.
pub fn cost(network: &Network, evidence: &Evidence) -> f64 {
    Plan::new(&Case::new(network, evidence), 0.0).cost
}

impl Belief {
    /// Chance of each cause given the evidence, 0 to 1, by place.
    pub fn posteriors(&self) -> &[f64] {
        &self.posterior
    }

    /// Chance of one cause given the evidence, 0 to 1.
    pub fn posterior(&self, cause: Cause) -> f64 {
        self.posterior[cause.index()]
    }

    /// Chance of each cause given the known modifiers alone, 0 to 1, by place.
    pub fn priors(&self) -> &[f64] {
        &self.prior
    }

    /// Natural logarithm of the chance of the answers given the modifiers, at most 0. `None`
    /// when the figures are approximate.
    pub fn ln_chance(&self) -> Option<f64> {
        matches!(self.method, Method::Exact(..)).then(|| self.case.constant.ln() + self.chance.ln())
    }

    /// Whether the figures were sampled: posteriors are then off by 0.01 to 0.03 at worst.
    pub fn is_approximate(&self) -> bool {
        matches!(self.method, Method::Sampled(_))
    }

    /// Table touches of the exact sweep, done or refused: see [`WORK_LIMIT`].
    pub fn cost(&self) -> f64 {
        self.cost
    }

    /// The evidence as it is, by the method that also runs the lanes.
    fn same(&self) -> Outcome {
        match &self.method {
            Method::Exact(_, odds) => Outcome { ratio: 1.0, odds: odds.clone() },
            Method::Sampled(samples) => {
                let (ratio, odds) = samples.reweigh(&self.case, &Lane::same());
                Outcome { ratio, odds }
            }
        }
    }

    fn run(&self, lane: &Lane) -> Outcome {
        match &self.method {
            Method::Exact(plan, _) => {
                let swept = sweep::sweep(&self.case, plan, lane);
                Outcome { ratio: swept.chance.ratio(self.chance), odds: swept.odds }
            }
            Method::Sampled(samples) => {
                let (ratio, odds) = samples.reweigh(&self.case, lane);
                Outcome { ratio, odds }
            }
        }
    }
}
