//! The graph as a file: magic number, format version, content hash, payload.

use crate::bytes::{Bytes, Reader, record};
use crate::choice::Kind;
use crate::id::{FindingId, PageId};
use crate::record::{Cause, Exercise, Finding, Page, Question, RedFlag, Relation, Rule};
use crate::word::Word;

/// The first bytes of every graph file.
const MAGIC: [u8; 4] = *b"BWGR";

/// The version of the byte format. A reader takes its own version only.
pub const VERSION: u16 = 1;

const HEADER: usize = MAGIC.len() + 2 + 8;

/// Why bytes are not a graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// They do not begin as a graph file does.
    NotAGraph,
    /// They are of another format version.
    Version(u16),
    /// They end early.
    Truncated,
    /// They differ from what was written: the content hash does not match.
    Altered,
    /// They hold a value that cannot be, or an id that names nothing.
    Malformed,
}

impl core::fmt::Display for Fault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Fault::NotAGraph => "not a graph file",
            Fault::Version(_) => "a graph of another version: load engine and graph from one build",
            Fault::Truncated => "the graph file ends early",
            Fault::Altered => "the graph file was altered on its way",
            Fault::Malformed => "the graph file holds a value that cannot be",
        })
    }
}

impl core::error::Error for Fault {}

record! {
    /// Everything the reasoning and the screens need, and nothing of how it was written.
    pub struct Graph {
        /// The language of its words, as BCP 47 has it.
        pub language: String,
        /// All nodes.
        pub pages: Vec<Page>,
        /// Symptoms and risks.
        pub findings: Vec<Finding>,
        /// Screens, in the order asked.
        pub questions: Vec<Question>,
        /// Causes.
        pub causes: Vec<Cause>,
        /// Red flags, the most urgent first.
        pub red_flags: Vec<RedFlag>,
        /// Exercises.
        pub exercises: Vec<Exercise>,
        /// Typed links.
        pub relations: Vec<Relation>,
        /// The text of each [`Word`], in their order.
        pub words: Vec<String>,
    }
}

impl Graph {
    /// The graph as the bytes of a file.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut payload = Vec::new();
        self.write(&mut payload);
        let mut out = MAGIC.to_vec();
        out.extend(VERSION.to_le_bytes());
        out.extend(hash(&payload).to_le_bytes());
        out.extend(payload);
        out
    }

    /// The graph that `bytes` hold.
    ///
    /// # Errors
    /// When they are no graph, of another version, cut short, altered, or name what is not there.
    pub fn decode(bytes: &[u8]) -> Result<Self, Fault> {
        let (header, payload) = bytes.split_at_checked(HEADER).ok_or(Fault::Truncated)?;
        if header[..4] != MAGIC {
            return Err(Fault::NotAGraph);
        }
        let version = u16::from_le_bytes([header[4], header[5]]);
        if version != VERSION {
            return Err(Fault::Version(version));
        }
        if header[6..] != hash(payload).to_le_bytes() {
            return Err(Fault::Altered);
        }
        let mut reader = Reader::new(payload);
        let graph = Self::read(&mut reader);
        match reader.finish() {
            Some(fault) => Err(fault),
            None if !graph.holds_together() => Err(Fault::Malformed),
            None => Ok(graph),
        }
    }

    /// The content hash of an encoded graph, as readers may quote it.
    #[must_use]
    pub fn hash_of(bytes: &[u8]) -> u64 {
        let at = MAGIC.len() + 2;
        let stored = bytes.get(at..at + 8).and_then(|b| b.try_into().ok());
        stored.map_or(0, u64::from_le_bytes)
    }

    /// The page with this id.
    #[must_use]
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.index()]
    }

    /// The finding with this id.
    #[must_use]
    pub fn finding(&self, id: FindingId) -> &Finding {
        &self.findings[id.index()]
    }

    /// The title of a finding.
    #[must_use]
    pub fn title(&self, id: FindingId) -> &str {
        &self.page(self.finding(id).page).title
    }

    /// The text of a fixed word.
    #[must_use]
    pub fn word(&self, word: Word) -> &str {
        &self.words[word as usize]
    }

    /// The page of this kind with this slug.
    #[must_use]
    pub fn find(&self, kind: Kind, slug: &str) -> Option<PageId> {
        let at = self.pages.iter().position(|p| p.kind == kind && p.slug == slug)?;
        Some(PageId::new(at))
    }

    /// Whether every id names a row, so that no later step can run off a table.
    fn holds_together(&self) -> bool {
        let page = |id: PageId| id.index() < self.pages.len();
        let finding = |id: FindingId| id.index() < self.findings.len();
        let cause = |id: crate::CauseId| id.index() < self.causes.len();
        self.words.len() == Word::ALL.len()
            && self.pages.len() <= usize::from(u16::MAX)
            && self.findings.iter().all(|f| {
                page(f.page)
                    && f.links.iter().all(|l| cause(l.cause))
                    && f.modifiers.iter().all(|m| cause(m.cause))
            })
            && self.questions.iter().all(|q| page(q.page) && q.options.iter().all(|o| finding(*o)))
            && self.causes.iter().all(|c| page(c.page))
            && self.red_flags.iter().all(|r| page(r.page) && rule_holds(&r.when, &finding))
            && self.exercises.iter().all(|e| page(e.page))
            && self.relations.iter().all(|r| {
                page(r.from) && page(r.to) && r.receipts.iter().all(|receipt| page(receipt.page))
            })
    }
}

fn rule_holds(rule: &Rule, finding: &impl Fn(FindingId) -> bool) -> bool {
    match rule {
        Rule::Finding(id) => finding(*id),
        Rule::AtLeast(n, parts) => {
            usize::from(*n) <= parts.len() && parts.iter().all(|part| rule_holds(part, finding))
        }
    }
}

fn hash(payload: &[u8]) -> u64 {
    xxhash_rust::xxh64::xxh64(payload, 0)
}
