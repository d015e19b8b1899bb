//! The last wall tests side by side. The plot is its own table: a mark for the eye, and the same in words beside
//! it for whoever does not see it.

use backwise_graph::{Graph, Word};
use backwise_posture::diary::Cell;
use backwise_posture::wall::{HeadToWall, Hollow, Pair, Pull, Touch};
use backwise_posture::{Answer, Civil, Diary};

use super::{answer, place};
use crate::dom::{Page, calendar};
use crate::text::digits;

/// More columns have no room on a small phone.
const MOST: usize = 4;
/// The parts of a mark that can be full.
const PARTS: usize = 6;

/// Nothing to see with a single test, or where nothing ever pulled or differed.
pub fn draw(page: &mut Page, graph: &Graph, diary: &Diary) {
    let plot = diary.plot(MOST);
    if plot.tests.len() < 2 || plot.rows.is_empty() {
        return;
    }
    // Columns are narrow: a year is written where it is not that of the last test.
    let year = |when: Civil| when.date().0;
    let last = plot.tests.last().map(|test| year(test.when()));
    let date = |when| match last == Some(year(when)) {
        true => calendar::short(when, &graph.language),
        false => calendar::written(when, &graph.language),
    };
    page.leaf("h4.reasons-title", graph.word(Word::KeptPlot));
    page.within("table.kept-plot", |page| {
        page.within("tr", |page| {
            head(page, "col", graph.word(Word::KeptPlace));
            for test in &plot.tests {
                head(page, "col", &date(test.when()));
            }
        });
        for row in &plot.rows {
            page.within("tr", |page| {
                head(page, "row", place(graph, row.place));
                row.cells.iter().for_each(|cell| draw_cell(page, graph, *cell));
            });
        }
    });
    page.leaf("p.note", graph.word(Word::KeptPlotHint));
}

fn head(page: &mut Page, scope: &str, text: &str) {
    page.within("th", |page| {
        page.attribute("scope", scope);
        page.text(text);
    });
}

fn draw_cell(page: &mut Page, graph: &Graph, cell: Cell) {
    let text = match cell {
        Cell::Said(it) => answer(graph, it),
        Cell::Open => graph.word(Word::KeptCellOpen),
        Cell::NotAsked => graph.word(Word::KeptCellNotAsked),
    };
    page.within("td", |page| {
        page.drawn("svg.kept-mark", |page| {
            page.attribute("viewBox", "0 0 20 20");
            page.attribute("aria-hidden", "true");
            mark(page, cell);
        });
        page.leaf("span.hidden", text);
    });
}

fn mark(page: &mut Page, cell: Cell) {
    match cell {
        Cell::NotAsked => {}
        Cell::Open => page.drawn("path.kept-line", |page| page.attribute("d", "M6 10h8")),
        Cell::Said(it) => match full(it) {
            Some(parts) => {
                let bottom = ["M2 ", &digits(18 - parts * 16 / PARTS), "H18V18H2z"].concat();
                page.drawn("path.kept-full", |page| page.attribute("d", &bottom));
                page.drawn("path.kept-line", |page| page.attribute("d", "M2 2H18V18H2z"));
            }
            None => page.drawn("text.kept-unsure", |page| {
                page.attribute("x", "10");
                page.attribute("y", "16");
                page.text("?");
            }),
        },
    }
}

/// How much of the mark is full; nothing for what the reader was not sure of. It is a picture of the words, and
/// no measure of anything.
fn full(answer: Answer) -> Option<usize> {
    Some(match answer {
        Answer::Head(Touch::Easily) | Answer::Buttocks(Touch::Easily) => PARTS,
        Answer::Head(Touch::Straining) | Answer::Buttocks(Touch::Straining) => PARTS / 2,
        Answer::Head(Touch::Off) | Answer::Buttocks(Touch::Off) => 0,
        Answer::ShoulderBlades(pair) | Answer::BacksOfHands(pair) => match pair {
            Pair::Both => PARTS,
            Pair::Straining | Pair::One => PARTS / 2,
            Pair::Neither => 0,
            Pair::Unsure => return None,
        },
        Answer::LowBack(Hollow::Nothing) => 0,
        Answer::LowBack(Hollow::Fingers) => PARTS / 3,
        Answer::LowBack(Hollow::FlatHand) => PARTS * 2 / 3,
        Answer::LowBack(Hollow::Fist) => PARTS,
        Answer::Area(_, Pull::Yes) | Answer::HeadToWall(HeadToWall::Beyond) => PARTS,
        Answer::Area(_, Pull::No) | Answer::HeadToWall(HeadToWall::Within) => 0,
        Answer::Head(Touch::Unsure)
        | Answer::Buttocks(Touch::Unsure)
        | Answer::LowBack(Hollow::Unsure)
        | Answer::Area(_, Pull::Unsure)
        | Answer::HeadToWall(HeadToWall::Unsure) => return None,
    })
}
