//! Boxes and lines in their places. Lengths are pixels of the narrowest phone.

use std::cmp::Ordering;

use serde::Serialize;

use super::letters::{lines, width};
use super::neighbour::shares;
use crate::relation::{Related, Relations};

/// How wide a picture is, and the trunk in its middle.
const WIDTH: i32 = 320;
const TRUNK: i32 = WIDTH / 2;
/// From the trunk to the boxes on each side of it.
const RIB: i32 = 18;
const COLUMN: i32 = TRUNK - RIB - 1;
/// How wide the box of the node itself is.
const MIDDLE: i32 = 220;
/// The size of the letters; `www/style/graph.css` says so too.
pub const LETTERS: i32 = 14;
const LINE: i32 = 18;
/// Between words and the edge of their box.
const PADDING: i32 = 8;
/// Between boxes; a sense has twice as much above it.
const GAP: i32 = 10;
/// Lines in a box; in the one of the node itself; above a group.
const N_LINES: [usize; 3] = [4, 5, 2];

/// A whole picture.
#[derive(Serialize)]
pub struct Drawing {
    pub width: i32,
    pub height: i32,
    /// The node itself.
    pub middle: Frame,
    /// The trunk above it, with the head of its arrow, and below it, as paths; nothing where it has none.
    pub above: String,
    pub head: String,
    pub below: String,
    pub senses: Vec<Sense>,
}

/// All neighbours of one sense.
#[derive(Serialize)]
pub struct Sense {
    /// Its number among the relations of the page, from 1.
    pub number: usize,
    pub forward: bool,
    /// What the relation means.
    pub label: Frame,
    pub boxes: Vec<Neighbour>,
    /// How many more there are, where they are not all drawn.
    pub more: Option<Frame>,
}

/// A neighbour in its box.
#[derive(Serialize)]
pub struct Neighbour {
    pub frame: Frame,
    pub href: String,
    /// All of its name, also where the box holds only its beginning.
    pub title: String,
    /// The urgency, for a warning sign.
    pub level: &'static str,
    /// The line between the box and the trunk, and the head of its arrow.
    pub rib: String,
    pub head: String,
}

/// Words in a place, line by line, each around its middle.
#[derive(Serialize)]
pub struct Frame {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    pub lines: Vec<Line>,
}

/// One line: its middle, and where its letters stand.
#[derive(Serialize)]
pub struct Line {
    pub x: i32,
    pub y: i32,
    pub text: String,
}

/// The picture of a node and of what is around it; none when nothing is.
#[must_use]
pub fn draw(title: &str, relations: &[Relations]) -> Option<Drawing> {
    let mut pen = Pen { y: 1, senses: Vec::new() };
    let shares = shares(relations);
    pen.senses(relations, &shares, false);
    let first = pen.joints().min();
    let middle = pen.middle(title);
    let (top, bottom) = (middle.y - 1, pen.y);
    pen.senses(relations, &shares, true);
    let last = pen.joints().max().filter(|joint| *joint > bottom);
    (!pen.senses.is_empty()).then(|| Drawing {
        width: WIDTH,
        height: pen.y + 1,
        middle,
        above: first.map(|joint| format!("M{TRUNK} {joint}V{top}")).unwrap_or_default(),
        head: first.map(|_| format!("M{TRUNK} {top}l-4 -7h8z")).unwrap_or_default(),
        below: last.map(|joint| format!("M{TRUNK} {bottom}V{joint}")).unwrap_or_default(),
        senses: pen.senses,
    })
}

/// Goes down the trunk and puts down what it is given.
struct Pen {
    y: i32,
    senses: Vec<Sense>,
}

impl Pen {
    /// The node itself.
    fn middle(&mut self, title: &str) -> Frame {
        self.leave_room();
        let frame = frame(title, TRUNK, self.y, MIDDLE, N_LINES[1]);
        self.y += frame.height;
        frame
    }

