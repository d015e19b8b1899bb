//! An id names one page, whatever its folder and however it is written.

use std::collections::BTreeMap;

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::page::Page;

/// Reports the second page of an id.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, &Page> = BTreeMap::new();
    for page in &content.pages {
        let earlier = *first.entry(&page.slug).or_insert(page);
        if earlier.path != page.path {
            let message = format!("the id `{}` is used twice", page.slug);
            let help = format!("{} has it too; rename one of the two", earlier.path);
            found.push(Diagnostic::error("duplicate-id", page.title_place(), message, help));
        }
    }
}
