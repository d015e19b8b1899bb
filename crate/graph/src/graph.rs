//! The graph as two files: what asking takes, and what telling a result takes on top.
//!
//! Each has a magic number, the format version and the hash of its payload; the second names the first's
//! hash, so that the two of one build go together. The first is a third of the bytes, and all that a reader
//! waits for: what bears on how soon to get help is all in it.

use crate::body_map::BodyMap;
use crate::bytes::{Bytes, Reader, record};
use crate::choice::Kind;
use crate::id::{CauseId, FindingId, PageId};
use crate::record::{
    Cause, Country, Exercise, Finding, Likelihood, Page, Question, RedFlag, Relation, Rule,
    SelfTest, Topic,
};
use crate::sign::Observation;
use crate::word::{N_ASKED, Word};

/// The first bytes of the file that asking takes.
const ASKING: [u8; 4] = *b"BWGA";

/// The first bytes of the file that telling takes.
const TELLING: [u8; 4] = *b"BWGT";

/// The version of the byte format. A reader takes its own version only.
pub const VERSION: u16 = 14;

const HEADER: usize = ASKING.len() + 2 + 8;

/// Why bytes are not a graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// They do not begin as a graph file does.
    NotAGraph,
    /// They are of another format version.
    Version(u16),
    /// They are the second file of another first one.
    NotAPair,
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
            Fault::NotAPair => "two graph files of different builds: load both from one",
            Fault::Truncated => "the graph file ends early",
            Fault::Altered => "the graph file was altered on its way",
            Fault::Malformed => "the graph file holds a value that cannot be",
        })
    }
}

impl core::error::Error for Fault {}

/// Everything the reasoning and the screens need, and nothing of how it was written.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Graph {
    /// The language of its words, as BCP 47 has it.
    pub language: String,
    /// The day on which the first page is to be looked over again, in days after 1970-01-01; 0 when none is.
    pub review: u16,
    /// All nodes; those that asking takes come first.
    pub pages: Vec<Page>,
    /// Symptoms and risks.
    pub findings: Vec<Finding>,
    /// What each of them says of causes, in the same order.
    pub likelihoods: Vec<Likelihood>,
    /// Screens, in the order asked.
    pub questions: Vec<Question>,
    /// Causes.
    pub causes: Vec<Cause>,
    /// Red flags, the most urgent first.
    pub red_flags: Vec<RedFlag>,
    /// Where to call whom in an emergency, by title.
    pub countries: Vec<Country>,
    /// Exercises.
    pub exercises: Vec<Exercise>,
    /// Self-tests that are played, step by step.
    pub self_tests: Vec<SelfTest>,
    /// What a wall test can show.
    pub observations: Vec<Observation>,
    /// How much more an exercise is worth in a plan when a sign speaks for it, 1 to 1.5.
    pub sign_factor: f32,
    /// For how many days a wall test that a reader kept bears on their plans; 0 for none.
    pub sign_days: u16,
    /// Typed links.
    pub relations: Vec<Relation>,
    /// Articles that say what they are about.
    pub topics: Vec<Topic>,
    /// Bodies to point at, for what asks where.
    pub body_maps: Vec<BodyMap>,
    /// The text of each [`Word`], in their order.
    pub words: Vec<String>,
}

record! {
    /// What the first file holds: questions, rules, the cards of red flags.
    pub struct Asking {
        /// See [`Graph`].
        pub language: String,
        /// See [`Graph`].
        pub review: u16,
        /// The pages that asking takes.
        pub pages: Vec<Page>,
        /// See [`Graph`].
        pub findings: Vec<Finding>,
        /// See [`Graph`].
        pub questions: Vec<Question>,
        /// See [`Graph`].
        pub red_flags: Vec<RedFlag>,
        /// See [`Graph`].
        pub countries: Vec<Country>,
        /// The words that asking takes.
        pub words: Vec<String>,
    }
}

record! {
    /// What the second file holds: everything else.
    pub struct Telling {
        /// The ids of the pages that asking takes, in their order: only links need them.
        pub slugs: Vec<String>,
        /// The summaries of those pages; empty where asking takes them too.
        pub summaries: Vec<String>,
        /// The pages that follow those.
        pub pages: Vec<Page>,
        /// See [`Graph`].
        pub likelihoods: Vec<Likelihood>,
        /// See [`Graph`].
        pub causes: Vec<Cause>,
        /// See [`Graph`].
        pub exercises: Vec<Exercise>,
        /// See [`Graph`].
        pub self_tests: Vec<SelfTest>,
        /// See [`Graph`].
        pub observations: Vec<Observation>,
        /// See [`Graph`].
        pub sign_factor: f32,
        /// See [`Graph`].
        pub sign_days: u16,
        /// See [`Graph`].
        pub relations: Vec<Relation>,
        /// See [`Graph`].
        pub topics: Vec<Topic>,
        /// See [`Graph`].
        pub body_maps: Vec<BodyMap>,
        /// The words that follow those that asking takes.
        pub words: Vec<String>,
    }
}

