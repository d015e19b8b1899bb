//! What was published of a person.

use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use anyhow::{Context, Result, bail};
use backwise_graph::{Graph, Urgency};
use serde::Deserialize;

use super::said::Said;

/// A person, what they said, and what they should be told.
#[derive(Clone, Debug)]
pub struct Case {
    /// The name of its file.
    pub id: String,
    /// Who it is, in our own words.
    pub who: String,
    /// Where it was published.
    pub source: String,
    /// The level it should be told.
    pub expected: Expected,
    /// The family of causes or signs that should be named.
    pub family: String,
    /// What was said.
    pub said: Said,
}

/// How soon a case should get help, in the words of the published levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expected {
    /// Nobody needs to look at it.
    SelfCare,
    /// An appointment.
    Routine,
    /// The same day or within days.
    Urgent,
    /// The emergency number.
    Emergency,
}

impl Expected {
    /// The levels of ours that say this.
    #[must_use]
    pub fn levels(self) -> RangeInclusive<Urgency> {
        match self {
            Self::SelfCare => Urgency::SelfCare..=Urgency::SelfCare,
            Self::Routine => Urgency::Routine..=Urgency::Routine,
            Self::Urgent => Urgency::WithinDays..=Urgency::SameDay,
            Self::Emergency => Urgency::Emergency..=Urgency::Emergency,
        }
    }

    /// As case files write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SelfCare => "self-care",
            Self::Routine => "routine",
            Self::Urgent => "urgent",
            Self::Emergency => "emergency",
        }
    }
}

/// A case as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// Who it is, in our own words.
    who: String,
    /// Where it was published.
    source: String,
    /// Findings that the narrative says are so.
    yes: Vec<String>,
    /// Findings that it says are not so; a screen stands for all its options not named elsewhere.
    #[serde(default)]
    no: Vec<String>,
    /// Findings that it speaks of and leaves open.
    #[serde(default)]
    unsure: Vec<String>,
    expected: WrittenExpected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenExpected {
    urgency: Expected,
    family: String,
}

impl Case {
    /// The cases of a folder, one for each `.json`, in the order of their names.
    ///
    /// # Errors
    /// When a file cannot be read, or says what [`Case::parse`] refuses.
    pub fn read_all(graph: &Graph, folder: &Path) -> Result<Vec<Self>> {
        let reading = || format!("`{}` could not be read; name a folder", folder.display());
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).with_context(reading)? {
            files.push(entry.with_context(reading)?.path());
        }
        files.retain(|file| file.extension().is_some_and(|e| e == "json"));
        files.sort_unstable();
        if files.is_empty() {
            bail!("`{}` holds no case; a case is a `.json` file", folder.display());
        }
        let mut cases = Vec::with_capacity(files.len());
        for file in files {
            let name = || format!("`{}`", file.display());
            let text = fs::read_to_string(&file).with_context(name)?;
            let id = file.file_stem().unwrap_or_default().to_string_lossy();
            cases.push(Self::parse(graph, &id, &text).with_context(name)?);
        }
        Ok(cases)
    }

    /// The case that a file's text writes down.
    ///
    /// # Errors
    /// When it is no case, names what no question asks or no page has as its family, or answers one thing twice.
    pub fn parse(graph: &Graph, id: &str, text: &str) -> Result<Self> {
        let written: Written = serde_json::from_str(text).context("this is no case")?;
        let family = written.expected.family;
        if !is_family(graph, &family) {
            bail!("`{family}` is the family of no cause and no red flag");
        }
        let said = Said::read(graph, &written.yes, &written.unsure, &written.no)?;
        let (id, expected) = (id.to_owned(), written.expected.urgency);
        Ok(Self { id, who: written.who, source: written.source, expected, family, said })
    }
}

fn is_family(graph: &Graph, family: &str) -> bool {
    graph.causes.iter().any(|c| c.family == family)
        || graph.red_flags.iter().any(|f| f.family == family)
}
