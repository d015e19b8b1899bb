//! What to do today: exercises and habits with dose, steps, stop rule, and why they are here.

use backwise_checker::plan::PlanItem;
use backwise_graph::{Exercise, Position, Relation, Word};

use super::{Scene, chain, link};
use crate::dom::Page;
use crate::text::{digits, fill, joined};

pub fn draw(page: &mut Page, scene: &Scene, plan: &[PlanItem]) {
    if plan.is_empty() {
        return;
    }
    let graph = scene.graph;
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
        for item in plan {
            entry(page, scene, item);
        }
    });
}

fn entry(page: &mut Page, scene: &Scene, item: &PlanItem) {
    let graph = scene.graph;
    page.within("article.plan-item", |page| {
        page.within("h4.plan-title", |page| link::to_page(page, scene, "a", item.page));
        match graph.exercises.iter().find(|e| e.page == item.page) {
            Some(exercise) => {
                picture(page, exercise);
                steps(page, exercise);
            }
            None => page.leaf("p", &graph.page(item.page).summary),
        }
        avoid(page, scene, &item.avoid);
        page.within("div.plan-because", |page| {
            page.leaf("h5.reasons-title", graph.word(Word::Because));
            chain::draw(page, scene, &item.because);
        });
    });
}

/// What only the reader can tell, since nobody asked.
fn avoid(page: &mut Page, scene: &Scene, unasked: &[Relation]) {
    if unasked.is_empty() {
        return;
    }
    page.within("div.plan-avoid", |page| {
        page.leaf("p", scene.graph.word(Word::PlanAvoid));
        page.within("ul.reasons", |page| {
            for relation in unasked {
                page.within("li.reason", |page| {
                    page.text(&scene.graph.page(relation.to).title);
                    link::receipts(page, scene, &relation.receipts);
                });
            }
        });
    });
}

/// Its beginning and its end, side by side; what is seen stands below each.
fn picture(page: &mut Page, exercise: &Exercise) {
    if exercise.positions.is_empty() {
        return;
    }
    page.within("div.positions", |page| {
        for position in &exercise.positions {
            page.within("figure.position", |page| {
                drawing(page, position);
                page.leaf("figcaption.position-text", &position.text);
            });
        }
    });
}

fn drawing(page: &mut Page, position: &Position) {
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
