//! People, what they answer, and what they are told. The same files are played in the browser.

mod case;
mod fhir;
mod red_flag;
mod safety;
mod sheet;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use backwise_checker::protocol;
use backwise_tests::journey::{self, Journey};
use serde_json::{Value, json};

fn check(name: &str) {
    let (checker, journey) = (journey::checker(), journey::read(name));
    let session = journey::play(&checker, &journey);
    let assessment = session.assessment(&checker);
    let told =
        serde_json::to_value(protocol::assessment(&checker, &assessment)).expect("plain data");
    assert_told(&journey, &told, session.given().len());
}

fn assert_told(journey: &Journey, told: &Value, asked: usize) {
    let ids = |list: &Value| -> Vec<String> {
        let list = list.as_array().expect("a list").iter();
        list.map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert_eq!(told["urgency"], journey.told.urgency, "{}", journey.who);
    assert_eq!(ids(&told["red_flags"]), journey.told.red_flags);
    let fits = ids(&told["fits"]);
    assert!(
        fits.starts_with(&journey.told.fits),
        "told {fits:?}, expected {:?} first",
        journey.told.fits
    );
    assert_eq!(!ids(&told["plan"]).is_empty(), journey.told.has_plan, "a plan: {}", told["plan"]);
    if let Some(expected) = journey.told.asked {
        assert_eq!(asked, expected, "questions asked");
    }
}

#[test]
fn numbness_between_the_legs_is_an_emergency_at_once() {
    check("numb-saddle");
}

#[test]
fn months_of_morning_stiffness_are_worth_an_appointment() {
    check("morning-stiffness");
}

#[test]
fn a_tired_new_runner_can_look_after_it() {
    check("tired-runner");
}

/// The writer's command, built beside this test.
fn backwise(word: &str, arguments: &[&str]) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut command = Command::new(env!("CARGO"));
    let run = ["run", "--quiet", "--package", "backwise-cli", "--", word];
    command.current_dir(root).args(run).args(arguments);
    command
}

#[test]
fn answers_in_a_file_give_what_the_session_gives() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for name in ["numb-saddle", "morning-stiffness", "tired-runner"] {
        let journey = journey::read(name);
        let file = folder.path().join(name);
        fs::write(&file, serde_json::to_vec(&journey.answers).expect("plain data"))
            .expect("a file can be written");
        let output =
            backwise("interview", &["--answers"]).arg(&file).output().expect("the command runs");
        let told: Value = serde_json::from_slice(&output.stdout).expect("one object");
        let asked = told["asked"].as_u64().expect("a count");
        assert_told(&journey, &told["assessment"], asked as usize);
    }
}

#[test]
fn a_bad_line_is_told_and_the_interview_goes_on() {
    let mut child = backwise("interview", &[])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut input = child.stdin.take().expect("it reads");
    let lines = [
        "nonsense",
        r#"{"answer":{"id":"sex","value":"sex-male"}}"#,
        r#"{"answer":{"id":"age","value":"age-999"}}"#,
        r#"{"answer":{"id":"age","value":["age-18-to-34","age-35-to-49"]}}"#,
        "\u{fffd}\u{0}",
        r#"{"answer":{"id":"age","value":"unsure"}}"#,
        r#"{"answer":{"id":"sex","value":"unsure"}}"#,
        r#"{"answer":{"id":"situation","value":[]}}"#,
        r#"{"answer":{"id":"emergency-chest","value":["chest-pain"]}}"#,
    ];
    lines.iter().for_each(|line| writeln!(input, "{line}").expect("it reads"));
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let objects = output.stdout.split(|b| *b == b'\n').filter(|line| !line.is_empty());
    let objects: Vec<Value> =
        objects.map(|line| serde_json::from_slice(line).expect("an object")).collect();
    let n_errors = objects.iter().filter(|o| o.get("error").is_some()).count();
    assert_eq!(n_errors, 5, "{objects:?}");
    assert_eq!(objects.last().expect("lines")["assessment"]["urgency"], "emergency");
    assert!(output.status.success());
}

#[test]
fn an_answer_to_no_question_is_refused() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("answers");
    fs::write(&file, json!({ "agee": "unsure" }).to_string()).expect("a file can be written");
    let output =
        backwise("interview", &["--answers"]).arg(&file).output().expect("the command runs");
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("`agee` is no question"));
}
