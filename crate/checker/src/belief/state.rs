//! The numbers of a sweep, side by side for up to `L` lanes.

use super::case::Case;
use super::lane::Lane;
use super::magnitude::Magnitude;

/// One number per lane.
pub type Lanes<const L: usize> = [f64; L];

/// The two states of a vertex: absent and present, or not explained and explained.
pub type Pair<const L: usize> = [Lanes<L>; 2];

/// Weights of causes, masses of nodes, and what a node must end as.
pub struct State<const L: usize> {
    pub weights: Vec<Pair<L>>,
    pub masses: Vec<Pair<L>>,
    pub closes: Vec<Pair<L>>,
}

impl<const L: usize> State<L> {
    /// The evidence of a case as changed by each lane, and the factor that takes out of it.
    /// Lanes left over repeat the evidence as it is.
    pub fn new(case: &Case, lanes: &[Lane]) -> (Self, [Magnitude; L]) {
        let mass = |leak: f64| [[1.0 - leak; L], [leak; L]];
        let mut state = Self {
            weights: case.weights.iter().map(|weight| weight.map(|x| [x; L])).collect(),
            masses: case.nodes.iter().map(|node| mass(node.leak)).collect(),
            closes: vec![[[0.0; L], [1.0; L]]; case.nodes.len()],
        };
        let mut totals = [Magnitude::ONE; L];
        for (at, lane) in lanes.iter().enumerate().take(L) {
            totals[at].multiply(lane.scale);
            state.apply(at, lane);
        }
        state.weights.iter_mut().for_each(|weight| normalise(weight, &mut totals));
        (state, totals)
    }

    /// Zeros in the shape of this state, for the adjoints.
    pub fn adjoint(&self) -> Self {
        let zeros = |list: &Vec<Pair<L>>| vec![[[0.0; L]; 2]; list.len()];
        Self { weights: zeros(&self.weights), masses: zeros(&self.masses), closes: Vec::new() }
    }

    fn apply(&mut self, at: usize, lane: &Lane) {
        for change in &lane.changes {
            let [absent, present] = &mut self.weights[usize::from(change.cause)];
            absent[at] *= change.absent;
            present[at] *= change.present;
        }
        if let Some((node, [unexplained, explained])) = lane.close {
            let close = &mut self.closes[node];
            (close[0][at], close[1][at]) = (unexplained, explained);
        }
    }
}

/// Scales a pair to sum to 1; the scale goes into the totals.
pub fn normalise<const L: usize>([absent, present]: &mut Pair<L>, totals: &mut [Magnitude; L]) {
    for l in 0..L {
        let sum = absent[l] + present[l];
        totals[l].multiply(sum);
        absent[l] /= sum;
        present[l] /= sum;
    }
}
