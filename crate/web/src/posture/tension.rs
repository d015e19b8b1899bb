//! The tension map: where it pulled, drawn above its list.

use backwise_graph::{Graph, PageId, Word};
use backwise_posture::Area;
use web_sys::Element;

use super::answers::area;
use crate::excerpt::body_map::{self, List, Shown};
use crate::signs::pulled;

/// Puts the map of the wall test into the screen that asks where it pulled.
pub fn show(graph: &Graph, screen: &Element) -> Option<Shown> {
    let test = graph.self_tests.first()?;
    let map = graph.body_maps.iter().find(|map| map.page == test.page)?;
    let list = List { graph, hint: graph.word(Word::AreasMapHint), row: &|page| row(graph, page) };
    body_map::show(&list, screen, map)
}

/// The row of a sign that says where it pulled.
fn row(graph: &Graph, page: PageId) -> Option<(usize, &str)> {
    let observation = graph.observations.iter().find(|observation| observation.page == page)?;
    let at = Area::ALL.into_iter().position(|area| pulled(area) == observation.sign)?;
    Some((at, graph.word(area(Area::ALL[at]))))
}
