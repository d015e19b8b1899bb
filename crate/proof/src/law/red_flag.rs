//! Whatever makes a red flag hold, enough of it is asked.

use backwise_checker::rule::evaluate;
use backwise_graph::{RedFlag, Truth};

use super::{Breach, Law, Trial};

pub const LAW: Law = Law {
    name: "red-flag",
    says: "Whoever has a warning sign is told at least the level of that sign",
    test,
};

fn test(trial: &Trial) -> Result<u64, Breach> {
    let told = trial.told();
    let holds = |flag: &&RedFlag| evaluate(&flag.when, &|f| trial.somebody.truth(f)) == Truth::Yes;
    let mut n = 0;
    for flag in trial.graph().red_flags.iter().filter(holds) {
        if told < flag.level {
            let slug = &trial.graph().page(flag.page).slug;
            let why = format!(
                "`{slug}` holds, which is {}, and they are told {}",
                flag.level.name(),
                told.name()
            );
            return Err(Breach { session: trial.session().clone(), why });
        }
        n += 1;
    }
    Ok(n)
}
