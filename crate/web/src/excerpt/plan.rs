//! What to do today: exercises and habits with dose, steps, stop rule, and why they are here.

use backwise_checker::plan::PlanItem;
use backwise_graph::{Exercise, Graph, Relation, Word};

use super::{Links, chain, picture};
use crate::dom::Page;
#[cfg(feature = "tell")]
use crate::text::{digits, fill};

/// `about` draws what there is to say of the plan as a whole.
#[cfg(feature = "tell")]
pub fn draw(page: &mut Page, links: Links, plan: &[PlanItem], about: impl FnOnce(&mut Page)) {
    if plan.is_empty() {
        return;
    }
    let graph = links.graph;
    let mut minutes = 0.0;
    for item in plan {
        minutes += item.minutes;
    }
    page.within("section.section", |page| {
        page.leaf("h3.section-title", graph.word(Word::PlanTitle));
        if minutes > 0.0 {
            let n = digits(minutes as usize + usize::from(minutes % 1.0 > 0.0));
            page.leaf("p", &fill(graph.word(Word::PlanText), &n));
        }
        about(page);
        for item in plan {
            entry(page, links, item);
        }
        player(page, links, plan);
    });
}

/// A button that plays the exercises of a plan, one after the other.
pub fn player(page: &mut Page, links: Links, plan: &[PlanItem]) {
    let mut ids = String::new();
    for item in plan.iter().filter(|item| exercise(links.graph, item).is_some()) {
        ids.push_str(&links.graph.page(item.page).slug);
        ids.push(' ');
    }
    if ids.is_empty() {
        return;
    }
    page.within("backwise-routine", |page| {
        page.attribute("exercises", &ids);
        page.attribute("base", links.base);
        page.attribute("start", "tap");
        page.within("button", |page| {
            page.attribute("type", "button");
            page.text(links.graph.word(Word::RoutinePlay));
        });
    });
}

fn exercise<'a>(graph: &'a Graph, item: &PlanItem) -> Option<&'a Exercise> {
    graph.exercises.iter().find(|exercise| exercise.page == item.page)
}

pub fn entry(page: &mut Page, links: Links, item: &PlanItem) {
    let graph = links.graph;
    page.within("article.plan-item", |page| {
        page.within("h4.plan-title", |page| links.to_page(page, "a", item.page));
        match exercise(graph, item) {
            Some(exercise) => {
                picture::row(page, &exercise.positions);
                steps(page, exercise);
            }
            None => page.leaf("p", &graph.page(item.page).summary),
        }
        avoid(page, links, &item.avoid);
        page.within("div.plan-because", |page| {
            page.leaf("h5.reasons-title", graph.word(Word::Because));
            chain(page, links, &item.because);
        });
    });
}

/// What only the reader can tell, since nobody asked.
fn avoid(page: &mut Page, links: Links, unasked: &[Relation]) {
    if unasked.is_empty() {
        return;
    }
    page.within("div.plan-avoid", |page| {
        page.leaf("p", links.graph.word(Word::PlanAvoid));
        page.within("ul.reasons", |page| {
            for relation in unasked {
                page.within("li.reason", |page| {
                    page.text(&links.graph.page(relation.to).title);
                    links.receipts(page, &relation.receipts);
                });
            }
        });
    });
}

fn steps(page: &mut Page, exercise: &Exercise) {
    page.within("details.fold", |page| {
        page.leaf("summary.fold-summary", &exercise.dose);
        page.within("ol.plan-steps", |page| {
            for step in &exercise.steps {
                page.leaf("li", step);
            }
        });
    });
    page.leaf("p.plan-stop", &exercise.stop);
}
