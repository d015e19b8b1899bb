//! One entry as one line.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt;
use core::str::Split;

use super::word::{Word, answer, said};
use crate::diary::entry::{Later, is_name};
use crate::diary::{Civil, Done, Entry, ExerciseId, PastRoutine, PastTest, Place};
use crate::time::Span;
use crate::wall::Answers;

/// Its line in the text form. Two entries are the same when their lines are.
impl fmt::Display for Entry {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} ", self.when())?;
        match self {
            Self::WallTest(test) => write_test(out, test),
            Self::Routine(routine) => write_routine(out, routine),
        }
    }
}

/// The entry of a line. What would be written otherwise than it stands there is none.
pub(super) fn read(line: &str) -> Option<Entry> {
    let mut words = line.split(' ');
    let when = civil(words.next()?, words.next()?)?;
    let entry = match words.next()? {
        "wall-test" => Entry::WallTest(test(when, words)?),
        "routine" => Entry::Routine(routine(when, words)?),
        _ => return None,
    };
    (entry.to_string() == line).then_some(entry)
}

fn write_test(out: &mut fmt::Formatter, test: &PastTest) -> fmt::Result {
    let seconds = test.hold().ms() / 1000;
    write!(out, "wall-test {} {seconds}s {}", test.variant().word(), test.ran().word())?;
    for place in Place::all() {
        if let Some(answer) = place.answer(test.answers()) {
            write!(out, " {}={}", place.word(), said(answer))?;
        }
    }
    write_later(out, &test.later)
}

fn write_routine(out: &mut fmt::Formatter, routine: &PastRoutine) -> fmt::Result {
    write!(out, "routine")?;
    for Done { exercise, ran } in routine.done() {
        write!(out, " {}:{}", exercise.as_str(), ran.word())?;
    }
    write_later(out, &routine.later)
}

fn write_later(out: &mut fmt::Formatter, later: &Later) -> fmt::Result {
    later.iter().try_for_each(|field| write!(out, " {field}"))
}

fn civil(date: &str, time: &str) -> Option<Civil> {
    let (year, date) = date.split_once('-')?;
    let (month, day) = date.split_once('-')?;
    let (hour, minute) = time.split_once(':')?;
    let number = |text: &str| text.parse().ok();
    Civil::new(year.parse().ok()?, number(month)?, number(day)?, number(hour)?, number(minute)?)
}

fn test(when: Civil, mut words: Split<char>) -> Option<PastTest> {
    let variant = Word::from_word(words.next()?)?;
    let hold = Span::from_s(words.next()?.strip_suffix('s')?.parse().ok()?);
    let ran = Word::from_word(words.next()?)?;
    let (mut answers, mut later) = (Answers::default(), Vec::new());
    for word in words {
        let (key, value) = field(word)?;
        match Place::from_word(key) {
            Some(place) => answers.put(answer(place, value)?),
            None => later.push(word.into()),
        }
    }
    Some(PastTest::new(when, variant, hold, ran, answers).and(later))
}

fn routine(when: Civil, words: Split<char>) -> Option<PastRoutine> {
    let (mut done, mut later) = (Vec::new(), Vec::new());
    for word in words {
        if field(word).is_some() {
            later.push(word.into());
        } else {
            let (name, ran) = word.split_once(':')?;
            done.push(Done { exercise: ExerciseId::new(name)?, ran: Word::from_word(ran)? });
        }
    }
    Some(PastRoutine::new(when, done).and(later))
}

/// A name, an equals sign, and anything that can be seen.
fn field(word: &str) -> Option<(&str, &str)> {
    let (key, value) = word.split_once('=')?;
    let is_field = is_name(key) && !value.is_empty() && !value.contains(char::is_control);
    is_field.then_some((key, value))
}
