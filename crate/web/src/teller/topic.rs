//! The article that a reader came from: what it is about is ticked beforehand, and said to be.

use backwise_graph::{Graph, Topic, Word};
use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

use crate::dom::Page;
use crate::text::fill;

/// What the article of this id says it is about.
pub fn find<'a>(graph: &'a Graph, name: &str) -> Option<&'a Topic> {
    graph.topics.iter().find(|topic| graph.page(topic.page).slug == name)
}

/// Draws where the ticks come from, and a button that takes them away, unless it is drawn already.
pub fn draw(place: &Element, graph: &Graph) -> Option<()> {
    let host = place.get_root_node().dyn_into::<ShadowRoot>().ok()?.host();
    let topic = find(graph, &host.get_attribute("topic")?)?;
    if place.child_element_count() > 0 {
        return None;
    }
    let mut page = Page::into(&place.owner_document()?, place.clone());
    page.leaf("p", &fill(graph.word(Word::TopicText), &graph.page(topic.page).title));
    page.within("button.button-link", |page| {
        page.attribute("type", "button");
        page.attribute("name", "untick");
        page.text(graph.word(Word::TopicUntick));
    });
    Some(())
}
