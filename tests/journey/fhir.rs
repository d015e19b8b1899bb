//! The questions and answers as FHIR R4: what the specification asks of these two resources.
//!
//! `tests/oracle/fhir.mjs` and `fhir.py` hold the same against two validators, by hand.

use std::collections::BTreeMap;

use backwise_checker::{Checker, fhir};
use backwise_tests::journey;
use serde_json::{Map, Value};

const HASH: u64 = 0x0123_4567_89ab_cdef;

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// No element may be there and be empty, wherever it is: text, list or object.
fn assert_nothing_is_empty(value: &Value) {
    match value {
        Value::String(text) => assert!(!text.is_empty() && text.trim() == text, "{text:?}"),
        Value::Array(items) => {
            assert!(!items.is_empty(), "an empty list");
            items.iter().for_each(assert_nothing_is_empty);
        }
        Value::Object(fields) => {
            assert!(!fields.is_empty(), "an empty object");
            fields.values().for_each(assert_nothing_is_empty);
        }
        Value::Bool(_) => {}
        Value::Null | Value::Number(_) => panic!("{value}: nothing of ours is one"),
    }
}

/// The fields are these and no others, and those that are needed are there.
fn assert_fields(value: &Value, needed: &[&str], allowed: &[&str]) {
    let fields = object(value);
    assert!(needed.iter().all(|name| fields.contains_key(*name)), "{needed:?} in {value}");
    let known = |name: &String| needed.contains(&name.as_str()) || allowed.contains(&name.as_str());
    assert!(fields.keys().all(known), "{:?} beside {needed:?}", fields.keys());
}

fn coding(value: &Value) -> &Value {
    assert_fields(value, &["valueCoding"], &[]);
    let coding = &value["valueCoding"];
    assert_fields(coding, &["system", "code", "display"], &[]);
    let code = coding["code"].as_str().expect("a text");
    assert!(!code.contains(char::is_whitespace), "`{code}` is no code");
    coding
}

/// The questionnaire's items by their link ids.
fn items(questionnaire: &Value) -> BTreeMap<&str, &Value> {
    let mut items = BTreeMap::new();
    for item in list(&questionnaire["item"]) {
        assert_fields(item, &["linkId", "text", "type", "answerOption"], &["repeats"]);
        assert_eq!(item["type"], "choice", "what has options is a choice");
        assert!(item["repeats"].is_boolean());
        let id = item["linkId"].as_str().expect("a text");
        assert!(items.insert(id, item).is_none(), "`{id}` is there twice");
        let codes: Vec<_> =
            list(&item["answerOption"]).iter().map(|o| &coding(o)["code"]).collect();
        assert!(codes.contains(&&Value::from("unsure")), "`{id}` can be left open");
        let mut different = codes.clone();
        different.sort_by_key(|code| code.to_string());
        different.dedup();
        assert_eq!(different.len(), codes.len(), "`{id}` has a code twice");
    }
    items
}

fn questionnaire(checker: &Checker) -> Value {
    parse(&fhir::questionnaire(checker.graph(), HASH))
}

#[test]
fn the_questionnaire_is_one() {
    let all = questionnaire(&journey::checker());
    let needed = ["resourceType", "status", "url", "version", "item"];
    assert_fields(&all, &needed, &["language", "title", "subjectType", "description"]);
    assert_nothing_is_empty(&all);
    assert_eq!(all["resourceType"], "Questionnaire");
    assert!(["draft", "active", "retired", "unknown"].map(Value::from).contains(&all["status"]));
    assert!(list(&all["subjectType"]).contains(&"Patient".into()));
    assert!(!items(&all).is_empty());
}

fn check(name: &str) {
    let checker = journey::checker();
    let session = journey::play(&checker, &journey::read(name));
    let (all, response) =
        (questionnaire(&checker), parse(&fhir::response(checker.graph(), session.known(), HASH)));
    let needed = ["resourceType", "status", "questionnaire", "item"];
    assert_fields(&response, &needed, &["language"]);
    assert_nothing_is_empty(&response);
    assert_eq!(response["resourceType"], "QuestionnaireResponse");
    assert_eq!(response["status"], "completed");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let canonical = [text(&all["url"]), text(&all["version"])].join("|");
    assert_eq!(response["questionnaire"], canonical);
    let questions = items(&all);
    // Answers stand in the order of their questions, each at most once.
    let asked: Vec<_> = list(&response["item"]).iter().map(|i| text(&i["linkId"])).collect();
    let order = list(&all["item"]).iter().map(|i| text(&i["linkId"])).filter(|i| asked.contains(i));
    assert_eq!(order.collect::<Vec<_>>(), asked);
    assert_eq!(asked.len(), session.given().len());
    for item in list(&response["item"]) {
        assert_fields(item, &["linkId", "text", "answer"], &[]);
        let question = questions[item["linkId"].as_str().expect("a text")];
        assert_eq!(item["text"], question["text"]);
        let answers = list(&item["answer"]);
        assert!(answers.len() == 1 || question["repeats"] == true, "{item}");
        let offered = list(&question["answerOption"]);
        assert!(answers.iter().all(|answer| offered.contains(answer)), "{item}");
        assert!(answers.iter().all(|answer| coding(answer).is_object()));
    }
}

#[test]
fn what_was_answered_before_an_emergency_fits_the_questionnaire() {
    check("numb-saddle");
}

#[test]
fn what_a_runner_answered_fits_the_questionnaire() {
    check("tired-runner");
}

#[test]
fn what_was_answered_about_stiff_mornings_fits_the_questionnaire() {
    check("morning-stiffness");
}
