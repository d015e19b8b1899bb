//! The most urgent published level wins. Going below it takes a reason in writing.

use backwise_graph::{Kind, Urgency};

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;

/// Reports red flags below one of their sources, and sources or levels that are none.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for (_, page) in content.of_kind(Kind::RedFlag) {
        let Facts::RedFlag { level, sources, waiver, .. } = &page.facts else {
            continue;
        };
        for (name, given) in sources {
            if content.find(&name.text, &[Kind::Source]).is_none() {
                let help = content.suggest(&name.text, &[Kind::Source]);
                let message = format!("`{}` names no source", name.text);
                found.push(Diagnostic::error(
                    "unknown-source",
                    page.place(name.span.clone()),
                    message,
                    help,
                ));
            }
            match Urgency::from_name(&given.text) {
                None => found.push(Diagnostic::error(
                    "wrong-value",
                    page.place(given.span.clone()),
                    format!("`{}` is no level", given.text),
                    format!("the levels are {}", Urgency::NAMES.join(", ")),
                )),
                Some(published) if published > *level && waiver.is_none() => {
                    found.push(Diagnostic::error(
                        "below-source",
                        page.place(given.span.clone()),
                        format!(
                            "the level is {}, and `{}` says {}",
                            level.name(),
                            name.text,
                            given.text
                        ),
                        "raise the level, or give the reason in `waiver:`",
                    ));
                }
                Some(_) => {}
            }
        }
        if page.summary().is_empty() {
            let help = "begin the body with the text of the card: what to do now";
            found.push(Diagnostic::error(
                "no-card",
                page.title_place(),
                "this red flag does not say what to do",
                help,
            ));
        }
    }
}
