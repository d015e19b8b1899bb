//! What follows from how soon to get help: what is told of causes, what to do, and whom to see.

use backwise_checker::assessment::assess;
use backwise_checker::{Assessment, Checker};
use backwise_graph::{Fit, Graph, Kind, PageId, RelationKind, Urgency};

use crate::causes::{cause, exercise, named, relation, shows};
use crate::little::{any, flag, known, little, page};

/// What `a` is a symptom of: a muscle, which is harmless, and a bone and a nerve, which are not. Of the nerve
/// speaks the sign for the same day, `d`; `c` is an emergency, `e` within days, `f` worth an appointment. One that
/// fits is shown, and of what may help it each has an exercise, a self-test and somebody to see.
fn graph() -> Graph {
    let mut graph = little("");
    for (level, sign) in [
        (Urgency::Emergency, "c"),
        (Urgency::SameDay, "d"),
        (Urgency::WithinDays, "e"),
        (Urgency::Routine, "f"),
    ] {
        flag(&mut graph, level, any(sign));
        let red_flag = graph.red_flags.last().expect("it was added").page;
        let doctor = page(&mut graph, Kind::Professional, &format!("doctor for {sign}"));
        relation(&mut graph, red_flag, RelationKind::See, doctor);
    }
    graph.red_flags[1].family = "nerve".into();
    for (family, harm) in [("muscle", 1), ("bone", 9), ("nerve", 2)] {
        let cause = cause(&mut graph, family, 0.3, harm);
        shows(&mut graph, cause, 'a', 230);
        let exercise = exercise(&mut graph, &format!("{family} exercise"), 2.0);
        relation(&mut graph, exercise, RelationKind::Eases, cause);
        for (kind, what, says) in [
            (Kind::SelfTest, "test", RelationKind::TestedBy),
            (Kind::Professional, "helper", RelationKind::See),
            (Kind::Structure, "part", RelationKind::Strains),
        ] {
            let other = page(&mut graph, kind, &format!("{family} {what}"));
            relation(&mut graph, cause, says, other);
            if kind == Kind::Structure {
                relation(&mut graph, exercise, RelationKind::Strengthens, other);
            }
        }
        let habit = page(&mut graph, Kind::Cause, &format!("{family} habit"));
        relation(&mut graph, habit, RelationKind::LeadsTo, cause);
    }
    graph
}

fn told(graph: &Graph, said: &str) -> Assessment {
    let checker = Checker::new(graph.clone()).expect("its numbers are in range");
    assess(&checker, &known(said))
}

fn names(graph: &Graph, pages: impl IntoIterator<Item = PageId>) -> String {
    let slugs: Vec<_> = pages.into_iter().map(|id| graph.page(id).slug.clone()).collect();
    slugs.join(", ")
}

fn fits(graph: &Graph, told: &Assessment) -> String {
    names(graph, told.fits.iter().map(|fit| graph.causes[fit.cause.index()].page))
}

#[test]
fn an_emergency_leaves_nothing_to_weigh_or_to_do() {
    let graph = graph();
    let told = told(&graph, "ynynnn");
    assert_eq!(told.urgency, Urgency::Emergency);
    assert!(told.fits.is_empty() && told.plan.is_empty());
    assert!(told.tests.is_empty() && told.chains.is_empty() && told.would_raise.is_empty());
    assert_eq!(names(&graph, told.see), "doctor for c");
}

#[test]
fn a_sign_for_the_same_day_shows_what_it_means_and_what_does_harm_and_no_plan() {
    let graph = graph();
    let told = told(&graph, "ynnynn");
    assert_eq!(told.urgency, Urgency::SameDay);
    assert_eq!(fits(&graph, &told), "nerve, bone");
    assert!(told.plan.is_empty() && told.tests.is_empty());
    assert_eq!(names(&graph, told.see), "doctor for d, nerve helper, bone helper");
}

#[test]
fn below_a_sign_for_the_same_day_stands_nothing_that_fits_little() {
    let mut graph = graph();
    let rare = cause(&mut graph, "rare", 0.01, 99);
    shows(&mut graph, rare, 'g', 60);
    assert_eq!(fits(&graph, &told(&graph, "ynnynny")), "nerve, bone");
}

