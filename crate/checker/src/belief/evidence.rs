//! What the visitor has said so far.

use super::network::{Answer, Modifier};

/// The answers and modifiers known so far. Unsure, skipped and not asked are never in here, so
/// they are the same thing to the reasoning. The order of telling leaves no trace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    levels: Vec<(Answer, u8)>,
    values: Vec<(Modifier, u8)>,
}

impl Evidence {
    /// Nothing known.
    pub fn new() -> Self {
        Self::default()
    }

    /// Records a yes: for a graded answer, its highest level.
    pub fn yes(&mut self, answer: Answer) {
        self.level(answer, u8::MAX);
    }

    /// Records a no: for a graded answer, its lowest level.
    pub fn no(&mut self, answer: Answer) {
        self.level(answer, 0);
    }

    /// Records a graded answer, 0 being its lowest level. A level above its highest counts as
    /// the highest.
    pub fn level(&mut self, answer: Answer, level: u8) {
        put(&mut self.levels, answer, level);
    }

    /// Takes an answer back: from now on it is as if never asked.
    pub fn forget(&mut self, answer: Answer) {
        self.levels.retain(|known| known.0 != answer);
    }

    /// Records which of its values a modifier has. A value it does not have is the last one.
    pub fn know(&mut self, modifier: Modifier, value: u8) {
        put(&mut self.values, modifier, value);
    }

    /// The level known of an answer. A yes is held as 255, whatever the answer's highest level.
    pub fn get(&self, answer: Answer) -> Option<u8> {
        self.levels.iter().find(|known| known.0 == answer).map(|known| known.1)
    }

    /// Every known answer with its level as [`Evidence::get`] gives it, by place.
    pub fn levels(&self) -> &[(Answer, u8)] {
        &self.levels
    }

    /// Every known modifier with its value, by place.
    pub fn values(&self) -> &[(Modifier, u8)] {
        &self.values
    }
}

fn put<K: Ord + Copy>(known: &mut Vec<(K, u8)>, key: K, value: u8) {
    match known.binary_search_by_key(&key, |entry| entry.0) {
        Ok(at) => known[at].1 = value,
        Err(at) => known.insert(at, (key, value)),
    }
}
