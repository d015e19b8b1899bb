//! Strengths in words or numbers, and what the words are worth.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::yaml::Spot;

/// A strength as written: a word of a scale, or a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Strength {
    /// A word, looked up in the scale of its relation.
    Word(Spot),
    /// A number somebody published.
    Number(f64, Range<usize>),
}

impl Strength {
    /// What `text` says: a number if it reads as one, else a word.
    #[must_use]
    pub fn of(text: &str, span: Range<usize>) -> Self {
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Strength::Number(number, span),
            _ => Strength::Word(Spot { text: text.to_owned(), span }),
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        match self {
            Strength::Word(spot) => spot.span.clone(),
            Strength::Number(_, span) => span.clone(),
        }
    }
}

/// A strength in front matter, with its footnote: `0.013 [^hamilton-2015]` or `common`.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// The word or number.
    pub strength: Strength,
    /// Its footnote, if it has one.
    pub source: Option<Spot>,
}

impl Quantity {
    /// Reads `word` or `number [^source]`.
    #[must_use]
    pub fn of(spot: &Spot) -> Self {
        let (value, rest) = spot.text.split_once("[^").unwrap_or((&spot.text, ""));
        let source = rest
            .strip_suffix(']')
            .map(|name| Spot { text: name.to_owned(), span: spot.span.clone() });
        Self { strength: Strength::of(value.trim(), spot.span.clone()), source }
    }
}

/// What the words of each scale are worth, from `content/scale/`.
#[derive(Default)]
pub struct Scales {
    /// Scale, word, number.
    pub words: BTreeMap<String, BTreeMap<String, f64>>,
}

impl Scales {
    /// The number behind a strength on the named scale, or the words there are.
    ///
    /// # Errors
    /// The words of the scale, when the strength is a word and none of them.
    pub fn value(&self, scale: &str, strength: &Strength) -> Result<f64, Vec<&str>> {
        match strength {
            Strength::Number(number, _) => Ok(*number),
            Strength::Word(spot) => {
                let words = self.words.get(scale);
                let found = words.and_then(|w| w.get(&spot.text)).copied();
                found.ok_or_else(|| {
                    words.into_iter().flat_map(|w| w.keys()).map(String::as_str).collect()
                })
            }
        }
    }
}
