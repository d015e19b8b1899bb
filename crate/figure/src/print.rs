//! Shapes as SVG: positions fitted to the paper, side by side or one below the other.

use std::collections::BTreeMap;
use std::fmt;

use crate::arrow::Sizes;
use crate::figure::Figure;
use crate::pen::short;
use crate::picture::scene;
use crate::view::Spot;
use crate::window::{PAPER, window};

/// One position.
#[derive(Clone, Debug)]
pub struct Panel {
    /// On paper.
    pub width: f64,
    /// On paper.
    pub height: f64,
    /// The shapes, the far ones first.
    pub shapes: Vec<Path>,
    /// Where the dots are, in the order written.
    pub dots: Vec<Spot>,
}

/// One shape: an SVG path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    /// The names of its style, with spaces between.
    pub class: &'static str,
    /// Its line, as the attribute `d` has it.
    pub line: String,
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<path class=\"{}\" d=\"{}\"/>", self.class, self.line)
    }
}

/// The two positions of an exercise.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The first.
    pub start: Panel,
    /// The last, with arrows.
    pub end: Panel,
    /// Whether they go better below than beside each other.
    pub below: bool,
}

/// Draws both positions of a figure, as large as the paper lets them be and both alike.
#[must_use]
pub fn draw(figure: &Figure) -> Picture {
    let mut scenes = [scene(figure, 0.0), scene(figure, 1.0)];
    // Arrows take room as well, and how much depends on the scale that the rest allows.
    let sizes = Sizes::at(window(&scenes).scale);
    let [start, end] = &mut scenes;
    start.point(figure, 0.0, sizes);
    end.point(figure, 1.0, sizes);
    let window = window(&scenes);
    let [start, end] = scenes.map(|scene| window.panel(&scene));
    Picture { start, end, below: window.below }
}

impl Picture {
    /// A file of its own. `style` is CSS; the text says in words what is seen.
    #[must_use]
    pub fn sheet(&self, title: &str, text: &str, style: &str) -> String {
        let (start, end) = (&self.start, &self.end);
        let (x, y) = if self.below { (0.0, start.height) } else { (start.width, 0.0) };
        let left = (PAPER.0 - x - end.width) / 2.0;
        let top = (PAPER.1 - y - end.height) / 2.0;
        let shapes = reuse(&[start, end].map(|panel| &panel.shapes[..]));
        let places = [(start, left, top), (end, left + x, top + y)];
        let placed = places.iter().zip(shapes).map(|((panel, x, y), shapes)| {
            let [x, y, width, height] = [*x, *y, panel.width, panel.height].map(short);
            format!("<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\">{shapes}</svg>")
        });
        file(PAPER, title, text, style, &placed.collect::<String>())
    }
}

/// An SVG file with a name and a text for whoever cannot see it.
pub(crate) fn file(
    paper: (f64, f64),
    title: &str,
    text: &str,
    style: &str,
    shapes: &str,
) -> String {
    let (width, height) = paper;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"t d\"><title id=\"t\">{title}</title><desc id=\"d\">{text}</desc>\
         <style>{style}</style>{shapes}</svg>\n"
    )
}

/// Shapes that come again are drawn once and used again: the shapes of each panel in one string.
pub(crate) fn reuse(panels: &[&[Path]]) -> Vec<String> {
    let mut n_times: BTreeMap<&Path, usize> = BTreeMap::new();
    panels.iter().copied().flatten().for_each(|shape| *n_times.entry(shape).or_default() += 1);
    let mut names: BTreeMap<Path, usize> = BTreeMap::new();
    let mut shape = |shape: &Path| match names.get(shape) {
        Some(name) => format!("<use href=\"#s{name}\"/>"),
        None if n_times[shape] == 1 => shape.to_string(),
        None => {
            let name = names.len();
            names.insert(shape.clone(), name);
            shape.to_string().replacen("<path", &format!("<path id=\"s{name}\""), 1)
        }
    };
    panels.iter().map(|shapes| shapes.iter().map(&mut shape).collect()).collect()
}