    fn leave_room(&mut self) {
        if self.y > 1 {
            self.y += 2 * GAP;
        }
    }

    fn senses(&mut self, relations: &[Relations], shares: &[usize], forward: bool) {
        for (at, (sense, n)) in relations.iter().zip(shares).enumerate() {
            if sense.forward == forward && *n > 0 {
                self.sense(at + 1, sense, *n);
            }
        }
    }

    /// A sense: its label on the trunk, then its boxes, each on the side that has more room.
    fn sense(&mut self, number: usize, sense: &Relations, n: usize) {
        self.leave_room();
        let label = label(sense.title, self.y);
        let top = label.y + label.height + GAP / 2;
        // What stands alone is left in one sense and right in the next.
        let mut sides = Sides { y: [top; 2], first: number % 2 };
        let items = sense.items[..n].iter();
        let boxes = items.map(|item| sides.neighbour(item, sense.forward)).collect();
        self.y = sides.y[0].max(sides.y[1]) - GAP;
        let more = self.more(sense.items.len() - n);
        self.senses.push(Sense { number, forward: sense.forward, label, boxes, more });
    }

    fn more(&mut self, n: usize) -> Option<Frame> {
        let more =
            (n > 0).then(|| label(&format!("and {n} more in the list"), self.y + GAP / 2))?;
        self.y = more.y + more.height;
        Some(more)
    }

    /// Where ribs leave the trunk or come to it.
    fn joints(&self) -> impl Iterator<Item = i32> {
        let boxes =
            self.senses.iter().flat_map(|sense| sense.boxes.iter().map(|it| (sense.forward, it)));
        boxes.map(|(forward, it)| joint(it.frame.y + it.frame.height / 2, forward))
    }
}

/// How far along the trunk a rib bends.
const BEND: i32 = 9;

/// Where the rib of a box whose middle is at `y` meets the trunk: everything goes downwards.
fn joint(y: i32, forward: bool) -> i32 {
    if forward { y - BEND } else { y + BEND }
}

/// How far down each side of the trunk is full.
struct Sides {
    y: [i32; 2],
    /// The side to begin with.
    first: usize,
}

impl Sides {
    /// One neighbour, on the side that has more room.
    fn neighbour(&mut self, item: &Related, forward: bool) -> Neighbour {
        let side = match self.y[0].cmp(&self.y[1]) {
            Ordering::Less => 0,
            Ordering::Equal => self.first,
            Ordering::Greater => 1,
        };
        let outwards = if side == 0 { -1 } else { 1 };
        let x = TRUNK + outwards * (RIB + COLUMN / 2);
        let frame = frame(&item.link.title, x, self.y[side], COLUMN, N_LINES[0]);
        self.y[side] += frame.height + GAP;
        let (edge, y) = (TRUNK + outwards * RIB, frame.y + frame.height / 2);
        let head = format!("M{edge} {y}l{} -4v8z", -7 * outwards);
        Neighbour {
            rib: format!("M{TRUNK} {}Q{TRUNK} {y} {edge} {y}", joint(y, forward)),
            head: if forward { head } else { String::new() },
            href: item.link.href.clone(),
            title: item.link.title.clone(),
            level: item.level,
            frame,
        }
    }
}

/// Words in a box of this width around `x`.
pub(super) fn frame(text: &str, x: i32, y: i32, width: i32, n_lines: usize) -> Frame {
    let lines = placed(text, x, y + PADDING, width - 2 * PADDING, n_lines);
    let height = 2 * PADDING + LINE * lines.len() as i32;
    Frame { x: x - width / 2, y, width, height, lines }
}

impl Frame {
    /// The same with this height, the words in its middle.
    pub(super) fn within(mut self, height: i32) -> Self {
        let down = (height - self.height) / 2;
        self.lines.iter_mut().for_each(|line| line.y += down);
        self.height = height;
        self
    }
}

