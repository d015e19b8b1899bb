//! Exercises: what to do, how it is played, how it looks.

use backwise_graph::{Dose, Exercise, Kind, Play, Sides, Work};
use backwise_posture::{self as posture, Span};

use super::Tables;
use super::position::positions;
use crate::content::Content;
use crate::facts::Facts;
use crate::play::{self, Way};

/// Every exercise that can be played; one that cannot was reported.
pub(crate) fn exercises(content: &Content, tables: &Tables) -> Vec<Exercise> {
    let of = content.of_kind(Kind::Exercise);
    of.filter_map(|(at, page)| match &page.facts {
        Facts::Exercise { dose, play: Some(play), stop, drawing } => Some(Exercise {
            page: tables.pages[&at],
            dose: dose.text.clone(),
            play: played(play),
            minutes: play.minutes(),
            stop: stop.text.clone(),
            steps: page.steps().map(str::to_owned).collect(),
            positions: positions(drawing.as_deref()),
        }),
        _ => None,
    })
    .collect()
}

fn played(play: &play::Play) -> Play {
    let ways = |ways: &[Way]| ways.iter().map(|way| dose(&way.text.text, &way.dose)).collect();
    Play { usual: dose("", &play.usual), easier: ways(&play.easier), harder: ways(&play.harder) }
}

fn dose(text: &str, of: &posture::Dose) -> Dose {
    Dose {
        text: text.to_owned(),
        ready: seconds(of.ready),
        sets: of.sets,
        work: match of.work {
            posture::Work::Hold(length) => Work::Hold(seconds(length)),
            posture::Work::Reps { count, pace, held } => {
                Work::Reps { count, pace: seconds(pace), held: seconds(held) }
            }
        },
        sides: match of.sides {
            posture::Sides::Together => Sides::Together,
            posture::Sides::InTurn { change } => Sides::InTurn { change: seconds(change) },
        },
        rest: seconds(of.rest),
    }
}

/// Whole seconds went in.
fn seconds(span: Span) -> u16 {
    (span.ms() / 1000) as u16
}
