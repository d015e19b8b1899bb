//! The figure at the wall, with a place to press for each thing that may touch, and its name and answer beside it.
//!
//! It is the first position of the self-test, enlarged, down to a little below the lowest place. A place is as
//! wide as the figure and its words, and reaches half the way to the next, so that no finger misses it.

use backwise_graph::{Dot, Graph, Position, Word};
use backwise_posture::Point;

use crate::dom::Page;
use crate::posture::contact::asking;
use crate::text::{digits, joined};

/// How wide it all is, in CSS pixels where it is shown at its own size.
const WIDTH: f32 = 250.0;
/// How wide the words are.
const WORDS: f32 = 142.0;
/// Pixels for a step of the position's view box.
const SCALE: f32 = 2.6;
/// How much of the position is seen, in its steps: to the left of the dots, above the first, below the last.
const LEFT: f32 = 9.5;
const ABOVE: f32 = 24.0;
const BELOW: f32 = 22.0;

/// One place: what it stands for, where its dot is, and from where to where it reaches, in pixels.
struct Place {
    point: Point,
    x: f32,
    y: f32,
    top: f32,
    bottom: f32,
}

/// Draws it below how to use it. `name` is what it asks. Without a dot for each point there is nothing to press.
pub fn draw(page: &mut Page, graph: &Graph, (name, position): (&str, &Position), points: &[Point]) {
    let Some(window) = Window::of(&position.dots) else { return };
    if position.dots.len() != points.len() {
        return;
    }
    page.leaf("p.hint", graph.word(Word::WallTouchMapHint));
    page.drawn("svg.contact", |page| {
        page.attribute("viewBox", &numbers(&[0.0, 0.0, WIDTH, window.height]));
        // As an image it would hide the places in it.
        page.attribute("role", "group");
        page.attribute("aria-label", name);
        window.figure(page, position);
        for place in window.places(&position.dots, points) {
            draw_place(page, graph, &place);
        }
    });
}

/// What is seen of a position.
struct Window {
    /// Its corner, in steps of the position.
    left: f32,
    top: f32,
    /// In pixels.
    height: f32,
}

impl Window {
    fn of(dots: &[Dot]) -> Option<Self> {
        let left = dots.iter().map(|dot| dot.x).reduce(f32::min)? - LEFT;
        let top = dots.iter().map(|dot| dot.y).reduce(f32::min)? - ABOVE;
        let bottom = dots.iter().map(|dot| dot.y).reduce(f32::max)? + BELOW;
        Some(Self { left, top, height: (bottom - top) * SCALE })
    }

    fn figure(&self, page: &mut Page, position: &Position) {
        let width = WIDTH - WORDS;
        let seen = [self.left, self.top, width / SCALE, self.height / SCALE];
        page.drawn("svg.picture", |page| {
            for (name, value) in [("x", WORDS), ("width", width), ("height", self.height)] {
                page.attribute(name, &numbers(&[value]));
            }
            page.attribute("viewBox", &numbers(&seen));
            page.attribute("aria-hidden", "true");
            for shape in position.shapes.iter().filter(|shape| shape.class != "dot") {
                page.drawn("path", |page| {
                    page.attribute("class", &shape.class);
                    page.attribute("d", &shape.line);
                });
            }
        });
    }

    /// From the top down.
    fn places(&self, dots: &[Dot], points: &[Point]) -> Vec<Place> {
        let mut places: Vec<_> =
            points.iter().zip(dots).map(|(point, dot)| self.place(*point, dot)).collect();
        places.sort_by(|a, b| a.y.total_cmp(&b.y));
        for at in 1..places.len() {
            let middle = f32::midpoint(places[at - 1].y, places[at].y);
            (places[at - 1].bottom, places[at].top) = (middle, middle);
        }
        places
    }

    fn place(&self, point: Point, dot: &Dot) -> Place {
        let (x, y) = ((dot.x - self.left) * SCALE + WORDS, (dot.y - self.top) * SCALE);
        Place { point, x, y, top: 0.0, bottom: self.height }
    }
}

fn draw_place(page: &mut Page, graph: &Graph, place: &Place) {
    let Place { point, x, y, top, bottom } = *place;
    let middle = f32::midpoint(top, bottom);
    page.drawn("g.contact-place", |page| {
        page.attribute("role", "button");
        page.attribute("tabindex", "0");
        page.attribute("data-place", &digits(point as usize));
        let corners =
            [("M", 0.0, top), ("L", WIDTH, top), ("L", WIDTH, bottom), ("L", 0.0, bottom)];
        line(page, "path.contact-area", &corners);
        line(page, "path.contact-line", &[("M", WORDS - 5.0, middle), ("L", x, y)]);
        page.drawn("circle.contact-dot", |page| {
            for (name, value) in [("cx", x), ("cy", y), ("r", 8.0)] {
                page.attribute(name, &numbers(&[value]));
            }
        });
        page.drawn("foreignObject", |page| {
            let size = [("x", 0.0), ("y", top), ("width", WORDS - 8.0), ("height", bottom - top)];
            for (name, value) in size {
                page.attribute(name, &numbers(&[value]));
            }
            page.within("p.contact-words", |page| {
                page.leaf("strong.contact-name", &asking(graph, point as usize));
                page.leaf("span.contact-answer", "");
            });
        });
    });
}

fn line(page: &mut Page, what: &str, spots: &[(&str, f32, f32)]) {
    let mut path = String::new();
    for (letter, x, y) in spots {
        path.push_str(&joined(&[letter, &numbers(&[*x, *y])]));
    }
    page.drawn(what, |page| page.attribute("d", &path));
}

/// Numbers with one digit behind the point, none of them less than 0, with spaces between.
fn numbers(all: &[f32]) -> String {
    let mut text = String::new();
    for number in all {
        let tenths = (number.max(0.0) * 10.0 + 0.5) as usize;
        let blank = if text.is_empty() { "" } else { " " };
        text.push_str(&joined(&[blank, &digits(tenths / 10), ".", &digits(tenths % 10)]));
    }
    text
}
