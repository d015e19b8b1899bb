//! The graph that the sweep eliminates: causes on one side, yes nodes on the other.

use super::case::Case;

/// Vertices below `n_causes` are causes, the others yes nodes; edges are stored both ways.
pub struct Graph {
    pub n_causes: usize,
    offsets: Vec<usize>,
    edges: Vec<(usize, f64)>,
}

impl Graph {
    pub fn new(case: &Case) -> Self {
        let n_causes = case.weights.len();
        let mut offsets = vec![0; n_causes + case.nodes.len() + 1];
        for (at, node) in case.nodes.iter().enumerate() {
            offsets[n_causes + at + 1] = node.end_link - node.first_link;
        }
        case.links.iter().for_each(|link| offsets[usize::from(link.cause) + 1] += 1);
        for at in 1..offsets.len() {
            offsets[at] += offsets[at - 1];
        }
        let mut next = offsets.clone();
        let mut edges = vec![(0, 0.0); 2 * case.links.len()];
        let mut put = |from: usize, to, strength| {
            edges[next[from]] = (to, strength);
            next[from] += 1;
        };
        for (at, node) in case.nodes.iter().enumerate() {
            for link in case.links(node) {
                put(usize::from(link.cause), n_causes + at, link.strength);
                put(n_causes + at, usize::from(link.cause), link.strength);
            }
        }
        Self { n_causes, offsets, edges }
    }

    pub fn n_vertices(&self) -> usize {
        self.offsets.len() - 1
    }

    /// The neighbours of a vertex, with the strength of each link.
    pub fn edges(&self, vertex: usize) -> &[(usize, f64)] {
        &self.edges[self.offsets[vertex]..self.offsets[vertex + 1]]
    }
}
