//! Shapes as SVG: positions fitted to the paper, side by side or one below the other.

use std::fmt::Write as _;

use crate::arrow::Sizes;
use crate::figure::Figure;
use crate::hull::{self, Circle};
use crate::pen::{Pen, short};
use crate::picture::{Drawn, Scene, Shape, scene};
use crate::view::Spot;

/// The paper of a whole picture.
const PAPER: (f64, f64) = (320.0, 240.0);
/// Room round each position.
const MARGIN: f64 = 7.0;
/// Paper per hundredth of body height, at most: close by, a head is no balloon.
const LARGEST: f64 = 5.0;

/// One position.
#[derive(Clone, Debug)]
pub struct Panel {
    /// On paper.
    pub width: f64,
    /// On paper.
    pub height: f64,
    /// The shapes, as SVG elements.
    pub shapes: String,
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

/// A part of the plane that shapes are fitted to.
struct Window {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    scale: f64,
    /// Whether two of them go below each other.
    below: bool,
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
    let [start, end] = scenes.map(|scene| panel(&window, &scene));
    Picture { start, end, below: window.below }
}

impl Picture {
    /// A file of its own. `style` is CSS; the text says in words what is seen.
    #[must_use]
    pub fn sheet(&self, title: &str, text: &str, style: &str) -> String {
        let (start, end) = (&self.start, &self.end);
        let (x, y) = if self.below { (0.0, start.height) } else { (start.width, 0.0) };
        let (width, height) = (x + end.width, y + end.height);
        let left = short((PAPER.0 - width) / 2.0);
        let top = short((PAPER.1 - height) / 2.0);
        let place = |panel: &Panel, x: f64, y: f64| {
            let (width, height) = (short(panel.width), short(panel.height));
            let (x, y) = (short(left + x), short(top + y));
            format!(
                "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\">{}</svg>",
                panel.shapes
            )
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 {} {}\" role=\"img\" \
             aria-labelledby=\"t d\"><title id=\"t\">{title}</title><desc id=\"d\">{text}</desc>\
             <style>{style}</style>{}{}</svg>\n",
            PAPER.0,
            PAPER.1,
            place(start, 0.0, 0.0),
            place(end, x, y),
        )
    }
}

fn window(scenes: &[Scene; 2]) -> Window {
    let circles = || scenes.iter().flat_map(|scene| &scene.within);
    let least = |value: fn(&Circle) -> f64| circles().map(value).fold(f64::INFINITY, f64::min);
    let most = |value: fn(&Circle) -> f64| circles().map(value).fold(f64::NEG_INFINITY, f64::max);
    let (x, y) = (least(|c| c.x - c.radius), least(|c| c.y - c.radius));
    let (width, height) = (most(|c| c.x + c.radius) - x, most(|c| c.y + c.radius) - y);
    let fit = |n_across: f64, n_down: f64| {
        let across = (PAPER.0 / n_across - 2.0 * MARGIN) / width;
        across.min((PAPER.1 / n_down - 2.0 * MARGIN) / height)
    };
    let (beside, below) = (fit(2.0, 1.0), fit(1.0, 2.0));
    let scale = beside.max(below).min(LARGEST);
    Window { x, y, width, height, scale, below: below > beside }
}

impl Window {
    fn spot(&self, spot: &Spot) -> Spot {
        let x = (spot.x - self.x) * self.scale + MARGIN;
        Spot { x, y: (spot.y - self.y) * self.scale + MARGIN }
    }

    fn circle(&self, circle: &Circle) -> Circle {
        let Spot { x, y } = self.spot(&Spot { x: circle.x, y: circle.y });
        Circle { x, y, radius: circle.radius * self.scale }
    }
}

fn panel(window: &Window, scene: &Scene) -> Panel {
    let mut shapes = String::new();
    for Shape { class, mark } in &scene.shapes {
        let path: String = match mark {
            Drawn::Outline(skins) => skins.iter().map(|skin| outline(window, skin)).collect(),
            Drawn::Lines(lines) => lines.iter().map(|spots| line(window, spots)).collect(),
        };
        write!(shapes, "<path class=\"{class}\" d=\"{path}\"/>").expect("strings take text");
    }
    let (width, height) = (window.width * window.scale, window.height * window.scale);
    Panel { width: width + 2.0 * MARGIN, height: height + 2.0 * MARGIN, shapes }
}

fn outline(window: &Window, skin: &[Circle]) -> String {
    hull::path(&skin.iter().map(|circle| window.circle(circle)).collect::<Vec<_>>())
}

fn line(window: &Window, spots: &[Spot]) -> String {
    let mut pen = Pen::default();
    for spot in spots {
        let Spot { x, y } = window.spot(spot);
        pen.line((x, y));
    }
    pen.path
}
