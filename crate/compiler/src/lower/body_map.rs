//! Drawings, with places as the pages that they stand for.

use backwise_graph::{BodyMap, BodyPlace, BodyView, Kind};

use super::Tables;
use crate::body_map::{Drawn, OWNERS, View};
use crate::content::Content;

/// One for each drawing whose page is there.
pub(super) fn body_maps(content: &Content, tables: &Tables) -> Vec<BodyMap> {
    let maps = content.body_maps.iter().filter_map(|map| {
        let page = *tables.pages.get(&content.find(&map.slug, &OWNERS)?)?;
        let views = map.views.iter().map(|view| lowered(content, tables, view));
        Some(BodyMap { page, views: views.collect() })
    });
    maps.collect()
}

fn lowered(content: &Content, tables: &Tables, view: &View) -> BodyView {
    let place = |drawn: &Drawn| {
        let at = content
            .find(&drawn.stands_for.text, &[Kind::Symptom, Kind::Risk, Kind::Observation])?;
        let (area, mark) = (drawn.area.text.clone(), drawn.mark.clone());
        Some(BodyPlace { page: *tables.pages.get(&at)?, area, mark })
    };
    let (width, height) = view.size;
    BodyView {
        facing: view.facing,
        width,
        height,
        outline: view.outline.clone(),
        places: view.places.iter().filter_map(place).collect(),
        detail: view.detail.clone(),
    }
}
