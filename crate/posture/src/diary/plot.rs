//! The last wall tests as a table: what a picture is drawn from, and what stands beside it for who sees no picture.

use alloc::vec::Vec;

use super::{Diary, PastTest, Place};
use crate::wall::{Answer, Pull};

/// A small table of words. There is nothing in it to add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot<'a> {
    /// The columns, the earliest first. Each says when and how it was done.
    pub tests: Vec<&'a PastTest>,
    /// What ever pulled, or did not get the same answer each time it got one, in the order of [`Place::all`].
    pub rows: Vec<Row>,
}

/// What was said of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Of what.
    pub place: Place,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// What one test says of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// This was said.
    Said(Answer),
    /// Nothing was said, although it could have been asked.
    Open,
    /// A test that is done this way does not ask.
    NotAsked,
}

impl Diary {
    /// The last wall tests, at most so many, as a table.
    #[must_use]
    pub fn plot(&self, most: usize) -> Plot<'_> {
        let mut tests: Vec<_> = self.tests().rev().take(most).collect();
        tests.reverse();
        let row =
            |place| Row { place, cells: tests.iter().map(|test| cell(place, test)).collect() };
        let rows = Place::all().map(row).filter(Row::tells).collect();
        Plot { tests, rows }
    }
}

impl Row {
    /// Whether it ever pulled, or not always the same was said.
    fn tells(&self) -> bool {
        let mut said = self.cells.iter().filter(|cell| matches!(cell, Cell::Said(_)));
        let first = said.clone().next();
        let has_pulled = |cell: &Cell| matches!(cell, Cell::Said(Answer::Area(_, Pull::Yes)));
        said.any(|cell| has_pulled(cell) || Some(cell) != first)
    }
}

fn cell(place: Place, test: &PastTest) -> Cell {
    match place.answer(test.answers()) {
        Some(answer) => Cell::Said(answer),
        None if place.is_asked(test.variant()) => Cell::Open,
        None => Cell::NotAsked,
    }
}
