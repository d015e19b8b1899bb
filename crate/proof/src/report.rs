//! What came of it, in lines that fit a phone. The same on a terminal and on a page.

use core::fmt::{Display, Formatter, Result};

use backwise_checker::Checker;
use backwise_graph::{Urgency, VERSION};

use crate::answers::answers;
use crate::law::LAWS;
use crate::person::{Person, Shelf, Verdict};
use crate::tally::Tally;

/// What came of everybody we know of.
#[derive(Clone, Debug, Default)]
pub struct Played {
    /// On each shelf, in order: told right, more, less, and failed.
    pub counts: [[u64; 4]; Shelf::ALL.len()],
    /// What failed, a sentence each.
    pub failures: Vec<String>,
}

impl Played {
    /// Asks somebody, and counts what becomes of it.
    pub fn play(&mut self, checker: &Checker, person: &Person) {
        let verdict = person.play(checker);
        let at = match verdict {
            Ok(Verdict::Right) => 0,
            Ok(Verdict::More) => 1,
            Ok(Verdict::Less) => 2,
            Err(_) => 3,
        };
        self.counts[person.shelf as usize][at] += 1;
        if let Err(why) = verdict {
            self.failures.push(format!("{}: {} {why}", person.shelf.name(), person.name));
        }
    }
}

/// How much agreed with a record of native results.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    /// Parts that agree to the last bit.
    pub same: u64,
    /// The interviews of each part.
    pub length: u32,
    /// Numbers of the parts that do not.
    pub other: Vec<usize>,
}

impl Compared {
    /// Counts a part of so many interviews, which is the same or is not.
    pub fn note(&mut self, part: usize, length: u32, is_same: bool) {
        self.length = length;
        match is_same {
            true => self.same += 1,
            false => self.other.push(part),
        }
    }
}

/// Everything that is reported.
pub struct Report<'a> {
    /// What was held to the laws.
    pub checker: &'a Checker,
    /// The content hash of its graph.
    pub hash: u64,
    /// The seed of the interviews.
    pub seed: u32,
    /// What became of them.
    pub tally: &'a Tally,
    /// What became of everybody we know of.
    pub played: &'a Played,
    /// How much agreed with native results, where there was something to compare.
    pub compared: Option<&'a Compared>,
}

impl Report<'_> {
    /// How much failed.
    #[must_use]
    pub fn n_failures(&self) -> u64 {
        let parts = self.compared.map_or(0, |compared| compared.other.len());
        self.tally.broken() + (self.played.failures.len() + parts) as u64
    }
}

impl Display for Report<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (version, machine) = (env!("CARGO_PKG_VERSION"), std::env::consts::ARCH);
        writeln!(f, "Backwise {version} on {machine}")?;
        writeln!(f, "Graph {:016x}, format {VERSION}\n", self.hash)?;
        self.interviews(f)?;
        self.people(f)?;
        self.parts(f)?;
        self.failures(f)
    }
}

impl Report<'_> {
    fn interviews(&self, f: &mut Formatter<'_>) -> Result {
        let Tally { n, asked, told, laws } = self.tally;
        writeln!(f, "{} random interviews, seed {}", grouped(*n), self.seed)?;
        writeln!(f, "  {} questions", grouped(*asked))?;
        for (level, n) in Urgency::ALL.iter().zip(told) {
            writeln!(f, "  told {}: {}", level.name(), grouped(*n))?;
        }
        writeln!(f, "\nThe laws")?;
        for (law, count) in LAWS.iter().zip(laws) {
            let (held, broken) = (grouped(count.held), grouped(count.broken));
            writeln!(f, "{}.\n  held {held} times, broken {broken} times", law.says)?;
        }
        Ok(())
    }

    fn people(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "\nPeople, and what they are told")?;
        for (shelf, [right, more, less, failed]) in Shelf::ALL.iter().zip(self.played.counts) {
            let all = right + more + less + failed;
            match shelf {
                Shelf::Journey => writeln!(f, "Whole journeys.")?,
                Shelf::RedFlag => writeln!(f, "People whom a warning sign is for, or must spare.")?,
                Shelf::Case => writeln!(f, "Published cases, what they leave out is no.")?,
                Shelf::CaseUnsure => writeln!(f, "The same, what they leave out is not sure.")?,
            }
            write!(f, "  {right} of {all} as they should be")?;
            match shelf {
                Shelf::Journey | Shelf::RedFlag => writeln!(f)?,
                Shelf::Case | Shelf::CaseUnsure => writeln!(f, ", {more} more, {less} less")?,
            }
        }
        Ok(())
    }

    fn parts(&self, f: &mut Formatter<'_>) -> Result {
        let Some(Compared { same, length, other }) = self.compared else { return Ok(()) };
        let all = same + other.len() as u64;
        writeln!(f, "\nBeside results of native code")?;
        writeln!(
            f,
            "Every question, level and belief of {} interviews.",
            all * u64::from(*length)
        )?;
        writeln!(f, "  {same} of {all} parts are the same, bit for bit")
    }

    fn failures(&self, f: &mut Formatter<'_>) -> Result {
        match self.n_failures() {
            0 => writeln!(f, "\nNothing failed.")?,
            n => writeln!(f, "\nFailures: {}", grouped(n))?,
        }
        for (law, count) in LAWS.iter().zip(&self.tally.laws) {
            for breach in &count.breaches {
                writeln!(f, "- {}: {}", law.name, breach.why)?;
                writeln!(f, "  {}", answers(self.checker.graph(), &breach.session))?;
            }
        }
        self.played.failures.iter().try_for_each(|why| writeln!(f, "- {why}"))?;
        let parts = self.compared.map_or(&[][..], |compared| &compared.other);
        parts.iter().try_for_each(|part| writeln!(f, "- part {part} differs from native results"))
    }
}

/// With a comma between thousands.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
