//! Posteriors against pyAgrum's, an engine by others: no shared code and no shared method.

use backwise_checker::belief::believe;

use crate::outside;

const TOLERANCE: f64 = 1e-10;

#[test]
fn posteriors_are_those_of_pyagrum() {
    let fixture = outside::read();
    assert!(fixture.cases.len() >= 48);
    for (at, case) in fixture.cases.iter().enumerate() {
        let network = case.network();
        let belief = believe(&network, &case.evidence(&network));
        assert!(!belief.is_approximate());
        for (found, expected) in belief.posteriors().iter().zip(&case.posteriors) {
            let error = (found - expected).abs();
            assert!(error < TOLERANCE, "case {at}: {found} is not {expected}, off by {error:e}");
        }
    }
}
