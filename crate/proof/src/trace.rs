//! Every step of random interviews down to the last bit: native code and WebAssembly must agree on it.

use core::ops::Range;

use backwise_checker::{Ask, Checker, Session};
use xxhash_rust::xxh64::Xxh64;

use crate::dice::Dice;
use crate::engine::Engine;
use crate::interview::answer;
use crate::somebody::Somebody;

/// The hash of these interviews of a seed: each question, and after each answer how soon to get help and what is
/// believed of each cause; at the end what fits, and the plan.
#[must_use]
pub fn trace(checker: &Checker, seed: u32, numbers: Range<u32>) -> u64 {
    let mut hash = Xxh64::new(0);
    for n in numbers {
        let somebody = Somebody::random(checker.graph(), &mut Dice::new(seed, n));
        let mut session = Session::new();
        while let Some((ask, left)) = Engine::next(checker, &session) {
            add(&mut hash, &[number(ask), left]);
            answer(checker, &mut session, &somebody, ask);
            step(checker, &session, &mut hash);
        }
        end(checker, &session, &mut hash);
    }
    hash.digest()
}

fn step(checker: &Checker, session: &Session, hash: &mut Xxh64) {
    add(hash, &[checker.urgency(session) as usize]);
    for posterior in checker.belief(session.known()).posteriors() {
        hash.update(&posterior.to_bits().to_le_bytes());
    }
}

fn end(checker: &Checker, session: &Session, hash: &mut Xxh64) {
    let told = session.assessment(checker);
    told.fits.iter().for_each(|fit| add(hash, &[fit.cause.index(), fit.fit as usize]));
    told.plan.iter().for_each(|item| add(hash, &[item.page.index()]));
    told.would_raise.iter().for_each(|(f, level)| add(hash, &[f.index(), *level as usize]));
}

fn add(hash: &mut Xxh64, numbers: &[usize]) {
    // As wide on every machine.
    numbers.iter().for_each(|n| hash.update(&(*n as u64).to_le_bytes()));
}

fn number(ask: Ask) -> usize {
    match ask {
        Ask::Screen(id) => 2 * id.index(),
        Ask::Single(id) => 2 * id.index() + 1,
    }
}
