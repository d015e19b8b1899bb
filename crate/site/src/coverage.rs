//! What the pages must hold, and which of them does: the lists of kind `coverage`, all on one sheet.

use backwise_compiler::coverage::{Held, Row, rows};
use backwise_compiler::{Content, Target};
use serde::Serialize;

use crate::index::Index;
use crate::view::Link;

/// One list.
#[derive(Serialize)]
pub struct List {
    pub title: String,
    /// How its page begins.
    pub summary: String,
    pub groups: Vec<Group>,
}

#[derive(Serialize)]
pub struct Group {
    pub title: String,
    pub cells: Vec<Cell>,
}

/// A concept, with what holds it or why nothing does.
#[derive(Serialize)]
pub struct Cell {
    pub concept: String,
    pub links: Vec<Link>,
    pub reason: String,
    pub note: String,
}

#[must_use]
pub fn lists(index: &Index) -> Vec<List> {
    let content = index.content;
    let rows = rows(content);
    let lists = rows.chunk_by(|a, b| a.page == b.page).map(|page| List {
        title: content.pages[page[0].page].title.text.clone(),
        summary: content.pages[page[0].page].summary().to_owned(),
        groups: page.chunk_by(|a, b| a.group == b.group).map(|rows| group(content, rows)).collect(),
    });
    lists.collect()
}

fn group(content: &Content, rows: &[Row<'_>]) -> Group {
    let cells = rows.iter().map(|row| cell(content, row)).collect();
    Group { title: rows[0].group.to_owned(), cells }
}

fn cell(content: &Content, row: &Row<'_>) -> Cell {
    let (links, reason) = match &row.held {
        Held::Links(links) => (links.iter().filter_map(|to| link(content, *to)).collect(), ""),
        Held::Decision(reason) => (Vec::new(), *reason),
        Held::Nothing => (Vec::new(), ""),
    };
    let (concept, reason, note) = (row.concept.into(), reason.into(), row.note.into());
    Cell { concept, links, reason, note }
}

/// A page, or the passage that states a relation.
fn link(content: &Content, to: Target) -> Option<Link> {
    match to {
        Target::Page(at) => Link::to(content, at),
        Target::Relation(from, kind, to) => {
            let said = content.stated(from, kind, to)?;
            let title = |at: usize| &content.pages[at].title.text;
            let Link { href, .. } = Link::to_passage(content, said.page, said.passage)?;
            Some(Link { title: format!("{} → {}", title(from), title(to)), href })
        }
    }
}
