//! The network: causes above, answers below, and how strongly each speaks for the other.

use super::model::{AnswerModel, CauseModel, ModifierModel, NetworkError};

/// A cause of one network, as its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cause(pub(super) u16);

/// A question that can be answered in one network, as its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Answer(pub(super) u16);

/// Something about the visitor that shifts priors in one network, as its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Modifier(pub(super) u16);

impl Cause {
    /// The place of this cause in [`Network::new`]'s list and in every list of posteriors.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl Answer {
    /// The place of this answer in [`Network::new`]'s list.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl Modifier {
    /// The place of this modifier in [`Network::new`]'s list.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A two-layer noisy-OR network (Pearl 1988): causes are independent before any answer, and an
/// answer is yes when its leak or any present cause makes it so, each by its own chance.
///
/// Every answer is one or more *thresholds*, each a noisy-OR of "the answer lies above this
/// level". A yes-or-no answer has one; a graded answer has several (noisy-MAX, Henrion 1989).
#[derive(Debug, Clone)]
pub struct Network {
    causes: Vec<CauseModel>,
    answers: Vec<AnswerTraits>,
    rows: Vec<Row>,
    links: Vec<Link>,
    modifiers: Vec<ModifierModel>,
}

/// What an answer costs to ask, and where its thresholds lie.
#[derive(Debug, Clone)]
struct AnswerTraits {
    first_row: u32,
    thresholds: u8,
    worth: f64,
}

/// One threshold: its leak, and where its links end.
#[derive(Debug, Clone)]
struct Row {
    leak: f64,
    first_link: u32,
    end_link: u32,
}

/// How strongly a cause makes an answer lie above a threshold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub cause: u16,
    pub strength: f64,
}

impl Network {
    /// Checks every number against its range and stores the network by answer.
    ///
    /// # Errors
    ///
    /// The first fault found, with the place of the item at fault: see [`NetworkError`].
    pub fn new(
        causes: Vec<CauseModel>,
        answers: Vec<AnswerModel>,
        modifiers: Vec<ModifierModel>,
    ) -> Result<Self, NetworkError> {
        super::check::check(&causes, &answers, &modifiers)?;
        let (traits, rows, links) = (Vec::new(), Vec::new(), Vec::new());
        let mut network = Self { causes, answers: traits, rows, links, modifiers };
        answers.iter().for_each(|model| network.store(model));
        Ok(network)
    }

    fn store(&mut self, model: &AnswerModel) {
        self.answers.push(AnswerTraits {
            first_row: self.rows.len() as u32,
            thresholds: model.thresholds.len() as u8,
            worth: (1.0 - model.unsure) / model.effort,
        });
        for threshold in &model.thresholds {
            let first = self.links.len();
            for &(cause, strength) in &threshold.links {
                let cause = cause as u16;
                let after = self.links[first..].partition_point(|link| link.cause < cause);
                self.links.insert(first + after, Link { cause, strength });
            }
            let (first_link, end_link) = (first as u32, self.links.len() as u32);
            self.rows.push(Row { leak: threshold.leak, first_link, end_link });
        }
    }

    /// How many causes there are.
    pub fn n_causes(&self) -> usize {
        self.causes.len()
    }

    /// How many answers there are.
    pub fn n_answers(&self) -> usize {
        self.answers.len()
    }

    /// How many modifiers there are.
    pub fn n_modifiers(&self) -> usize {
        self.modifiers.len()
    }

    /// The cause at this place, if there is one.
    pub fn cause(&self, index: usize) -> Option<Cause> {
        (index < self.n_causes()).then_some(Cause(index as u16))
    }

    /// The answer at this place, if there is one.
    pub fn answer(&self, index: usize) -> Option<Answer> {
        (index < self.n_answers()).then_some(Answer(index as u16))
    }

    /// The modifier at this place, if there is one.
    pub fn modifier(&self, index: usize) -> Option<Modifier> {
        (index < self.n_modifiers()).then_some(Modifier(index as u16))
    }

    /// Every cause, in order.
    pub fn causes(&self) -> impl ExactSizeIterator<Item = Cause> + use<> {
        (0..self.causes.len() as u16).map(Cause)
    }

    /// Every answer, in order.
    pub fn answers(&self) -> impl ExactSizeIterator<Item = Answer> + use<> {
        (0..self.answers.len() as u16).map(Answer)
    }

    /// Every modifier, in order.
    pub fn modifiers(&self) -> impl ExactSizeIterator<Item = Modifier> + use<> {
        (0..self.modifiers.len() as u16).map(Modifier)
    }

    /// The highest level this answer can have: 1 for a yes-or-no answer.
    pub fn top_level(&self, answer: Answer) -> u8 {
        self.answers[answer.index()].thresholds
    }

    pub(super) fn priors(&self) -> &[CauseModel] {
        &self.causes
    }

    pub(super) fn modifier_model(&self, modifier: Modifier) -> &ModifierModel {
        &self.modifiers[modifier.index()]
    }

    /// The chance of an answer other than unsure, by unit of effort.
    pub(super) fn worth(&self, answer: Answer) -> f64 {
        self.answers[answer.index()].worth
    }

    /// Leak and links of "the answer lies above `level`".
    pub(super) fn above(&self, answer: Answer, level: u8) -> (f64, &[Link]) {
        let row = &self.rows[self.answers[answer.index()].first_row as usize + usize::from(level)];
        (row.leak, &self.links[row.first_link as usize..row.end_link as usize])
    }
}
