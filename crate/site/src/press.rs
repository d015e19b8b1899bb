//! The templates, and what every page is given: the way to the root, the fixed words, the version.

use std::collections::BTreeMap;

use backwise_compiler::Date;
use backwise_compiler::html::escape;
use backwise_graph::{Graph, Word};
use minijinja::value::{Serde, Value};
use minijinja::{Environment, Error, Output, State, UndefinedBehavior, context, escape_formatter};
use serde::Serialize;

use crate::safety::Screen;
use crate::{File, Settings};

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../template/", $name)))),*]
    };
}

const TEMPLATES: &[(&str, &str)] = &templates![
    "base.html",
    "spine.svg",
    "card.svg",
    "part.html",
    "fallback.html",
    "numbers.html",
    "signs.html",
    "index.html",
    "check.html",
    "help.html",
    "paper.html",
    "article.html",
    "node.html",
    "around.html",
    "filter.html",
    "graph.html",
    "data.html",
    "install.html",
    "embed.html",
    "frame.html",
    "inside.html",
    "ledger.html",
    "ledger-sheet.html",
    "exercises.html",
    "causes.html",
    "everything.html",
    "sources.html",
    "safety-matrix.html",
    "about.html",
    "about-page.html",
    "played.html",
    "proof.html",
    "check-us.html",
    "coverage.html",
    "hazards.html",
    "search.html",
    "search-field.html",
    "404.html",
    "later.html",
];

/// All templates, ready to print.
pub struct Press {
    templates: Environment<'static>,
    base: String,
    /// The [`Frame`], made a value once: every page shares it.
    frame: Value,
}

/// What is the same on every page.
#[derive(Serialize)]
struct Frame {
    site: String,
    /// Where the site will be, or nothing.
    base: String,
    language: String,
    /// Whether there is a page to search with.
    search: bool,
    /// Whether the pages are an app.
    app: bool,
    /// Whether there is a page on which readers try our promises.
    proof: bool,
    /// The day on which the first page is to be looked over again; empty for none.
    review: String,
    version: String,
    /// The fixed words of the screens, by name.
    word: BTreeMap<&'static str, String>,
    /// What the checker asks first, for whoever has no script.
    screens: Vec<Screen>,
    /// Whom to call in an emergency, by country, as HTML.
    numbers: String,
    /// The signs of an emergency, as HTML.
    signs: String,
}

impl Press {
    /// # Panics
    /// When a template does not parse.
    #[must_use]
    pub fn new(
        graph: &Graph,
        hash: u64,
        site: &Settings,
        review: Option<Date>,
        screens: Vec<Screen>,
    ) -> Self {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_formatter(format);
        templates.add_filter("day", day);
        for &(name, text) in TEMPLATES {
            templates.add_template(name, text).expect("templates are parsed by every test");
        }
        let words = Word::NAMES.iter().copied().zip(graph.words.iter().cloned());
        let mut frame = Frame {
            site: site.name.clone(),
            base: site.base.clone().unwrap_or_default(),
            language: graph.language.clone(),
            search: site.search,
            app: site.app,
            proof: !site.laws.is_empty(),
            review: review.map(|day| day.to_string()).unwrap_or_default(),
            version: format!("{hash:016x}"),
            word: words.collect(),
            screens,
            numbers: String::new(),
            signs: String::new(),
        };
        let part = |name: &str, with: Value| {
            let printed = templates.get_template(name).and_then(|template| template.render(with));
            printed.unwrap_or_else(|fault| panic!("{name}: {fault:#}")).trim().to_owned()
        };
        frame.numbers = part("numbers.html", context! { numbers => Serde(&graph.countries) });
        frame.signs = part("signs.html", context! { frame => Serde(&frame) });
        Self { templates, base: frame.base.clone(), frame: Serde(frame).into() }
    }

    /// The page at `path`, from a template.
    ///
    /// # Panics
    /// When the template names what it is not given.
    #[must_use]
    pub fn print(&self, path: &str, template: &str, with: Value) -> File {
        let root = match path {
            // It is shown at any depth.
            "404.html" if !self.base.is_empty() => self.base.clone(),
            _ => "../".repeat(path.matches('/').count()),
        };
        let frame = self.frame.clone();
        let given = context! { frame, root, path, ..with };
        let template = self.templates.get_template(template);
        let printed = template.and_then(|template| template.render(given));
        let text = printed.unwrap_or_else(|fault| panic!("{path}: {fault:#}"));
        File { path: path.to_owned(), bytes: text.into_bytes() }
    }
}

/// Text escaped as [`escape`] does it. The engine's own way turns every `/` of an address into six letters.
fn format(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() => Ok(out.write_str(&escape(text))?),
        _ => escape_formatter(out, state, value),
    }
}

/// A day as it is read: `2026-11-21` as "21 November 2026".
fn day(iso: String) -> String {
    let parts: Vec<_> = iso.split('-').collect();
    let month = |number: &str| MONTHS.get(number.parse::<usize>().ok()?.checked_sub(1)?);
    match parts[..] {
        [year, number, day] => match month(number) {
            Some(month) => format!("{} {month} {year}", day.trim_start_matches('0')),
            None => iso,
        },
        _ => iso,
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use backwise_compiler::check::named_drug;

    use super::{TEMPLATES, day};

    #[test]
    fn our_own_words_keep_the_promise() {
        for &(name, text) in TEMPLATES {
            for word in ["diagnos", "you have ", "per cent"] {
                assert!(!text.to_lowercase().contains(word), "{name}: {word}");
            }
            assert_eq!(named_drug::check(&name.into(), text), []);
        }
    }

    #[test]
    fn days_read_as_they_are_said() {
        assert_eq!(day("2026-11-21".into()), "21 November 2026");
        assert_eq!(day("2027-01-05".into()), "5 January 2027");
        assert_eq!(day("soon".into()), "soon");
    }
}
