//! How soon to get help: rules over raw answers, and nothing else.
//!
//! The highest level of any rule that holds wins. A rule that stays undecided is not cleared: for an
//! emergency or same-day sign that alone gives at least [`Urgency::Routine`]. Nothing lowers a level.

use std::cmp::Reverse;

use backwise_graph::{Choose, FindingId, Graph, RedFlag, RedFlagId, Rule, Truth, Urgency};

use crate::known::Known;
use crate::rule::{evaluate, open_findings};

/// A sign at this level or above may not be left open without saying so.
pub const MUST_CLEAR: Urgency = Urgency::SameDay;

/// The urgency, and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Triage {
    /// How soon to get help.
    pub urgency: Urgency,
    /// The red flags that hold, the most urgent first.
    pub red_flags: Vec<RedFlagId>,
    /// The findings that leave an emergency or same-day rule undecided, with the highest such level.
    pub not_cleared: Vec<(FindingId, Urgency)>,
}

/// Triage of what is known of each finding; what was not asked counts as unsure.
#[must_use]
pub fn triage(graph: &Graph, truth: &dyn Fn(FindingId) -> Truth) -> Triage {
    let (mut urgency, mut red_flags) = (Urgency::SelfCare, Vec::new());
    let mut not_cleared: Vec<(FindingId, Urgency)> = Vec::new();
    // Red flags stand in the graph with the most urgent first, so the first level noted is the highest.
    for (at, flag) in graph.red_flags.iter().enumerate() {
        match evaluate(&flag.when, truth) {
            Truth::Yes => {
                urgency = urgency.max(flag.level);
                red_flags.push(RedFlagId::new(at));
            }
            Truth::Unsure if flag.level >= MUST_CLEAR => {
                for finding in decisive(&flag.when, truth) {
                    if !not_cleared.iter().any(|(noted, _)| *noted == finding) {
                        not_cleared.push((finding, flag.level));
                    }
                }
            }
            Truth::Unsure | Truth::No => {}
        }
    }
    if !not_cleared.is_empty() {
        urgency = urgency.max(Urgency::Routine);
    }
    Triage { urgency, red_flags, not_cleared }
}

/// Triage of everything that was said. An emergency ends the questions, so there only what was asked and is not
/// known counts as not cleared.
#[must_use]
pub fn conclude(graph: &Graph, known: &Known) -> Triage {
    let mut triage = triage(graph, &|finding| known.truth(finding));
    if triage.urgency == Urgency::Emergency {
        triage.not_cleared.retain(|(finding, _)| known.get(*finding).is_some());
    }
    triage
}

/// The open findings whose yes alone would make an undecided rule hold; where it takes several, all open ones.
fn decisive(rule: &Rule, truth: &dyn Fn(FindingId) -> Truth) -> Vec<FindingId> {
    let mut open = Vec::new();
    open_findings(rule, truth, &mut open);
    let mut alone = Vec::new();
    for &finding in &open {
        let yes = |f: FindingId| if f == finding { Truth::Yes } else { truth(f) };
        if evaluate(rule, &yes) == Truth::Yes {
            alone.push(finding);
        }
    }
    if alone.is_empty() { open } else { alone }
}

/// Every single yes that would raise the level, with the level it would raise it to.
///
/// A yes to an option of a screen that allows one makes the others no, as on the screen itself. What other answers
/// rule out cannot become so by itself.
#[must_use]
pub fn would_raise(graph: &Graph, known: &Known) -> Vec<(FindingId, Urgency)> {
    let now = triage(graph, &|f| known.truth(f)).urgency;
    let mut raised = Vec::new();
    if now == Urgency::Emergency {
        return raised; // Nothing is above it.
    }
    for finding in (0..graph.findings.len()).map(FindingId::new) {
        if known.truth(finding) == Truth::Yes || known.is_ruled_out(graph, finding) {
            continue;
        }
        let mut flipped = known.clone();
        rivals(graph, finding).iter().for_each(|f| flipped.note(*f, Truth::No));
        flipped.note(finding, Truth::Yes);
        flipped.settle(graph);
        let then = triage(graph, &|f| flipped.truth(f)).urgency;
        if then > now {
            raised.push((finding, then));
        }
    }
    raised.sort_unstable_by_key(|(finding, level)| (Reverse(*level), *finding));
    raised
}

/// The red flags above the level reached that one of these findings can still help to raise, the most urgent first.
#[must_use]
pub fn can_raise(graph: &Graph, known: &Known, findings: &[FindingId]) -> Vec<RedFlagId> {
    let truth = |finding| known.truth(finding);
    let now = triage(graph, &truth).urgency;
    let mut flags = Vec::new();
    for (at, flag) in graph.red_flags.iter().enumerate() {
        let mut open = Vec::new();
        open_findings(&flag.when, &truth, &mut open);
        if flag.level > now && findings.iter().any(|finding| open.contains(finding)) {
            flags.push(RedFlagId::new(at));
        }
    }
    flags
}

/// The answers behind a red flag: findings of its rule that are so.
#[must_use]
pub fn behind(known: &Known, flag: &RedFlag) -> Vec<FindingId> {
    let mut findings = Vec::new();
    flag.when.each_finding(&mut |finding| {
        if known.truth(finding) == Truth::Yes && !findings.contains(&finding) {
            findings.push(finding);
        }
    });
    findings
}

/// The options that a yes to this one excludes.
fn rivals(graph: &Graph, finding: FindingId) -> &[FindingId] {
    let mut questions = graph.questions.iter();
    let one = questions.find(|q| q.choose == Choose::One && q.options.contains(&finding));
    one.map_or(&[], |q| &q.options)
}
