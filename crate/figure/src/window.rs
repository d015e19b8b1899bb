//! What part of the plane is shown, and how large: scenes fitted to the paper.

use crate::hull::{self, Circle};
use crate::pen::Pen;
use crate::picture::{Drawn, Scene, Shape};
use crate::print::{Panel, Path};
use crate::view::Spot;

/// The paper of a whole picture.
pub(crate) const PAPER: (f64, f64) = (320.0, 240.0);
/// Room round each position.
const MARGIN: f64 = 7.0;
/// Paper per hundredth of body height, at most: close by, a head is no balloon.
const LARGEST: f64 = 6.5;

/// A part of the plane that shapes are fitted to.
pub(crate) struct Window {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    /// Paper per hundredth of body height.
    pub(crate) scale: f64,
    /// Whether two of them go below each other.
    pub(crate) below: bool,
}

/// The window that holds all scenes, two of them to a sheet.
pub(crate) fn window(scenes: &[Scene]) -> Window {
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
    /// A scene as it is seen in the window.
    pub(crate) fn panel(&self, scene: &Scene) -> Panel {
        let (width, height) = (self.width * self.scale, self.height * self.scale);
        Panel {
            width: width + 2.0 * MARGIN,
            height: height + 2.0 * MARGIN,
            shapes: scene.shapes.iter().map(|shape| self.shape(shape)).collect(),
            dots: scene.dots.iter().map(|spot| self.spot(spot)).collect(),
        }
    }

    fn shape(&self, Shape { class, mark }: &Shape) -> Path {
        let line = match mark {
            Drawn::Outline(skins) => skins.iter().map(|skin| self.outline(skin)).collect(),
            Drawn::Lines(lines) => lines.iter().map(|spots| self.line(spots)).collect(),
        };
        Path { class, line }
    }

    fn outline(&self, skin: &[Circle]) -> String {
        hull::path(&skin.iter().map(|circle| self.circle(circle)).collect::<Vec<_>>())
    }

    fn line(&self, spots: &[Spot]) -> String {
        let mut pen = Pen::default();
        for Spot { x, y } in spots.iter().map(|spot| self.spot(spot)) {
            pen.line((x, y));
        }
        pen.path
    }

    fn spot(&self, spot: &Spot) -> Spot {
        let x = (spot.x - self.x) * self.scale + MARGIN;
        Spot { x, y: (spot.y - self.y) * self.scale + MARGIN }
    }

    fn circle(&self, circle: &Circle) -> Circle {
        let Spot { x, y } = self.spot(&Spot { x: circle.x, y: circle.y });
        Circle { x, y, radius: circle.radius * self.scale }
    }
}
