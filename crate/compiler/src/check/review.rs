//! A page says when it was checked and when that must happen again, and is not left past that day.

use backwise_graph::Kind;

use crate::content::Content;
use crate::date::Date;
use crate::diagnostic::Diagnostic;

/// Reports missing dates on pages that state medicine, and pages past their review.
pub fn check(content: &Content, today: Date, found: &mut Vec<Diagnostic>) {
    for page in &content.pages {
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
