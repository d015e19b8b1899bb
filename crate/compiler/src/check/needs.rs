//! What a finding needs is asked of everybody, so that it is never ruled out by something that nobody said.

use backwise_graph::Kind;

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::page::Page;
use crate::yaml::Spot;

/// Reports needs that name no finding, or one that has needs itself.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    let kinds = [Kind::Symptom, Kind::Risk];
    for page in &content.pages {
        for need in needs(page) {
            let place = page.place(need.span.clone());
            match content.find(&need.text, &kinds) {
                None => {
                    let message = format!("`{}` names no symptom and no risk", need.text);
                    let help = content.suggest(&need.text, &kinds);
                    found.push(Diagnostic::error("unknown-finding", place, message, help));
                }
                Some(at) if !needs(&content.pages[at]).is_empty() => {
                    let message = format!("`{}` needs another finding itself", need.text);
                    let help = "name what that one needs";
                    found.push(Diagnostic::error("needs-in-turn", place, message, help));
                }
                Some(_) => {}
            }
        }
    }
}

fn needs(page: &Page) -> &[Spot] {
    match &page.facts {
        Facts::Symptom { needs, .. } | Facts::Risk { needs, .. } => needs,
        _ => &[],
    }
}
