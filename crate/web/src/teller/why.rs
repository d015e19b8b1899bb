//! Why something is asked: the warning signs that an answer can still raise, or the causes it tells apart.

use backwise_checker::Checker;
use backwise_checker::sorting::told_apart;
use backwise_checker::triage::can_raise;
use backwise_graph::{FindingId, PageId, RelationKind, Word};

use super::{Scene, link};
use crate::dom::Page;
use crate::text::fill;

/// Signs named at the most: the most urgent ones.
const SIGNS: usize = 4;

/// Draws the warning signs that these findings can still raise; whether there are any.
pub fn urgent(page: &mut Page, scene: &Scene, findings: &[FindingId]) -> bool {
    let mut signs = Vec::new();
    for id in can_raise(scene.graph, scene.known, findings).iter().take(SIGNS) {
        signs.push(scene.graph.red_flags[id.index()].page);
    }
    if !signs.is_empty() {
        page.leaf("p", scene.graph.word(Word::WhySigns));
        list(page, scene, &signs, &|_, _| {});
    }
    !signs.is_empty()
}

/// Draws the causes that an answer tells apart, and where it is written what they have to do with it.
pub fn sorting(page: &mut Page, checker: &Checker, scene: &Scene, finding: FindingId) {
    let graph = scene.graph;
    let (mut titles, mut causes) = (String::new(), Vec::new());
    for cause in told_apart(checker, &checker.belief(scene.known), finding) {
        let id = graph.causes[cause.index()].page;
        titles.push_str(if titles.is_empty() { "" } else { ", " });
        titles.push_str(&graph.page(id).title);
        causes.push(id);
    }
    page.leaf("p", &fill(graph.word(Word::WhySorting), &titles));
    let asked = graph.finding(finding).page;
    list(page, scene, &causes, &|page, cause| {
        for relation in &graph.relations {
            let ends = (relation.from, relation.kind, relation.to);
            let is_behind = ends == (cause, RelationKind::Shows, asked)
                || ends == (asked, RelationKind::Raises, cause);
            if is_behind {
                link::receipts(page, scene, &relation.receipts);
            }
        }
    });
}

fn list(page: &mut Page, scene: &Scene, pages: &[PageId], after: &dyn Fn(&mut Page, PageId)) {
    page.within("ul.reasons", |page| {
        for id in pages {
            page.within("li.reason", |page| {
                link::to_page(page, scene, "a", *id);
                after(page, *id);
            });
        }
    });
}
