//! The sampler, where the sweep would take too long, against the sweep, where it would not.

use backwise_checker::belief::{Candidate, believe, believe_within, cost, explain, rank};

use crate::random;

const TOLERANCE: f64 = 0.03;

/// Lanes reweigh the draws that were kept, which are fewer and more alike.
const LANE_TOLERANCE: f64 = 0.05;

#[test]
fn samples_come_near_the_sweep() {
    let network = random::clustered(7, 30, 60, 10.0).network();
    let evidence = random::stress(3, &network, 14);
    let (exact, sampled) = (believe(&network, &evidence), believe_within(&network, &evidence, 0.0));
    assert!(sampled.is_approximate() && !exact.is_approximate());
    assert!(sampled.ln_chance().is_none());
    assert_eq!(sampled.cost(), cost(&network, &evidence));
    for (found, expected) in sampled.posteriors().iter().zip(exact.posteriors()) {
        assert!((found - expected).abs() < TOLERANCE, "{found} is not near {expected}");
    }
}

#[test]
fn what_takes_as_long_as_allowed_is_swept() {
    let network = random::clustered(7, 30, 60, 10.0).network();
    let evidence = random::stress(3, &network, 14);
    let cost = cost(&network, &evidence);
    assert!(!believe_within(&network, &evidence, cost).is_approximate());
    assert!(believe_within(&network, &evidence, cost.next_down()).is_approximate());
}

#[test]
fn sampled_lanes_come_near_the_sweep() {
    let network = random::clustered(8, 24, 48, 8.0).network();
    let evidence = random::stress(4, &network, 8);
    let (exact, sampled) = (believe(&network, &evidence), believe_within(&network, &evidence, 0.0));
    let open = network.answers().filter(|&answer| evidence.get(answer).is_none());
    let open: Vec<Candidate> = open.map(Candidate::Answer).take(8).collect();
    let rank = |belief| rank(&network, belief, &open, &|_, _| true).scored;
    let find = |list: &[_], candidate| {
        list.iter()
            .position(|other: &backwise_checker::belief::Scored| other.candidate == candidate)
    };
    let found = rank(&sampled);
    for expected in rank(&exact) {
        let at = find(&found, expected.candidate).expect("both rank all eight");
        assert!((found[at].chances[1] - expected.chances[1]).abs() < TOLERANCE);
        assert!((found[at].gain - expected.gain).abs() < 0.1);
    }
    let reasons = |belief| explain(&network, belief).reasons.into_iter();
    for (found, expected) in reasons(&sampled).zip(reasons(&exact)) {
        let (Some(found), Some(expected)) = (found.account, expected.account) else {
            continue;
        };
        assert!((found.leak - expected.leak).abs() < TOLERANCE);
        for (found, expected) in found.only.iter().zip(&expected.only) {
            assert!((found.1 - expected.1).abs() < LANE_TOLERANCE);
        }
    }
}
