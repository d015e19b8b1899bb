//! Drawings of the graph, as SVG.

use backwise_graph::Position;

use crate::dom::Page;
use crate::text::{digits, joined};

/// Draws positions beside each other, each with its text.
pub fn row(page: &mut Page, positions: &[Position]) {
    if positions.is_empty() {
        return;
    }
    page.within("div.positions", |page| {
        for position in positions {
            page.within("figure.position", |page| {
                draw(page, position);
                page.leaf("figcaption.position-text", &position.text);
            });
        }
    });
}

/// Draws a position. What is seen is said by a text beside it.
pub fn draw(page: &mut Page, position: &Position) {
    let (width, height) =
        (digits(usize::from(position.width)), digits(usize::from(position.height)));
    page.drawn("svg.picture", |page| {
        page.attribute("viewBox", &joined(&["0 0 ", &width, " ", &height]));
        page.attribute("width", &width);
        page.attribute("aria-hidden", "true");
        for shape in &position.shapes {
            page.drawn("path", |page| {
                page.attribute("class", &shape.class);
                page.attribute("d", &shape.line);
            });
        }
    });
}
