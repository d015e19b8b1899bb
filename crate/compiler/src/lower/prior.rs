//! What knowing a risk does to the odds of a cause.
//!
//! A writer states an odds ratio and how common the risk is. The base odds are solved by bisection so that the
//! prevalence-weighted mean over the answers is the stated prior; so a risk that is not known multiplies by 1
//! and the prior stays right. Options of a screen that exclude each other are solved together.

use std::collections::BTreeMap;

use backwise_graph::{CauseId, Choose, FindingId, Graph, Kind, Modifier, RelationKind};

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::lower::Tables;

/// One answer that a risk may have: how common it is, and its odds ratio.
struct Level {
    share: f64,
    ratio: f64,
}

/// Fills in the modifiers of every risk.
pub(crate) fn modifiers(
    content: &Content,
    tables: &Tables,
    graph: &mut Graph,
    faults: &mut Vec<Diagnostic>,
) {
    let ratios = ratios(content, tables);
    for group in groups(content, tables, graph) {
        let excludes = group.len() > 1;
        let shares: Vec<f64> = group.iter().map(|(_, share)| *share).collect();
        if excludes && (shares.iter().sum::<f64>() - 1.0).abs() > 0.35 {
            report(content, graph, group[0].0, shares.iter().sum(), faults);
        }
        for (cause, prior) in touched(graph, &ratios, &group) {
            let factors = solve(&levels(&group, &ratios, cause), prior);
            for ((finding, _), yes) in group.iter().zip(&factors) {
                // In a group the others are not known to be absent one by one: only the chosen option speaks.
                let no = if excludes { 1.0 } else { factors[factors.len() - 1] };
                let modifier = Modifier { cause, yes: *yes as f32, no: no as f32 };
                graph.likelihoods[finding.index()].modifiers.push(modifier);
            }
        }
    }
}

type Ratios = BTreeMap<(FindingId, CauseId), f64>;

fn ratios(content: &Content, tables: &Tables) -> Ratios {
    let raises = content.statements.iter().filter(|s| s.kind == RelationKind::Raises);
    raises.map(|s| ((tables.findings[&s.from], tables.causes[&s.to]), s.value)).collect()
}

/// Risks that are asked alone, and screens whose options exclude each other, with their shares.
fn groups(content: &Content, tables: &Tables, graph: &Graph) -> Vec<Vec<(FindingId, f64)>> {
    let mut alone: BTreeMap<FindingId, f64> = BTreeMap::new();
    for (at, _) in content.of_kind(Kind::Risk) {
        let finding = tables.findings[&at];
        alone.insert(finding, f64::from(graph.likelihood(finding).share));
    }
    let mut groups = Vec::new();
    for question in graph.questions.iter().filter(|q| q.choose == Choose::One) {
        let group: Vec<_> =
            question.options.iter().filter_map(|f| Some((*f, alone.remove(f)?))).collect();
        if !group.is_empty() {
            groups.push(group);
        }
    }
    groups.extend(alone.into_iter().map(|risk| vec![risk]));
    groups
}

fn touched(graph: &Graph, ratios: &Ratios, group: &[(FindingId, f64)]) -> Vec<(CauseId, f64)> {
    let causes =
        graph.causes.iter().enumerate().map(|(n, c)| (CauseId::new(n), f64::from(c.prior)));
    causes
        .filter(|(cause, _)| {
            group.iter().any(|(finding, _)| ratios.contains_key(&(*finding, *cause)))
        })
        .collect()
}

/// The answers there are: the options of the group, or yes and no of a single risk.
fn levels(group: &[(FindingId, f64)], ratios: &Ratios, cause: CauseId) -> Vec<Level> {
    let ratio = |finding| ratios.get(&(finding, cause)).copied().unwrap_or(1.0);
    let mut levels: Vec<_> =
        group.iter().map(|(f, share)| Level { share: *share, ratio: ratio(*f) }).collect();
    if let [only] = &levels[..] {
        let rest = 1.0 - only.share;
        levels.push(Level { share: rest, ratio: 1.0 });
    }
    levels
}

/// The factor on the prior odds that each level brings.
fn solve(levels: &[Level], prior: f64) -> Vec<f64> {
    let total: f64 = levels.iter().map(|l| l.share).sum();
    let mean = |odds: f64| -> f64 {
        let weighted =
            levels.iter().map(|l| l.share / total * (odds * l.ratio) / (1.0 + odds * l.ratio));
        weighted.sum()
    };
    let (mut low, mut high) = (-30.0f64, 30.0f64);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if mean(middle.exp()) < prior {
            low = middle;
        } else {
            high = middle;
        }
    }
    let base = low.exp();
    let odds = prior / (1.0 - prior);
    levels.iter().map(|l| base * l.ratio / odds).collect()
}

fn report(
    content: &Content,
    graph: &Graph,
    finding: FindingId,
    sum: f64,
    faults: &mut Vec<Diagnostic>,
) {
    let slug = &graph.page(graph.finding(finding).page).slug;
    let Some(&at) = content.by_slug.get(slug) else {
        return;
    };
    let message = format!("the options of its screen are {sum:.2} of all visitors together");
    let help = "`common:` of options that exclude each other adds up to about 1";
    faults.push(Diagnostic::warning("shares", content.pages[at].title_place(), message, help));
}

#[cfg(test)]
mod tests {
    use super::{Level, solve};

    fn mean_after(levels: &[Level], prior: f64) -> f64 {
        let odds = prior / (1.0 - prior);
        let of = |factor: &f64| odds * factor / (1.0 + odds * factor);
        levels
            .iter()
            .zip(solve(levels, prior))
            .map(|(level, factor)| level.share * of(&factor))
            .sum()
    }

    #[test]
    fn the_prior_is_the_mean_over_the_answers() {
        for (share, ratio, prior) in
            [(0.2, 4.0, 0.1), (0.5, 1.3, 0.6), (0.01, 20.0, 0.003), (0.3, 0.5, 0.2)]
        {
            let levels = [Level { share, ratio }, Level { share: 1.0 - share, ratio: 1.0 }];
            assert!((mean_after(&levels, prior) - prior).abs() < 1e-9);
            let factors = solve(&levels, prior);
            assert!((factors[0] / factors[1] - ratio).abs() < 1e-9, "the odds ratio is kept");
        }
    }
}
