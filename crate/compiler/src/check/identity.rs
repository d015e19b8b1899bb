//! Two pages are two things, so they cannot be the same thing elsewhere.

use std::collections::BTreeMap;

use crate::content::Content;
use crate::diagnostic::Diagnostic;

/// Reports a page whose Wikidata item or ICD-11 category another page has.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    for page in &content.pages {
        for id in [&page.identity.wikidata, &page.identity.icd_11].into_iter().flatten() {
            let Some(other) = seen.insert(&*id.text, &*page.slug) else { continue };
            let message = format!("`{}` is `{other}` already", id.text);
            let help = "find out which of the two it is, or make one page of them";
            found.push(Diagnostic::error(
                "same-identity",
                page.place(id.span.clone()),
                message,
                help,
            ));
        }
    }
}
