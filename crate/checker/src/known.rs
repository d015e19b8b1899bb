//! What is known of each finding.

use backwise_graph::{FindingId, Graph, Truth};

/// What was said of each finding, one byte a finding: it is handed from one module to another as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known(Vec<u8>);

impl Known {
    /// Nothing said of any of so many findings.
    #[must_use]
    pub fn nothing(n_findings: usize) -> Self {
        Self(vec![NOT_ASKED; n_findings])
    }

    /// These findings are so, and no more was said of so many.
    #[must_use]
    pub fn so(n_findings: usize, findings: &[FindingId]) -> Self {
        let mut known = Self::nothing(n_findings);
        for finding in findings {
            known.note(*finding, Truth::Yes);
        }
        known
    }

    /// What was said, as [`Self::bytes`] gave it; nothing where it is not so many findings.
    #[must_use]
    pub fn from_bytes(bytes: &[u8], n_findings: usize) -> Option<Self> {
        (bytes.len() == n_findings).then(|| Self(bytes.to_vec()))
    }

    /// One byte a finding.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Notes what was said of a finding. Whoever has nothing said begins without room for any.
    pub(crate) fn note(&mut self, finding: FindingId, truth: Truth) {
        self.make_room(finding.index() + 1);
        self.0[finding.index()] = 1 + truth as u8;
    }

    /// Rules out what other answers leave no room for, and nothing else. A yes stays a yes.
    pub(crate) fn settle(&mut self, graph: &Graph) {
        self.make_room(graph.findings.len());
        for finding in (0..graph.findings.len()).map(FindingId::new) {
            let is_out = self.is_ruled_out(graph, finding);
            let byte = &mut self.0[finding.index()];
            match (*byte, is_out) {
                (NOT_ASKED | UNSURE, true) => *byte = RULED_OUT,
                (RULED_OUT, false) => *byte = NOT_ASKED,
                _ => {}
            }
        }
    }

    /// Whether other answers leave no room for a finding: all that it needs one of was answered no.
    ///
    /// It is not asked then, and where it stands on a screen it need not be shown.
    #[must_use]
    pub fn is_ruled_out(&self, graph: &Graph, finding: FindingId) -> bool {
        let needs = &graph.finding(finding).needs;
        let is_so = self.get(finding) == Some(Truth::Yes);
        !is_so && !needs.is_empty() && needs.iter().all(|need| self.get(*need) == Some(Truth::No))
    }

    /// What is known of a finding: what was said of it, or no where it is ruled out; nothing when neither.
    #[must_use]
    pub fn get(&self, finding: FindingId) -> Option<Truth> {
        match self.byte(finding) {
            RULED_OUT => Some(Truth::No),
            _ => self.said(finding),
        }
    }

    /// What was said of a finding itself; nothing when it was not asked.
    #[must_use]
    pub fn said(&self, finding: FindingId) -> Option<Truth> {
        Truth::ALL.get(usize::from(self.byte(finding)).wrapping_sub(1)).copied()
    }

    /// What is known of a finding, where nothing counts as unsure.
    #[must_use]
    pub fn truth(&self, finding: FindingId) -> Truth {
        self.get(finding).unwrap_or(Truth::Unsure)
    }

    fn make_room(&mut self, n_findings: usize) {
        self.0.resize(n_findings.max(self.0.len()), NOT_ASKED);
    }

    fn byte(&self, finding: FindingId) -> u8 {
        self.0.get(finding.index()).copied().unwrap_or(NOT_ASKED)
    }
}

const NOT_ASKED: u8 = 0;

const UNSURE: u8 = 1 + Truth::Unsure as u8;

const RULED_OUT: u8 = 4;
