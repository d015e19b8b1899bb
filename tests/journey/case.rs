//! Published cases, by both rules for what they do not say: what the checker must keep to.

use std::path::Path;
use std::sync::OnceLock;

use backwise_cli::cases::{Case, Played, Score, play_all};
use backwise_tests::journey;

/// All cases, played once for all tests.
fn all() -> &'static [Played] {
    static ALL: OnceLock<Vec<Played>> = OnceLock::new();
    ALL.get_or_init(|| {
        let checker = journey::checker();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("journey/case");
        let cases = Case::read_all(checker.graph(), &folder).expect("the cases fit the questions");
        play_all(&checker, cases)
    })
}

/// Told when an unsaid warning sign is no, as published audits have it.
fn score() -> Score {
    Score::of(all().iter().map(|p| (p.case.expected, p.case.family.as_str(), &p.no)))
}

#[test]
fn there_are_as_many_as_the_table_says() {
    assert_eq!(all().len(), 32);
}

#[test]
fn being_unsure_is_never_told_less_than_saying_no() {
    for played in all() {
        let (no, unsure) = (played.no.urgency, played.unsure.urgency);
        assert!(!played.is_bolder_when_unsure(), "{}: {unsure:?} below {no:?}", played.case.id);
    }
}

#[test]
fn no_emergency_is_told_less_than_the_same_day_and_one_at_most_less_than_emergency() {
    assert_eq!(score().emergencies_below_same_day.n, 0);
    assert!(score().missed_emergencies.n <= 1, "{:?}", score().missed_emergencies);
}

#[test]
fn no_urgent_case_is_told_less_than_within_days() {
    assert_eq!(score().urgent_below_within_days.n, 0);
}

#[test]
fn most_cases_are_told_their_level_or_the_next() {
    assert!(score().exact_or_one_above.percent() >= 85.0, "{:?}", score().exact_or_one_above);
}

#[test]
fn few_self_care_cases_are_told_more() {
    assert!(score().self_care_over.percent() <= 25.0, "{:?}", score().self_care_over);
}

#[test]
fn most_cases_find_their_family_among_the_first_three() {
    let found = score().family_in_three_of_others;
    assert!(found.percent() >= 85.0, "{found:?}");
}

#[test]
fn half_of_the_interviews_need_twelve_questions_at_most() {
    assert!(score().asked_at(50) <= 12, "{:?}", score().asked);
}

#[test]
fn a_case_that_fits_no_question_is_refused() {
    let checker = journey::checker();
    let refused = |yes: &str, no: &str, family: &str, because: &str| {
        let text = format!(
            r#"{{"who": "", "source": "", "yes": [{yes}], "no": [{no}], "expected": {{"urgency": "urgent", "family": "{family}"}}}}"#
        );
        let error = Case::parse(checker.graph(), "x", &text).expect_err(because);
        assert!(format!("{error:#}").contains(because), "{error:#}");
    };
    refused(r#""a-word-of-nothing""#, "", "joint", "asked by no question");
    refused(r#""fever""#, r#""fever""#, "joint", "named twice");
    refused(r#""sex-male", "sex-female""#, "", "joint", "takes one option");
    refused(r#""place""#, "", "joint", "asked by no question");
    refused("", "", "a-word-of-nothing", "the family of no cause");
}
