//! What a network is made from, as the compiler states it.

/// A cause before anything is known about the visitor.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseModel {
    /// Share of visitors who have it: 0.0005 to 0.6.
    pub prior: f64,
    /// How much being wrong about it matters, 1 for an ordinary cause: 0 or more.
    pub harm: f64,
}

/// An answer: what makes it yes (or higher), and what asking costs.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerModel {
    /// One per level above the lowest, from the lowest up. A yes-or-no answer has one.
    ///
    /// A graded answer (none, some, much) has one per step: "above none", "above some". Going
    /// up, leaks fall by at least 0.005, links only drop out, and strengths do not rise.
    pub thresholds: Vec<Threshold>,
    /// How long the question takes, 1 for an ordinary one: above 0.
    pub effort: f64,
    /// Chance that the visitor is unsure: 0 up to, not including, 1.
    pub unsure: f64,
}

/// When an answer lies above a level.
#[derive(Debug, Clone, PartialEq)]
pub struct Threshold {
    /// Chance that it does with no listed cause present: 0.005 to 0.5.
    pub leak: f64,
    /// A cause's place and the chance that it alone suffices: 0.02 to 0.98, each cause once.
    pub links: Vec<(usize, f64)>,
}

/// Something about the visitor (an age band, heavy work) that multiplies the odds of causes.
///
/// The values' share-weighted priors should average to each cause's stated prior; the compiler
/// solves for that, so that a modifier not asked multiplies by 1 and the base prior stays right.
#[derive(Debug, Clone, PartialEq)]
pub struct ModifierModel {
    /// Its values, for instance absent and present.
    pub values: Vec<ModifierValue>,
    /// How long the question takes, 1 for an ordinary one: above 0.
    pub effort: f64,
    /// Chance that the visitor is unsure: 0 up to, not including, 1.
    pub unsure: f64,
}

/// One value of a modifier.
#[derive(Debug, Clone, PartialEq)]
pub struct ModifierValue {
    /// Share of visitors with this value: above 0, and all values of a modifier sum to 1.
    pub share: f64,
    /// A cause's place and the factor on its odds: above 0, each cause once.
    pub odds: Vec<(usize, f64)>,
}

impl AnswerModel {
    /// A yes-or-no answer of ordinary effort that nobody is unsure about.
    pub fn yes_no(leak: f64, links: Vec<(usize, f64)>) -> Self {
        let thresholds = vec![Threshold { leak, links }];
        Self { thresholds, effort: 1.0, unsure: 0.0 }
    }
}

/// Why a list of causes, answers and modifiers is not a network. Each names a place in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkError {
    /// More than 65 535 causes, answers or modifiers, or more than 255 levels or values.
    TooMany,
    /// A cause whose prior is outside 0.0005 to 0.6.
    Prior(usize),
    /// A cause whose harm weight is negative or not finite.
    Harm(usize),
    /// An answer with no threshold, a leak outside 0.005 to 0.5, or leaks too close together.
    Leak(usize),
    /// An answer with a link strength outside 0.02 to 0.98, or rising with the level.
    Strength(usize),
    /// An answer that links to no cause of the list, to one twice, or to one only higher up.
    Link(usize),
    /// An answer whose effort or chance of unsure is out of range.
    Effort(usize),
    /// A modifier with shares that do not sum to 1, factors out of range, or unknown causes.
    Modifier(usize),
}

impl core::fmt::Display for NetworkError {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::TooMany => write!(out, "too many causes, answers, levels or modifiers"),
            Self::Prior(at) => write!(out, "prior of cause {at} is outside 0.0005 to 0.6"),
            Self::Harm(at) => write!(out, "harm weight of cause {at} is negative or not finite"),
            Self::Leak(at) => write!(out, "leaks of answer {at} do not fall within 0.5 to 0.005"),
            Self::Strength(at) => {
                write!(out, "a link of answer {at} is outside 0.02 to 0.98 or rises with the level")
            }
            Self::Link(at) => write!(out, "a link of answer {at} names no cause, or one twice"),
            Self::Effort(at) => write!(out, "effort or unsure of answer {at} is out of range"),
            Self::Modifier(at) => {
                write!(out, "shares or factors of modifier {at} are out of range")
            }
        }
    }
}

impl core::error::Error for NetworkError {}
