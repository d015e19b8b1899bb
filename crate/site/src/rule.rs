//! The rule of a warning sign, as a reader reads it.

use backwise_compiler::Content;
use backwise_compiler::rule::Expression;
use backwise_graph::{FindingId, Rule};
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

fn words(n: usize, of: usize) -> String {
    match (n, of) {
        (1, _) => "any of these".to_owned(),
        (2, 2) => "both of these".to_owned(),
        (n, of) if n == of => "all of these".to_owned(),
        (n, _) => format!("at least {n} of these"),
    }
}

/// Whether a rule holds when this finding is true and nothing else is known.
#[must_use]
pub fn holds_alone(rule: &Rule, finding: FindingId) -> bool {
    match rule {
        Rule::Finding(id) => *id == finding,
        Rule::AtLeast(n, parts) => {
            let n_held = parts.iter().filter(|part| holds_alone(part, finding)).count();
            n_held >= usize::from(*n)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{holds_alone, words};
    use backwise_graph::{FindingId, Rule};

    #[test]
    fn counts_are_words() {
        assert_eq!(words(1, 3), "any of these");
        assert_eq!(words(2, 2), "both of these");
        assert_eq!(words(3, 3), "all of these");
        assert_eq!(words(3, 6), "at least 3 of these");
    }

    #[test]
    fn one_finding_holds_where_one_is_enough() {
        let [a, b] = [0, 1].map(|at| Rule::Finding(FindingId::new(at)));
        let either = Rule::AtLeast(1, vec![a.clone(), b.clone()]);
        let both = Rule::AtLeast(2, vec![a, b]);
        assert!(holds_alone(&either, FindingId::new(1)));
        assert!(!holds_alone(&both, FindingId::new(1)));
        assert!(holds_alone(&Rule::AtLeast(1, vec![both, either]), FindingId::new(0)));
    }
}
