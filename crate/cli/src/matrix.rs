//! `check --safety`: what each red flag rests on, as a Markdown table, with the journeys that raise it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use backwise_compiler::Content;
use backwise_compiler::matrix::Row;
use backwise_graph::Kind;

/// The matrix, and under it what was counted.
#[must_use]
pub fn table(content: &Content, rows: &[Row], n_empty: usize) -> String {
    let mut out = "| red flag | level | sources | questions | page | journeys |\n".to_owned();
    out.push_str("|---|---|---|---|---|---|\n");
    for row in rows {
        writeln!(out, "{}", cells(content, row)).expect("strings take text");
    }
    writeln!(out, "\n{}: {n_empty} empty cells", counted(content, rows))
        .expect("strings take text");
    out
}

fn cells(content: &Content, row: &Row) -> String {
    let slug = |at: usize| content.pages[at].slug.as_str();
    let sources = row.sources.iter().map(|(at, level)| format!("{}: {}", slug(*at), level.name()));
    let findings = row.findings.iter().map(|(finding, asker)| match asker {
        Some(at) if is_screen(content, *at) => format!("{} ({})", finding.text, slug(*at)),
        Some(_) => format!("{} (own question)", finding.text),
        None => format!("{} (nothing)", finding.text),
    });
    let journeys = row.journeys.iter().map(|(file, n)| format!("{file} ({n})"));
    let cells = [
        row.page.slug.clone(),
        row.level.name().to_owned(),
        sources.collect::<Vec<_>>().join(", "),
        findings.collect::<Vec<_>>().join(", "),
        row.address.clone().unwrap_or_default(),
        journeys.collect::<Vec<_>>().join(", "),
    ];
    format!("| {} |", cells.join(" | "))
}

fn is_screen(content: &Content, at: usize) -> bool {
    content.pages[at].kind == Kind::Question
}

fn counted(content: &Content, rows: &[Row]) -> String {
    let n = |count: fn(&Row) -> usize| rows.iter().map(count).sum::<usize>();
    let askers: BTreeSet<_> =
        rows.iter().flat_map(|row| &row.findings).filter_map(|(_, asker)| *asker).collect();
    let n_screens = askers.iter().filter(|at| is_screen(content, **at)).count();
    let files: BTreeSet<_> =
        rows.iter().flat_map(|row| &row.journeys).map(|(file, _)| file).collect();
    format!(
        "{} red flags, {} levels by sources, {} findings asked on {n_screens} screens and in {} questions of \
         their own, {} pages, raised {} times in {} journeys",
        rows.len(),
        n(|row| row.sources.len()),
        n(|row| row.findings.len()),
        askers.len() - n_screens,
        n(|row| usize::from(row.address.is_some())),
        n(|row| row.journeys.iter().map(|(_, n)| n).sum()),
        files.len(),
    )
}
