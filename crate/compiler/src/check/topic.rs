//! What an article is about is ticked beforehand for whoever comes from it: only what is asked, and nothing that
//! bears on how soon to get help before all else.

use backwise_graph::{Choose, Kind, Stage};

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::page::Page;
use crate::yaml::Spot;

const FINDINGS: [Kind; 2] = [Kind::Symptom, Kind::Risk];

/// Reports what an article says it is about, and what cannot or may not be ticked beforehand.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for (_, page) in content.of_kind(Kind::Article) {
        let Facts::Article { about, .. } = &page.facts else { continue };
        for (at, spot) in about.iter().enumerate() {
            let fault = match screen(content, &spot.text) {
                Some(screen) => on_screen(&screen, &about[..at], &spot.text),
                None => alone(content, &spot.text),
            };
            if let Some((code, message, help)) = fault {
                found.push(Diagnostic::error(code, page.place(spot.span.clone()), message, help));
            }
        }
    }
}

/// A code, what is wrong, and what to do.
type Fault = (&'static str, String, String);

/// A question that asks several findings.
struct Screen<'a> {
    slug: &'a str,
    stage: Stage,
    choose: Choose,
    options: &'a [Spot],
}

impl Screen<'_> {
    fn asks(&self, id: &str) -> bool {
        self.options.iter().any(|option| option.text == id)
    }
}

fn screen<'a>(content: &'a Content, id: &str) -> Option<Screen<'a>> {
    let mut screens = content.of_kind(Kind::Question).filter_map(|(_, page)| match &page.facts {
        Facts::Question { stage, choose, options, .. } => {
            Some(Screen { slug: &page.slug, stage: *stage, choose: *choose, options })
        }
        _ => None,
    });
    screens.find(|screen| screen.asks(id))
}

fn on_screen(screen: &Screen, before: &[Spot], id: &str) -> Option<Fault> {
    let slug = screen.slug;
    if screen.stage.is_safety() {
        let message = format!("`{slug}` asks `{id}`, and nothing is ticked there beforehand");
        let help = "name what is asked about where it hurts or how it goes";
        return Some(("safety-topic", message, help.to_owned()));
    }
    let other = before.iter().find(|other| screen.asks(&other.text))?;
    let message = format!("`{}` and `{id}` exclude each other", other.text);
    let help = format!("`{slug}` takes one of them; keep that");
    (screen.choose == Choose::One).then_some(("topic-clash", message, help))
}

fn alone(content: &Content, id: &str) -> Option<Fault> {
    let Some(at) = content.find(id, &FINDINGS) else {
        let message = format!("`{id}` names no symptom and no risk");
        return Some(("unknown-finding", message, content.suggest(id, &FINDINGS)));
    };
    let message = format!("nothing asks `{id}`, so it cannot be ticked beforehand");
    let help = "name an option of a screen, or what has an `ask:` of its own";
    (!asks(&content.pages[at])).then_some(("unasked-topic", message, help.to_owned()))
}

fn asks(page: &Page) -> bool {
    matches!(page.facts, Facts::Symptom { ask: Some(_), .. } | Facts::Risk { ask: Some(_), .. })
}
