//! The counts of both rules side by side, then every miss with its reason.

use std::fmt::Write;

use backwise_compiler::Date;
use backwise_graph::Urgency;

use super::Played;
use super::case::Case;
use super::play::{Named, Outcome};
use super::score::{Score, rank};
use super::share::Share;

/// Names listed at the most, where a reason names several.
const LISTED: usize = 4;

/// A row of the table: what is counted, and where.
pub type Row = (&'static str, fn(&Score) -> Share);

/// Everything that is counted.
pub const ROWS: [Row; 13] = [
    ("level as expected", |s| s.exact),
    ("level as expected, or one above", |s| s.exact_or_one_above),
    ("of three levels, same day is see somebody", |s| s.exact_of_three),
    ("of three levels, same day is emergency", |s| s.exact_of_three_same_day_up),
    ("more urgent than expected", |s| s.over),
    ("less urgent than expected", |s| s.under),
    ("emergencies missed", |s| s.missed_emergencies),
    ("emergencies told less than same day", |s| s.emergencies_below_same_day),
    ("urgent cases told less than within days", |s| s.urgent_below_within_days),
    ("self-care cases told more", |s| s.self_care_over),
    ("family first", |s| s.family_first),
    ("family in the first three", |s| s.family_in_three),
    ("the same, emergencies apart", |s| s.family_in_three_of_others),
];

/// Everything that is printed.
#[must_use]
pub fn report(all: &[Played], today: Date) -> String {
    let mut text = format!(
        "{} published cases on {today}. Where a case says nothing:\n  \
         A  a warning sign is no, anything else unsure\n  B  everything is unsure\n\n",
        all.len()
    );
    let score = |outcome: fn(&Played) -> &Outcome| {
        Score::of(all.iter().map(|p| (p.case.expected, p.case.family.as_str(), outcome(p))))
    };
    table(&mut text, &score(|p| &p.no), &score(|p| &p.unsure));
    for (title, outcome) in [("A", (|p| &p.no) as fn(&Played) -> &Outcome), ("B", |p| &p.unsure)] {
        writeln!(text, "\nMisses in {title}").expect("memory takes text");
        all.iter().for_each(|p| miss(&mut text, &p.case, outcome(p)));
    }
    for played in all.iter().filter(|p| p.is_bolder_when_unsure()) {
        let id = &played.case.id;
        writeln!(text, "\nfault: {id} is told less in B than in A").expect("memory takes text");
    }
    text
}

fn table(text: &mut String, no: &Score, unsure: &Score) {
    let mut row = |name: &str, a: &str, b: &str| {
        writeln!(text, "{name:44}{a:26}{b}", b = b.trim_end()).expect("memory takes text");
    };
    row("", "    A", "    B");
    for (name, of) in ROWS {
        row(name, &share(of(no)), &share(of(unsure)));
    }
    let ratio = |s: &Score| format!("{:>5}:{}", s.over.n, s.under.n);
    row("more to less urgent", &ratio(no), &ratio(unsure));
    for (name, percent) in
        [("questions after the safety screens, median", 50), ("the same, enough for 95 of 100", 95)]
    {
        let asked = |s: &Score| format!("{:>5}", s.asked_at(percent));
        row(name, &asked(no), &asked(unsure));
    }
}

/// `24/32   75 % (58-87)`
fn share(share: Share) -> String {
    let (low, high) = share.interval();
    format!("{:>5}/{:<2} {:>4.0} % ({low:.0}-{high:.0})", share.n, share.of, share.percent())
}

/// A line for a level that is not the expected one, and one for a family that is not in the first three.
fn miss(text: &mut String, case: &Case, outcome: &Outcome) {
    let levels = case.expected.levels();
    let mut line = |what: String, why: String| {
        writeln!(text, "  {:5} {what}\n        {why}", case.id).expect("memory takes text");
    };
    if !levels.contains(&outcome.urgency) {
        let (told, expected) = (outcome.urgency.name(), case.expected.name());
        let why = match outcome.urgency < *levels.start() {
            true => why_less(outcome),
            false => why_more(outcome),
        };
        line(format!("told {told}, expected {expected}"), why);
    }
    let rank = rank(&outcome.named, &case.family);
    if rank.is_none_or(|rank| rank > 3) {
        let place = rank.map_or("not named".to_owned(), |rank| format!("in place {rank}"));
        line(format!("family {} is {place}", case.family), why_family(outcome));
    }
}

fn why_more(outcome: &Outcome) -> String {
    let flags = outcome.named.iter().filter(|n| n.level == Some(outcome.urgency));
    match flags.map(|n| n.id.clone()).collect::<Vec<_>>() {
        flags if flags.is_empty() => format!("not ruled out: {}", some(&outcome.not_cleared)),
        flags => format!("because of {}", some(&flags)),
    }
}

fn why_less(outcome: &Outcome) -> String {
    format!("left open, and would raise it: {}", some(&outcome.would_raise))
}

fn why_family(outcome: &Outcome) -> String {
    let name = |n: &Named| format!("{} ({})", n.id, n.family);
    let named: Vec<String> = outcome.named.iter().map(name).collect();
    let end = match outcome.urgency {
        Urgency::Emergency => "; an emergency ends the questions",
        _ => "",
    };
    format!("named: {}{end}", some(&named))
}

/// The first few, and how many more.
fn some(names: &[String]) -> String {
    let shown = &names[..names.len().min(LISTED)];
    match names.len() - shown.len() {
        0 if names.is_empty() => "nothing".to_owned(),
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
