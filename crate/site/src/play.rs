//! How an exercise is played, as one reads it.

use std::fmt::Write as _;

use backwise_compiler::Play;
use backwise_posture::{Sides, Span, Work};

/// The usual way on the clock, in two or three short sentences.
#[must_use]
pub fn by_the_clock(play: &Play) -> String {
    let dose = &play.usual;
    let mut text = match dose.work {
        Work::Hold(length) if dose.sets > 1 => format!("{} holds of {}", dose.sets, time(length)),
        Work::Hold(length) => format!("One hold of {}", time(length)),
        Work::Reps { count, .. } if dose.sets > 1 => format!("{} rounds of {count}", dose.sets),
        Work::Reps { count, .. } => format!("{count} times"),
    };
    if let Work::Reps { pace, held, .. } = dose.work {
        say(&mut text, format_args!(", one every {}", time(pace)));
        if held > Span::ZERO {
            say(&mut text, format_args!(", each held for {}", time(held)));
        }
    }
    if let Sides::InTurn { change } = dose.sides {
        say(&mut text, format_args!(", on one side and then on the other"));
        if change > Span::ZERO {
            say(&mut text, format_args!(", with {} to change", time(change)));
        }
    }
    if dose.rest > Span::ZERO {
        say(&mut text, format_args!(". {} of rest in between", time(dose.rest)));
    }
    text + "."
}

fn say(text: &mut String, more: std::fmt::Arguments<'_>) {
    text.write_fmt(more).expect("strings take text");
}

fn time(span: Span) -> String {
    match span.ms() / 1000 {
        1 => "1 second".to_owned(),
        n if n >= 120 && n % 60 == 0 => format!("{} minutes", n / 60),
        n => format!("{n} seconds"),
    }
}
