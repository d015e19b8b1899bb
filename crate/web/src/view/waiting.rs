//! Nothing to ask until what weighs causes is here.

use backwise_graph::Word;

use super::{Scene, heading};
use crate::dom::Page;

pub fn draw(page: &mut Page, scene: &Scene) {
    heading(page, "h2.title waiting", scene.graph().word(Word::Waiting));
    if scene.step == 0 {
        // What the page says without the checker, the signs of an emergency among it.
        page.leaf("slot", "");
    }
}
