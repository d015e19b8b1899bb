//! What is known of each finding.

use backwise_graph::{FindingId, Truth};

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

    /// Notes what was said of a finding.
    pub(crate) fn note(&mut self, finding: FindingId, truth: Truth) {
        self.0[finding.index()] = 1 + truth as u8;
    }

    /// What was said of a finding; nothing when it was not asked.
    #[must_use]
    pub fn get(&self, finding: FindingId) -> Option<Truth> {
        let said = self.0.get(finding.index()).copied().unwrap_or(NOT_ASKED);
        Truth::ALL.get(usize::from(said).wrapping_sub(1)).copied()
    }

    /// The same, where not asked counts as unsure.
    #[must_use]
    pub fn truth(&self, finding: FindingId) -> Truth {
        self.get(finding).unwrap_or(Truth::Unsure)
    }
}

const NOT_ASKED: u8 = 0;
