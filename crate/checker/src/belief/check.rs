//! The ranges that keep every answer set possible and every figure precise.

use std::ops::RangeInclusive;

use super::model::{AnswerModel, CauseModel, ModifierModel, NetworkError, Threshold};

// The stated ranges, widened by what storing a number in 32 or 8 bits may move it.
const PRIOR: RangeInclusive<f64> = 0.000_499_9..=0.600_001;
const LEAK: RangeInclusive<f64> = 0.004_999_9..=0.500_001;
const STRENGTH: RangeInclusive<f64> = 0.018..=0.982;
const FACTOR: RangeInclusive<f64> = 1e-6..=1e6;

/// The first number or place that is out of range.
pub fn check(
    causes: &[CauseModel],
    answers: &[AnswerModel],
    modifiers: &[ModifierModel],
) -> Result<(), NetworkError> {
    let longest = causes.len().max(answers.len()).max(modifiers.len());
    let too_deep = answers.iter().any(|answer| answer.thresholds.len() > 0xff);
    let too_wide = modifiers.iter().any(|modifier| modifier.values.len() > 0xff);
    if longest > 0xffff || too_deep || too_wide {
        return Err(NetworkError::TooMany);
    }
    for (at, cause) in causes.iter().enumerate() {
        ensure(PRIOR.contains(&cause.prior), NetworkError::Prior(at))?;
        ensure(is_amount(cause.harm), NetworkError::Harm(at))?;
    }
    for (at, answer) in answers.iter().enumerate() {
        check_answer(at, answer, causes.len())?;
    }
    for (at, modifier) in modifiers.iter().enumerate() {
        ensure(is_modifier(modifier, causes.len()), NetworkError::Modifier(at))?;
    }
    Ok(())
}

fn ensure(holds: bool, error: NetworkError) -> Result<(), NetworkError> {
    if holds { Ok(()) } else { Err(error) }
}

fn check_answer(at: usize, answer: &AnswerModel, n_causes: usize) -> Result<(), NetworkError> {
    let (mut leaks, mut links, mut strengths) = (!answer.thresholds.is_empty(), true, true);
    let mut lower: Option<&Threshold> = None;
    for row in &answer.thresholds {
        let falls = lower.is_none_or(|lower| lower.leak - row.leak >= *LEAK.start());
        leaks &= falls && LEAK.contains(&row.leak);
        links &= are_places(&row.links, n_causes);
        for (cause, strength) in &row.links {
            strengths &= STRENGTH.contains(strength);
            if let Some(lower) = lower {
                let below = lower.links.iter().find(|link| link.0 == *cause);
                links &= below.is_some();
                strengths &= below.is_none_or(|below| *strength <= below.1);
            }
        }
        lower = Some(row);
    }
    ensure(leaks, NetworkError::Leak(at))?;
    ensure(links, NetworkError::Link(at))?;
    ensure(strengths, NetworkError::Strength(at))?;
    ensure(is_question(answer.effort, answer.unsure), NetworkError::Effort(at))
}

fn is_modifier(modifier: &ModifierModel, n_causes: usize) -> bool {
    let total: f64 = modifier.values.iter().map(|value| value.share).sum();
    is_question(modifier.effort, modifier.unsure)
        && (total - 1.0).abs() < 1e-6
        && modifier.values.iter().all(|value| {
            value.share > 0.0
                && are_places(&value.odds, n_causes)
                && value.odds.iter().all(|(_, factor)| FACTOR.contains(factor))
        })
}

fn is_question(effort: f64, unsure: f64) -> bool {
    is_amount(effort) && effort > 0.0 && (0.0..1.0).contains(&unsure)
}

fn is_amount(number: f64) -> bool {
    number.is_finite() && number >= 0.0
}

fn are_places(links: &[(usize, f64)], n_causes: usize) -> bool {
    let once = |at: usize| links[..at].iter().all(|link| link.0 != links[at].0);
    (0..links.len()).all(|at| links[at].0 < n_causes && once(at))
}
