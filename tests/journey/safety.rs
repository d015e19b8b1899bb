//! The safety matrix: every red flag has its sources, its questions, its page, and somebody it is raised for.

use crate::backwise;

#[test]
fn the_safety_matrix_has_no_empty_cell() {
    let output = backwise("check", &["--safety", "tests/journey"]).output();
    let output = output.expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).trim_end().ends_with(": 0 empty cells"));
}

#[test]
fn a_red_flag_that_nobody_is_told_is_an_error() {
    let nobody = tempfile::tempdir().expect("a folder can be made");
    let output = backwise("check", &["--safety"]).arg(nobody.path()).output();
    let output = output.expect("the command runs");
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("error[empty-cell]: no journey raises `kidney-signs`"), "{told}");
}
