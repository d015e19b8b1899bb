//! A page says when it was checked and when that must happen again, and is not left past that day; and nobody's name
//! stands below words that they have not seen.

use backwise_graph::Kind;

use crate::content::Content;
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::page::Page;
use crate::reviewer::words;

/// Reports missing dates on pages that state medicine, pages past their review, and reviews that do not hold.
pub fn check(content: &Content, today: Date, found: &mut Vec<Diagnostic>) {
    for page in &content.pages {
        signatures(page, today, found);
        if let Some((review, span)) = &page.review
            && *review < today
        {
            let message = format!("the review of this page was due on {review}");
            let help = "hold it against its sources again, then set `checked:` and `review:`";
            found.push(Diagnostic::warning("past-review", page.place(span.clone()), message, help));
        }
        let needed = matches!(
            page.kind,
            Kind::Article | Kind::Cause | Kind::RedFlag | Kind::Exercise | Kind::Observation
        );
        if needed && (page.checked.is_none() || page.review.is_none()) {
            let help =
                "add `checked:` and `review:` to the front matter, each a day such as 2026-11-21";
            found.push(Diagnostic::error(
                "no-review",
                page.title_place(),
                "this page does not say when it was checked",
                help,
            ));
        }
    }
}

/// A review of a day to come, and one of other words than these.
fn signatures(page: &Page, today: Date, found: &mut Vec<Diagnostic>) {
    for reviewer in &page.reviewers {
        if let Some((_, span)) = reviewer.on.as_ref().filter(|(day, _)| *day > today) {
            let (message, help) =
                ("this review is of a day to come", "write the day on which it was done");
            found.push(Diagnostic::error("unseen-words", page.place(span.clone()), message, help));
        }
        let now = words(page);
        let help = format!(
            "after a look at the page as it stands, write `words: {now}`; otherwise take the review out"
        );
        let (span, message) = match &reviewer.words {
            Some(seen) if seen.text == now => continue,
            Some(seen) => (&seen.span, "this page is not as its reviewer saw it"),
            None => (&reviewer.span, "this review does not say which words it is of"),
        };
        found.push(Diagnostic::error("unseen-words", page.place(span.clone()), message, help));
    }
}
