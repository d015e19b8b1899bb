//! Somebody who answers at random, the same way every time.

use backwise_checker::{Ask, Checker, Reply, Session};
use backwise_graph::{Choose, Graph, QuestionId};

/// A reader who answers by these numbers, and mostly no to lists, as most readers do.
#[derive(Clone, Debug)]
pub struct Reader {
    dice: Vec<u8>,
}

impl Reader {
    /// A reader with these dice.
    ///
    /// # Panics
    /// When there are none.
    #[must_use]
    pub fn new(dice: Vec<u8>) -> Self {
        assert!(!dice.is_empty(), "a reader needs dice");
        Self { dice }
    }

    fn die(&self, at: usize) -> u8 {
        self.dice[at % self.dice.len()].wrapping_add(((at / self.dice.len()) * 37) as u8)
    }

    /// The answer to the question at this place.
    #[must_use]
    pub fn reply(&self, graph: &Graph, ask: Ask, at: usize) -> Reply {
        let die = self.die(at);
        match ask {
            Ask::Single(finding) => Reply {
                ticked: if die % 5 < 2 { vec![finding] } else { Vec::new() },
                rest_unsure: die % 5 == 4,
            },
            Ask::Screen(id) => self.screen(graph, id, at, die),
        }
    }

    fn screen(&self, graph: &Graph, id: QuestionId, at: usize, die: u8) -> Reply {
        let question = &graph.questions[id.index()];
        let options = &question.options;
        let unsure = die % 16 == 15;
        let ticked = match question.choose {
            Choose::One if unsure => Vec::new(),
            Choose::One => vec![options[usize::from(die) % options.len()]],
            Choose::Many if die >= 64 => Vec::new(),
            Choose::Many => {
                let is_ticked = |n: &usize| self.die(at * 31 + n + 1) < 43;
                (0..options.len()).filter(is_ticked).map(|n| options[n]).collect()
            }
        };
        Reply { ticked, rest_unsure: unsure }
    }

    /// Answers to the end; `step` sees every question on the way.
    ///
    /// # Panics
    /// When the interview does not end.
    pub fn walk(&self, checker: &Checker, step: impl FnMut(&Session)) -> Session {
        self.go_on(Session::new(), checker, step)
    }

    /// Answers to the end of what was begun.
    ///
    /// # Panics
    /// When the interview does not end.
    pub fn go_on(
        &self,
        mut session: Session,
        checker: &Checker,
        mut step: impl FnMut(&Session),
    ) -> Session {
        while let Some((ask, _)) = session.next(checker) {
            step(&session);
            let reply = self.reply(checker.graph(), ask, session.given().len());
            session.answer(checker.graph(), ask, reply).expect("the reply fits its question");
            assert!(session.given().len() < 200, "the interview does not end");
        }
        session
    }
}
