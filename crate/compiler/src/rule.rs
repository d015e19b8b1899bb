//! The rules of red flags, as a clinician reads them: `a or b or (c and at least 2 of (d, e, f))`.

use std::ops::Range;

use crate::yaml::Spot;

/// A rule over names that are not yet looked up.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A finding by its id.
    Name(Spot),
    /// At least so many of the parts.
    AtLeast(u8, Vec<Expression>),
}

impl Expression {
    /// The findings it names, in the order of writing; one that is named twice stands there twice.
    #[must_use]
    pub fn names(&self) -> Vec<&Spot> {
        match self {
            Self::Name(spot) => vec![spot],
            Self::AtLeast(_, parts) => parts.iter().flat_map(Self::names).collect(),
        }
    }
}

/// What is wrong with a rule, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleFault {
    /// The bytes at fault.
    pub span: Range<usize>,
    /// The fact.
    pub message: String,
}

/// Reads the rule in `spot`.
///
/// # Errors
/// When it is no rule: the place and the fact.
pub fn parse(spot: &Spot) -> Result<Expression, RuleFault> {
    let mut parser = Parser { tokens: tokens(spot), at: 0, end: spot.span.end, depth: 0 };
    let expression = parser.any()?;
    match parser.tokens.get(parser.at) {
        None => Ok(expression),
        Some(extra) => {
            Err(fault(&extra.span, format!("`{}` stands where the rule should end", extra.text)))
        }
    }
}

fn fault(span: &Range<usize>, message: impl Into<String>) -> RuleFault {
    RuleFault { span: span.clone(), message: message.into() }
}

/// Splits a rule into words and signs. Line breaks of folded text may shift places by a little.
fn tokens(spot: &Spot) -> Vec<Spot> {
    let mut tokens: Vec<Spot> = Vec::new();
    let mut open = false;
    for (at, sign) in spot.text.char_indices() {
        let from = spot.span.start + at;
        let to = from + sign.len_utf8();
        let in_word = !sign.is_whitespace() && !"(),".contains(sign);
        match tokens.last_mut() {
            Some(word) if open && in_word => {
                word.text.push(sign);
                word.span.end = to;
            }
            _ if sign.is_whitespace() => {}
            _ => tokens.push(Spot { text: sign.to_string(), span: from..to }),
        }
        open = in_word;
    }
    tokens
}

struct Parser {
    tokens: Vec<Spot>,
    at: usize,
    end: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> &str {
        self.tokens.get(self.at).map_or("", |t| &t.text)
    }

    fn next(&mut self) -> Option<Spot> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn expect(&mut self, text: &str) -> Result<(), RuleFault> {
        match self.next() {
            Some(token) if token.text == text => Ok(()),
            Some(token) => Err(fault(
                &token.span,
                format!("`{}` stands where `{text}` is expected", token.text),
            )),
            None => Err(fault(
                &(self.end..self.end),
                format!("the rule ends where `{text}` is expected"),
            )),
        }
    }

    fn any(&mut self) -> Result<Expression, RuleFault> {
        self.chain("or", Self::all, |_| 1)
    }

    fn all(&mut self) -> Result<Expression, RuleFault> {
        self.chain("and", Self::part, |n| n)
    }

    fn chain(
        &mut self,
        word: &str,
        part: fn(&mut Self) -> Result<Expression, RuleFault>,
        needed: fn(usize) -> usize,
    ) -> Result<Expression, RuleFault> {
        let mut parts = vec![part(self)?];
        while self.peek() == word {
            self.at += 1;
            parts.push(part(self)?);
        }
        if parts.len() == 1 {
            return Ok(parts.remove(0));
        }
        let n = u8::try_from(needed(parts.len()));
        n.map(|n| Expression::AtLeast(n, parts))
            .map_err(|_| fault(&(self.end..self.end), "a rule joins more than 255 parts"))
    }

