//! What native code made of everybody and of random interviews, as a small text for whoever compares with it.

use core::fmt::Write;
use core::ops::Range;

use backwise_checker::handover;
use backwise_graph::{Graph, Urgency};

use crate::person::{Due, Person, Shelf};

/// The first line. Another form of the text is another number.
const FORM: &str = "backwise proof 1";

/// What native code found on a graph.
#[derive(Clone, Debug)]
pub struct Record {
    /// Everybody we know of, with what they answer.
    pub people: Vec<Person>,
    /// The seed of the interviews whose steps are hashed.
    pub seed: u32,
    /// How many interviews each part has.
    pub length: u32,
    /// The hash of each part, as [`crate::trace()`] finds it.
    pub parts: Vec<u64>,
}

impl Record {
    /// The interviews of a part.
    #[must_use]
    pub fn numbers(&self, part: usize) -> Range<u32> {
        let from = part as u32 * self.length;
        from..from + self.length
    }

    /// As text. `hash` is the content hash of the graph.
    #[must_use]
    pub fn write(&self, graph: &Graph, hash: u64) -> String {
        let mut text = format!("{FORM}\ngraph {hash:016x}\nseed {} {}\n", self.seed, self.length);
        for part in &self.parts {
            writeln!(text, "part {part:016x}").expect("memory takes text");
        }
        for person in &self.people {
            let (shelf, name) = (person.shelf.name(), person.name.replace('\n', " "));
            let answers = handover::write(graph, hash, &person.session);
            let due = write_due(&person.due);
            writeln!(text, "{shelf} {due} {answers} {name}").expect("memory takes text");
        }
        text
    }

    /// The record that a text holds; nothing where it is damaged, or of another graph.
    #[must_use]
    pub fn read(graph: &Graph, hash: u64, text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let is_ours =
            lines.next() == Some(FORM) && lines.next() == Some(&format!("graph {hash:016x}"));
        let (seed, length) = lines.next()?.strip_prefix("seed ")?.split_once(' ')?;
        let (seed, length) = (seed.parse().ok()?, length.parse().ok()?);
        let mut record = Self { people: Vec::new(), seed, length, parts: Vec::new() };
        for line in lines {
            match line.split_once(' ')? {
                ("part", hex) => record.parts.push(u64::from_str_radix(hex, 16).ok()?),
                (shelf, rest) => record.people.push(read_person(graph, hash, shelf, rest)?),
            }
        }
        is_ours.then_some(record)
    }
}

fn write_due(due: &Due) -> String {
    match due {
        Due::Exactly(level, flags) => format!("{} {}", level.name(), flags.join(",")),
        Due::Published(least, most, told) => {
            format!("{}..{} {}", least.name(), most.name(), told.name())
        }
    }
}

fn read_person(graph: &Graph, hash: u64, shelf: &str, rest: &str) -> Option<Person> {
    let shelf = *Shelf::ALL.iter().find(|it| it.name() == shelf)?;
    let mut words = rest.splitn(4, ' ');
    let due = read_due(words.next()?, words.next()?)?;
    let session = handover::read(graph, hash, words.next()?).ok()?;
    Some(Person { shelf, name: words.next()?.to_owned(), due, session })
}

fn read_due(level: &str, rest: &str) -> Option<Due> {
    match level.split_once("..") {
        Some((least, most)) => Some(Due::Published(
            Urgency::from_name(least)?,
            Urgency::from_name(most)?,
            Urgency::from_name(rest)?,
        )),
        None => {
            let flags = rest.split(',').filter(|flag| !flag.is_empty());
            let flags = flags.map(str::to_owned).collect();
            Some(Due::Exactly(Urgency::from_name(level)?, flags))
        }
    }
}
