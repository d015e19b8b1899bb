//! Pictures, as both positions that a page is drawn in.

use backwise_figure::{Panel, Path, draw};
use backwise_graph::{Dot, Position, Shape};

use crate::drawing::Drawing;
use crate::yaml::Spot;

/// The first position and the last; none where nobody has posed them.
pub(super) fn positions(drawing: Option<&Drawing>) -> Vec<Position> {
    let Some(drawing) = drawing else { return Vec::new() };
    let drawn = draw(&drawing.figure);
    let position = |panel: Panel, text: &Spot| Position {
        width: panel.width.ceil() as u16,
        height: panel.height.ceil() as u16,
        text: text.text.clone(),
        shapes: panel.shapes.into_iter().map(shape).collect(),
        dots: panel.dots.iter().map(|dot| Dot { x: dot.x as f32, y: dot.y as f32 }).collect(),
    };
    vec![position(drawn.start, &drawing.start), position(drawn.end, &drawing.end)]
}

fn shape(path: Path) -> Shape {
    Shape { class: path.class.to_owned(), line: path.line }
}