/// A graph as the bytes of its two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// What asking takes.
    pub asking: Vec<u8>,
    /// What telling a result takes on top.
    pub telling: Vec<u8>,
}

impl Encoded {
    /// The whole graph.
    ///
    /// # Errors
    /// As [`Graph::decode`] and [`Graph::complete`].
    pub fn decode(&self) -> Result<Graph, Fault> {
        let mut graph = Graph::decode(&self.asking)?;
        graph.complete(Graph::hash_of(&self.asking), &self.telling)?;
        Ok(graph)
    }
}

/// Whether asking needs pages of this kind.
#[must_use]
pub fn is_asked(kind: Kind) -> bool {
    matches!(kind, Kind::Question | Kind::Symptom | Kind::Risk | Kind::RedFlag)
}

impl Graph {
    /// The graph as the bytes of its two files.
    #[must_use]
    pub fn encode(&self) -> Encoded {
        let n_asked = self.pages.iter().take_while(|page| is_asked(page.kind)).count();
        let (asked, others) = self.pages.split_at(n_asked);
        let (asked_words, told_words) = self.words.split_at(N_ASKED.min(self.words.len()));
        let carried = |page: &Page| page.kind == Kind::RedFlag;
        let summary =
            |page: &Page, is_kept: bool| if is_kept { page.summary.clone() } else { String::new() };
        let stripped = asked.iter().map(|p| Page {
            kind: p.kind,
            slug: String::new(),
            title: p.title.clone(),
            summary: summary(p, carried(p)),
        });
        let asking = Asking {
            language: self.language.clone(),
            review: self.review,
            pages: stripped.collect(),
            findings: self.findings.clone(),
            questions: self.questions.clone(),
            red_flags: self.red_flags.clone(),
            countries: self.countries.clone(),
            words: asked_words.to_vec(),
        };
        let telling = Telling {
            slugs: asked.iter().map(|p| p.slug.clone()).collect(),
            summaries: asked.iter().map(|p| summary(p, !carried(p))).collect(),
            pages: others.to_vec(),
            likelihoods: self.likelihoods.clone(),
            causes: self.causes.clone(),
            exercises: self.exercises.clone(),
            self_tests: self.self_tests.clone(),
            observations: self.observations.clone(),
            sign_factor: self.sign_factor,
            sign_days: self.sign_days,
            relations: self.relations.clone(),
            topics: self.topics.clone(),
            body_maps: self.body_maps.clone(),
            words: told_words.to_vec(),
        };
        let asking = file(ASKING, &[], &asking);
        let pair = Self::hash_of(&asking).to_le_bytes();
        Encoded { telling: file(TELLING, &pair, &telling), asking }
    }

    /// The graph that the first file holds: enough to ask what urgency takes, and to say how soon to get
    /// help. It has no causes yet, and its pages have no ids.
    ///
    /// # Errors
    /// When the bytes are no such file, of another version, cut short, altered, or name what is not there.
    pub fn decode(asking: &[u8]) -> Result<Self, Fault> {
        let mut reader = Reader::new(payload(ASKING, asking)?);
        let asking = Asking::read(&mut reader);
        let graph = Self {
            language: asking.language,
            review: asking.review,
            pages: asking.pages,
            findings: asking.findings,
            questions: asking.questions,
            red_flags: asking.red_flags,
            countries: asking.countries,
            words: asking.words,
            likelihoods: Vec::new(),
            causes: Vec::new(),
            exercises: Vec::new(),
            self_tests: Vec::new(),
            observations: Vec::new(),
            sign_factor: 1.0,
            sign_days: 0,
            relations: Vec::new(),
            topics: Vec::new(),
            body_maps: Vec::new(),
        };
        match reader.finish() {
            Some(fault) => Err(fault),
            None if !graph.asks_what_is_there() => Err(Fault::Malformed),
            None => Ok(graph),
        }
    }

