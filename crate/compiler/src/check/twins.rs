//! Two symptoms shown by the same causes in the same measure are one sign asked twice, and count twice.

use std::collections::BTreeMap;

use backwise_graph::{Kind, RelationKind};

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;

/// Two link vectors closer than this (cosine) are one sign.
const LIMIT: f64 = 0.9;

/// Fewer links than this say too little to compare.
const MIN_LINKS: usize = 3;

/// Reports pairs of symptoms that the graph cannot tell apart, unless one excludes the other on a screen.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    let mut links: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
    for statement in content.statements.iter().filter(|s| s.kind == RelationKind::Shows) {
        links.entry(statement.to).or_default().insert(statement.from, statement.value);
    }
    let links: Vec<_> = links.into_iter().filter(|(_, causes)| causes.len() >= MIN_LINKS).collect();
    for (at, (one, ones)) in links.iter().enumerate() {
        for (other, others) in &links[at + 1..] {
            if cosine(ones, others) > LIMIT && !same_screen(content, *one, *other) {
                let (page, twin) = (&content.pages[*one], &content.pages[*other].slug);
                let message = format!(
                    "`{}` and `{twin}` are shown by the same causes: one sign would count twice",
                    page.slug
                );
                let help = "make one symptom of the two, or say what tells them apart";
                found.push(Diagnostic::warning("twin-symptoms", page.title_place(), message, help));
            }
        }
    }
}

fn cosine(a: &BTreeMap<usize, f64>, b: &BTreeMap<usize, f64>) -> f64 {
    let dot: f64 = a.iter().filter_map(|(cause, x)| Some(x * b.get(cause)?)).sum();
    let norm = |v: &BTreeMap<usize, f64>| v.values().map(|x| x * x).sum::<f64>().sqrt();
    dot / (norm(a) * norm(b))
}

fn same_screen(content: &Content, one: usize, other: usize) -> bool {
    content.of_kind(Kind::Question).any(|(_, page)| match &page.facts {
        Facts::Question { options, .. } => {
            let holds = |at: usize| options.iter().any(|o| o.text == content.pages[at].slug);
            holds(one) && holds(other)
        }
        _ => false,
    })
}
