//! A relation that is named but stated nowhere.

use crate::content::{Content, Target};
use crate::diagnostic::Diagnostic;

/// Reports `[[a shows b]]` where no page says that a shows b.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for mention in &content.mentions {
        let Target::Relation(from, kind, to) = mention.to else { continue };
        if content.stated(from, kind, to).is_none() {
            let slug = |at: usize| &content.pages[at].slug;
            let message = format!("no page states `{} {} {}`", slug(from), kind.name(), slug(to));
            let help = format!("state it where it belongs, as `[[{}::{}]]`", kind.name(), slug(to));
            let place = content.pages[mention.page].place(mention.span.clone());
            found.push(Diagnostic::error("unstated-relation", place, message, help));
        }
    }
}
