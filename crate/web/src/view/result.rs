//! What the reader is told: how soon to get help first, and what would change it.

use backwise_checker::Session;
use backwise_checker::handover::pack;
use backwise_checker::triage::{MUST_CLEAR, Triage, behind, conclude, would_raise};
use backwise_checker::version::hexadecimal;
use backwise_graph::{FindingId, Graph, Urgency, Word};

use super::{Scene, button, care_card};
use crate::boundary::Loaded;
use crate::dom::Page;
use crate::text::{digits, joined};

pub fn draw(page: &mut Page, scene: &Scene, session: &Session) {
    let graph = scene.graph();
    let triage = conclude(graph, session.known());
    page.leaf("h2.eyebrow", graph.word(Word::ResultTitle));
    let card = (triage.urgency, &triage.red_flags[..]);
    care_card::draw(page, graph, &scene.settings.region, card, true);
    if session.manner().is_for_other && triage.urgency >= MUST_CLEAR {
        page.leaf("p.other-act", graph.word(Word::OtherAct));
    }
    worry(page, scene, &triage);
    because(page, graph, session, &triage);
    not_cleared(page, graph, &triage);
    let telling = &scene.loaded.telling;
    if let Some(word) = Word::of_return(triage.urgency) {
        if !session.manner().is_brief {
            fits(page, scene, session);
        }
        page.within("section.section", |page| {
            page.leaf("h3.section-title", graph.word(Word::ReturnTitle));
            page.leaf("p", graph.word(word));
            page.leaf("p", graph.word(Word::ReturnText));
        });
    }
    if session.manner().is_brief && triage.urgency != Urgency::Emergency {
        page.leaf("p", graph.word(Word::BriefText));
        button(page, "button.button-primary", "go-on", graph.word(Word::GoOn));
    }
    raising(page, graph, session);
    page.filled("div.sheet-place", |place| telling.sheet(place, session));
    page.within("p.actions", |page| {
        button(page, "button", "print", graph.word(Word::Print));
        button(page, "button", "start-again", graph.word(Word::StartAgain));
    });
    share(page, scene, session);
    page.leaf("p.note", graph.word(Word::NotReviewed));
    page.within("p.note", |page| {
        page.text(graph.word(Word::Version));
        page.text(" ");
        page.leaf("code.version", &hexadecimal(scene.loaded.hash));
    });
}

/// What fits and what to do; too little is known of either after a brief check.
fn fits(page: &mut Page, scene: &Scene, session: &Session) {
    let Loaded { graph, telling, .. } = scene.loaded;
    if !page.filled("div", |place| {
        telling.draw(place, session.known(), &scene.settings.base, scene.may_keep)
    }) {
        page.leaf("p.missing", graph.word(Word::FitsMissing));
    }
}

/// The answers as a link to the site's own page.
fn share(page: &mut Page, scene: &Scene, session: &Session) {
    let replies = pack(scene.graph(), session);
    page.filled("details.share", |place| {
        scene.loaded.telling.share(place, &replies, &scene.settings.base)
    });
}

/// What there is to worry about: the signs that set the level, by name.
fn worry(page: &mut Page, scene: &Scene, triage: &Triage) {
    let graph = scene.graph();
    let flags = triage.red_flags.iter().map(|id| &graph.red_flags[id.index()]);
    let mut flags = flags.filter(|flag| flag.level == triage.urgency).peekable();
    if flags.peek().is_none() {
        return;
    }
    page.leaf("p.worry", graph.word(Word::Worry));
    page.within("ul.signs", |page| {
        for flag in flags {
            page.within("li", |page| {
                page.within("a", |page| {
                    let to = graph.page(flag.page);
                    let base = &scene.settings.base;
                    let address = joined(&[base, to.kind.name(), "/", &to.slug, ".html"]);
                    page.attribute("href", &address);
                    page.text(&to.title);
                });
            });
        }
    });
}

/// The answers behind the level.
fn because(page: &mut Page, graph: &Graph, session: &Session, triage: &Triage) {
    let mut findings = Vec::new();
    for flag in triage.red_flags.iter().map(|id| &graph.red_flags[id.index()]) {
        if flag.level < triage.urgency {
            continue;
        }
        for finding in behind(session.known(), flag) {
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
    }
    if findings.is_empty() {
        return;
    }
    page.within("section.section", |page| {
        page.leaf("h3.section-title", graph.word(Word::BecauseYouSaid));
        signs(page, graph, &findings);
    });
}

fn not_cleared(page: &mut Page, graph: &Graph, triage: &Triage) {
    if triage.not_cleared.is_empty() || triage.urgency == Urgency::Emergency {
        return;
    }
    page.within("section.section", |page| {
        page.leaf("h3.section-title", graph.word(Word::NotClearedTitle));
        page.leaf("p", graph.word(Word::NotClearedText));
        let mut findings = Vec::new();
        for (finding, _) in &triage.not_cleared {
            findings.push(*finding);
        }
        signs(page, graph, &findings);
    });
}

/// Every single answer that would raise the level, by the level it would set.
fn raising(page: &mut Page, graph: &Graph, session: &Session) {
    let raising = would_raise(graph, session.known());
    if raising.is_empty() {
        return;
    }
    page.within("section.section", |page| {
        page.leaf("h3.section-title", graph.word(Word::WouldRaiseTitle));
        page.leaf("p", graph.word(Word::WouldRaiseText));
        for level in Urgency::ALL.iter().rev() {
            let mut findings = Vec::new();
            for (finding, raised) in &raising {
                if raised == level {
                    findings.push(*finding);
                }
            }
            if !findings.is_empty() {
                // One touch away: the list is long, and would frighten whoever reads on.
                page.within("details.raising", |page| {
                    level_title(page, graph, *level, findings.len());
                    signs(page, graph, &findings);
                });
            }
        }
    });
}

fn level_title(page: &mut Page, graph: &Graph, level: Urgency, n: usize) {
    page.within("summary.level-title", |page| {
        page.attribute("data-urgency", level.name());
        page.text(graph.word(Word::of_level(level)));
        page.leaf("span.level-count", &joined(&[" (", &digits(n), ")"]));
    });
}

fn signs(page: &mut Page, graph: &Graph, findings: &[FindingId]) {
    page.within("ul.signs", |page| {
        for finding in findings {
            page.leaf("li", graph.title(*finding));
        }
    });
}
