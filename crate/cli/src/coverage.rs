//! `check --coverage`: what holds each concept that content must hold, as Markdown tables.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use backwise_compiler::coverage::{Count, Held, Row, count, rows};
use backwise_compiler::strength::Strength;
use backwise_compiler::{Content, Target};

/// One table for each group of each page, each page with its counts.
pub fn table(content: &Content) -> String {
    let rows = rows(content);
    let mut out = String::new();
    for page in rows.chunk_by(|a, b| a.page == b.page) {
        let title = &content.pages[page[0].page].title.text;
        line(&mut out, format_args!("# {title}\n\n{}\n", Counted(&count(page))));
        for group in page.chunk_by(|a, b| a.group == b.group) {
            if !group[0].group.is_empty() {
                line(&mut out, format_args!("## {}\n", group[0].group));
            }
            line(&mut out, format_args!("{}\n", Counted(&count(group))));
            line(&mut out, format_args!("| concept | held by | to know |\n|---|---|---|"));
            group.iter().for_each(|row| line(&mut out, cells(content, row)));
            out.push('\n');
        }
    }
    line(&mut out, format_args!("All lists: {}", Counted(&count(&rows))));
    out
}

fn line(out: &mut String, text: impl std::fmt::Display) {
    writeln!(out, "{text}").expect("strings take text");
}

fn cells(content: &Content, row: &Row<'_>) -> String {
    let held = match &row.held {
        Held::Links(links) => {
            links.iter().map(|to| name(content, *to)).collect::<Vec<_>>().join(", ")
        }
        Held::Decision(reason) => format!("left out: {reason}"),
        Held::Nothing => String::new(),
    };
    format!("| {} | {held} | {} |", row.concept, row.note)
}

/// A page by its path; a relation as content states it, with its sources.
fn name(content: &Content, to: Target) -> String {
    let slug = |at: usize| content.pages[at].slug.as_str();
    match to {
        Target::Page(at) => content.pages[at].path.trim_end_matches(".md").to_owned(),
        Target::Relation(from, kind, to) => {
            let said = content.stated(from, kind, to);
            let how = match said.and_then(|s| s.strength.as_ref()) {
                Some(Strength::Word(word)) => format!("{} {}", word.text, kind.name()),
                Some(Strength::Number(number, _)) => format!("{} {number}", kind.name()),
                None => kind.name().to_owned(),
            };
            let sources = said.iter().flat_map(|s| &s.sources).map(|at| slug(*at));
            let sources: Vec<_> = sources.collect::<BTreeSet<_>>().into_iter().collect();
            format!("{} {how} {} ({})", slug(from), slug(to), sources.join(", "))
        }
    }
}

/// Counts, as a line of the report.
struct Counted<'a>(&'a Count);

impl std::fmt::Display for Counted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Count { rows, pages, relations, decisions, empty, notes } = self.0;
        write!(
            f,
            "{rows} in all: held by a page {pages}, by a relation {relations}, left out {decisions}, empty {empty}; with something to know {notes}"
        )
    }
}