/// Words on the trunk, as wide as they are.
fn label(text: &str, y: i32) -> Frame {
    let lines = placed(text, TRUNK, y, WIDTH - 2 * PADDING, N_LINES[2]);
    let widest = lines.iter().map(|line| pixels(width(&line.text))).max().unwrap_or(0);
    let width = widest + 2 * PADDING;
    Frame { x: TRUNK - width / 2, y, width, height: LINE * lines.len() as i32, lines }
}

fn placed(text: &str, x: i32, y: i32, most: i32, n: usize) -> Vec<Line> {
    let most = usize::try_from(most * 100 / LETTERS).unwrap_or(0);
    let lines = lines(text, most, n).into_iter().zip(0..);
    lines.map(|(text, at)| Line { x, y: y + LINE * at + 14, text }).collect()
}

/// Hundredths of the font size as whole pixels, rounded up.
fn pixels(width: usize) -> i32 {
    i32::try_from(width).map_or(WIDTH, |width| (width * LETTERS + 99) / 100)
}

#[cfg(test)]
mod tests {
    use super::{Drawing, Frame, LETTERS, WIDTH, draw};
    use crate::graph::letters::width;
    use crate::relation::{Related, Relations};
    use crate::view::Link;
    use proptest::prelude::*;

    fn relations() -> impl Strategy<Value = Vec<Relations>> {
        let title = prop_oneof!["\\PC{1,160}", "[a-zA-Z]{1,9}( [a-z]{1,12}){0,12}"];
        let item = title.prop_map(|title| Related {
            link: Link { title, href: "cause/a.html".to_owned() },
            ..Related::default()
        });
        let sense = (any::<bool>(), proptest::collection::vec(item, 1..9));
        let sense = sense.prop_map(|(forward, items)| Relations {
            title: "Part of these warning signs",
            forward,
            items,
        });
        proptest::collection::vec(sense, 1..12)
    }

    fn frames(drawing: &Drawing) -> Vec<&Frame> {
        let senses = drawing.senses.iter();
        let inner = senses.flat_map(|sense| {
            let boxes = sense.boxes.iter().map(|it| &it.frame);
            boxes.chain([&sense.label]).chain(&sense.more)
        });
        inner.chain([&drawing.middle]).collect()
    }

    fn apart(a: &Frame, b: &Frame) -> bool {
        a.x + a.width <= b.x
            || b.x + b.width <= a.x
            || a.y + a.height <= b.y
            || b.y + b.height <= a.y
    }

    proptest! {
        #[test]
        fn nothing_lies_on_anything_else(title in "\\PC{1,200}", relations in relations()) {
            let drawing = draw(&title, &relations).expect("something is around it");
            let frames = frames(&drawing);
            for (at, a) in frames.iter().enumerate() {
                prop_assert!(a.x >= 0 && a.x + a.width <= WIDTH, "{} {}", a.x, a.width);
                prop_assert!(a.y >= 0 && a.y + a.height <= drawing.height);
                for b in &frames[at + 1..] {
                    prop_assert!(apart(a, b), "{:?} {:?}", a.lines[0].text, b.lines[0].text);
                }
            }
        }

        #[test]
        fn words_stay_in_their_box(title in "\\PC{1,200}", relations in relations()) {
            let drawing = draw(&title, &relations).expect("something is around it");
            for frame in frames(&drawing) {
                for line in &frame.lines {
                    let half = i32::try_from(width(&line.text)).expect("short") * LETTERS / 200;
                    prop_assert!(line.x - half >= frame.x && line.x + half <= frame.x + frame.width);
                    prop_assert!(line.y - LETTERS >= frame.y - 1 && line.y + 4 <= frame.y + frame.height);
                }
            }
        }
    }

    #[test]
    fn a_node_alone_is_not_drawn() {
        assert!(draw("Alone", &[]).is_none());
    }
}
