//! The sheet for a clinician, as text: a snapshot for each journey.

use std::path::Path;
use std::{env, fs};

use backwise_checker::Manner;
use backwise_checker::sheet::{sheet, text};
use backwise_tests::journey;

/// Stands for the version, so that an edit elsewhere leaves the snapshots alone.
const HASH: u64 = 0;

fn check(name: &str) {
    let checker = journey::checker();
    let session = journey::play(&checker, &journey::read(name));
    let found = text(&sheet(&checker, session.known(), Manner::default(), HASH));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("journey/sheet/{name}.txt"));
    if env::var_os("BACKWISE_BLESS").is_some() {
        fs::write(&file, &found).expect("the snapshot can be written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(found, expected, "{}: `BACKWISE_BLESS=1` writes it anew", file.display());
}

#[test]
fn an_emergency_says_what_was_answered_and_that_the_questions_ended() {
    check("numb-saddle");
}

#[test]
fn a_pattern_over_months_stands_with_its_course() {
    check("morning-stiffness");
}

#[test]
fn what_fits_a_runner_stands_with_what_speaks_against_it() {
    check("tired-runner");
}
