//! Statements that cannot both stand: one relation in two strengths, help that is also harm.

use std::collections::BTreeMap;

use backwise_graph::RelationKind;

use crate::content::{Content, Statement};
use crate::diagnostic::Diagnostic;

/// Reports contradictions at the later of the two statements.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(usize, usize, RelationKind), &Statement> = BTreeMap::new();
    for statement in &content.statements {
        let key = (statement.from, statement.to, statement.kind);
        let earlier = *first.entry(key).or_insert(statement);
        let both = statement.strength.is_some() && earlier.strength.is_some();
        if both && (statement.value - earlier.value).abs() > 1e-9 {
            let message = format!(
                "this relation is stated twice, as {} here and as {} there",
                statement.value, earlier.value
            );
            found.push(fault(content, statement, earlier, "two-strengths", message));
        }
    }
    for statement in content.statements.iter().filter(|s| s.kind == RelationKind::AvoidWith) {
        let eases = first.get(&(statement.from, statement.to, RelationKind::Eases));
        if let Some(earlier) = eases {
            let message = "this page eases it and is to be avoided with it".to_owned();
            found.push(fault(content, statement, earlier, "contradiction", message));
        }
    }
    for statement in
        content.statements.iter().filter(|s| s.kind == RelationKind::LeadsTo && s.from == s.to)
    {
        let message = "a cause leads to itself".to_owned();
        found.push(fault(content, statement, statement, "contradiction", message));
    }
}

fn fault(
    content: &Content,
    here: &Statement,
    there: &Statement,
    code: &'static str,
    message: String,
) -> Diagnostic {
    let other = &content.pages[there.page];
    let line = other.text[..there.span.start].matches('\n').count() + 1;
    let help = format!(
        "the other statement is {}:{line}; keep one, and write the doubt as `[[disputes::…]]`",
        other.path
    );
    Diagnostic::error(code, content.pages[here.page].place(here.span.clone()), message, help)
}
