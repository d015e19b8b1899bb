//! Whether the people of `journey/red-flag` would notice: each red flag is deleted or weakened a little, and
//! somebody must be told something else. `cargo xtask mutate` prints the count.

mod effect;
mod mutant;

use backwise_checker::Checker;
use backwise_graph::Graph;
use backwise_tests::journey;
use backwise_tests::person::{self, People, Person};

#[test]
fn no_mutant_survives() {
    let shipped = journey::checker().graph().clone();
    let people = person::all();
    let (mut n, mut idle, mut survivors) = (0, Vec::new(), Vec::new());
    for (at, flag) in shipped.red_flags.iter().enumerate() {
        let name = &shipped.page(flag.page).slug;
        let people = nearest_first(name, &people);
        for mutant in mutant::mutants(&shipped, flag) {
            n += 1;
            let changed = mutant::graph(&shipped, at, &mutant);
            if is_noticed(&changed, &people) {
                continue;
            }
            match effect::none(&shipped, flag, &changed) {
                Some(reason) => idle.push(format!("`{name}` {}: {reason}", mutant.change)),
                None => survivors.push(format!("`{name}` {}", mutant.change)),
            }
        }
    }
    let n_people: usize = people.iter().map(|(_, p)| p.raised.len() + p.spared.len()).sum();
    println!("{n} mutants of {} red flags, {n_people} people:", shipped.red_flags.len());
    println!("{} noticed, {} survive", n - idle.len() - survivors.len(), survivors.len());
    println!("{} change no urgency, whatever anyone answers:", idle.len());
    idle.iter().for_each(|line| println!("  {line}"));
    assert!(
        survivors.is_empty(),
        "nobody in tests/journey/red-flag notices; add somebody who does:\n{}",
        survivors.join("\n")
    );
}

/// Everybody, with the people of this red flag first: they mostly settle it.
fn nearest_first<'a>(flag: &str, people: &'a [(String, People)]) -> Vec<&'a Person> {
    let (mut near, mut far) = (Vec::new(), Vec::new());
    for (name, people) in people {
        let list = if name == flag { &mut near } else { &mut far };
        list.extend(people.raised.iter().chain(&people.spared));
    }
    near.append(&mut far);
    near
}

fn is_noticed(graph: &Graph, people: &[&Person]) -> bool {
    let checker = Checker::new(graph.clone()).expect("no belief rests on a rule");
    people.iter().any(|person| person::told(&checker, &person.play(&checker)) != person.told)
}
