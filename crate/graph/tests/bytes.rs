//! What was written comes back; what was not is refused with a reason, and never panics.

use backwise_graph::{
    Cause, CauseId, CauseType, Choose, Exercise, Fault, Finding, FindingId, Graph, Kind, Link,
    Modifier, Page, PageId, Question, Receipt, RedFlag, Relation, RelationKind, Rule, Stage,
    Urgency, VERSION, Word,
};
use proptest::prelude::*;

fn page(kind: Kind, slug: &str) -> Page {
    Page { kind, slug: slug.into(), title: slug.into(), summary: "Schön.".into() }
}

fn small() -> Graph {
    let (p, f, c) = (PageId::new, FindingId::new, CauseId::new);
    Graph {
        language: "en".into(),
        pages: vec![
            page(Kind::Cause, "strain"),
            page(Kind::Symptom, "ache"),
            page(Kind::RedFlag, "fever"),
            page(Kind::Question, "where"),
            page(Kind::Exercise, "row"),
        ],
        findings: vec![Finding {
            page: p(1),
            ask: "Does it ache?".into(),
            help: String::new(),
            leak: 0.05,
            share: 0.0,
            links: vec![Link { cause: c(0), strength: 200 }],
            modifiers: vec![Modifier { cause: c(0), yes: 1.5, no: 0.9 }],
        }],
        questions: vec![Question {
            page: p(3),
            ask: "Where?".into(),
            help: String::new(),
            stage: Stage::Where,
            choose: Choose::Many,
            options: vec![f(0)],
        }],
        causes: vec![Cause {
            page: p(0),
            cause_type: CauseType::Condition,
            family: "mechanical-muscle".into(),
            prior: 0.2,
            harm: 1,
        }],
        red_flags: vec![RedFlag {
            page: p(2),
            when: Rule::AtLeast(
                1,
                vec![Rule::Finding(f(0)), Rule::AtLeast(1, vec![Rule::Finding(f(0))])],
            ),
            level: Urgency::SameDay,
            family: "infection".into(),
        }],
        exercises: vec![Exercise {
            page: p(4),
            dose: "Ten".into(),
            minutes: 2.0,
            stop: "Pain".into(),
            steps: vec!["Pull.".into()],
        }],
        relations: vec![Relation {
            from: p(0),
            kind: RelationKind::Shows,
            to: p(1),
            strength: 0.8,
            receipts: vec![Receipt { page: p(0), passage: 3 }],
        }],
        words: Word::ALL.iter().map(|w| w.name().into()).collect(),
    }
}

#[test]
fn a_graph_comes_back_as_it_was() {
    let bytes = small().encode();
    assert_eq!(Graph::decode(&bytes), Ok(small()));
    assert_eq!(bytes, small().encode(), "same graph, same bytes");
}

#[test]
fn every_cut_is_refused() {
    let bytes = small().encode();
    for n in 0..bytes.len() {
        assert!(Graph::decode(&bytes[..n]).is_err(), "cut after {n} bytes");
    }
}

#[test]
fn every_altered_byte_is_refused() {
    let bytes = small().encode();
    for n in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[n] ^= 0x10;
        assert!(Graph::decode(&altered).is_err(), "byte {n} altered");
    }
}

#[test]
fn reasons_are_told_apart() {
    let bytes = small().encode();
    let with = |at: usize, value: u8| {
        let mut b = bytes.clone();
        b[at] = value;
        Graph::decode(&b).unwrap_err()
    };
    assert_eq!(Graph::decode(b""), Err(Fault::Truncated));
    assert_eq!(with(0, b'X'), Fault::NotAGraph);
    assert_eq!(with(4, VERSION as u8 + 1), Fault::Version(VERSION + 1));
    assert_eq!(with(bytes.len() - 1, 0), Fault::Altered);
}

#[test]
fn ids_that_name_nothing_are_refused() {
    let mut broken = small();
    broken.findings[0].links[0].cause = CauseId::new(7);
    assert_eq!(Graph::decode(&broken.encode()), Err(Fault::Malformed));
    let mut broken = small();
    broken.red_flags[0].when = Rule::AtLeast(3, vec![Rule::Finding(FindingId::new(0))]);
    assert_eq!(Graph::decode(&broken.encode()), Err(Fault::Malformed));
    let mut broken = small();
    broken.words.pop();
    assert_eq!(Graph::decode(&broken.encode()), Err(Fault::Malformed));
}

#[test]
fn a_bottomless_rule_is_refused() {
    let mut broken = small();
    let deep = (0..100).fold(Rule::Finding(FindingId::new(0)), |r, _| Rule::AtLeast(1, vec![r]));
    broken.red_flags[0].when = deep;
    assert_eq!(Graph::decode(&broken.encode()), Err(Fault::Malformed));
}

/// Bytes with a header that vouches for them, so that the payload itself is what is read.
fn vouched(payload: &[u8]) -> Vec<u8> {
    let mut bytes = small().encode();
    bytes.truncate(6);
    bytes.extend(xxhash_rust::xxh64::xxh64(payload, 0).to_le_bytes());
    bytes.extend(payload);
    bytes
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(payload in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _: Result<Graph, Fault> = Graph::decode(&payload);
        prop_assert!(Graph::decode(&vouched(&payload)).is_err());
    }

    #[test]
    fn a_vouched_change_never_panics(at in 14usize..600, value in any::<u8>()) {
        let mut payload = small().encode().split_off(14);
        let at = at % payload.len();
        payload[at] = value;
        if let Ok(graph) = Graph::decode(&vouched(&payload)) {
            prop_assert_eq!(Graph::decode(&graph.encode()), Ok(graph));
        }
    }
}
