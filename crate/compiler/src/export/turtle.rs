//! Facts as Turtle.

use std::fmt::Write as _;

use super::fact::{Object, PREFIXES, Subject};

/// All facts, one paragraph for each subject.
///
/// # Panics
/// Never: strings take text.
#[must_use]
pub fn print(facts: &[Subject]) -> String {
    let mut out = String::new();
    for (name, address) in PREFIXES {
        writeln!(out, "@prefix {name}: <{address}> .").expect("strings take text");
    }
    out.push_str("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n");
    for Subject { id, says } in facts {
        let says: Vec<_> =
            says.iter().map(|(word, end)| format!("{word} {}", object(end))).collect();
        write!(out, "\n<{id}>\n  {} .\n", says.join(" ;\n  ")).expect("strings take text");
    }
    out
}

fn object(object: &Object) -> String {
    match object {
        Object::Thing(id) => format!("<{id}>"),
        Object::Term(name) => name.clone(),
        Object::Words(text) => format!("{}@en", quoted(text)),
        Object::Text(text) => quoted(text),
        Object::Day(day) => format!("\"{day}\"^^xsd:date"),
        Object::Number(number) => format!("\"{number}\"^^xsd:decimal"),
    }
}

fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", text.replace('\n', "\\n").replace('\r', "\\r"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_would_end_a_text_is_escaped() {
        assert_eq!(quoted("a \"b\" \\ c\n"), r#""a \"b\" \\ c\n""#);
    }
}
