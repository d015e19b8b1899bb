//! The parts of the sheet: each finds its lines in what was said and what it comes to.

use backwise_graph::{Choose, FindingId, Fit, Graph, Stage, Truth, Urgency, Word};

use super::Line;
use crate::answered::Answered;
use crate::assessment::Assessment;
use crate::fit::{CauseFit, Reason};
use crate::known::Known;
use crate::manner::Manner;
use crate::session::Ask;
use crate::triage::behind;

/// The red flags behind the level with the answers behind them, then the names of the others.
pub fn urgency(graph: &Graph, known: &Known, manner: Manner, told: &Assessment) -> Vec<Line> {
    let (mut lines, mut others) = (Vec::new(), Vec::new());
    for flag in told.red_flags.iter().map(|id| &graph.red_flags[id.index()]) {
        let title = &graph.page(flag.page).title;
        if flag.level < told.urgency {
            others.push(title.clone());
            continue;
        }
        lines.push(Line::new(&labelled(title), titles(graph, &behind(known, flag))));
    }
    if !others.is_empty() {
        lines.push(Line::new(graph.word(Word::SheetAlso), others));
    }
    // Not to know is not to say no.
    if !told.not_cleared.is_empty() {
        lines.push(Line::sentence(graph.word(Word::SheetNotCleared)));
    } else if lines.is_empty() {
        lines.push(Line::sentence(graph.word(Word::SheetNoFlags)));
    }
    if told.urgency == Urgency::Emergency {
        lines.push(Line::sentence(graph.word(Word::SheetEnded)));
    } else if manner.is_brief {
        lines.push(Line::sentence(graph.word(Word::SheetBrief)));
    }
    lines
}

/// Who it is about, and that it was not them who answered.
pub fn who(graph: &Graph, answers: &[Answered], manner: Manner) -> Vec<Line> {
    let mut lines = questions(graph, answers, Stage::Who);
    if manner.is_for_other {
        lines.push(Line::sentence(graph.word(Word::SheetForOther)));
    }
    lines
}

/// The questions that stand in this part of the sheet, with the answers as they stood on the screen.
pub fn questions(graph: &Graph, answers: &[Answered], stage: Stage) -> Vec<Line> {
    let mut lines = Vec::new();
    for answered in answers.iter().filter(|answered| place(graph, answered.ask) == Some(stage)) {
        lines.push(Line::new(answered.ask.text(graph), chosen(graph, answered)));
    }
    lines
}

/// Everything else that was said to be so.
pub fn signs(graph: &Graph, answers: &[Answered]) -> Vec<Line> {
    let mut lines = Vec::new();
    for answered in answers.iter().filter(|a| !a.yes.is_empty()) {
        match place(graph, answered.ask) {
            Some(Stage::Emergency | Stage::SameDay) | None => {
                lines.push(Line::new(answered.ask.text(graph), chosen(graph, answered)));
            }
            Some(Stage::Who | Stage::Where | Stage::Course) => {}
        }
    }
    lines
}

/// Signs that are not ruled out, then whatever else the reader was not sure of.
pub fn unknown(graph: &Graph, told: &Assessment, answers: &[Answered]) -> Vec<Line> {
    let open: Vec<FindingId> = told.not_cleared.iter().map(|(finding, _)| *finding).collect();
    let mut unsure: Vec<FindingId> = answers.iter().flat_map(|a| a.unsure.clone()).collect();
    unsure.retain(|finding| !open.contains(finding));
    let mut lines = Vec::new();
    for (word, findings) in [(Word::SheetOpen, open), (Word::SheetNotSure, unsure)] {
        if !findings.is_empty() {
            lines.push(Line::new(graph.word(word), titles(graph, &findings)));
        }
    }
    lines
}

