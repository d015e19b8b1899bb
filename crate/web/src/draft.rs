//! An answer while it is being given: the rows of a question, and which of them are picked.

use backwise_checker::{Ask, Known, Reply};
use backwise_graph::{Choose, FindingId, Graph, Truth, Word};

/// A line that can be picked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The finding is so.
    Yes(FindingId),
    /// None of them is so.
    None,
    /// What is not picked is not known.
    Unsure,
}

/// Whether one row excludes the others on the screen itself.
#[must_use]
pub fn is_one(graph: &Graph, ask: Ask) -> bool {
    match ask {
        Ask::Single(_) => true,
        Ask::Screen(id) => graph.questions[id.index()].choose == Choose::One,
    }
}

/// The rows of a question, in the order shown.
#[must_use]
pub fn rows(graph: &Graph, ask: Ask) -> Vec<Row> {
    match ask {
        Ask::Single(finding) => vec![Row::Yes(finding), Row::None, Row::Unsure],
        Ask::Screen(id) => {
            let question = &graph.questions[id.index()];
            let mut rows: Vec<Row> = question.options.iter().map(|f| Row::Yes(*f)).collect();
            if question.choose == Choose::Many {
                rows.push(Row::None);
            }
            rows.push(Row::Unsure);
            rows
        }
    }
}

/// What a row says.
#[must_use]
pub fn label(graph: &Graph, ask: Ask, row: Row) -> &str {
    let word = match (row, ask) {
        (Row::Yes(finding), Ask::Screen(_)) => return graph.title(finding),
        (Row::Yes(_), Ask::Single(_)) => Word::Yes,
        (Row::None, Ask::Single(_)) => Word::No,
        (Row::None, Ask::Screen(_)) => Word::NoneOfThese,
        (Row::Unsure, _) if is_one(graph, ask) => Word::NotSure,
        (Row::Unsure, _) => Word::NotSureOfRest,
    };
    graph.word(word)
}

/// Which rows are picked, one bit each.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Draft(u32);

impl Draft {
    /// The draft that an earlier reply began as.
    #[must_use]
    pub fn of(rows: &[Row], reply: &Reply) -> Self {
        let mut draft = Self::default();
        for (at, row) in rows.iter().enumerate() {
            let picked = match row {
                Row::Yes(finding) => reply.ticked.contains(finding),
                Row::None => reply.ticked.is_empty() && !reply.rest_unsure,
                Row::Unsure => reply.rest_unsure,
            };
            draft = draft.with(at, picked);
        }
        draft
    }

    #[must_use]
    pub fn has(self, row: usize) -> bool {
        self.0 >> row & 1 == 1
    }

    #[must_use]
    pub fn with(self, row: usize, picked: bool) -> Self {
        Self(self.0 & !(1 << row) | u32::from(picked) << row)
    }

    /// The draft that has those findings picked that are said to be so, and nothing else.
    #[must_use]
    pub fn saying(rows: &[Row], said: &Known) -> Self {
        let mut draft = Self::default();
        for (at, row) in rows.iter().enumerate() {
            let picked = matches!(row, Row::Yes(f) if said.truth(*f) == Truth::Yes);
            draft = draft.with(at, picked);
        }
        draft
    }

    /// Without the rows that another draft has.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The findings picked.
    #[must_use]
    pub fn ticked(self, rows: &[Row]) -> Vec<FindingId> {
        let mut ticked = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            if let (Row::Yes(finding), true) = (row, self.has(at)) {
                ticked.push(*finding);
            }
        }
        ticked
    }

    /// The reply, or what to tell a reader whose answer is none yet.
    ///
    /// # Errors
    /// When nothing is picked, or *none of these* together with anything else.
    pub fn reply(self, rows: &[Row]) -> Result<Reply, Word> {
        let none = rows.iter().position(|row| *row == Row::None).is_some_and(|at| self.has(at));
        match (none, self.0.count_ones()) {
            (_, 0) => Err(Word::ErrorChoose),
            (true, 2..) => Err(Word::ErrorClash),
            _ => {
                let unsure = rows.iter().position(|row| *row == Row::Unsure);
                let rest_unsure = unsure.is_some_and(|at| self.has(at));
                Ok(Reply { ticked: self.ticked(rows), rest_unsure })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Row};
    use backwise_graph::{FindingId, Word};

    /// `picked` holds the rows picked: two options, *none of these*, *not sure*.
    fn check(picked: &[usize], expected: Result<(usize, bool), Word>) {
        let finding = |at| Row::Yes(FindingId::new(at));
        let rows = [finding(0), finding(1), Row::None, Row::Unsure];
        let draft = picked.iter().fold(Draft::default(), |draft, at| draft.with(*at, true));
        let reply = draft.reply(&rows);
        if let Ok(reply) = &reply {
            assert!(Draft::of(&rows, reply) == draft, "{picked:?} does not come back");
        }
        assert_eq!(reply.map(|r| (r.ticked.len(), r.rest_unsure)), expected, "{picked:?}");
    }

    #[test]
    fn a_sign_and_none_of_these_clash() {
        check(&[], Err(Word::ErrorChoose));
        check(&[0, 2], Err(Word::ErrorClash));
        check(&[2, 3], Err(Word::ErrorClash));
        check(&[2], Ok((0, false)));
        check(&[3], Ok((0, true)));
        check(&[0, 3], Ok((1, true)));
        check(&[0, 1], Ok((2, false)));
    }
}
