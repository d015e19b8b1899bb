//! YAML with a place for every key and value, in bytes of the file that it stands in.

use std::ops::Range;

use saphyr::{MarkedYaml, ScanError, YamlData, YamlLoader};
use saphyr_parser::Parser;

/// A piece of text and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Spot {
    /// The text.
    pub text: String,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// A YAML value with its place. Scalars stay text: what they mean is the reader's business.
#[derive(Clone, Debug)]
pub enum Value {
    /// A scalar.
    Text(Spot),
    /// A sequence.
    List(Vec<Value>, Range<usize>),
    /// A mapping, in the order written.
    Map(Vec<(Spot, Value)>, Range<usize>),
}

impl Value {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        match self {
            Value::Text(spot) => spot.span.clone(),
            Value::List(_, span) | Value::Map(_, span) => span.clone(),
        }
    }
}

/// Where YAML stopped being YAML, and why.
pub(crate) type LoadFault = (Range<usize>, String);

/// Loads the YAML at `span`, with places counted in the whole of `text`.
pub(crate) fn load(text: &str, span: Range<usize>) -> Result<Option<Value>, LoadFault> {
    let yaml = &text[span.clone()];
    let places = Places { yaml, start: span.start, lines: line_starts(yaml) };
    let mut loader: YamlLoader<'_, MarkedYaml<'_>> = YamlLoader::default();
    loader.early_parse(false);
    let loaded = Parser::new_from_str(yaml).load(&mut loader, false);
    loaded.map_err(|fault| places.fault(&fault))?;
    if let Some(fault) = loader.error() {
        return Err(places.fault(fault));
    }
    Ok(loader.into_documents().first().and_then(|node| places.value(node)))
}

fn line_starts(text: &str) -> Vec<usize> {
    let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(breaks).collect()
}

/// Turns YAML's markers, which count lines and characters, into bytes of the file.
struct Places<'a> {
    yaml: &'a str,
    start: usize,
    lines: Vec<usize>,
}

impl Places<'_> {
    fn byte(&self, line: usize, column: usize) -> usize {
        let from = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.yaml.len());
        let rest = &self.yaml[from..];
        let within = rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at);
        self.start + from + within
    }

    fn fault(&self, fault: &ScanError) -> LoadFault {
        let at = self.byte(fault.marker().line(), fault.marker().col());
        (at..at, fault.info().to_owned())
    }

    fn span(&self, node: &MarkedYaml<'_>) -> Range<usize> {
        let (from, to) = (&node.span.start, &node.span.end);
        let start = self.byte(from.line(), from.col());
        start..self.byte(to.line(), to.col()).max(start)
    }

    fn value(&self, node: &MarkedYaml<'_>) -> Option<Value> {
        let span = self.span(node);
        match &node.data {
            YamlData::Sequence(items) => {
                Some(Value::List(items.iter().filter_map(|i| self.value(i)).collect(), span))
            }
            YamlData::Mapping(entries) => {
                let entries = entries.iter().filter_map(|(key, value)| match self.value(key)? {
                    Value::Text(spot) => Some((spot, self.value(value)?)),
                    Value::List(..) | Value::Map(..) => None,
                });
                Some(Value::Map(entries.collect(), span))
            }
            YamlData::Representation(text, ..) => {
                Some(Value::Text(Spot { text: text.trim().to_owned(), span }))
            }
            YamlData::Value(_) | YamlData::BadValue | YamlData::Alias(_) | YamlData::Tagged(..) => {
                None
            }
        }
    }
}
