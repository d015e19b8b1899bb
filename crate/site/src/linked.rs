//! What a page is, for programs that read schema.org: only what the page itself shows.

use backwise_compiler::export::LICENCE;
use backwise_compiler::{Facts, Page};
use backwise_graph::{CauseType, Kind};
use serde_json::{Value, json};

use crate::Settings;
use crate::node::{Node, Reviewer};

/// A node's page as JSON-LD that may stand inside HTML.
#[must_use]
pub fn linked(page: &Page, node: &Node, site: &Settings) -> String {
    let mut it = json!({
        "@context": "https://schema.org",
        "@type": if is_medical(page.kind) { "MedicalWebPage" } else { "WebPage" },
        "name": node.title,
        "description": node.description,
        "inLanguage": backwise_compiler::FIRST_LANGUAGE,
        "license": LICENCE,
        "isPartOf": { "@type": "WebSite", "name": site.name },
    });
    let mut put = |key: &str, value: Value| it[key] = value;
    if let Some(base) = &site.base {
        put("url", format!("{base}{}", node.path).into());
    }
    if !node.checked.is_empty() {
        put("lastReviewed", node.checked.clone().into());
    }
    if !node.reviewers.is_empty() {
        let people = node.reviewers.iter();
        let person = |it: &Reviewer| json!({ "@type": "Person", "name": it.name, "jobTitle": it.profession });
        put("reviewedBy", people.map(person).collect());
    }
    if let Facts::Article { author, .. } = &page.facts {
        put("author", json!({ "@type": "Organization", "name": author.text }));
    }
    if let Some(thing) = about(page) {
        let mut thing = json!({ "@type": thing, "name": node.title, "alternateName": node.also });
        if !node.wikidata.is_empty() {
            thing["sameAs"] = format!("https://www.wikidata.org/wiki/{}", node.wikidata).into();
        }
        if !node.icd_11.is_empty() {
            thing["code"] = json!({ "@type": "MedicalCode", "codeValue": node.icd_11, "codingSystem": "ICD-11" });
        }
        put("about", thing);
    }
    if !node.sources.is_empty() {
        let cited = node.sources.iter().map(|source| match &*source.url {
            "" => json!({ "@type": "CreativeWork", "name": source.title }),
            url => json!({ "@type": "CreativeWork", "name": source.title, "url": url }),
        });
        put("citation", cited.collect());
    }
    // A `<` could end the element that this stands in.
    it.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

fn is_medical(kind: Kind) -> bool {
    !matches!(kind, Kind::Source | Kind::About)
}

/// What the page is about, where schema.org has a word that is true of it.
fn about(page: &Page) -> Option<&'static str> {
    match (page.kind, &page.facts) {
        (_, Facts::Cause { cause_type: CauseType::Condition, .. }) => Some("MedicalCondition"),
        (Kind::Symptom, _) => Some("MedicalSignOrSymptom"),
        (Kind::Risk, _) => Some("MedicalRiskFactor"),
        (Kind::Structure, _) => Some("AnatomicalStructure"),
        _ => None,
    }
}
