//! How soon to get help: the one loud thing.

use backwise_graph::{Graph, RedFlagId, Urgency, Word};

use crate::dom::Page;
use crate::text::joined;

/// Draws the card: the name of the level, what to do, and in an emergency the numbers.
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
        let texts = texts(graph, urgency, flags);
        for (at, text) in texts.iter().enumerate() {
            page.leaf(if at == 0 { "p.care-card-act" } else { "p.care-card-text" }, text);
            if at == 0 && urgency == Urgency::Emergency {
                page.leaf("p.care-card-numbers", graph.word(Word::EmergencyNumbers));
            }
        }
    });
}

/// The card in one line, for whoever hears it.
#[must_use]
pub fn spoken(graph: &Graph, urgency: Urgency, flags: &[RedFlagId]) -> String {
    let texts = texts(graph, urgency, flags);
    let act = texts.first().map_or("", String::as_str);
    joined(&[graph.word(level(urgency)), ". ", act])
}

/// What to do: as the red flags of this level have it, and the level's own words where there is none.
/// Several signs may ask for the same, so no sentence is said twice.
fn texts(graph: &Graph, urgency: Urgency, flags: &[RedFlagId]) -> Vec<String> {
    let mut said: Vec<&str> = Vec::new();
    let mut texts = Vec::new();
    for flag in flags.iter().map(|id| &graph.red_flags[id.index()]) {
        let mut text = String::new();
        if flag.level == urgency {
            each_sentence(&graph.page(flag.page).summary, &mut |sentence| {
                if !said.contains(&sentence) {
                    said.push(sentence);
                    text.push_str(if text.is_empty() { "" } else { " " });
                    text.push_str(sentence);
                }
            });
        }
        if !text.is_empty() {
            texts.push(text);
        }
    }
    if texts.is_empty() {
        texts.push(graph.word(act(urgency)).to_owned());
    }
    texts
}

fn each_sentence<'a>(text: &'a str, visit: &mut dyn FnMut(&'a str)) {
    let (mut from, mut before) = (0, b' ');
    for (at, byte) in text.bytes().enumerate() {
        if byte == b' ' && before == b'.' {
            visit(text.get(from..at).unwrap_or_default());
            from = at + 1;
        }
        before = byte;
    }
    visit(text.get(from..).unwrap_or_default());
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
fn act(urgency: Urgency) -> Word {
    match urgency {
        Urgency::SelfCare => Word::ActSelfCare,
        Urgency::Routine => Word::ActRoutine,
        Urgency::WithinDays => Word::ActWithinDays,
        Urgency::SameDay => Word::ActSameDay,
        Urgency::Emergency => Word::ActEmergency,
    }
}

#[cfg(test)]
mod tests {
    use super::each_sentence;

    #[test]
    fn sentences_come_one_by_one() {
        let mut found = Vec::new();
        each_sentence("Call now. Sit down, and rest. Wait.", &mut |s| found.push(s));
        assert_eq!(found, ["Call now.", "Sit down, and rest.", "Wait."]);
    }
}
