//! What has to be held against its sources again.

use std::collections::BTreeMap;
use std::sync::Arc;

use backwise_compiler::{Content, Date, Page};

/// Pages that were edited and not checked since, and pages whose review is due on this day.
pub fn reviews(before: &Content, after: &Content, today: Date) -> Vec<String> {
    let old: BTreeMap<_, _> = before.pages.iter().map(|page| (&page.path, page)).collect();
    let line = |page: &Arc<Page>| {
        let name = page.path.trim_end_matches(".md");
        let due = page.review.as_ref().map(|(day, _)| *day).filter(|day| *day <= today);
        let is_edited = |was: &&&Arc<Page>| was.text != page.text && was.checked == page.checked;
        match (page.checked, old.get(&page.path).filter(is_edited)) {
            (Some(day), Some(_)) => Some(format!("{name}: edited now, and last checked on {day}")),
            _ => due.map(|day| format!("{name}: due since {day}")),
        }
    };
    after.pages.iter().filter_map(line).collect()
}
