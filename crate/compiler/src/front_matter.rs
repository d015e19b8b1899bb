//! The facts at the top of a page, taken field by field; what nobody takes is a fault.

use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use crate::date::Date;
use crate::diagnostic::{Diagnostic, Place};
use crate::suggest::did_you_mean;
use crate::yaml::{Spot, Value, load};

/// The front matter of one page, taken field by field. What is left over is a fault.
pub struct Fields {
    path: Arc<str>,
    whole: Range<usize>,
    /// What these are the keys of, as writers are told.
    of: String,
    left: Vec<(Spot, Value)>,
    asked: Vec<&'static str>,
    faults: Vec<Diagnostic>,
    /// Whether there is a list of keys at all; without one none of them is reported missing.
    legible: bool,
}

impl Fields {
    /// Reads the YAML that stands at `span` of `text`.
    #[must_use]
    pub fn read(path: &Arc<str>, text: &str, span: Range<usize>) -> Self {
        let mut fields = Self {
            path: path.clone(),
            whole: 0..span.start,
            of: "this kind of page".to_owned(),
            left: Vec::new(),
            asked: Vec::new(),
            faults: Vec::new(),
            legible: true,
        };
        match load(text, span.clone()) {
            Ok(None) => {}
            Ok(Some(Value::Map(entries, _))) => fields.left = entries,
            Ok(Some(other)) => fields.fault(
                "front-matter",
                other.span(),
                "the front matter is not a list of `key: value`",
                "write one fact per line, such as `title: Slumping when tired`",
            ),
            Err((span, info)) if info.contains("duplicated key") => fields.fault(
                "repeated-key",
                span,
                "a key stands twice",
                "keep one of the two",
            ),
            Err((span, info)) => fields.fault(
                "front-matter",
                span,
                format!("the front matter is not YAML: {info}"),
                "quote a text that holds `: ` or begins with a sign, as in `title: \"Neck: stiff\"`",
            ),
        }
        fields.legible = fields.faults.is_empty();
        fields
    }

    /// The keys below a key, as facts of their own; end them with [`Fields::close`].
    pub fn group(&mut self, key: &'static str) -> Option<Self> {
        let value = self.value(key)?;
        self.below(key, value)
    }

    /// The items of a list below a key, each with facts of its own; end each with [`Fields::close`].
    pub fn groups(&mut self, key: &'static str) -> Vec<Self> {
        let items = match self.value(key) {
            None => Vec::new(),
            Some(Value::List(items, _)) => items,
            Some(other) => {
                let message = format!("`{key}` is not a list");
                let help = "begin each of its items with `-`, on a line of its own";
                self.fault("wrong-value", other.span(), message, help);
                Vec::new()
            }
        };
        items.into_iter().filter_map(|item| self.below(key, item)).collect()
    }

    fn below(&mut self, key: &'static str, value: Value) -> Option<Self> {
        match value {
            Value::Map(left, whole) => Some(Self {
                path: self.path.clone(),
                whole,
                of: format!("`{key}`"),
                left,
                asked: Vec::new(),
                faults: Vec::new(),
                legible: true,
            }),
            other => {
                let message = format!("`{key}` is not a list of `key: value`");
                let help = "write one pair per line below it";
                self.fault("wrong-value", other.span(), message, help);
                None
            }
        }
    }

    /// Ends the reading of a group.
    pub fn close(&mut self, group: Self) {
        self.faults.extend(group.finish());
    }

    /// Reports a fault in this page.
    pub fn fault(
        &mut self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let place = Place::new(&self.path, span);
        self.faults.push(Diagnostic::error(code, place, message, help));
    }

    /// The value of a key, whatever it is.
    pub fn value(&mut self, key: &'static str) -> Option<Value> {
        self.ask(key);
        let at = self.left.iter().position(|(k, _)| k.text == key)?;
        Some(self.left.remove(at).1)
    }

    fn ask(&mut self, key: &'static str) {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
    }

    /// A text, if it is there.
    pub fn text(&mut self, key: &'static str) -> Option<Spot> {
        match self.value(key)? {
            Value::Text(spot) if !spot.text.is_empty() => Some(spot),
            Value::Text(spot) => {
                self.empty(key, spot.span);
                None
            }
            other => {
                self.fault(
                    "wrong-value",
                    other.span(),
                    format!("`{key}` is not a text"),
                    "write words behind it",
                );
                None
            }
        }
    }

    /// Reports a key with nothing behind it.
    fn empty(&mut self, key: &'static str, span: Range<usize>) {
        self.fault("wrong-value", span, format!("`{key}` is empty"), "write its value behind it");
    }

    /// A text that must be there.
    pub fn needed(&mut self, key: &'static str) -> Spot {
        let n_faults = self.faults.len();
        let found = self.text(key);
        if found.is_none() && self.faults.len() == n_faults {
            self.missing(key);
        }
        found.unwrap_or_default()
    }

    /// Reports that a key must be there.
    pub fn missing(&mut self, key: &'static str) {
        if !self.legible {
            return;
        }
        let message = format!("`{key}` is missing");
        let help = format!("add `{key}:` to the front matter");
        self.fault("missing-key", self.whole.clone(), message, help);
    }

