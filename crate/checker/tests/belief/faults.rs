//! Every number out of range is refused, with the place of the item at fault.

use std::collections::BTreeSet;

use backwise_checker::belief::{
    AnswerModel, CauseModel, ModifierModel, ModifierValue, Network, NetworkError, Threshold,
};

use crate::random::{self, Model};

/// A faultless network of two causes, a graded answer and a modifier, changed by `spoil`.
fn check(spoil: impl Fn(&mut Model), expected: Result<(), NetworkError>) {
    let cause = CauseModel { prior: 0.1, harm: 1.0 };
    let lower = Threshold { leak: 0.2, links: vec![(0, 0.5), (1, 0.98)] };
    let upper = Threshold { leak: 0.1, links: vec![(1, 0.02)] };
    let thresholds = vec![lower, upper];
    let graded = AnswerModel { thresholds, effort: 1.0, unsure: 0.0 };
    let value = |odds| ModifierValue { share: 0.5, odds };
    let values = vec![value(vec![(0, 2.0)]), value(vec![])];
    let modifier = ModifierModel { values, effort: 1.0, unsure: 0.0 };
    let mut model = Model {
        causes: vec![cause.clone(), cause],
        answers: vec![AnswerModel::yes_no(0.005, vec![]), graded],
        modifiers: vec![modifier],
    };
    spoil(&mut model);
    let found = Network::new(model.causes, model.answers, model.modifiers).map(|_| ());
    assert_eq!(found, expected);
}

#[test]
fn what_is_in_range_is_taken() {
    check(|_| (), Ok(()));
    check(|model| model.causes[1].prior = f64::from(0.6_f32), Ok(()));
    check(|model| model.answers[1].thresholds[0].links[1].1 = 250.0 / 255.0, Ok(()));
    check(|model| model.causes[0].harm = 0.0, Ok(()));
}

#[test]
fn causes() {
    check(|model| model.causes[1].prior = 0.0, Err(NetworkError::Prior(1)));
    check(|model| model.causes[0].prior = 0.7, Err(NetworkError::Prior(0)));
    check(|model| model.causes[0].prior = f64::NAN, Err(NetworkError::Prior(0)));
    check(|model| model.causes[1].harm = -1.0, Err(NetworkError::Harm(1)));
    check(|model| model.causes[1].harm = f64::INFINITY, Err(NetworkError::Harm(1)));
}

#[test]
fn answers() {
    check(|model| model.answers[1].thresholds[0].leak = 0.6, Err(NetworkError::Leak(1)));
    check(|model| model.answers[0].thresholds[0].leak = 0.0, Err(NetworkError::Leak(0)));
    check(|model| model.answers[0].thresholds.clear(), Err(NetworkError::Leak(0)));
    check(|model| model.answers[1].thresholds[1].leak = 0.2, Err(NetworkError::Leak(1)));
    check(|model| model.answers[1].effort = 0.0, Err(NetworkError::Effort(1)));
    check(|model| model.answers[1].effort = f64::INFINITY, Err(NetworkError::Effort(1)));
    check(|model| model.answers[1].unsure = 1.0, Err(NetworkError::Effort(1)));
    check(|model| model.answers[1].unsure = -0.1, Err(NetworkError::Effort(1)));
}

#[test]
fn more_than_a_place_can_name() {
    let too_many = Err(NetworkError::TooMany);
    let level = Threshold { leak: 0.1, links: vec![] };
    let levels = |n| {
        let level = level.clone();
        move |model: &mut Model| model.answers[1].thresholds = vec![level.clone(); n]
    };
    check(levels(255), Err(NetworkError::Leak(1)));
    check(levels(256), too_many);
    let values = |n| {
        let value = ModifierValue { share: 1.0 / n as f64, odds: vec![] };
        move |model: &mut Model| model.modifiers[0].values = vec![value.clone(); n]
    };
    check(values(255), Ok(()));
    check(values(256), too_many);
    let answers = |n| {
        let answer = AnswerModel::yes_no(0.1, vec![]);
        move |model: &mut Model| model.answers.resize(n, answer.clone())
    };
    check(answers(0xffff), Ok(()));
    check(answers(0x1_0000), too_many);
}

#[test]
fn links() {
    let link = |row: usize, at: usize, link: (usize, f64)| {
        move |model: &mut Model| model.answers[1].thresholds[row].links[at] = link
    };
    check(link(0, 0, (2, 0.5)), Err(NetworkError::Link(1)));
    check(link(0, 0, (1, 0.5)), Err(NetworkError::Link(1)));
    check(link(0, 1, (0, 0.5)), Err(NetworkError::Link(1)));
    check(link(0, 0, (0, 1.0)), Err(NetworkError::Strength(1)));
    check(link(0, 0, (0, 0.01)), Err(NetworkError::Strength(1)));
    check(link(0, 1, (1, 0.02)), Ok(()));
    check(link(1, 0, (1, 0.99)), Err(NetworkError::Strength(1)));
    check(link(1, 0, (0, 0.51)), Err(NetworkError::Strength(1)));
    check(|model| model.answers[1].thresholds[0].links.truncate(1), Err(NetworkError::Link(1)));
}

#[test]
fn modifiers() {
    let fault = Err(NetworkError::Modifier(0));
    check(|model| model.modifiers[0].values[0].share = 0.6, fault);
    check(|model| model.modifiers[0].values[0].odds[0].1 = 0.0, fault);
    check(|model| model.modifiers[0].values[0].odds[0].0 = 2, fault);
    check(|model| model.modifiers[0].values[0].odds[0].1 = 2e6, fault);
    check(|model| model.modifiers[0].values[0].odds.push((0, 2.0)), fault);
    check(|model| (0..2).for_each(|at| model.modifiers[0].values[at].share = at as f64), fault);
    check(|model| model.modifiers[0].effort = f64::NAN, fault);
    check(|model| model.modifiers[0].effort = 0.0, fault);
    check(|model| model.modifiers[0].unsure = 1.0, fault);
    check(|model| model.modifiers[0].values.clear(), fault);
}

#[test]
fn a_fault_says_what_is_wrong_and_where() {
    use NetworkError::*;
    let places = [Prior, Harm, Leak, Strength, Link, Effort, Modifier].map(|fault| fault(317));
    let told: Vec<_> = places.iter().map(ToString::to_string).collect();
    assert!(told.iter().all(|told| told.contains("317")), "{told:?}");
    let different: BTreeSet<_> = told.into_iter().chain([TooMany.to_string()]).collect();
    assert_eq!(different.len(), 8, "{different:?}");
}

#[test]
fn places_are_those_of_the_lists_and_no_others() {
    let network = random::small(3, 4).network();
    let (causes, answers) = (network.n_causes(), network.n_answers());
    let modifiers = network.n_modifiers();
    assert!(network.cause(causes - 1).is_some_and(|it| it.index() == causes - 1));
    assert!(network.answer(answers - 1).is_some_and(|it| it.index() == answers - 1));
    assert!(network.modifier(modifiers - 1).is_some_and(|it| it.index() == modifiers - 1));
    assert_eq!(network.cause(causes), None);
    assert_eq!(network.answer(answers), None);
    assert_eq!(network.modifier(modifiers), None);
}
