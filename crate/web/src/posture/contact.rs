//! What touched, answered on the figure at the wall: each press on a place gives the next answer of its list.
//!
//! What is answered is said by the rows alone. The figure presses them and shows what they say, so the two cannot
//! differ.

use std::rc::Rc;

use backwise_graph::{Graph, Word};
use web_sys::{Element, Event};

use super::answers::{ALL, MEASURE, group};
use crate::dom::{Field, Listener, listen, pressed_place};
use crate::text::{digits, joined, number};

const FIGURE: &str = ".contact";
/// Who says of a press what it did.
const ANNOUNCER: &str = ".body > [role=status]";

/// A figure on the page.
pub struct Shown {
    _listeners: [Option<Listener>; 3],
}

/// Has the figure of this screen hear presses, and say what the rows say.
pub fn show(graph: &Rc<Graph>, screen: &Element) -> Option<Shown> {
    let figure = screen.query_selector(FIGURE).ok()??;
    let (field, stage) = (Field(screen.clone()), Field(screen.closest(".body").ok()??));
    mirror(&field, graph);
    let pressing = || {
        let (field, stage, graph) = (field.clone(), stage.clone(), graph.clone());
        Box::new(move |event: Event| {
            let place = pressed_place(&event, &[" ", "Enter"]).and_then(|place| number(&place));
            if let Some(place) = place {
                field.press_next(&group(place));
                stage.say(ANNOUNCER, &named(&graph, place, answered(&field, place)));
            }
        })
    };
    let listeners = [
        listen(&figure, "click", pressing()),
        listen(&figure, "keydown", pressing()),
        listen(screen, "change", {
            let (field, graph) = (field.clone(), graph.clone());
            Box::new(move |_| mirror(&field, &graph))
        }),
    ];
    Some(Shown { _listeners: listeners })
}

/// Every place as its rows are.
fn mirror(field: &Field, graph: &Graph) {
    for place in 0..MEASURE {
        let answer = answered(field, place);
        let shown = joined(&["[data-place='", &digits(place), "']"]);
        field.set(&shown, "aria-label", &named(graph, place, answer));
        field.set(&shown, "data-answered", if answer.is_some() { "yes" } else { "no" });
        let text = graph.word(answer.unwrap_or(Word::KeptCellOpen));
        field.say(&joined(&[&shown, " .contact-answer"]), text);
    }
}

/// What the rows of a place say; nothing where it is open.
fn answered(field: &Field, place: usize) -> Option<Word> {
    let value = number(&field.chosen(&group(place))?)?;
    let mut all = ALL.iter().flat_map(|(_, choices)| *choices);
    all.nth(value).map(|(_, word)| *word)
}

fn named(graph: &Graph, place: usize, answer: Option<Word>) -> String {
    joined(&[&asking(graph, place), graph.word(answer.unwrap_or(Word::KeptCellOpen))])
}

/// The name of a place, with an answer to follow.
pub fn asking(graph: &Graph, place: usize) -> String {
    let name = graph.word(ALL[place].0);
    joined(&[name, if name.ends_with('?') { " " } else { ": " }])
}
