//! What fits: each cause in words, with everything that speaks for it, against it, and is not known.

use backwise_checker::Assessment;
use backwise_checker::fit::{CauseFit, Reason};
use backwise_checker::triage::MUST_CLEAR;
use backwise_graph::{FindingId, Fit, Truth, Word};

use super::{Scene, link};
use crate::dom::Page;
use crate::excerpt::chain;

pub fn draw(page: &mut Page, scene: &Scene, assessment: &Assessment) {
    let graph = scene.graph;
    page.within("section.section", |page| {
        page.leaf("h3.section-title", graph.word(Word::FitsTitle));
        let fitting = assessment.fits.iter().any(|fit| fit.fit > Fit::Little);
        let text = match fitting {
            _ if assessment.urgency >= MUST_CLEAR => Word::FitsBelow,
            true => Word::FitsText,
            false => Word::FitsNone,
        };
        page.leaf("p", graph.word(text));
        if assessment.approximate {
            page.leaf("p.note", graph.word(Word::Approximate));
        }
        for fit in &assessment.fits {
            cause(page, scene, fit);
        }
    });
    if !assessment.chains.is_empty() {
        page.within("section.section", |page| {
            page.leaf("h3.section-title", graph.word(Word::ChainTitle));
            for steps in &assessment.chains {
                chain(page, scene.links(), steps);
            }
        });
    }
}

fn cause(page: &mut Page, scene: &Scene, fit: &CauseFit) {
    let graph = scene.graph;
    let id = graph.causes[fit.cause.index()].page;
    page.within("article.fit", |page| {
        page.attribute("data-fit", fit.fit.name());
        page.within("h4.fit-title", |page| link::to_page(page, scene, "a", id));
        page.leaf("p.fit-word", graph.word(Word::of_fit(fit.fit)));
        page.leaf("p.fit-summary", &graph.page(id).summary);
        reasons(page, scene, (Word::For, "for"), &fit.reasons_for);
        reasons(page, scene, (Word::Against, "against"), &fit.reasons_against);
        unknown(page, scene, &fit.unknown);
    });
}

fn reasons(page: &mut Page, scene: &Scene, (title, name): (Word, &str), reasons: &[Reason]) {
    if reasons.is_empty() {
        return;
    }
    let graph = scene.graph;
    page.leaf("h5.reasons-title", graph.word(title));
    page.within("ul.reasons", |page| {
        page.attribute("data-reasons", name);
        for reason in reasons {
            page.within("li.reason", |page| {
                page.text(graph.title(reason.finding));
                // What the title says is not so: a reason must not read as its opposite.
                if scene.known.truth(reason.finding) == Truth::No {
                    page.text(": ");
                    page.leaf("strong.reason-no", graph.word(Word::No));
                }
                link::receipts(page, scene, &reason.receipts);
            });
        }
    });
}

fn unknown(page: &mut Page, scene: &Scene, findings: &[FindingId]) {
    if findings.is_empty() {
        return;
    }
    let graph = scene.graph;
    page.leaf("h5.reasons-title", graph.word(Word::Unknown));
    page.within("ul.reasons", |page| {
        page.attribute("data-reasons", "unknown");
        for finding in findings {
            page.leaf("li.reason", graph.title(*finding));
        }
    });
}