/// Signs that were said not to be so, question by question, then what was asked by itself.
///
/// Of where it hurts and how it goes, what was chosen says it all; so it does of options that exclude each other.
pub fn denied(graph: &Graph, answers: &[Answered]) -> Vec<Line> {
    let (mut lines, mut single) = (Vec::new(), Vec::new());
    for answered in answers.iter().filter(|a| !a.no.is_empty()) {
        match (answered.ask, place(graph, answered.ask)) {
            (Ask::Single(_), _) => single.extend(titles(graph, &answered.no)),
            (Ask::Screen(id), _) if graph.questions[id.index()].choose == Choose::One => {}
            (_, Some(Stage::Where | Stage::Course)) => {}
            (Ask::Screen(_), _) => {
                lines.push(Line::new(answered.ask.text(graph), titles(graph, &answered.no)));
            }
        }
    }
    if !single.is_empty() {
        lines.push(Line::new(graph.word(Word::SheetSingle), single));
    }
    lines
}

/// The causes that fit, each with what speaks against it, what speaks for it, and what is not known.
pub fn fits(graph: &Graph, known: &Known, told: &Assessment) -> Vec<Line> {
    let mut lines = Vec::new();
    for fit in told.fits.iter().filter(|fit| fit.fit > Fit::Little) {
        lines.push(cause(graph, known, fit));
    }
    match told.urgency {
        Urgency::Emergency => {}
        Urgency::SameDay => lines.insert(0, Line::sentence(graph.word(Word::FitsBelow))),
        _ if lines.is_empty() => lines.push(Line::sentence(graph.word(Word::FitsNone))),
        Urgency::WithinDays | Urgency::Routine | Urgency::SelfCare => {}
    }
    lines
}

fn cause(graph: &Graph, known: &Known, fit: &CauseFit) -> Line {
    let title = &graph.page(graph.causes[fit.cause.index()].page).title;
    let mut line = Line::new(&labelled(title), vec![graph.word(Word::of_fit(fit.fit)).to_owned()]);
    let reasons = |list: &[Reason]| list.iter().map(|r| reason(graph, known, r.finding)).collect();
    let lists: [(Word, Vec<String>); 3] = [
        (Word::Against, reasons(&fit.reasons_against)),
        (Word::For, reasons(&fit.reasons_for)),
        (Word::Unknown, titles(graph, &fit.unknown)),
    ];
    for (word, items) in lists {
        if !items.is_empty() {
            line.inner.push(Line::new(&labelled(graph.word(word)), items));
        }
    }
    line
}

/// A finding as a reason: one that is not so must not read as its opposite.
fn reason(graph: &Graph, known: &Known, finding: FindingId) -> String {
    let title = graph.title(finding);
    match known.truth(finding) {
        Truth::No => labelled(title) + " " + graph.word(Word::No),
        Truth::Unsure | Truth::Yes => title.to_owned(),
    }
}

/// What was chosen, as it stood on the screen. What was asked by itself stands there only after a yes.
fn chosen(graph: &Graph, answered: &Answered) -> Vec<String> {
    let word = |word| graph.word(word).to_owned();
    let is_many = match answered.ask {
        Ask::Single(_) => return answered.yes.iter().map(|_| word(Word::Yes)).collect(),
        Ask::Screen(id) => graph.questions[id.index()].choose == Choose::Many,
    };
    let mut items = titles(graph, &answered.yes);
    let rest = match (items.is_empty(), answered.unsure.is_empty()) {
        (false, true) => return items,
        (true, true) => Word::NoneOfThese,
        (_, false) if is_many => Word::NotSureOfRest,
        (_, false) => Word::NotSure,
    };
    items.push(word(rest));
    items
}

/// Where a screen's answers stand; what is asked by itself has no place of its own.
fn place(graph: &Graph, ask: Ask) -> Option<Stage> {
    match ask {
        Ask::Screen(id) => Some(graph.questions[id.index()].sheet),
        Ask::Single(_) => None,
    }
}

fn titles(graph: &Graph, findings: &[FindingId]) -> Vec<String> {
    findings.iter().map(|finding| graph.title(*finding).to_owned()).collect()
}

fn labelled(text: &str) -> String {
    text.to_owned() + ":"
}
