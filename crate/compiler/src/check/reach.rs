//! What no question can reach might as well not be there, and a red flag that nothing raises is worse.

use std::collections::BTreeSet;

use backwise_graph::{Kind, RelationKind};

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::page::Page;
use crate::rule::Expression;

/// Reports causes, red flags and findings that no answer touches.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    let asked = asked(content);
    for (at, page) in content.of_kind(Kind::Cause) {
        let reached = content
            .statements
            .iter()
            .any(|s| s.from == at && s.kind == RelationKind::Shows && asked.contains(&s.to));
        if !reached {
            let help = "say which symptoms it shows, and give one of them an `ask:`";
            found.push(Diagnostic::error(
                "unreachable-cause",
                page.title_place(),
                "no question can reach this cause",
                help,
            ));
        }
    }
    for (_, page) in content.of_kind(Kind::RedFlag) {
        let Facts::RedFlag { when: Some((rule, span)), .. } = &page.facts else {
            continue;
        };
        names(content, page, rule, found);
        if !raisable(content, &asked, rule) {
            let help = "give the findings of its rule an `ask:`, or put them on a screen";
            found.push(Diagnostic::error(
                "unraisable-red-flag",
                page.place(span.clone()),
                "no answers can raise this red flag",
                help,
            ));
        }
    }
    for (at, page) in content.pages.iter().enumerate() {
        if [Kind::Symptom, Kind::Risk].contains(&page.kind) && !asked.contains(&at) {
            let help = "give it an `ask:`, or put it on a screen";
            found.push(Diagnostic::warning(
                "never-asked",
                page.title_place(),
                "nothing ever asks for this finding",
                help,
            ));
        }
    }
}

/// Findings with a question of their own or a place on a screen.
fn asked(content: &Content) -> BTreeSet<usize> {
    let mut asked = BTreeSet::new();
    for (at, page) in content.pages.iter().enumerate() {
        match &page.facts {
            Facts::Symptom { ask: Some(_), .. } | Facts::Risk { ask: Some(_), .. } => {
                asked.insert(at);
            }
            Facts::Question { options, .. } => {
                asked.extend(
                    options
                        .iter()
                        .filter_map(|o| content.find(&o.text, &[Kind::Symptom, Kind::Risk])),
                );
            }
            _ => {}
        }
    }
    asked
}

fn raisable(content: &Content, asked: &BTreeSet<usize>, rule: &Expression) -> bool {
    match rule {
        Expression::Name(spot) => {
            content.by_slug.get(&spot.text).is_none_or(|at| asked.contains(at))
        }
        Expression::AtLeast(n, parts) => {
            parts.iter().filter(|part| raisable(content, asked, part)).count() >= usize::from(*n)
        }
    }
}

/// Every name in a rule is a finding.
fn names(content: &Content, page: &Page, rule: &Expression, found: &mut Vec<Diagnostic>) {
    let kinds = [Kind::Symptom, Kind::Risk];
    for spot in rule.names() {
        if content.find(&spot.text, &kinds).is_none() {
            let message = format!("`{}` in a rule names no symptom and no risk", spot.text);
            let help = content.suggest(&spot.text, &kinds);
            let place = page.place(spot.span.clone());
            found.push(Diagnostic::error("unknown-finding", place, message, help));
        }
    }
}
