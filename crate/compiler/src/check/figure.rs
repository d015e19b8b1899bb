//! Pictures show bodies that could be: what rests on the floor touches it, and nothing sinks into it.

use super::self_test::is_played;
use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::drawing::Drawing;
use crate::facts::{FIGURE, Facts, SEATED};
use crate::page::Page;

/// How far off the floor still counts as on it, in hundredths of body height: about a centimetre and a half.
const CLOSE: f64 = 0.9;

/// Reports what is done without a picture, and bodies that hover or sink.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for page in &content.pages {
        match &page.facts {
            Facts::Exercise { drawing, .. } => {
                posed(page, drawing.as_deref(), ("this exercise", FIGURE), found);
            }
            Facts::SelfTest { drawing, seated, .. } if is_played(page) => {
                posed(page, drawing.as_deref(), ("this self-test", FIGURE), found);
                posed(page, seated.as_deref(), ("this self-test, done seated,", SEATED), found);
            }
            _ => {}
        }
    }
}

fn posed(
    page: &Page,
    drawing: Option<&Drawing>,
    (what, key): (&str, &str),
    found: &mut Vec<Diagnostic>,
) {
    match drawing {
        Some(drawing) => rests(page, drawing, found),
        None => found.push(Diagnostic::warning(
            "no-figure",
            page.title_place(),
            format!("{what} has no picture"),
            format!("pose one under `{key}:`, as the writer's guide shows"),
        )),
    }
}

fn rests(page: &Page, drawing: &Drawing, found: &mut Vec<Diagnostic>) {
    for (share, key) in [(0.0, "start"), (1.0, "end")] {
        let body = drawing.figure.body(share);
        let heights = drawing.figure.rests.iter().map(|rest| rest.height(&body));
        let off = heights.zip(&drawing.rests).find(|(height, _)| height.abs() > CLOSE);
        let lowest = body.balls().map(|ball| ball.at.z - ball.radius).fold(f64::INFINITY, f64::min);
        let (place, message, help) = match off {
            Some((height, spot)) => (
                page.place(spot.span.clone()),
                format!("in `{key}`, `{}` is {height:.1} off the floor", spot.text),
                "bend a joint between it and what rests first; 1 is a hundredth of body height",
            ),
            None if lowest < -CLOSE && !drawing.rests.is_empty() => (
                page.title_place(),
                format!("in `{key}`, part of the body is {:.1} below the floor", -lowest),
                "lift it, or name it first under `rest:`; 1 is a hundredth of body height",
            ),
            None => continue,
        };
        found.push(Diagnostic::warning("figure-rest", place, message, help));
    }
}
