//! What must hold for any network and any answers.

use backwise_checker::belief::{
    AnswerModel, Candidate, CauseModel, Evidence, Network, believe, cost, explain, rank,
};
use proptest::prelude::*;

use crate::random::{self, Dice, Model};

fn setting() -> impl Strategy<Value = (Model, Network, Evidence)> {
    (0..u64::MAX, 1..24_usize).prop_map(|(seed, n)| {
        let model = random::small(seed, n);
        let network = model.network();
        let evidence = random::evidence(seed, &network, 0.6);
        (model, network, evidence)
    })
}

fn open(network: &Network, evidence: &Evidence) -> Vec<Candidate> {
    let answers = network.answers().filter(|&answer| evidence.get(answer).is_none());
    answers.map(Candidate::Answer).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn order_of_answers_leaves_no_trace((_, network, evidence) in setting(), seed: u64) {
        let mut levels = evidence.levels().to_vec();
        Dice::new(seed).shuffle(&mut levels);
        let mut told = Evidence::new();
        levels.into_iter().for_each(|(answer, level)| told.level(answer, level));
        evidence.values().iter().for_each(|&(modifier, value)| told.know(modifier, value));
        let (told, known) = (believe(&network, &told), believe(&network, &evidence));
        prop_assert_eq!(told.posteriors(), known.posteriors());
    }

    #[test]
    fn an_answer_taken_back_was_never_given((_, network, evidence) in setting()) {
        let before = believe(&network, &evidence);
        let mut again = evidence.clone();
        for candidate in open(&network, &evidence) {
            let Candidate::Answer(answer) = candidate else { continue };
            again.yes(answer);
            again.forget(answer);
        }
        let again = believe(&network, &again);
        prop_assert_eq!(again.posteriors(), before.posteriors());
    }

    #[test]
    fn what_may_be_heard_averages_to_what_is_believed((_, network, evidence) in setting()) {
        let now = believe(&network, &evidence);
        let open = open(&network, &evidence);
        for scored in rank(&network, &now, &open, &|_, _| true).scored {
            let Candidate::Answer(answer) = scored.candidate else { continue };
            let mut means = vec![0.0; network.n_causes()];
            for (level, chance) in scored.chances.iter().enumerate() {
                let mut heard = evidence.clone();
                heard.level(answer, level as u8);
                let heard = believe(&network, &heard);
                means.iter_mut().zip(heard.posteriors()).for_each(|(mean, post)| *mean += chance * post);
            }
            for (mean, post) in means.iter().zip(now.posteriors()) {
                prop_assert!((mean - post).abs() < 1e-11, "{} is not {}", mean, post);
            }
        }
    }

    #[test]
    fn no_question_costs_knowledge((_, network, evidence) in setting()) {
        let belief = believe(&network, &evidence);
        let modifiers = network.modifiers().skip(1).map(Candidate::Modifier);
        let candidates: Vec<_> = open(&network, &evidence).into_iter().chain(modifiers).collect();
        let ranking = rank(&network, &belief, &candidates, &|_, _| false);
        prop_assert!(ranking.scored.iter().all(|scored| scored.gain >= -1e-12));
        prop_assert!(ranking.scored.is_sorted_by(|left, right| left.score >= right.score));
        prop_assert_eq!(ranking.stability() > 0.5, candidates.is_empty());
    }

    #[test]
    fn an_answer_with_one_cause_moves_it_its_own_way(
        (mut model, _, evidence) in setting(), strength in 0.02..0.98,
    ) {
        model.answers.push(AnswerModel::yes_no(0.01, vec![(0, strength)]));
        let network = model.network();
        let answer = network.answer(network.n_answers() - 1).expect("it was just pushed");
        let cause = network.cause(0).expect("there is at least one");
        let posterior = |level: Option<u8>| {
            let mut evidence = evidence.clone();
            level.into_iter().for_each(|level| evidence.level(answer, level));
            believe(&network, &evidence).posterior(cause)
        };
        let (no, open, yes) = (posterior(Some(0)), posterior(None), posterior(Some(1)));
        prop_assert!(no <= open + 1e-14 && open <= yes + 1e-14, "{} {} {}", no, open, yes);
    }

    #[test]
    fn new_labels_for_causes_permute_posteriors((model, network, evidence) in setting(), seed: u64) {
        let mut places: Vec<usize> = (0..network.n_causes()).collect();
        Dice::new(seed).shuffle(&mut places);
        let relabelled = believe(&relabel(&model, &places).network(), &evidence);
        let posteriors = believe(&network, &evidence);
        for (from, &to) in places.iter().enumerate() {
            let (found, expected) = (relabelled.posteriors()[to], posteriors.posteriors()[from]);
            prop_assert!((found - expected).abs() < 1e-12, "{} is not {}", found, expected);
        }
    }
}

fn relabel(model: &Model, places: &[usize]) -> Model {
    let mut renamed = model.clone();
    for (from, &to) in places.iter().enumerate() {
        renamed.causes[to] = model.causes[from].clone();
    }
    for row in renamed.answers.iter_mut().flat_map(|answer| &mut answer.thresholds) {
        row.links.iter_mut().for_each(|link| link.0 = places[link.0]);
    }
    for value in renamed.modifiers.iter_mut().flat_map(|modifier| &mut modifier.values) {
        value.odds.iter_mut().for_each(|odds| odds.0 = places[odds.0]);
    }
    renamed
}

#[test]
fn a_network_of_200_causes_and_400_answers_works() {
    let network = random::clustered(1, 200, 400, 6.0).network();
    let evidence = random::stress(1, &network, 20);
    let belief = believe(&network, &evidence);
    assert!(!belief.is_approximate());
    assert!(belief.posteriors().iter().all(|share| (0.0..=1.0).contains(share)));
    let ranking = rank(&network, &belief, &open(&network, &evidence), &|_, _| false);
    assert_eq!(ranking.scored.len(), 8);
    assert_eq!(explain(&network, &belief).reasons.len(), 80);
}

#[test]
fn four_hundred_yes_answers_neither_overflow_nor_vanish() {
    let cause = || CauseModel { prior: 0.01, harm: 1.0 };
    let causes: Vec<CauseModel> = (0..200).map(|_| cause()).collect();
    // A ladder: its 2-core is everything, its width small.
    let rung = |at: usize| vec![(at / 2, 0.3), ((at / 2 + 1) % 200, 0.4)];
    let answers = (0..400).map(|at| AnswerModel::yes_no(0.005, rung(at))).collect();
    let network = Network::new(causes, answers, Vec::new()).expect("all in range");
    let mut evidence = Evidence::new();
    network.answers().for_each(|answer| evidence.yes(answer));
    let belief = believe(&network, &evidence);
    let first = belief.posteriors()[0];
    assert!(
        belief.posteriors().iter().all(|share| (share - first).abs() < 1e-12),
        "a ring is even"
    );
    assert!((0.5..1.0).contains(&first));
    assert!(belief.ln_chance().is_some_and(|ln| ln.is_finite() && ln < -400.0));
    assert!(cost(&network, &evidence) > 0.0);
}

#[test]
fn without_evidence_the_priors_stand() {
    let model = random::small(5, 6);
    let belief = believe(&model.network(), &Evidence::new());
    let priors = model.causes.iter().map(|cause| cause.prior);
    belief
        .posteriors()
        .iter()
        .zip(priors)
        .for_each(|(post, prior)| assert!((post - prior).abs() < 1e-15));
    assert_eq!(belief.ln_chance().map(f64::abs), Some(0.0));
}
