//! Drawings, with places as indices into the options of their question.

use backwise_graph::{BodyMap, BodyPlace, BodyView, FindingId, Question, QuestionId};

use super::Tables;
use crate::body_map::{Drawn, View};
use crate::content::Content;

/// One for each drawing whose question is there.
pub(super) fn body_maps(
    content: &Content,
    tables: &Tables,
    questions: &[Question],
) -> Vec<BodyMap> {
    let maps = content.body_maps.iter().filter_map(|map| {
        let page = tables.pages.get(content.by_slug.get(&map.slug)?)?;
        let at = questions.iter().position(|question| question.page == *page)?;
        let options = &questions[at].options;
        let views = map.views.iter().map(|view| lowered(content, tables, options, view));
        Some(BodyMap { question: QuestionId::new(at), views: views.collect() })
    });
    maps.collect()
}

fn lowered(content: &Content, tables: &Tables, options: &[FindingId], view: &View) -> BodyView {
    let place = |drawn: &Drawn| {
        let finding = tables.findings.get(content.by_slug.get(&drawn.option.text)?)?;
        let at = options.iter().position(|option| option == finding)?;
        let (area, mark) = (drawn.area.clone(), drawn.mark.clone());
        Some(BodyPlace { option: u16::try_from(at).ok()?, area, mark })
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