#[test]
fn a_sign_that_is_less_urgent_names_no_cause_first() {
    let mut graph = graph();
    graph.red_flags[2].family = "nerve".into();
    // Below a sign for the same day that speaks of nothing, the one that does most harm is first.
    graph.red_flags[1].family = String::new();
    assert_eq!(fits(&graph, &told(&graph, "ynnyyn")), "bone, nerve");
}

#[test]
fn within_days_there_is_a_plan_and_no_self_test() {
    let graph = graph();
    let told = told(&graph, "ynnnyn");
    assert_eq!(told.urgency, Urgency::WithinDays);
    assert_eq!(fits(&graph, &told), "bone, nerve, muscle");
    assert_eq!(told.plan.len(), 3);
    assert!(told.tests.is_empty());
    assert_eq!(names(&graph, told.see), "doctor for e, bone helper, nerve helper");
}

#[test]
fn what_can_wait_may_be_looked_at_by_oneself() {
    let graph = graph();
    for (said, urgency) in [("ynnnny", Urgency::Routine), ("ynnnnn", Urgency::SelfCare)] {
        let told = told(&graph, said);
        assert_eq!(told.urgency, urgency);
        assert_eq!(fits(&graph, &told), "bone, nerve, muscle");
        assert_eq!(told.plan.len(), 3);
        assert_eq!(names(&graph, told.tests.iter().map(|r| r.to)), "bone test, nerve test");
        assert_eq!(names(&graph, told.tests.iter().map(|r| r.from)), "bone, nerve");
        assert_eq!(told.chains.len(), 2, "the best two");
        let chain = names(&graph, told.chains[0].iter().flat_map(|r| [r.from, r.to]));
        assert_eq!(chain, "bone habit, bone, bone, bone part");
    }
}

#[test]
fn a_self_test_is_offered_once_and_not_to_whom_it_does_harm() {
    let mut graph = graph();
    let (bone, muscle) = (named(&graph, "bone"), named(&graph, "muscle"));
    let (bone_test, nerve_test) = (named(&graph, "bone test"), named(&graph, "nerve test"));
    let offered = |graph: &Graph| names(graph, told(graph, "ynnnnn").tests.iter().map(|r| r.to));
    for relation in graph.relations.iter_mut().filter(|r| r.to == nerve_test) {
        relation.to = bone_test;
    }
    assert_eq!(offered(&graph), "bone test, muscle test");
    relation(&mut graph, bone_test, RelationKind::AvoidWith, muscle);
    assert_eq!(offered(&graph), "muscle test", "a cause that fits speaks against it");
    let muscle_test = named(&graph, "muscle test");
    relation(&mut graph, muscle_test, RelationKind::AvoidWith, bone);
    assert_eq!(offered(&graph), "");
}

#[test]
fn what_little_speaks_for_brings_no_plan() {
    let graph = graph();
    let told = told(&graph, "nnnnnn");
    assert_eq!((told.urgency, fits(&graph, &told).as_str()), (Urgency::SelfCare, ""));
    assert!(told.plan.is_empty() && told.tests.is_empty() && told.see.is_empty());
}

#[test]
fn one_relation_alone_is_no_chain() {
    let mut graph = graph();
    graph.relations.retain(|r| r.kind != RelationKind::LeadsTo);
    assert!(told(&graph, "ynnnnn").chains.is_empty());
}

#[test]
fn what_fits_little_offers_no_self_test_and_speaks_against_none() {
    let mut graph = graph();
    let rare = cause(&mut graph, "rare", 0.01, 99);
    shows(&mut graph, rare, 'g', 60);
    let (rare_test, bone_test) =
        (page(&mut graph, Kind::SelfTest, "rare test"), named(&graph, "bone test"));
    relation(&mut graph, rare, RelationKind::TestedBy, rare_test);
    relation(&mut graph, bone_test, RelationKind::AvoidWith, rare);
    let told_of_rare = told(&graph, "nnnnnny");
    assert_eq!(fits(&graph, &told_of_rare), "rare");
    assert_eq!(told_of_rare.fits[0].fit, Fit::Little);
    assert!(told_of_rare.tests.is_empty());
    let tests = told(&graph, "ynnnnny").tests;
    assert_eq!(names(&graph, tests.iter().map(|r| r.to)), "bone test, nerve test");
}
