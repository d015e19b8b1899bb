//! How an exercise is played on the clock, as its front matter has it.
//!
//! An easier or a harder way says what differs from the usual one; what it leaves out is the same.

use backwise_posture::{Dose, Item, Routine, Sides, Span, Work};

use crate::front_matter::Fields;
use crate::yaml::Spot;

/// The usual way to do an exercise, and its neighbours.
pub struct Play {
    /// The usual way.
    pub usual: Dose,
    /// Easier ways, the nearest first.
    pub easier: Vec<Way>,
    /// Harder ways, the nearest first.
    pub harder: Vec<Way>,
}

/// A way that is not the usual one.
pub struct Way {
    /// What differs, in one sentence.
    pub text: Spot,
    /// How it is done.
    pub dose: Dose,
}

impl Play {
    /// The ways that are not the usual one.
    pub fn ways(&self) -> impl Iterator<Item = &Way> {
        self.easier.iter().chain(&self.harder)
    }

    /// How long the usual way takes, in minutes: as long as it is played.
    #[must_use]
    pub fn minutes(&self) -> f32 {
        let routine = Routine::new(vec![Item::new(self.usual.clone())]);
        routine.player().left().ms() as f32 / 60_000.0
    }
}

/// Takes `play`, which must be there.
pub(crate) fn read(fields: &mut Fields) -> Option<Play> {
    if !fields.has("play") {
        fields.missing("play");
    }
    let mut group = fields.group("play")?;
    let usual = group.group("usual").map(|mut usual| {
        let found = dose(&mut usual, None);
        group.close(usual);
        found
    });
    if usual.is_none() && !group.faulty() {
        group.missing("usual");
    }
    let usual = usual.unwrap_or_else(nothing);
    let easier = ways(&mut group, "easier", &usual);
    let harder = ways(&mut group, "harder", &usual);
    fields.close(group);
    Some(Play { usual, easier, harder })
}

/// Stands in where nothing could be read, so that one fault is not told twice.
fn nothing() -> Dose {
    let work = Work::Hold(Span::from_s(1));
    Dose { form: 0, ready: Span::ZERO, sets: 1, work, sides: Sides::Together, rest: Span::ZERO }
}

fn ways(fields: &mut Fields, key: &'static str, usual: &Dose) -> Vec<Way> {
    let mut found = Vec::new();
    for mut group in fields.groups(key) {
        found.push(Way { text: group.needed("text"), dose: dose(&mut group, Some(usual)) });
        fields.close(group);
    }
    found
}

/// One way; what it leaves out is as in `from`, and without one must be there.
fn dose(fields: &mut Fields, from: Option<&Dose>) -> Dose {
    let sets = known(fields, "sets", from.map(|from| u16::from(from.sets)), |fields| {
        fields.whole("sets", 1..=10)
    });
    let sets = sets.unwrap_or(1) as u8;
    let work = work(fields, from.map(|from| from.work));
    let sides = sides(fields, from.map(|from| from.sides));
    let rest = rest(fields, sets, from.map(|from| from.rest));
    let ready = known(fields, "ready", from.map(|from| from.ready), |fields| {
        fields.whole("ready", 3..=60).map(Span::from_s)
    });
    Dose { form: 0, ready: ready.unwrap_or_default(), sets, work, sides, rest }
}

/// What is written, or what stands for it; that there is neither is told.
fn known<T>(
    fields: &mut Fields,
    key: &'static str,
    from: Option<T>,
    read: impl FnOnce(&mut Fields) -> Option<T>,
) -> Option<T> {
    let is_written = fields.has(key);
    let found = read(fields).or(from);
    if found.is_none() && !is_written {
        fields.missing(key);
    }
    found
}

/// Between sets, so needed from two on.
fn rest(fields: &mut Fields, sets: u8, from: Option<Span>) -> Span {
    let read = |fields: &mut Fields| fields.whole("rest", 1..=300).map(Span::from_s);
    if sets > 1 {
        let from = from.filter(|rest| *rest > Span::ZERO);
        return known(fields, "rest", from, read).unwrap_or_default();
    }
    if read(fields).is_some() {
        clash(fields, "there is a `rest`, and only one set", "take it out, or raise `sets`");
    }
    Span::ZERO
}

/// Repetitions, or a hold.
fn work(fields: &mut Fields, from: Option<Work>) -> Work {
    let is_reps = ["count", "pace", "held"].map(|key| fields.has(key)).contains(&true);
    let is_hold = fields.has("hold");
    match from {
        _ if is_reps && is_hold => {
            let help = "keep `count`, `pace` and `held`, or keep `hold`";
            clash(fields, "a set is both repetitions and a hold", help);
        }
        None if !is_reps && !is_hold => {
            clash(fields, "nothing says what a set is", "write `count` and `pace`, or `hold`");
        }
        _ => {}
    }
    let hold = fields.whole("hold", 1..=900);
    match from {
        Some(Work::Reps { count, pace, held }) if is_reps => {
            reps(fields, Some(count), Some(pace), held)
        }
        _ if is_reps => reps(fields, None, None, Span::ZERO),
        Some(work) if !is_hold => work,
        _ => Work::Hold(Span::from_s(hold.unwrap_or(1))),
    }
}

fn reps(fields: &mut Fields, count: Option<u16>, pace: Option<Span>, held: Span) -> Work {
    let seconds = |fields: &mut Fields, key| fields.whole(key, 1..=60).map(Span::from_s);
    let count = known(fields, "count", count, |fields| fields.whole("count", 1..=100)).unwrap_or(1);
    let pace = known(fields, "pace", pace, |fields| seconds(fields, "pace"));
    let held = seconds(fields, "held").unwrap_or(held);
    if pace.is_some_and(|pace| held > pace) {
        let help = "`pace` is from one repetition to the next, so the hold is part of it";
        clash(fields, "`held` is longer than `pace`", help);
    }
    Work::Reps { count, pace: pace.unwrap_or(Span::from_s(1)), held }
}

/// Together, or in turn, with the time to change over.
fn sides(fields: &mut Fields, from: Option<Sides>) -> Sides {
    let was = match from {
        Some(Sides::InTurn { change }) => Some(change),
        _ => None,
    };
    let in_turn = known(fields, "sides", from.map(|_| was.is_some()), |fields| {
        fields.one_of("sides", &["together", "in-turn"], &[false, true])
    });
    let read = |fields: &mut Fields| fields.whole("change", 1..=60).map(Span::from_s);
    if in_turn == Some(true) {
        return Sides::InTurn { change: known(fields, "change", was, read).unwrap_or_default() };
    }
    if read(fields).is_some() {
        let help = "take `change` out, or write `sides: in-turn`";
        clash(fields, "there is a time to change sides, and sides work together", help);
    }
    Sides::Together
}

/// Reports values that do not go together.
fn clash(fields: &mut Fields, message: &'static str, help: &'static str) {
    fields.fault("dose", fields.span(), message, help);
}