    /// Takes the second file of the graph whose first has this hash.
    ///
    /// # Errors
    /// As [`Graph::decode`], and when the two files are of different builds; nothing is changed then.
    pub fn complete(&mut self, asking_hash: u64, telling: &[u8]) -> Result<(), Fault> {
        let payload = payload(TELLING, telling)?;
        let (pair, payload) = payload.split_at_checked(8).ok_or(Fault::Truncated)?;
        if pair != asking_hash.to_le_bytes() {
            return Err(Fault::NotAPair);
        }
        let mut reader = Reader::new(payload);
        let telling = Telling::read(&mut reader);
        let n_asked = self.pages.len();
        if telling.slugs.len() != n_asked || telling.summaries.len() != n_asked {
            return Err(Fault::Malformed);
        }
        let mut whole = self.clone();
        let told = telling.slugs.into_iter().zip(telling.summaries);
        for (page, (slug, summary)) in whole.pages.iter_mut().zip(told) {
            page.slug = slug;
            if !summary.is_empty() {
                page.summary = summary;
            }
        }
        whole.pages.extend(telling.pages);
        whole.words.extend(telling.words);
        (whole.likelihoods, whole.causes) = (telling.likelihoods, telling.causes);
        (whole.exercises, whole.relations) = (telling.exercises, telling.relations);
        (whole.self_tests, whole.observations) = (telling.self_tests, telling.observations);
        (whole.sign_factor, whole.body_maps) = (telling.sign_factor, telling.body_maps);
        (whole.sign_days, whole.topics) = (telling.sign_days, telling.topics);
        match reader.finish() {
            Some(fault) => return Err(fault),
            None if !whole.tells_what_is_there() => return Err(Fault::Malformed),
            None => *self = whole,
        }
        Ok(())
    }

    /// The content hash that a file carries, as readers may quote it.
    #[must_use]
    pub fn hash_of(bytes: &[u8]) -> u64 {
        let at = ASKING.len() + 2;
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

    /// What a finding says of causes.
    #[must_use]
    pub fn likelihood(&self, id: FindingId) -> &Likelihood {
        &self.likelihoods[id.index()]
    }

    /// The title of a finding.
    #[must_use]
    pub fn title(&self, id: FindingId) -> &str {
        &self.page(self.finding(id).page).title
    }

    /// The text of a fixed word; empty when only telling takes it, and the second file is not there.
    #[must_use]
    pub fn word(&self, word: Word) -> &str {
        self.words.get(word as usize).map_or("", String::as_str)
    }

    /// Whether every id of the first file names a row, so that no later step can run off a table.
    fn asks_what_is_there(&self) -> bool {
        let page = |id: PageId| id.index() < self.pages.len();
        let finding = |id: FindingId| id.index() < self.findings.len();
        self.words.len() == N_ASKED
            && self.findings.iter().all(|f| page(f.page) && f.needs.iter().all(|n| finding(*n)))
            && self.questions.iter().all(|q| page(q.page) && q.options.iter().all(|o| finding(*o)))
            && self.red_flags.iter().all(|r| page(r.page) && rule_holds(&r.when, &finding))
    }

    /// The same of the second file.
    fn tells_what_is_there(&self) -> bool {
        let page = |id: PageId| id.index() < self.pages.len();
        let cause = |id: CauseId| id.index() < self.causes.len();
        let finding = |id: FindingId| id.index() < self.findings.len();
        self.pages.len() <= usize::from(u16::MAX)
            && self.words.len() == Word::ALL.len()
            && self.likelihoods.len() == self.findings.len()
            && self.likelihoods.iter().all(|l| {
                l.links.iter().all(|l| cause(l.cause)) && l.modifiers.iter().all(|m| cause(m.cause))
            })
            && self.causes.iter().all(|c| page(c.page))
            && self.exercises.iter().all(|e| page(e.page))
            && self.self_tests.iter().all(|t| page(t.page))
            && self.observations.iter().all(|o| page(o.page))
            && self.relations.iter().all(|r| {
                page(r.from) && page(r.to) && r.receipts.iter().all(|receipt| page(receipt.page))
            })
            && self.topics.iter().all(|t| page(t.page) && t.about.iter().all(|f| finding(*f)))
            && self.body_maps.iter().all(|map| {
                let mut places = map.views.iter().flat_map(|view| &view.places);
                page(map.page) && places.all(|place| page(place.page))
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

fn file(magic: [u8; 4], before: &[u8], content: &impl Bytes) -> Vec<u8> {
    let mut payload = before.to_vec();
    content.write(&mut payload);
    let mut out = magic.to_vec();
    out.extend(VERSION.to_le_bytes());
    out.extend(hash(&payload).to_le_bytes());
    out.extend(payload);
    out
}

/// What stands behind the header, if the header is right.
fn payload(magic: [u8; 4], bytes: &[u8]) -> Result<&[u8], Fault> {
    let (header, payload) = bytes.split_at_checked(HEADER).ok_or(Fault::Truncated)?;
    if header[..4] != magic {
        return Err(Fault::NotAGraph);
    }
    let version = u16::from_le_bytes([header[4], header[5]]);
    if version != VERSION {
        return Err(Fault::Version(version));
    }
    if header[6..] != hash(payload).to_le_bytes() {
        return Err(Fault::Altered);
    }
    Ok(payload)
}

fn hash(payload: &[u8]) -> u64 {
    xxhash_rust::xxh64::xxh64(payload, 0)
}
