//! Why a mutant that nobody notices has no effect: no answers at all get another urgency for it.
//!
//! A rule names a dozen findings at most, so every set of yes answers to them is tried. That is enough, since
//! no rule has a *not*: an unsure answer lies between its no and its yes, and whatever else is said can only
//! raise other red flags.

use std::collections::BTreeSet;

use backwise_checker::triage::triage;
use backwise_graph::{FindingId, Graph, PageId, RedFlag, Truth};

/// The reason why changing `flag`, which made the shipped graph into `changed`, has no effect; if it has none.
pub fn none(shipped: &Graph, flag: &RedFlag, changed: &Graph) -> Option<String> {
    let mut covering = BTreeSet::new();
    for set in sets(flag) {
        let truth = |f| if set.contains(&f) { Truth::Yes } else { Truth::No };
        let (before, after) = (triage(shipped, &truth), triage(changed, &truth));
        if before.urgency != after.urgency {
            return None;
        }
        if before.red_flags.len() != after.red_flags.len() {
            let held = before.red_flags.iter().map(|id| shipped.red_flags[id.index()].page);
            covering.extend(held.into_iter().find(|page| *page != flag.page));
        }
    }
    Some(say(shipped, &covering))
}

/// Every set of the findings that a rule names.
fn sets(flag: &RedFlag) -> impl Iterator<Item = Vec<FindingId>> {
    let mut named = Vec::new();
    flag.when.each_finding(&mut |f| named.push(f));
    named.sort_unstable();
    named.dedup();
    (0..1_u32 << named.len()).map(move |bits| {
        let is_in = |at: &usize| bits >> at & 1 == 1;
        (0..named.len()).filter(is_in).map(|at| named[at]).collect()
    })
}

fn say(graph: &Graph, covering: &BTreeSet<PageId>) -> String {
    let name = |page: &PageId| format!("`{}`", graph.page(*page).slug);
    let names: Vec<_> = covering.iter().map(name).collect();
    match names.is_empty() {
        true => "the rule says the same of all answers".to_owned(),
        false => format!("where it differs, {} is as urgent", names.join(" or ")),
    }
}
