//! The rule of a warning sign, as a reader reads it.

use backwise_compiler::Content;
use backwise_compiler::Facts;
use backwise_compiler::rule::Expression;
use backwise_graph::{Kind, Urgency};
use serde::Serialize;

use crate::view::Link;

/// A rule as a list in lists.
#[derive(Serialize)]
pub struct Reading {
    /// How many of the parts must be true; empty for a single finding.
    pub words: String,
    pub parts: Vec<Reading>,
    /// The finding, where this is one.
    pub link: Option<Link>,
}

#[must_use]
pub fn reading(content: &Content, rule: &Expression) -> Reading {
    match rule {
        Expression::Name(spot) => {
            let at = content.by_slug.get(&spot.text);
            let link = at.and_then(|at| Link::to(content, *at));
            Reading { words: String::new(), parts: Vec::new(), link }
        }
        Expression::AtLeast(n, parts) => Reading {
            words: words(usize::from(*n), parts.len()),
            parts: parts.iter().map(|part| reading(content, part)).collect(),
            link: None,
        },
    }
}

/// How a rule reads for which one of its parts is enough.
pub const ANY: &str = "any of these";

fn words(n: usize, of: usize) -> String {
    match (n, of) {
        (1, _) => ANY.to_owned(),
        (2, 2) => "both of these".to_owned(),
        (n, of) if n == of => "all of these".to_owned(),
        (n, _) => format!("at least {n} of these"),
    }
}

/// The urgency that this finding sets on its own, by the rules of all warning signs.
#[must_use]
pub fn level_alone(content: &Content, finding: &str) -> Option<Urgency> {
    // Asked of every page there is, and the answer takes all rules.
    content.find(finding, &[Kind::Symptom, Kind::Risk])?;
    let levels = content.of_kind(Kind::RedFlag).filter_map(|(_, page)| match &page.facts {
        Facts::RedFlag { when: Some((rule, _)), level, .. } if holds_alone(rule, finding) => {
            Some(*level)
        }
        _ => None,
    });
    levels.max()
}

/// Whether a rule holds when this finding is true and nothing else is known.
#[must_use]
pub fn holds_alone(rule: &Expression, finding: &str) -> bool {
    match rule {
        Expression::Name(spot) => spot.text == finding,
        Expression::AtLeast(n, parts) => {
            let n_held = parts.iter().filter(|part| holds_alone(part, finding)).count();
            n_held >= usize::from(*n)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{holds_alone, words};
    use backwise_compiler::rule::parse;
    use backwise_compiler::yaml::Spot;

    #[test]
    fn counts_are_words() {
        assert_eq!(words(1, 3), "any of these");
        assert_eq!(words(2, 2), "both of these");
        assert_eq!(words(3, 3), "all of these");
        assert_eq!(words(3, 6), "at least 3 of these");
    }

    #[test]
    fn one_finding_holds_where_one_is_enough() {
        let holds = |rule: &str| {
            let rule = parse(&Spot { text: rule.to_owned(), span: 0..rule.len() });
            holds_alone(&rule.expect("a rule"), "a")
        };
        assert!(holds("a") && holds("b or a") && holds("(a and b) or a") && holds("a and a"));
        assert!(!holds("b") && !holds("a and b") && !holds("at least 2 of (a, b, c)"));
    }
}
