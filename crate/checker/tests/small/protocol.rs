//! Questions, answers and assessments as plain data, by their ids.

use backwise_checker::assessment::assess;
use backwise_checker::protocol::{Value, ValueError, assessment, find, question, reply};
use backwise_checker::{Ask, Checker, Reply};
use backwise_graph::{Choose, Graph, Kind, Receipt, RelationKind, Stage, Urgency};
use serde_json::json;

use crate::causes::{cause, exercise, relation, shows};
use crate::little::{any, f, flag, known, little, page, screen, screen_at, ticks, unsure_but};

/// One of `a` and `b`, any of `c` and `d`; `e` is asked by itself. `d` is worth an appointment, `e` is urgent.
fn graph() -> Graph {
    let mut graph = little("e");
    screen(&mut graph, Stage::Who, Choose::One, "ab");
    screen(&mut graph, Stage::Where, Choose::Many, "cd");
    flag(&mut graph, Urgency::SameDay, any("e"));
    flag(&mut graph, Urgency::Routine, any("d"));
    let muscle = cause(&mut graph, "muscle", 0.3, 1);
    let part = page(&mut graph, Kind::Structure, "part");
    let helper = page(&mut graph, Kind::Professional, "helper");
    let stretch = exercise(&mut graph, "stretch", 2.0);
    shows(&mut graph, muscle, 'c', 200);
    shows(&mut graph, muscle, 'd', 200);
    relation(&mut graph, muscle, RelationKind::Tightens, part);
    relation(&mut graph, stretch, RelationKind::Stretches, part);
    relation(&mut graph, muscle, RelationKind::See, helper);
    let numb = graph.finding(f('e')).page;
    relation(&mut graph, stretch, RelationKind::AvoidWith, numb);
    for (passage, relation) in graph.relations.iter_mut().enumerate() {
        relation.receipts = vec![Receipt { page: muscle, passage: passage as u16 }];
    }
    graph
}

#[test]
fn a_question_is_found_by_its_id() {
    let graph = graph();
    let data = |id| serde_json::to_value(question(&graph, find(&graph, id).expect(id)));
    let option = |id: &str| json!({ "id": id, "text": id });
    let expected = json!({ "id": "ab", "kind": "one", "text": "ab?", "help": "",
        "options": [option("a"), option("b")] });
    assert_eq!(data("ab").expect("plain data"), expected);
    assert_eq!(data("cd").expect("plain data")["kind"], "many");
    let expected = json!({ "id": "e", "kind": "yes-no", "text": "e?", "help": "", "options": [] });
    assert_eq!(data("e").expect("plain data"), expected);
    assert!(find(&graph, "a").is_none() && find(&graph, "nothing").is_none());
}

fn check(ask: Ask, words: &[&str], expected: Result<Reply, &str>) {
    let unknown = |word: &str| ValueError::Unknown(word.to_owned());
    let value = match words {
        [word] => Value::One((*word).to_owned()),
        words => Value::Many(words.iter().map(|word| (*word).to_owned()).collect()),
    };
    assert_eq!(reply(&graph(), ask, &value), expected.map_err(unknown), "{words:?}");
}

#[test]
fn a_value_is_read_as_an_answer_or_refused() {
    let (one, many, single) = (screen_at(0), screen_at(1), Ask::Single(f('e')));
    check(one, &["b"], Ok(ticks("b")));
    check(one, &["unsure"], Ok(unsure_but("")));
    check(one, &["c"], Err("c"));
    check(many, &[], Ok(ticks("")));
    check(many, &["none"], Ok(ticks("")));
    check(many, &["c", "d"], Ok(ticks("cd")));
    check(many, &["d", "unsure"], Ok(unsure_but("d")));
    check(many, &["yes"], Err("yes"));
    check(single, &["yes"], Ok(ticks("e")));
    check(single, &["no"], Ok(ticks("")));
    check(single, &["unsure"], Ok(unsure_but("")));
    check(single, &["none"], Err("none"));
}

#[test]
fn a_refusal_names_the_word() {
    assert!(ValueError::Unknown("maybe".into()).to_string().contains("`maybe`"));
}

#[test]
fn an_assessment_names_everything_by_its_id() {
    let checker = Checker::new(graph()).expect("its numbers are in range");
    let told = assess(&checker, &known("ynyn-"));
    let found = serde_json::to_value(assessment(&checker, &told)).expect("plain data");
    let step = |from: &str, relation: &str, to: &str, passage: usize| {
        json!({ "from": from, "relation": relation, "to": to,
            "receipts": [format!("cause/muscle.html#p{passage}")] })
    };
    let burden = step("muscle", "tightens", "part", 2);
    let sign = |id: &str, question: &str, value: &str, level: &str| json!({ "id": id, "title": id, "question": question, "value": value, "level": level });
    let reason = |id: &str, passage: usize| json!({ "id": id, "title": id, "receipts": [format!("cause/muscle.html#p{passage}")] });
    let expected = json!({
        "urgency": "routine",
        "red_flags": [],
        "not_cleared": [sign("e", "e", "yes", "same-day")],
        "fits": [{ "id": "muscle", "title": "muscle", "family": "muscle", "fit": "well",
            "for": [reason("c", 0)], "against": [reason("d", 1)], "unknown": [] }],
        "chains": [],
        "plan": [{ "id": "stretch", "kind": "exercise", "title": "stretch", "minutes": 2.0,
            "because": [burden, step("stretch", "stretches", "part", 3)],
            "avoid": [step("stretch", "avoid-with", "e", 5)] }],
        "see": [{ "id": "helper", "title": "helper" }],
        "would_raise": [sign("e", "e", "yes", "same-day")],
        "approximate": false,
    });
    assert_eq!(found, expected);
    let told = assess(&checker, &known("ynnyn"));
    let found = serde_json::to_value(assessment(&checker, &told)).expect("plain data");
    let expected = json!([{ "id": "routine", "title": "routine", "level": "routine", "family": "",
        "card": "", "address": "red-flag/routine.html" }]);
    assert_eq!(found["red_flags"], expected);
}
