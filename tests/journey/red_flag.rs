//! The people of each red flag: asked as everybody is, told what they must be, and spared when they must be.

use std::fmt::Write as _;

use backwise_checker::Checker;
use backwise_tests::journey;
use backwise_tests::person::{self, Person};

#[test]
fn every_red_flag_is_raised_and_spares_who_comes_close() {
    let checker = journey::checker();
    let (mut faults, mut files) = (String::new(), Vec::new());
    for (flag, people) in person::all() {
        let raised = people.raised.iter().map(|person| (person, true));
        for (person, is_raised) in raised.chain(people.spared.iter().map(|person| (person, false)))
        {
            for fault in found(&checker, person, &flag, is_raised) {
                writeln!(faults, "journey/red-flag/{flag}.json: {}\n  {fault}", person.who)
                    .expect("strings take text");
            }
        }
        files.push(flag);
    }
    let graph = checker.graph();
    let mut flags: Vec<_> =
        graph.red_flags.iter().map(|flag| &graph.page(flag.page).slug).collect();
    flags.sort();
    assert!(faults.is_empty(), "\n{faults}");
    assert_eq!(files.iter().collect::<Vec<_>>(), flags, "one file for each red flag");
}

/// Taking one red flag away would tell somebody less: for them no other is as urgent.
#[test]
fn every_red_flag_decides_for_somebody() {
    let checker = journey::checker();
    let graph = checker.graph();
    let level = |id: &str| {
        let mut flags = graph.red_flags.iter();
        flags.find(|flag| graph.page(flag.page).slug == id).map(|flag| flag.level)
    };
    for (flag, people) in person::all() {
        let decides = |person: &Person| {
            let mut others = person.told.red_flags.iter().filter(|told| **told != flag);
            others.all(|other| level(other) < level(&flag))
        };
        assert!(people.raised.iter().any(decides), "`{flag}` decides for nobody in its file");
    }
}

/// The site is written for adults, and neither for a pregnancy nor for what has just been injured or operated on.
/// What each card says is for content to say, and that it says something for the compiler.
#[test]
fn whoever_it_is_not_made_for_has_a_warning_sign_of_their_own() {
    let flags: Vec<_> = person::all().into_iter().map(|(flag, _)| flag).collect();
    let not_for = [
        "under-eighteen",
        "pregnancy-or-recent-birth",
        "after-serious-accident",
        "after-back-procedure",
    ];
    for id in not_for {
        assert!(flags.iter().any(|flag| flag == id), "there is no `{id}`");
    }
}

/// What is wrong with a person, a sentence each.
fn found(checker: &Checker, person: &Person, flag: &str, is_raised: bool) -> Vec<String> {
    let session = person.play(checker);
    let told = person::told(checker, &session);
    let (said, open) = person::said(checker.graph(), &session, &person.somebody(checker.graph()));
    let mut faults = Vec::new();
    if told != person.told {
        faults.push(format!("is told {told:?}\n  and not {:?}", person.told));
    }
    if is_raised != told.red_flags.iter().any(|told| told == flag) {
        let list = if is_raised { "raised" } else { "spared" };
        faults.push(format!("stands in the wrong list: `{list}`"));
    }
    faults.extend(open.iter().map(|id| format!("is asked `{id}`: say which of its options is so")));
    // Whoever is raised says why; whoever is spared may keep to themselves what nobody asks.
    let unasked = person.yes.iter().filter(|yes| is_raised && !said.contains(yes));
    faults.extend(unasked.map(|yes| format!("is never asked `{yes}`: leave it out")));
    faults
}
