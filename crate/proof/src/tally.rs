//! Many interviews, held to every law, and what was counted.

use core::ops::Range;

use backwise_graph::Urgency;

use crate::dice::Dice;
use crate::engine::Engine;
use crate::interview::interview;
use crate::law::{Breach, LAWS, Trial, lines};
use crate::somebody::Somebody;

/// Lines that are drawn for each interview: very many interviews come to all of them.
const LINES: usize = 1;

/// Breaches of one law that are written down; all are counted.
const SHOWN: usize = 3;

/// What was counted.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Interviews.
    pub n: u64,
    /// Questions that were asked in them.
    pub asked: u64,
    /// How many were told each level, the least urgent first.
    pub told: [u64; Urgency::ALL.len()],
    /// What became of each law, in the order of [`LAWS`].
    pub laws: [Count; LAWS.len()],
}

/// What became of a law.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// How often it was put to the test and held.
    pub held: u64,
    /// In how many interviews it was broken.
    pub broken: u64,
    /// The first of them.
    pub breaches: Vec<Breach>,
}

impl Tally {
    /// Counts another's as well, which come after these.
    pub fn add(&mut self, other: Self) {
        self.n += other.n;
        self.asked += other.asked;
        self.told.iter_mut().zip(other.told).for_each(|(sum, n)| *sum += n);
        for (count, other) in self.laws.iter_mut().zip(other.laws) {
            count.held += other.held;
            count.broken += other.broken;
            count.breaches.extend(other.breaches);
            count.breaches.truncate(SHOWN);
        }
    }

    /// How many interviews broke a law.
    #[must_use]
    pub fn broken(&self) -> u64 {
        self.laws.iter().map(|count| count.broken).sum()
    }
}

/// Holds these interviews of a seed to every law.
#[must_use]
pub fn walk(engine: &dyn Engine, seed: u32, numbers: Range<u32>) -> Tally {
    let (all, mut tally) = (lines(engine.graph()), Tally::default());
    for n in numbers {
        let mut dice = Dice::new(seed, n);
        let somebody = Somebody::random(engine.graph(), &mut dice);
        let interview = interview(engine, &somebody);
        let drawn: [_; LINES] = core::array::from_fn(|_| *dice.pick(&all));
        tally.n += 1;
        tally.asked += interview.session.given().len() as u64;
        tally.told[engine.urgency(&interview.session) as usize] += 1;
        let trial = Trial { engine, somebody: &somebody, interview: &interview, lines: &drawn };
        for (law, count) in LAWS.iter().zip(&mut tally.laws) {
            count.note((law.test)(&trial));
        }
    }
    tally
}

impl Count {
    fn note(&mut self, found: Result<u64, Breach>) {
        match found {
            Ok(n) => self.held += n,
            Err(breach) => {
                self.broken += 1;
                self.breaches.push(breach);
                self.breaches.truncate(SHOWN);
            }
        }
    }
}
