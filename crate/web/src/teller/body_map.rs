//! The body map: the places of a question, drawn above its rows.
//!
//! What is ticked is said by the rows alone. The map presses them and shows what they say, so the two cannot
//! differ, and everything else hears of a tick as if the map were not there. A place is a checkbox, as its row
//! is: the same name and the same two states are spoken, whichever of the two somebody meets first.

use backwise_graph::{BodyMap, BodyPlace, BodyView, Facing, Graph, Question, Word};
use web_sys::{Element, Event};

use crate::dom::{Field, Listener, Page, listen, pressed_place};
use crate::text::{digits, fill, joined};

// A map on the page.
pub struct Shown {
    field: Field,
    _listeners: [Option<Listener>; 3],
}

impl Shown {
    pub fn is_there(&self) -> bool {
        self.field.is_there()
    }
}

pub fn show(graph: &Graph, fieldset: &Element, map: &BodyMap) -> Option<Shown> {
    let field = Field(fieldset.clone());
    let mut page = Page::new(&fieldset.owner_document()?, "div.body-map")?;
    draw(&mut page, graph, map);
    let drawing = page.finish()?;
    field.put(&drawing)?;
    let words = [Word::MapNone, Word::MapMarked].map(|word| graph.word(word).to_owned());
    mirror(&field, &words);
    let pressing = || {
        let field = field.clone();
        Box::new(move |event: Event| {
            if let Some(row) = pressed_place(&event) {
                field.press(&row);
            }
        })
    };
    // On the drawing only: a press is a click on a row, which the fieldset would hear as well.
    let listeners = [
        listen(&drawing, "click", pressing()),
        listen(&drawing, "keydown", pressing()),
        listen(fieldset, "change", {
            let field = field.clone();
            Box::new(move |_| mirror(&field, &words))
        }),
    ];
    Some(Shown { field, _listeners: listeners })
}

// The map as the rows are, and its places by name below it.
fn mirror(field: &Field, [none, marked]: &[String; 2]) {
    let mut names = String::new();
    for name in field.mirror() {
        names.push_str(if names.is_empty() { "" } else { "; " });
        names.push_str(&name);
    }
    let text = if names.is_empty() { none.clone() } else { fill(marked, &names) };
    field.say(".map-marked", &text);
}

fn draw(page: &mut Page, graph: &Graph, map: &BodyMap) {
    let question = &graph.questions[map.question.index()];
    page.leaf("p.hint", graph.word(Word::MapHint));
    let mut reached = Vec::new();
    page.within("div.map-views", |page| {
        for body in &map.views {
            view(page, graph, question, body, &mut reached);
        }
    });
    page.leaf("p.map-marked", "");
}

fn view(
    page: &mut Page,
    graph: &Graph,
    question: &Question,
    body: &BodyView,
    reached: &mut Vec<u16>,
) {
    let name = graph.word(match body.facing {
        Facing::Back => Word::MapBack,
        Facing::Front => Word::MapFront,
    });
    let (width, height) = (digits(body.width.into()), digits(body.height.into()));
    page.within("div.map-view", |page| {
        page.within("p.map-title", |page| {
            // The drawing has the same name.
            page.attribute("aria-hidden", "true");
            page.text(name);
        });
        page.drawn("svg.map-figure", |page| {
            page.attribute("viewBox", &joined(&["0 0 ", &width, " ", &height]));
            page.attribute("width", &width);
            page.attribute("height", &height);
            // As an image it would hide the places in it.
            page.attribute("role", "group");
            page.attribute("aria-label", name);
            line(page, "path.map-outline", &body.outline);
            for spot in &body.places {
                // The Tab key comes to every place once, though both sides of the body show some.
                let is_first = !reached.contains(&spot.option);
                reached.push(spot.option);
                let name = graph.title(question.options[usize::from(spot.option)]);
                place(page, spot, name, is_first);
            }
            line(page, "path.map-detail", &body.detail);
        });
    });
}

fn place(page: &mut Page, spot: &BodyPlace, name: &str, is_first: bool) {
    page.drawn("g.map-place", |page| {
        page.attribute("role", "checkbox");
        page.attribute("tabindex", if is_first { "0" } else { "-1" });
        page.attribute("aria-label", name);
        page.attribute("data-place", &digits(spot.option.into()));
        line(page, "path.map-area", &spot.area);
        line(page, "path.map-mark", &spot.mark);
    });
}

fn line(page: &mut Page, what: &str, path: &str) {
    page.drawn(what, |page| page.attribute("d", path));
}