    fn part(&mut self) -> Result<Expression, RuleFault> {
        self.depth += 1;
        if self.depth > backwise_graph::record::MAX_RULE_DEPTH / 2 {
            return Err(fault(&(self.end..self.end), "the brackets of a rule go too deep"));
        }
        let part = self.part_within();
        self.depth -= 1;
        part
    }

    fn part_within(&mut self) -> Result<Expression, RuleFault> {
        let Some(token) = self.next() else {
            return Err(fault(&(self.end..self.end), "the rule ends where a finding is expected"));
        };
        match token.text.as_str() {
            "(" => {
                let inner = self.any()?;
                self.expect(")")?;
                Ok(inner)
            }
            "at" if self.peek() == "least" => self.at_least(),
            "not" => Err(fault(
                &token.span,
                "a rule has no `not`: one more yes may never lower the urgency",
            )),
            "and" | "or" | "of" | "," | ")" => Err(fault(
                &token.span,
                format!("`{}` stands where a finding is expected", token.text),
            )),
            _ => Ok(Expression::Name(token)),
        }
    }

    fn at_least(&mut self) -> Result<Expression, RuleFault> {
        self.at += 1;
        let Some(number) = self.next() else {
            return Err(fault(&(self.end..self.end), "the rule ends where a number is expected"));
        };
        self.expect("of")?;
        self.expect("(")?;
        let mut parts = vec![self.any()?];
        while self.peek() == "," {
            self.at += 1;
            parts.push(self.any()?);
        }
        self.expect(")")?;
        match number.text.parse::<u8>() {
            Ok(n) if n > 0 && usize::from(n) <= parts.len() => Ok(Expression::AtLeast(n, parts)),
            _ => Err(fault(
                &number.span,
                format!(
                    "`{}` is no number from 1 to {}, the parts in the brackets",
                    number.text,
                    parts.len()
                ),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Expression, Spot, parse};

    fn show(expression: &Expression) -> String {
        match expression {
            Expression::Name(spot) => spot.text.clone(),
            Expression::AtLeast(n, parts) => {
                format!("{n}({})", parts.iter().map(show).collect::<Vec<_>>().join(" "))
            }
        }
    }

    fn check(rule: &str, expected: &str) {
        let spot = Spot { text: rule.into(), span: 10..10 + rule.len() };
        let shown = match parse(&spot) {
            Ok(expression) => show(&expression),
            Err(fault) => format!("{} at {}", fault.message, fault.span.start - 10),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn it_names_its_findings_in_the_order_of_writing() {
        let text = "c or b and at least 2 of (a, c, d)";
        let spot = Spot { text: text.into(), span: 0..text.len() };
        let rule = parse(&spot).expect("it is a rule");
        let names: Vec<_> = rule.names().iter().map(|spot| spot.text.as_str()).collect();
        assert_eq!(names, ["c", "b", "a", "c", "d"]);
    }

    #[test]
    fn and_binds_tighter_than_or() {
        check("a", "a");
        check("a or b and c", "1(a 2(b c))");
        check("(a or b) and c", "2(1(a b) c)");
        check("at least 2 of (a, b or c, d)", "2(a 1(b c) d)");
        check("fever and(leg-weakness or x)", "2(fever 1(leg-weakness x))");
    }

    #[test]
    fn faults_have_a_place() {
        check("", "the rule ends where a finding is expected at 0");
        check("a or", "the rule ends where a finding is expected at 4");
        check("a b", "`b` stands where the rule should end at 2");
        check("a and not b", "a rule has no `not`: one more yes may never lower the urgency at 6");
        check(
            "at least 3 of (a, b)",
            "`3` is no number from 1 to 2, the parts in the brackets at 9",
        );
        check("at least 0 of (a)", "`0` is no number from 1 to 1, the parts in the brackets at 9");
        check("(a", "the rule ends where `)` is expected at 2");
    }

    #[test]
    fn brackets_without_end_are_refused() {
        check(&"(".repeat(10_000), "the brackets of a rule go too deep at 10000");
    }
}