    /// A list of texts; a single text counts as a list of one.
    pub fn texts(&mut self, key: &'static str) -> Vec<Spot> {
        let (items, span) = match self.value(key) {
            None => return Vec::new(),
            Some(Value::Text(spot)) if spot.text.is_empty() => {
                self.empty(key, spot.span);
                return Vec::new();
            }
            Some(Value::Text(spot)) => return vec![spot],
            Some(Value::List(items, span)) => (items, span),
            Some(Value::Map(_, span)) => (Vec::new(), span),
        };
        let n_items = items.len();
        let spots = items.into_iter().filter_map(|item| match item {
            Value::Text(spot) => Some(spot),
            Value::List(..) | Value::Map(..) => None,
        });
        let spots: Vec<_> = spots.collect();
        if spots.len() != n_items || spots.is_empty() {
            self.fault(
                "wrong-value",
                span,
                format!("`{key}` is not a list of texts"),
                "write `[one, two]`",
            );
        }
        spots
    }

    /// Pairs of name and text: a mapping, or a list of one-line mappings.
    pub fn pairs(&mut self, key: &'static str) -> Vec<(Spot, Spot)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let span = value.span();
        let maps = match value {
            Value::Map(entries, _) => entries,
            Value::List(items, _) => items.into_iter().flat_map(entries_of).collect(),
            Value::Text(_) => Vec::new(),
        };
        let pairs: Vec<_> = maps
            .into_iter()
            .filter_map(|(name, value)| match value {
                Value::Text(text) => Some((name, text)),
                Value::List(..) | Value::Map(..) => None,
            })
            .collect();
        if pairs.is_empty() {
            self.fault(
                "wrong-value",
                span,
                format!("`{key}` is not a list of `name: value`"),
                "write one pair per line",
            );
        }
        pairs
    }

    /// One of a closed set, by name.
    pub fn one_of<T: Copy>(
        &mut self,
        key: &'static str,
        names: &[&'static str],
        all: &[T],
    ) -> Option<T> {
        let spot = self.text(key)?;
        let found = names.iter().position(|name| *name == spot.text);
        if found.is_none() {
            let help = did_you_mean(
                &spot.text,
                names.iter().copied(),
                &format!("write one of {}", names.join(", ")),
            );
            self.fault(
                "wrong-value",
                spot.span,
                format!("`{}` is no value of `{key}`", spot.text),
                help,
            );
        }
        found.map(|at| all[at])
    }

    /// A day.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        let spot = self.text(key)?;
        let date = Date::parse(&spot.text);
        if date.is_none() {
            self.fault(
                "wrong-value",
                spot.span,
                format!("`{}` is no day", spot.text),
                "write it as 2026-11-21",
            );
        }
        date
    }

    /// Whether a key stands there; asking makes it one of the kind's keys.
    pub fn has(&mut self, key: &'static str) -> bool {
        self.ask(key);
        self.left.iter().any(|(k, _)| k.text == key)
    }

    /// Where these facts stand.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.whole.clone()
    }

    /// Whether anything was found wrong so far.
    #[must_use]
    pub fn faulty(&self) -> bool {
        !self.faults.is_empty()
    }

    /// A day and where it stands.
    pub fn spanned_date(&mut self, key: &'static str) -> Option<(Date, Range<usize>)> {
        self.has(key);
        let span = self.left.iter().find(|(k, _)| k.text == key)?.1.span();
        Some((self.date(key)?, span))
    }

    /// A number of at least 0 that must be there.
    pub fn number(&mut self, key: &'static str) -> f32 {
        let spot = self.needed(key);
        let number = spot.text.parse::<f32>().ok().filter(|n| n.is_finite() && *n >= 0.0);
        if number.is_none() && !spot.text.is_empty() {
            self.fault(
                "wrong-value",
                spot.span,
                format!("`{}` is no number", spot.text),
                "write digits, such as `1.5`",
            );
        }
        number.unwrap_or_default()
    }

    /// A whole number within a range, if it is there.
    pub fn whole(&mut self, key: &'static str, range: RangeInclusive<u16>) -> Option<u16> {
        let spot = self.text(key)?;
        let number = spot.text.parse().ok().filter(|n| range.contains(n));
        if number.is_none() {
            let message = format!("`{key}` cannot be `{}`", spot.text);
            let help = format!("write a whole number from {} to {}", range.start(), range.end());
            self.fault("wrong-value", spot.span, message, help);
        }
        number
    }

    /// One word of a closed list, which must be there.
    pub fn one_word(&mut self, key: &'static str, words: &'static [&'static str]) -> Spot {
        let spot = self.needed(key);
        if !spot.text.is_empty() && !words.contains(&spot.text.as_str()) {
            let help = did_you_mean(
                &spot.text,
                words.iter().copied(),
                &format!("write one of {}", words.join(", ")),
            );
            self.fault(
                "wrong-value",
                spot.span.clone(),
                format!("`{}` is no value of `{key}`", spot.text),
                help,
            );
        }
        spot
    }

    /// Ends the reading: every key that nobody asked for is a fault.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        for (key, _) in std::mem::take(&mut self.left) {
            let all = format!("the keys of {} are {}", self.of, self.asked.join(", "));
            let help = did_you_mean(&key.text, self.asked.iter().copied(), &all);
            self.fault(
                "unknown-key",
                key.span,
                format!("`{}` is no key of {}", key.text, self.of),
                help,
            );
        }
        self.faults
    }
}

fn entries_of(item: Value) -> Vec<(Spot, Value)> {
    match item {
        Value::Map(entries, _) => entries,
        Value::Text(spot) => vec![(spot.clone(), Value::Text(spot))],
        Value::List(..) => Vec::new(),
    }
}
