//! What the nouns say of each other.

use backwise_graph::{FindingId, Fit, Rule, Stage, Urgency, Word};

#[test]
fn each_level_and_each_fit_has_its_own_words() {
    for urgency in Urgency::ALL {
        let of = |start: &str| Word::from_name(&format!("{start}-{}", urgency.name()));
        assert_eq!(Some(Word::of_level(*urgency)), of("level"));
        assert_eq!(Word::of_return(*urgency), of("return"));
    }
    assert_eq!(Word::of_return(Urgency::Emergency), None, "there is nothing to wait for");
    for fit in Fit::ALL {
        assert_eq!(Some(Word::of_fit(*fit)), Word::from_name(&format!("fit-{}", fit.name())));
    }
}

#[test]
fn safety_comes_before_where_it_hurts_and_how_it_goes() {
    let is_safety: Vec<bool> = Stage::ALL.iter().map(|stage| stage.is_safety()).collect();
    assert_eq!(is_safety, [true, true, true, false, false]);
}

#[test]
fn a_rule_names_its_findings_in_order_as_often_as_they_stand_there() {
    let finding = |at| Rule::Finding(FindingId::new(at));
    let inner = Rule::AtLeast(2, vec![finding(3), finding(1)]);
    let rule = Rule::AtLeast(1, vec![finding(1), inner, finding(0)]);
    let mut named = Vec::new();
    rule.each_finding(&mut |finding| named.push(finding.index()));
    assert_eq!(named, [1, 3, 1, 0]);
}
