//! A structure cannot be part of itself, however long the way round.

use std::collections::BTreeMap;

use backwise_graph::RelationKind;

use crate::content::{Content, Statement};
use crate::diagnostic::Diagnostic;

/// Reports every `part-of` that closes a circle.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    let part_of: Vec<_> =
        content.statements.iter().filter(|s| s.kind == RelationKind::PartOf).collect();
    let mut wholes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for statement in &part_of {
        wholes.entry(statement.from).or_default().push(statement.to);
    }
    for statement in part_of {
        if reaches(&wholes, statement) {
            let slug = &content.pages[statement.from].slug;
            let place = content.pages[statement.page].place(statement.span.clone());
            let message = format!("`{slug}` is part of itself, by way of this link");
            found.push(Diagnostic::error(
                "part-of-cycle",
                place,
                message,
                "take one link of the circle away",
            ));
        }
    }
}

fn reaches(wholes: &BTreeMap<usize, Vec<usize>>, statement: &Statement) -> bool {
    let (mut open, mut seen) = (vec![statement.to], Vec::new());
    while let Some(at) = open.pop() {
        if at == statement.from {
            return true;
        }
        if !seen.contains(&at) {
            seen.push(at);
            open.extend(wholes.get(&at).into_iter().flatten());
        }
    }
    false
}
