//! Questions and answers for a medical record. The fixed words are their names here.

use backwise_checker::fhir::{questionnaire, response};
use backwise_graph::{Choose, Graph, Stage, Word};
use serde_json::{Value, json};

use crate::little::{known, little, screen};

const HASH: u64 = 0x0123_4567_89ab_cdef;
const ADDRESS: &str = "urn:uuid:01234567-89ab-8cde-8f00-000000000000";

/// One of `a` and `b`, any of `c` and `d`; `e` is asked by itself.
fn graph() -> Graph {
    let mut graph = little("e");
    screen(&mut graph, Stage::Who, Choose::One, "ab");
    screen(&mut graph, Stage::Where, Choose::Many, "cd");
    graph.language = "en".into();
    graph.words = Word::NAMES.iter().map(|name| (*name).to_owned()).collect();
    graph
}

fn coding(code: &str, display: &str) -> Value {
    json!({ "valueCoding": { "system": ADDRESS, "code": code, "display": display } })
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

#[test]
fn a_questionnaire_lists_all_that_can_be_answered() {
    let question = |id: &str, repeats: bool, codes: &[Value]| {
        json!({ "linkId": id, "text": format!("{id}?"), "type": "choice", "repeats": repeats,
            "answerOption": codes })
    };
    let expected = json!({
        "resourceType": "Questionnaire",
        "language": "en",
        "url": ADDRESS,
        "version": "0123456789abcdef",
        "title": Word::Title.name(),
        "status": "draft",
        "subjectType": ["Patient"],
        "description": Word::Purpose.name(),
        "item": [
            question("ab", false, &[coding("a", "a"), coding("b", "b"), coding("unsure", "not-sure")]),
            question("cd", true, &[
                coding("c", "c"),
                coding("d", "d"),
                coding("none", "none-of-these"),
                coding("unsure", "not-sure-of-rest"),
            ]),
            question("e", false, &[coding("yes", "yes"), coding("no", "no"), coding("unsure", "not-sure")]),
        ],
    });
    assert_eq!(read(&questionnaire(&graph(), HASH)), expected);
}

fn check(said: &str, items: &[(&str, &[(&str, &str)])]) {
    let mut expected = json!({
        "resourceType": "QuestionnaireResponse",
        "language": "en",
        "questionnaire": format!("{ADDRESS}|0123456789abcdef"),
        "status": "completed",
    });
    let item = |(id, answers): &(&str, &[(&str, &str)])| {
        let answers: Vec<Value> = answers.iter().map(|(code, text)| coding(code, text)).collect();
        json!({ "linkId": id, "text": format!("{id}?"), "answer": answers })
    };
    if !items.is_empty() {
        expected["item"] = items.iter().map(item).collect();
    }
    assert_eq!(read(&response(&graph(), &known(said), HASH)), expected, "after {said}");
}

#[test]
fn a_response_says_what_was_answered_and_no_more() {
    check("", &[]);
    check("yn", &[("ab", &[("a", "a")])]);
    check("??", &[("ab", &[("unsure", "not-sure")])]);
    check("--yn", &[("cd", &[("c", "c")])]);
    check("--y?", &[("cd", &[("c", "c"), ("unsure", "not-sure-of-rest")])]);
    check("--nn", &[("cd", &[("none", "none-of-these")])]);
    check("----y", &[("e", &[("yes", "yes")])]);
    check("----n", &[("e", &[("no", "no")])]);
    check(
        "nyyy?",
        &[
            ("ab", &[("b", "b")]),
            ("cd", &[("c", "c"), ("d", "d")]),
            ("e", &[("unsure", "not-sure")]),
        ],
    );
}
