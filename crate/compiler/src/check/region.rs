//! A condition of one part of the back is not a cause of pain in another.

use backwise_graph::RelationKind;

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::{Facts, REGIONS};
use crate::page::Page;
use crate::yaml::Spot;

/// Reports regions that are none, and causes that show a symptom outside their regions.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for page in &content.pages {
        for spot in regions(page).iter().filter(|r| !REGIONS.contains(&r.text.as_str())) {
            let message = format!("`{}` is no region", spot.text);
            let help = format!("the regions are {}", REGIONS.join(", "));
            found.push(Diagnostic::error(
                "unknown-region",
                page.place(spot.span.clone()),
                message,
                help,
            ));
        }
    }
    for statement in content.statements.iter().filter(|s| s.kind == RelationKind::Shows) {
        let (cause, symptom) = (&content.pages[statement.from], &content.pages[statement.to]);
        let apart =
            !regions(symptom).iter().any(|r| regions(cause).iter().any(|c| c.text == r.text));
        if apart && !regions(symptom).is_empty() && !regions(cause).is_empty() {
            let message = format!(
                "`{}` is felt in the {}, and `{}` is in the {}",
                cause.slug,
                list(regions(cause)),
                symptom.slug,
                list(regions(symptom))
            );
            let help =
                "take the relation away, or add the region to the cause if pain is felt there too";
            let place = content.pages[statement.page].place(statement.span.clone());
            found.push(Diagnostic::error("region-mismatch", place, message, help));
        }
    }
}

fn regions(page: &Page) -> &[Spot] {
    match &page.facts {
        Facts::Cause { region, .. }
        | Facts::Symptom { region, .. }
        | Facts::Article { region, .. } => region,
        _ => &[],
    }
}

fn list(regions: &[Spot]) -> String {
    regions.iter().map(|r| r.text.as_str()).collect::<Vec<_>>().join(", ")
}
