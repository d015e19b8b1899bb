//! How soon to get help: the one loud thing.

use backwise_graph::{Graph, RedFlagId, Urgency, Word};

use crate::dom::Page;

/// Draws the card. It says what the red flags of its level say; the level's own words come first.
pub fn draw(page: &mut Page, graph: &Graph, urgency: Urgency, flags: &[RedFlagId], is_focus: bool) {
    page.within("section.care-card", |page| {
        page.attribute("part", "care-card");
        page.attribute("data-urgency", urgency.name());
        page.attribute("aria-labelledby", "level");
        page.within("h3.care-card-level", |page| {
            page.attribute("id", "level");
            if is_focus {
                page.attribute("tabindex", "-1");
            }
            page.text(graph.word(level(urgency)));
        });
        page.leaf("p.care-card-act", graph.word(act(urgency)));
        if urgency == Urgency::Emergency {
            page.leaf("p.care-card-numbers", graph.word(Word::EmergencyNumbers));
        }
        let mut told: Vec<&str> = Vec::new();
        for flag in flags.iter().map(|id| &graph.red_flags[id.index()]) {
            let text = graph.page(flag.page).summary.as_str();
            // Several signs may ask for the same; once is enough.
            if flag.level == urgency && !told.contains(&text) {
                page.leaf("p.care-card-text", text);
                told.push(text);
            }
        }
    });
}

/// The name of a level.
#[must_use]
pub fn level(urgency: Urgency) -> Word {
    match urgency {
        Urgency::SelfCare => Word::LevelSelfCare,
        Urgency::Routine => Word::LevelRoutine,
        Urgency::WithinDays => Word::LevelWithinDays,
        Urgency::SameDay => Word::LevelSameDay,
        Urgency::Emergency => Word::LevelEmergency,
    }
}

/// What to do at a level.
#[must_use]
pub fn act(urgency: Urgency) -> Word {
    match urgency {
        Urgency::SelfCare => Word::ActSelfCare,
        Urgency::Routine => Word::ActRoutine,
        Urgency::WithinDays => Word::ActWithinDays,
        Urgency::SameDay => Word::ActSameDay,
        Urgency::Emergency => Word::ActEmergency,
    }
}
