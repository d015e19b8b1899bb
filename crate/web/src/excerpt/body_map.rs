//! The body map: the places of a list, drawn above its rows.
//!
//! What is ticked is said by the rows alone. The map presses them and shows what they say, so the two cannot
//! differ, and everything else hears of a tick as if the map were not there. A place is a checkbox, as its row
//! is: the same name and the same two states are spoken, whichever of the two somebody meets first.

use backwise_graph::{BodyMap, BodyPlace, BodyView, Facing, Graph, PageId, Word};
use web_sys::{Element, Event};

use crate::dom::{Field, Listener, Page, listen, pressed_place};
use crate::text::{digits, fill, joined};

// A map on the page.
pub struct Shown {
    #[cfg(feature = "tell")]
    field: Field,
    _listeners: [Option<Listener>; 3],
}

// The list that a map belongs to.
pub struct List<'a> {
    pub graph: &'a Graph,
    // How to point.
    pub hint: &'a str,
    // The value and the name of the row that stands for a page.
    pub row: &'a dyn Fn(PageId) -> Option<(usize, &'a str)>,
}

impl Shown {
    #[cfg(feature = "tell")]
    pub fn is_there(&self) -> bool {
        self.field.is_there()
    }
}

pub fn show(list: &List, fieldset: &Element, map: &BodyMap) -> Option<Shown> {
    let field = Field(fieldset.clone());
    let mut page = Page::new(&fieldset.owner_document()?, "div.body-map")?;
    draw(&mut page, list, map);
    let drawing = page.finish()?;
    field.put(&drawing)?;
    let words = [Word::MapNone, Word::MapMarked].map(|word| list.graph.word(word).to_owned());
    mirror(&field, &words);
    let pressing = || {
        let field = field.clone();
        Box::new(move |event: Event| {
            if let Some(row) = pressed_place(&event, &[" "]) {
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
    Some(Shown {
        #[cfg(feature = "tell")]
        field,
        _listeners: listeners,
    })
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

fn draw(page: &mut Page, list: &List, map: &BodyMap) {
    page.leaf("p.hint", list.hint);
    let mut reached = Vec::new();
    page.within("div.map-views", |page| {
        for body in &map.views {
            view(page, list, body, &mut reached);
        }
    });
    page.leaf("p.map-marked", "");
}

fn view(page: &mut Page, list: &List, body: &BodyView, reached: &mut Vec<usize>) {
    let name = list.graph.word(match body.facing {
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
                let Some((row, name)) = (list.row)(spot.page) else { continue };
                // The Tab key comes to every place once, though both sides of the body show some.
                let is_first = !reached.contains(&row);
                reached.push(row);
                place(page, spot, (row, name), is_first);
            }
            line(page, "path.map-detail", &body.detail);
        });
    });
}

fn place(page: &mut Page, spot: &BodyPlace, (row, name): (usize, &str), is_first: bool) {
    page.drawn("g.map-place", |page| {
        page.attribute("role", "checkbox");
        page.attribute("tabindex", if is_first { "0" } else { "-1" });
        page.attribute("aria-label", name);
        page.attribute("data-place", &digits(row));
        line(page, "path.map-area", &spot.area);
        line(page, "path.map-mark", &spot.mark);
    });
}

fn line(page: &mut Page, what: &str, path: &str) {
    page.drawn(what, |page| page.attribute("d", path));
}
