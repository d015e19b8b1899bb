//! The ways in which a red flag can be weakened: one small change each.

use backwise_graph::{Graph, RedFlag, Rule, Urgency};

/// A graph with one red flag changed.
pub struct Mutant {
    /// What was done to it, as a writer would say it.
    pub change: String,
    /// The red flag as it is now; nothing when it was deleted.
    pub flag: Option<RedFlag>,
}

/// Every mutant of a red flag: deleted, one level lower, and its rule with one part or number changed.
pub fn mutants(graph: &Graph, flag: &RedFlag) -> Vec<Mutant> {
    let mut all = vec![Mutant { change: "deleted".to_owned(), flag: None }];
    if let Some(level) = Urgency::ALL.iter().rev().find(|level| **level < flag.level) {
        let flag = RedFlag { level: *level, ..flag.clone() };
        all.push(Mutant { change: format!("lowered to {}", level.name()), flag: Some(flag) });
    }
    for (change, when) in rules(graph, &flag.when) {
        all.push(Mutant { change, flag: Some(RedFlag { when, ..flag.clone() }) });
    }
    all
}

/// The graph with the red flag at this place changed.
pub fn graph(shipped: &Graph, at: usize, mutant: &Mutant) -> Graph {
    let mut graph = shipped.clone();
    graph.red_flags.splice(at..=at, mutant.flag.clone());
    // The checker takes them with the most urgent first.
    graph.red_flags.sort_by_key(|flag| std::cmp::Reverse(flag.level));
    graph
}

fn rules(graph: &Graph, rule: &Rule) -> Vec<(String, Rule)> {
    let Rule::AtLeast(n, parts) = rule else { return Vec::new() };
    let mut all = numbers(graph, rule, *n, parts);
    for at in 0..parts.len() {
        let within = rules(graph, &parts[at]).into_iter();
        all.extend(without(graph, rule, *n, parts, at));
        all.extend(within.map(|(change, part)| {
            let mut parts = parts.clone();
            parts[at] = part;
            (change, Rule::AtLeast(*n, parts))
        }));
    }
    all
}

/// One part more or fewer is asked for, or all of them: `or` becomes `and`.
fn numbers(graph: &Graph, rule: &Rule, n: u8, parts: &[Rule]) -> Vec<(String, Rule)> {
    let mut others = vec![n - 1, n + 1, parts.len() as u8];
    others.retain(|other| (1..=parts.len()).contains(&usize::from(*other)) && *other != n);
    others.dedup();
    let change = |m| format!("takes {m} instead of {n} of {}", show(graph, rule));
    others.into_iter().map(|m| (change(m), Rule::AtLeast(m, parts.to_vec()))).collect()
}

/// The part at this place is taken away; an `and` stays one.
fn without(graph: &Graph, rule: &Rule, n: u8, parts: &[Rule], at: usize) -> Option<(String, Rule)> {
    let mut rest = parts.to_vec();
    let part = rest.remove(at);
    let m = if usize::from(n) == parts.len() { n - 1 } else { n };
    let change = format!("without {} in {}", show(graph, &part), show(graph, rule));
    (m > 0).then_some((change, Rule::AtLeast(m, rest)))
}

/// A rule as content writes it.
fn show(graph: &Graph, rule: &Rule) -> String {
    let list = |parts: &[Rule], joint| {
        parts.iter().map(|part| show(graph, part)).collect::<Vec<_>>().join(joint)
    };
    match rule {
        Rule::Finding(finding) => graph.page(graph.finding(*finding).page).slug.clone(),
        Rule::AtLeast(1, parts) => format!("({})", list(parts, " or ")),
        Rule::AtLeast(n, parts) if usize::from(*n) == parts.len() => {
            format!("({})", list(parts, " and "))
        }
        Rule::AtLeast(n, parts) => format!("at least {n} of ({})", list(parts, ", ")),
    }
}
