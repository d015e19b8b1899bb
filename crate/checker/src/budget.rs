//! Whether the reasoning stays fast on a graph: interviews simulated from its own numbers.
//!
//! An exact sweep is exponential in the width of its table. A graph whose causes share too many answers
//! would make it slow, so whoever compiles content asks here first.

use backwise_graph::{FindingId, Truth};

use crate::belief::{self, Evidence};
use crate::checker::Checker;

/// Table touches that 99 of 100 simulated interviews may need at the most.
pub const LIMIT: f64 = 2.5e5;

const INTERVIEWS: usize = 1_000;

/// Answers of one simulated interview: three volunteered, thirty asked.
const ANSWERS: usize = 33;

/// What the simulation found.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// Table touches of the interview that one in a hundred exceeds.
    pub p99: f64,
    /// The findings that most causes show, the densest first, with their number of causes.
    pub densest: Vec<(FindingId, usize)>,
}

/// Simulates interviews on the checker's graph, the same ones every time.
#[must_use]
pub fn budget(checker: &Checker) -> Budget {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut costs: Vec<f64> = (0..INTERVIEWS).map(|_| cost(checker, &mut dice)).collect();
    costs.sort_by(f64::total_cmp);
    let likelihoods = checker.graph().likelihoods.iter().enumerate();
    let mut densest: Vec<_> =
        likelihoods.map(|(at, l)| (FindingId::new(at), l.links.len())).collect();
    densest.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    densest.truncate(3);
    Budget { p99: costs[INTERVIEWS * 99 / 100], densest }
}

/// The cost of one interview with a person drawn from the model.
fn cost(checker: &Checker, dice: &mut Dice) -> f64 {
    let graph = checker.graph();
    let present: Vec<bool> = graph.causes.iter().map(|c| dice.chance(c.prior)).collect();
    let mut evidence = Evidence::new();
    let linked: Vec<_> = (0..graph.likelihoods.len())
        .filter(|at| !graph.likelihoods[*at].links.is_empty())
        .collect();
    for _ in 0..ANSWERS.min(linked.len()) {
        let at = linked[dice.below(linked.len())];
        let likelihood = &graph.likelihoods[at];
        let links = likelihood.links.iter().filter(|l| present[l.cause.index()]);
        let no =
            links.fold(1.0 - likelihood.leak, |no, l| no * (1.0 - f32::from(l.strength) / 255.0));
        let truth = if dice.chance(1.0 - no) { Truth::Yes } else { Truth::No };
        checker.record(FindingId::new(at), truth, &mut evidence);
    }
    belief::cost(checker.network(), &evidence)
}

/// Marsaglia's xorshift: chance that is the same every time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    pub(crate) fn chance(&mut self, p: f32) -> bool {
        ((self.next() >> 40) as f32) < p * (1u64 << 24) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_dice_are_those_of_the_paper() {
        let mut dice = Dice(1);
        assert_eq!([dice.next(), dice.next()], [1_082_269_761, 1_152_992_998_833_853_505]);
        assert_eq!(Dice(1).below(10), 1);
    }

    #[test]
    fn what_has_no_chance_never_comes() {
        // The first of these dice is the least there is, and the second a sixteenth.
        let throw = |p: f32| {
            let mut dice = Dice(1);
            (dice.chance(p), dice.chance(p))
        };
        assert_eq!(throw(0.0), (false, false));
        assert_eq!(throw(0.0625), (true, false));
        assert_eq!(throw(0.0626), (true, true));
        assert_eq!(throw(1.0), (true, true));
    }
}
