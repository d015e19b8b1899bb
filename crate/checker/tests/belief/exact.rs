//! Every figure against enumeration, on 400 random networks of up to 13 causes.

use backwise_checker::belief::{
    AnswerModel, Candidate, CauseModel, Evidence, Network, Scored, Threshold, believe, explain,
    rank,
};

use crate::enumeration::{Enumerated, Oracle};
use crate::random::{self, Model};

const TOLERANCE: f64 = 1e-11;

/// Builds network and evidence for each seed and hands them, with the oracle, to the check.
fn check(seeds: std::ops::Range<u64>, check: impl Fn(&Model, &Network, &Evidence, &Oracle<'_>)) {
    for seed in seeds {
        // Few of the large ones: each cause doubles the oracle's work.
        let n =
            [3, 4, 5, 6, 7, 8, 9, 10, 4, 6, 8, 5, 7, 9, 11, 6, 8, 5, 12, 13][seed as usize % 20];
        let model = random::small(seed, n);
        let network = model.network();
        let evidence = random::evidence(seed, &network, 0.7);
        check(&model, &network, &evidence, &Oracle::new(&model));
    }
}

fn assert_near(found: f64, expected: f64, what: &str) {
    let error = (found - expected).abs() / expected.abs().max(1e-300);
    assert!(error < TOLERANCE, "{what}: {found} is not {expected}, off by {error:e}");
}

fn assert_all_near(found: &[f64], expected: &[f64], what: &str) {
    assert_eq!(found.len(), expected.len());
    found.iter().zip(expected).for_each(|(&found, &expected)| assert_near(found, expected, what));
}

#[test]
fn posteriors_and_chance() {
    check(0..400, |_, network, evidence, oracle| {
        let (belief, expected) = (believe(network, evidence), oracle.ask(evidence));
        assert_all_near(belief.posteriors(), &expected.posterior, "posterior");
        assert_all_near(belief.priors(), &oracle.priors(evidence), "prior");
        let chance = belief.ln_chance().expect("a small network is swept").exp();
        assert_near(chance, expected.chance, "chance");
    });
}

#[test]
fn weights_of_evidence() {
    check(0..400, |_, network, evidence, oracle| {
        let explanation = explain(network, &believe(network, evidence));
        let everything = decibans(&oracle.ask(evidence));
        for reason in &explanation.reasons {
            let mut without = evidence.clone();
            without.forget(reason.answer);
            let without = decibans(&oracle.ask(&without));
            for (cause, weight) in reason.weights.iter().enumerate() {
                let expected = everything[cause] - without[cause];
                assert!((weight - expected).abs() < 1e-10, "{weight} is not {expected}");
            }
        }
    });
}

fn decibans(expected: &Enumerated) -> Vec<f64> {
    expected.posterior.iter().map(|share| 10.0 * (share / (1.0 - share)).log10()).collect()
}

#[test]
fn accounts_of_yes() {
    check(0..400, |model, network, evidence, oracle| {
        let whole = oracle.ask(evidence).chance;
        let explanation = explain(network, &believe(network, evidence));
        for reason in &explanation.reasons {
            let Some(account) = &reason.account else {
                continue;
            };
            let answer = reason.answer.index();
            let row = &model.answers[answer].thresholds[0];
            if network.top_level(reason.answer) > 1 {
                continue;
            }
            let mut no = evidence.clone();
            no.no(reason.answer);
            let turned = oracle.ask(&no);
            assert_all_near(&account.otherwise, &turned.posterior, "otherwise");
            for &(cause, share) in &account.only {
                let link = row.links.iter().find(|link| link.0 == cause.index());
                let strength = link.expect("an account names linked causes").1;
                let mut rest = evidence.clone();
                rest.forget(reason.answer);
                let only = oracle.ask_where(&rest, |state| {
                    let is_present = state >> cause.index() & 1 == 1;
                    let no_other = oracle.level(answer, 0, state) / (1.0 - strength);
                    if is_present { no_other * strength } else { 0.0 }
                });
                assert_near(share, only.chance / whole, "only");
            }
        }
    });
}

#[test]
fn shares_of_a_graded_account_sum_to_one() {
    check(0..100, |_, network, evidence, _| {
        for reason in explain(network, &believe(network, evidence)).reasons {
            let Some(account) = reason.account else {
                continue;
            };
            let only: f64 = account.only.iter().map(|only| only.1).sum();
            assert_near(only + account.leak + account.several, 1.0, "sum");
        }
    });
}

/// The first cause lifts the answer to the top as often as above nothing: to the middle it never does.
#[test]
fn what_cannot_make_an_answer_so_is_not_named_for_it() {
    let row = |leak, links| Threshold { leak, links };
    let thresholds = vec![row(0.2, vec![(0, 0.5), (1, 0.5)]), row(0.1, vec![(0, 0.5)])];
    let answer = AnswerModel { thresholds, ..AnswerModel::yes_no(0.2, vec![]) };
    let causes = vec![CauseModel { prior: 0.3, harm: 1.0 }; 2];
    let network = Network::new(causes, vec![answer], vec![]).expect("all in range");
    let mut evidence = Evidence::new();
    evidence.level(network.answer(0).expect("there is one"), 1);
    let account = explain(&network, &believe(&network, &evidence)).reasons.remove(0).account;
    let only: Vec<usize> =
        account.expect("it is above nothing").only.iter().map(|only| only.0.index()).collect();
    assert_eq!(only, [1]);
}

#[test]
fn gains_and_chances() {
    check(0..400, |model, network, evidence, oracle| {
        let belief = believe(network, evidence);
        let open: Vec<Candidate> = open(network, evidence).into_iter().take(8).collect();
        for scored in rank(network, &belief, &open, &|_, _| true).scored {
            let futures = futures(model, network, evidence, oracle, scored.candidate);
            check_scored(model, &scored, &futures);
        }
    });
}

fn open(network: &Network, evidence: &Evidence) -> Vec<Candidate> {
    let answers = network.answers().filter(|&answer| evidence.get(answer).is_none());
    let is_open = |modifier| evidence.values().iter().all(|known| known.0 != modifier);
    let modifiers = network.modifiers().filter(|&modifier| is_open(modifier));
    answers.map(Candidate::Answer).chain(modifiers.map(Candidate::Modifier)).collect()
}

fn futures(
    model: &Model,
    network: &Network,
    evidence: &Evidence,
    oracle: &Oracle<'_>,
    candidate: Candidate,
) -> Vec<Enumerated> {
    let ask = |change: &dyn Fn(&mut Evidence), share: f64| {
        let mut evidence = evidence.clone();
        change(&mut evidence);
        let mut found = oracle.ask(&evidence);
        found.chance *= share;
        found
    };
    match candidate {
        Candidate::Answer(answer) => (0..=network.top_level(answer))
            .map(|level| ask(&|evidence| evidence.level(answer, level), 1.0))
            .collect(),
        Candidate::Modifier(modifier) => {
            let values = model.modifiers[modifier.index()].values.iter().enumerate();
            values
                .map(|(at, value)| ask(&|evidence| evidence.know(modifier, at as u8), value.share))
                .collect()
        }
    }
}

fn check_scored(model: &Model, scored: &Scored, futures: &[Enumerated]) {
    let total: f64 = futures.iter().map(|future| future.chance).sum();
    let chances: Vec<f64> = futures.iter().map(|future| future.chance / total).collect();
    assert_all_near(&scored.chances, &chances, "chance of an answer");
    let mut gain = 0.0;
    for (cause, stated) in model.causes.iter().enumerate() {
        let pairs = futures.iter().map(|future| future.posterior[cause]).zip(&chances);
        let mean: f64 = pairs.clone().map(|(share, chance)| share * chance).sum();
        let left: f64 = pairs.map(|(share, chance)| entropy(share) * chance).sum();
        gain += stated.harm * (entropy(mean) - left);
    }
    assert!((scored.gain - gain).abs() < 1e-10, "{} is not {gain}", scored.gain);
    assert!((scored.same_advice - 1.0).abs() < 1e-12);
}

fn entropy(share: f64) -> f64 {
    let surprise = |share: f64| {
        if share > 0.0 { -share * share.log2() } else { 0.0 }
    };
    surprise(share) + surprise(1.0 - share)
}
