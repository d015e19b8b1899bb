//! The last two wall tests, in words.

use backwise_graph::{Graph, Word};
use backwise_posture::PastTest;
use backwise_posture::diary::{APART, Change, How, Why, compare};

use super::{answer, place};
use crate::dom::{Page, calendar};
use crate::text::{digits, fill, joined};

pub fn draw(page: &mut Page, graph: &Graph, earlier: &PastTest, later: &PastTest) {
    let [before, after] = [earlier, later].map(|it| calendar::written(it.when(), &graph.language));
    let title = fill(&fill(graph.word(Word::KeptCompared), &after), &before);
    page.leaf("h4.reasons-title", &title);
    let changes = compare(earlier, later);
    page.within("ul.kept-changes", |page| {
        for change in &changes {
            if let Some(text) = said(graph, change.how) {
                page.within("li", |page| {
                    page.leaf("strong", place(graph, change.place));
                    page.text(": ");
                    page.text(&text);
                });
            }
        }
        same(page, graph, &changes);
        for why in [Why::Variant, Why::TooSoon, Why::Hold] {
            apart(page, graph, why, &changes);
        }
    });
    page.leaf("p.note", graph.word(Word::KeptComparedHint));
}

fn said(graph: &Graph, how: How) -> Option<String> {
    let filled = |word, it| fill(graph.word(word), answer(graph, it));
    Some(match how {
        How::Changed { from, to } => fill(&filled(Word::KeptChanged, from), answer(graph, to)),
        How::New(it) => filled(Word::KeptNew, it),
        How::Open(it) => filled(Word::KeptOpen, it),
        How::Same(_) | How::NotComparable(_) => return None,
    })
}

/// What is as it was, all that was answered in the same words together.
fn same(page: &mut Page, graph: &Graph, changes: &[Change]) {
    let mut told: Vec<&str> = Vec::new();
    for change in changes {
        let How::Same(it) = change.how else { continue };
        let said = answer(graph, it);
        if !told.contains(&said) {
            told.push(said);
            let is_it = |how| matches!(how, How::Same(other) if answer(graph, other) == said);
            let text = fill(graph.word(Word::KeptSame), said);
            page.leaf("li", &fill(&text, &places(graph, changes, is_it)));
        }
    }
}

/// What cannot be compared for one reason, which is told once.
fn apart(page: &mut Page, graph: &Graph, why: Why, changes: &[Change]) {
    let places = places(graph, changes, |how| how == How::NotComparable(why));
    if places.is_empty() {
        return;
    }
    let word = match why {
        Why::Variant => graph.word(Word::KeptOtherWay).to_owned(),
        Why::TooSoon => fill(graph.word(Word::KeptTooSoon), &digits(APART as usize)),
        Why::Hold => graph.word(Word::KeptOtherHold).to_owned(),
    };
    page.leaf("li", &fill(&word, &places));
}

/// The names of the places with such a change.
fn places(graph: &Graph, changes: &[Change], is_it: impl Fn(How) -> bool) -> String {
    let mut places = String::new();
    for change in changes.iter().filter(|change| is_it(change.how)) {
        let lead = if places.is_empty() { "" } else { "; " };
        places = joined(&[&places, lead, place(graph, change.place)]);
    }
    places
}
