//! `check --reading`: how hard each page is to read, beside the goals.

use std::fmt::Write as _;

use backwise_compiler::Content;
use backwise_compiler::reading::read;
use backwise_graph::Kind;

/// The median grade that all pages together may have.
const GOAL: f64 = 8.0;

/// The grade that red flags may have: a reading age of 11.
const RED_FLAG_GOAL: f64 = 6.0;

/// One page's figures.
struct Line {
    kind: Kind,
    name: String,
    grade: f64,
    n_words: usize,
    n_sentences: usize,
}

/// Every page with its figures, the hardest first, then medians beside the goals.
pub fn table(content: &Content) -> String {
    let mut lines = lines(content);
    lines.sort_by(|a, b| b.grade.total_cmp(&a.grade).then(a.name.cmp(&b.name)));
    let mut out = "grade  words  sentences  page\n".to_owned();
    lines.iter().for_each(|line| put(&mut out, line));
    out.push_str("\nmedian grade  pages  kind\n");
    for kind in Kind::ALL {
        let of_kind = lines.iter().filter(|line| line.kind == *kind);
        let goal = (*kind == Kind::RedFlag).then_some(RED_FLAG_GOAL);
        median(&mut out, kind.name(), of_kind, goal);
    }
    median(&mut out, "all", lines.iter(), Some(GOAL));
    let is_hard = |line: &&Line| line.kind == Kind::RedFlag && line.grade > RED_FLAG_GOAL;
    let n_hard = lines.iter().filter(is_hard).count();
    writeln!(out, "\nred flags above {RED_FLAG_GOAL:.1}: {n_hard}").expect("strings take text");
    lines.iter().filter(is_hard).for_each(|line| put(&mut out, line));
    out
}

fn lines(content: &Content) -> Vec<Line> {
    let line = |page| {
        let reading = read(content, page);
        Some(Line {
            kind: page.kind,
            name: page.path.trim_end_matches(".md").to_owned(),
            grade: reading.grade()?,
            n_words: reading.n_words,
            n_sentences: reading.n_sentences,
        })
    };
    content.pages.iter().filter_map(|page| line(page)).collect()
}

fn put(out: &mut String, line: &Line) {
    let Line { grade, n_words, n_sentences, name, .. } = line;
    writeln!(out, "{grade:5.1}  {n_words:5}  {n_sentences:9}  {name}").expect("strings take text");
}

/// One row of medians; `lines` are sorted by grade.
fn median<'a>(
    out: &mut String,
    name: &str,
    lines: impl Iterator<Item = &'a Line>,
    goal: Option<f64>,
) {
    let grades: Vec<f64> = lines.map(|line| line.grade).collect();
    let n = grades.len();
    if n == 0 {
        return;
    }
    let median = f64::midpoint(grades[(n - 1) / 2], grades[n / 2]);
    let goal = goal.map(|goal| format!(", goal {goal:.1}")).unwrap_or_default();
    writeln!(out, "{median:12.1}  {n:5}  {name}{goal}").expect("strings take text");
}
