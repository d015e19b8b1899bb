//! A body to point at: `question/place.svg` draws what `question/place.md` asks, and the drawing of a self-test what it
//! can show.
//!
//! It is an SVG like any other, so that any program shows and edits it. It holds an `svg` for each side, by
//! the name of its [`Facing`]; in that a path of class `outline`, a `g` for each place, whose id is the option or the sign
//! and whose paths are of class `area` (where a finger counts) and `mark` (what is seen), and a path of class
//! `detail`. Styles are for whoever looks at the file; the page has its own.

use std::ops::Range;
use std::sync::Arc;

use backwise_graph::{Facing, Kind};
use roxmltree::{Document, Node};

use crate::diagnostic::{Diagnostic, Place};
use crate::source::File;
use crate::yaml::Spot;

/// The drawing that goes with a question or a self-test.
pub struct BodyMap {
    /// The file it stands in.
    pub path: Arc<str>,
    /// The id of the page.
    pub slug: String,
    /// The body from each side.
    pub views: Vec<View>,
}

/// A body from one side.
pub struct View {
    /// From where.
    pub facing: Facing,
    /// How wide and how high it is.
    pub size: (u16, u16),
    /// The outline of the body.
    pub outline: String,
    /// What can be pointed at.
    pub places: Vec<Drawn>,
    /// The lines within.
    pub detail: String,
}

/// A place on a body.
pub struct Drawn {
    /// The option or the sign that it stands for.
    pub stands_for: Spot,
    /// Where a finger counts.
    pub area: Spot,
    /// What is seen.
    pub mark: String,
}

/// Whose places can be drawn.
pub const OWNERS: [Kind; 2] = [Kind::Question, Kind::SelfTest];

/// What may be in such a file.
const ELEMENTS: [&str; 5] = ["svg", "g", "path", "style", "title"];

const HELP: &str = "see how `question/place.svg` is made; the writer's guide lists its parts";

/// Reads one drawing. What is missing from it is empty, and reported.
#[must_use]
pub fn read(file: &File) -> (Option<BodyMap>, Vec<Diagnostic>) {
    let Ok(text) = &file.text else { return (None, Vec::new()) };
    let mut reader = Reader { path: &file.path, faults: Vec::new() };
    let map = match Document::parse(text) {
        Ok(document) => Some(reader.map(&document)),
        Err(fault) => {
            let at = byte(text, fault.pos());
            reader.fault(at..at, format!("this is no SVG: {fault}"));
            None
        }
    };
    (map, reader.faults)
}

fn byte(text: &str, pos: roxmltree::TextPos) -> usize {
    let lines = text.split_inclusive('\n').take(pos.row as usize - 1);
    lines.map(str::len).sum::<usize>() + pos.col as usize - 1
}

struct Reader<'a> {
    path: &'a Arc<str>,
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn fault(&mut self, span: Range<usize>, message: impl Into<String>) {
        let place = Place::new(self.path, span);
        self.faults.push(Diagnostic::error("wrong-drawing", place, message, HELP));
    }

    fn map(&mut self, document: &Document) -> BodyMap {
        for node in document.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            if !ELEMENTS.contains(&name) {
                self.fault(node.range(), format!("`{name}` is no part of a body map"));
            }
        }
        let views = children(document.root_element(), "svg").filter_map(|node| self.view(node));
        let views = views.collect();
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let slug = name.trim_end_matches(".svg").to_owned();
        BodyMap { path: self.path.clone(), slug, views }
    }

    fn view(&mut self, node: Node) -> Option<View> {
        let Some(facing) = node.attribute("id").and_then(Facing::from_name) else {
            let names = Facing::NAMES.join(" or ");
            self.fault(node.range(), format!("the id of a body is {names}"));
            return None;
        };
        let size = size(node.attribute("viewBox").unwrap_or_default()).unwrap_or_else(|| {
            self.fault(node.range(), "a body has a `viewBox` such as `0 0 240 352`");
            (0, 0)
        });
        Some(View {
            facing,
            size,
            outline: self.line(node, "outline"),
            places: children(node, "g").map(|node| self.place(node)).collect(),
            detail: self.line(node, "detail"),
        })
    }

    fn place(&mut self, node: Node) -> Drawn {
        let stands_for = node.attribute_node("id").map_or_else(
            || Spot { text: String::new(), span: node.range() },
            |id| Spot { text: id.value().to_owned(), span: id.range_value() },
        );
        Drawn { stands_for, area: self.path(node, "area"), mark: self.line(node, "mark") }
    }

    /// The path of this class.
    fn line(&mut self, node: Node, class: &str) -> String {
        self.path(node, class).text
    }

    /// The same, with where it stands.
    fn path(&mut self, node: Node, class: &str) -> Spot {
        let mut paths =
            children(node, "path").filter(|path| path.attribute("class") == Some(class));
        let line = paths.next().and_then(|path| path.attribute_node("d"));
        line.map_or_else(
            || {
                self.fault(node.range(), format!("there is no path of class `{class}`"));
                Spot { text: String::new(), span: node.range() }
            },
            |line| Spot { text: line.value().to_owned(), span: line.range_value() },
        )
    }
}

fn children<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| child.has_tag_name(name))
}

fn size(view_box: &str) -> Option<(u16, u16)> {
    let mut numbers = view_box.strip_prefix("0 0 ")?.split(' ').map(|n| n.parse().ok());
    Some((numbers.next()??, numbers.next()??)).filter(|_| numbers.next().is_none())
}
