//! A lane: one "what if" that shares its plan with the evidence at hand.

use super::model::ModifierValue;
use super::network::Link;

/// How a question about the evidence differs from the evidence: in the weights of some causes,
/// in what one node ends as, and in a constant. Any yes set costs one plan for all its lanes.
#[derive(Debug, Clone)]
pub struct Lane {
    /// Factor on the chance of the evidence that no cause moves.
    pub scale: f64,
    /// Factors on the weights of causes.
    pub changes: Vec<Change>,
    /// A node, and its weights at the end: not explained, explained.
    pub close: Option<(usize, [f64; 2])>,
}

/// Factors on one cause's weights.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    pub cause: u16,
    pub absent: f64,
    pub present: f64,
}

impl Lane {
    /// The evidence as it is.
    pub fn same() -> Self {
        Self { scale: 1.0, changes: Vec::new(), close: None }
    }

    /// An open answer turns out not to lie above a threshold.
    pub fn not_above((leak, links): (f64, &[Link])) -> Self {
        let mut changes = Vec::with_capacity(links.len());
        for link in links {
            changes.push(Change { cause: link.cause, absent: 1.0, present: 1.0 - link.strength });
        }
        Self { scale: 1.0 - leak, changes, close: None }
    }

    /// A "not above this threshold" among the evidence is taken back.
    pub fn without((leak, links): (f64, &[Link])) -> Self {
        let mut lane = Self::not_above((leak, links));
        lane.scale = 1.0 / lane.scale;
        lane.changes.iter_mut().for_each(|change| change.present = 1.0 / change.present);
        lane
    }

    /// An open modifier turns out to have this value, over these priors.
    pub fn of_value(value: &ModifierValue, priors: &[f64]) -> Self {
        let mut changes = Vec::with_capacity(value.odds.len());
        for &(cause, factor) in &value.odds {
            let absent = 1.0 / (1.0 - priors[cause] + priors[cause] * factor);
            changes.push(Change { cause: cause as u16, absent, present: factor * absent });
        }
        Self { scale: value.share, changes, close: None }
    }

    /// A node is closed with other weights: (1, 1) takes it back, (1, 0) makes it a no.
    pub fn closing(mut self, node: usize, weights: [f64; 2]) -> Self {
        self.close = Some((node, weights));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Lane, Link, ModifierValue};

    #[test]
    fn taking_a_no_back_undoes_it() {
        let links = [Link { cause: 3, strength: 0.4 }, Link { cause: 5, strength: 0.98 }];
        let (said, back) = (Lane::not_above((0.2, &links)), Lane::without((0.2, &links)));
        assert!((said.scale * back.scale - 1.0).abs() < 1e-15);
        for (said, back) in said.changes.iter().zip(&back.changes) {
            assert_eq!(said.cause, back.cause);
            assert!((said.present * back.present - 1.0).abs() < 1e-15);
            assert_eq!(said.absent * back.absent, 1.0);
        }
    }

    #[test]
    fn a_value_moves_the_odds_by_its_factor_and_no_chance_is_lost() {
        let value = ModifierValue { share: 0.3, odds: vec![(0, 3.0), (2, 0.25)] };
        let priors = [0.2, 0.5, 0.6];
        let lane = Lane::of_value(&value, &priors);
        assert_eq!(lane.scale, 0.3);
        for (change, (cause, factor)) in lane.changes.iter().zip(value.odds) {
            let prior: f64 = priors[cause];
            assert_eq!(usize::from(change.cause), cause);
            assert!((change.present / change.absent - factor).abs() < 1e-15);
            let total = (1.0 - prior) * change.absent + prior * change.present;
            assert!((total - 1.0).abs() < 1e-15);
        }
    }
}
