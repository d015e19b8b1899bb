//! What readers are promised about how long it takes.

use super::{Breach, Law, Trial};
use crate::interview::ENDLESS;

pub const LAW: Law = Law {
    name: "at-most",
    says: "Every interview ends, and “at most N more” gets less with every answer",
    test,
};

fn test(trial: &Trial) -> Result<u64, Breach> {
    let said = &trial.interview.at_most;
    let broken = |why| Err(Breach { session: trial.session().clone(), why });
    if said.len() >= ENDLESS {
        return broken(format!("it has not ended after {ENDLESS} questions"));
    }
    if let Some(pair) = said.windows(2).find(|pair| pair[0] <= pair[1]) {
        return broken(format!("at most {} more after at most {}", pair[1], pair[0]));
    }
    match said.last() {
        Some(0) => broken("it asks, and at most 0 more were promised".to_owned()),
        _ => Ok(said.len() as u64),
    }
}
