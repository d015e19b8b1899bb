//! How soon to get help: the one loud thing.

use backwise_graph::{Country, Graph, RedFlagId, Urgency, Word};

use crate::dom::Page;
use crate::text::{fill, joined};

/// Draws the card: the name of the level, what to do, and in an emergency whom to call in this region.
pub fn draw(
    page: &mut Page,
    graph: &Graph,
    region: &str,
    (urgency, flags): (Urgency, &[RedFlagId]),
    is_focus: bool,
) {
    page.within("section.care-card", |page| {
        page.attribute("part", "care-card");
        page.attribute("data-urgency", urgency.name());
        page.attribute("aria-labelledby", "level");
        page.within("h3.care-card-level", |page| {
            page.attribute("id", "level");
            if is_focus {
                page.attribute("tabindex", "-1");
            }
            page.text(graph.word(Word::of_level(urgency)));
        });
        let texts = texts(graph, urgency, flags);
        for (at, text) in texts.iter().enumerate() {
            page.leaf(if at == 0 { "p.care-card-act" } else { "p.care-card-text" }, text);
            if at == 0 && urgency == Urgency::Emergency {
                numbers(page, graph, region);
            }
        }
    });
}

/// The number of the region first, if it is known; the reader may be anywhere else.
fn numbers(page: &mut Page, graph: &Graph, region: &str) {
    let (mut here, mut elsewhere) = (Vec::new(), Vec::new());
    for country in &graph.countries {
        let is_here = country.codes.split(' ').any(|code| code.eq_ignore_ascii_case(region));
        if is_here { &mut here } else { &mut elsewhere }.push(country);
    }
    if here.is_empty() {
        list(page, graph, &elsewhere);
        return;
    }
    list(page, graph, &here);
    page.within("details.fold", |page| {
        page.leaf("summary.fold-summary", graph.word(Word::Elsewhere));
        list(page, graph, &elsewhere);
    });
}

fn list(page: &mut Page, graph: &Graph, countries: &[&Country]) {
    page.within("ul.care-card-numbers", |page| {
        for country in countries {
            page.within("li", |page| {
                page.within("a.care-card-call", |page| {
                    page.attribute("href", &joined(&["tel:", &country.number]));
                    page.text(&fill(graph.word(Word::CallNumber), &country.number));
                });
                page.leaf("span.care-card-country", &country.title);
            });
        }
    });
}

/// The card in one line, for whoever hears it.
#[must_use]
pub fn spoken(graph: &Graph, urgency: Urgency, flags: &[RedFlagId]) -> String {
    let texts = texts(graph, urgency, flags);
    let act = texts.first().map_or("", String::as_str);
    joined(&[graph.word(Word::of_level(urgency)), ". ", act])
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
