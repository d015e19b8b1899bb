//! Not sure is an answer, and never a no.

use backwise_checker::rule::evaluate;
use backwise_checker::triage::MUST_CLEAR;
use backwise_graph::{RedFlag, Truth, Urgency};

use super::{Breach, Law, Trial, not_less};

pub const LAW: Law = Law {
    name: "unsure",
    says: "Not sure is never less urgent than no, and an urgent sign left open is never self-care",
    test,
};

fn test(trial: &Trial) -> Result<u64, Breach> {
    Ok(open(trial)? + compared(trial)?)
}

/// A sign at this level that what is known of somebody leaves open gives at least an appointment.
fn open(trial: &Trial) -> Result<u64, Breach> {
    let told = trial.told();
    let is_open = |flag: &&RedFlag| {
        let truth = evaluate(&flag.when, &|f| trial.somebody.truth(f));
        flag.level >= MUST_CLEAR && truth == Truth::Unsure
    };
    let mut flags = trial.graph().red_flags.iter().filter(is_open);
    match flags.next() {
        Some(flag) if told < Urgency::Routine => {
            let slug = &trial.graph().page(flag.page).slug;
            let why = format!("`{slug}` is left open, and they are told {}", told.name());
            Err(Breach { session: trial.session().clone(), why })
        }
        first => Ok(first.is_some().into()),
    }
}

/// Somebody who is not sure beside the same person who says no; of whoever says yes, both are others.
fn compared(trial: &Trial) -> Result<u64, Breach> {
    let mut n = 0;
    for line in trial.lines.iter().filter(|line| !line.is_one) {
        let with = |truth| trial.asked(&trial.somebody.with(trial.graph(), line.finding, truth));
        let what = format!("unsure of `{}`", trial.id(line.finding));
        n += match trial.somebody.truth(line.finding) {
            Truth::No => not_less(trial, trial.told(), &with(Truth::Unsure), &what)?,
            Truth::Unsure | Truth::Yes => {
                let no = trial.engine.urgency(&with(Truth::No));
                not_less(trial, no, &with(Truth::Unsure), &what)?
            }
        };
    }
    Ok(n)
}
