//! The safety matrix: what each red flag rests on. Its sources, the questions that ask for it, its page, and
//! the journeys in which somebody is told it. A cell that holds nothing is an error.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use backwise_graph::{Kind, Urgency};

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::html;
use crate::page::Page;
use crate::yaml::Spot;

/// How many people are told a red flag: by its id, then by the name of the journey's file.
pub type Journeys = BTreeMap<String, BTreeMap<String, usize>>;

/// One red flag.
pub struct Row<'a> {
    /// Its page.
    pub page: &'a Page,
    /// What it sets.
    pub level: Urgency,
    /// The source pages behind it, with the level that each gives.
    pub sources: Vec<(usize, Urgency)>,
    /// The findings that its rule names, each with the page whose question asks for it: a screen, or its own.
    pub findings: Vec<(&'a Spot, Option<usize>)>,
    /// Where its page stands in the site, if it says what to do.
    pub address: Option<String>,
    /// How many people are told it, by file.
    pub journeys: Vec<(&'a str, usize)>,
}

/// Every red flag, the most urgent first.
#[must_use]
pub fn rows<'a>(content: &'a Content, journeys: &'a Journeys) -> Vec<Row<'a>> {
    let pages = content.of_kind(Kind::RedFlag);
    let mut rows: Vec<_> = pages.filter_map(|(_, page)| row(content, journeys, page)).collect();
    rows.sort_by_key(|row| Reverse(row.level));
    rows
}

/// Reports the cells that hold nothing.
#[must_use]
pub fn empty_cells(rows: &[Row]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for row in rows {
        let mut empty = |place, message: String, help: String| {
            found.push(Diagnostic::error("empty-cell", place, message, help));
        };
        let slug = &row.page.slug;
        if row.sources.is_empty() {
            let help = "name a source in `sources:`, with the level that it gives";
            empty(row.page.title_place(), format!("no source stands behind `{slug}`"), help.into());
        }
        for (name, _) in row.findings.iter().filter(|(_, asker)| asker.is_none()) {
            let message = format!("no question asks for `{}`, which this rule names", name.text);
            let help = "give it an `ask:`, or put it on a screen";
            empty(row.page.place(name.span.clone()), message, help.into());
        }
        if row.address.is_none() {
            let help = "begin its body with the text of the card: what to do now";
            empty(row.page.title_place(), format!("`{slug}` has no page to read"), help.into());
        }
        if row.journeys.is_empty() {
            let help = format!(
                "add somebody who is told it to `red-flag/{slug}.json`, among the journeys"
            );
            empty(row.page.title_place(), format!("no journey raises `{slug}`"), help);
        }
    }
    found
}

fn row<'a>(content: &'a Content, journeys: &'a Journeys, page: &'a Page) -> Option<Row<'a>> {
    let Facts::RedFlag { when, level, sources, .. } = &page.facts else { return None };
    let sources = sources.iter().filter_map(|(source, level)| {
        Some((content.find(&source.text, &[Kind::Source])?, Urgency::from_name(&level.text)?))
    });
    let mut findings: Vec<&Spot> = Vec::new();
    for name in when.iter().flat_map(|(rule, _)| rule.names()) {
        if findings.iter().all(|finding| finding.text != name.text) {
            findings.push(name);
        }
    }
    let people = journeys.get(&page.slug).into_iter().flatten();
    Some(Row {
        page,
        level: *level,
        sources: sources.collect(),
        findings: findings.into_iter().map(|name| (name, asker(content, &name.text))).collect(),
        address: html::address(page).filter(|_| !page.summary().is_empty()),
        journeys: people.map(|(file, n)| (file.as_str(), *n)).collect(),
    })
}

/// The page whose question asks for a finding: the screen it stands on, or else its own.
fn asker(content: &Content, finding: &str) -> Option<usize> {
    let shows = |page: &Arc<Page>| match &page.facts {
        Facts::Question { options, .. } => options.iter().any(|option| option.text == finding),
        _ => false,
    };
    let own = content.find(finding, &[Kind::Symptom, Kind::Risk]).filter(|at| {
        let facts = &content.pages[*at].facts;
        matches!(facts, Facts::Symptom { ask: Some(_), .. } | Facts::Risk { ask: Some(_), .. })
    });
    content.pages.iter().position(shows).or(own)
}

#[cfg(test)]
mod tests {
    use super::{Journeys, empty_cells, rows};
    use crate::source::Source;
    use crate::{Date, compile, draw};

    const FLAG: &str = "title: A\nwhen: fever or chills\nlevel: same-day\nfamily: f\n";
    const FEVER: &str = "---\ntitle: Fever\nask: Hot?\n---\n";

    /// The lines of the empty cells of one red flag; `front` and `body` are its page's.
    fn check(front: &str, body: &str, chills: &str, told: bool, expected: &[&str]) {
        let flag = format!("---\n{front}---\n{body}");
        let source = Source::of(&[
            ("red-flag/a.md", flag.as_bytes()),
            ("source/wu.md", b"---\ntitle: Wu\nread: full\n---\n"),
            ("symptom/chills.md", chills.as_bytes()),
            ("symptom/fever.md", FEVER.as_bytes()),
        ]);
        let content = compile(&source, Date::from_unix_days(0)).content;
        let people = || [("red-flag/a".to_owned(), 2)].into();
        let journeys: Journeys = told.then(|| ("a".to_owned(), people())).into_iter().collect();
        let found = empty_cells(&rows(&content, &journeys));
        let lines: Vec<_> = found.iter().map(|d| draw::line(d, &source)).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_full_row_is_silent() {
        let front = format!("{FLAG}sources:\n  - wu: same-day\n");
        check(&front, "Go.", FEVER, true, &[]);
    }

    #[test]
    fn each_empty_cell_has_its_place() {
        let nothing = "---\ntitle: Chills\n---\n";
        check(
            FLAG,
            "",
            nothing,
            false,
            &[
                "error[empty-cell] red-flag/a.md:2:8: no source stands behind `a`",
                "error[empty-cell] red-flag/a.md:3:16: no question asks for `chills`, which this rule names",
                "error[empty-cell] red-flag/a.md:2:8: `a` has no page to read",
                "error[empty-cell] red-flag/a.md:2:8: no journey raises `a`",
            ],
        );
    }
}
