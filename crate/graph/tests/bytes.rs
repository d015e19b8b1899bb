//! What was written comes back; what was not is refused with a reason, and never panics.

use backwise_graph::{
    BodyMap, BodyPlace, BodyView, Cause, CauseId, CauseType, Choose, Country, Dose, Dot, Encoded,
    Exercise, Facing, Fault, Finding, FindingId, Graph, Kind, Likelihood, Link, Modifier,
    Observation, Page, PageId, Play, Position, Question, Receipt, RedFlag, Relation, RelationKind,
    Rule, SelfTest, Shape, Sides, Sign, Stage, Topic, Urgency, VERSION, Word, Work,
};
use proptest::prelude::*;

fn page(kind: Kind, slug: &str) -> Page {
    Page { kind, slug: slug.into(), title: slug.into(), summary: "Schön.".into() }
}

fn dose(work: Work, sides: Sides) -> Dose {
    Dose { text: "Thus.".into(), ready: 10, sets: 2, work, sides, rest: 45 }
}

fn position() -> Position {
    Position {
        width: 150,
        height: 100,
        text: "Upright.".into(),
        shapes: vec![Shape { class: "skin".into(), line: "M1 1l2 2".into() }],
        dots: vec![Dot { x: 1.5, y: 20.25 }],
    }
}

fn small() -> Graph {
    let (p, f, c) = (PageId::new, FindingId::new, CauseId::new);
    Graph {
        language: "en".into(),
        pages: vec![
            page(Kind::Symptom, "ache"),
            page(Kind::RedFlag, "fever"),
            page(Kind::Question, "where"),
            page(Kind::Cause, "strain"),
            page(Kind::Exercise, "row"),
        ],
        findings: vec![Finding {
            page: p(0),
            ask: "Does it ache?".into(),
            help: String::new(),
            needs: vec![f(0)],
        }],
        likelihoods: vec![Likelihood {
            leak: 0.05,
            share: 0.0,
            links: vec![Link { cause: c(0), strength: 200 }],
            modifiers: vec![Modifier { cause: c(0), yes: 1.5, no: 0.9 }],
        }],
        questions: vec![Question {
            page: p(2),
            ask: "Where?".into(),
            help: String::new(),
            stage: Stage::Where,
            sheet: Stage::Course,
            choose: Choose::Many,
            options: vec![f(0)],
        }],
        causes: vec![Cause {
            page: p(3),
            cause_type: CauseType::Condition,
            family: "mechanical-muscle".into(),
            prior: 0.2,
            harm: 1,
        }],
        red_flags: vec![RedFlag {
            page: p(1),
            when: Rule::AtLeast(
                1,
                vec![Rule::Finding(f(0)), Rule::AtLeast(1, vec![Rule::Finding(f(0))])],
            ),
            level: Urgency::SameDay,
            family: "infection".into(),
        }],
        countries: vec![Country {
            title: "Europe".into(),
            codes: "at be".into(),
            number: "112".into(),
        }],
        exercises: vec![Exercise {
            page: p(4),
            dose: "Ten".into(),
            play: Play {
                usual: dose(Work::Reps { count: 10, pace: 4, held: 2 }, Sides::Together),
                easier: vec![dose(Work::Hold(300), Sides::InTurn { change: 5 })],
                harder: vec![],
            },
            minutes: 2.0,
            stop: "Pain".into(),
            steps: vec!["Pull.".into()],
            positions: vec![position()],
        }],
        self_tests: vec![SelfTest {
            page: p(4),
            stop: vec!["Pain.".into()],
            steps: vec!["Stand.".into()],
            standing: Vec::new(),
            seated: vec![position()],
        }],
        observations: vec![Observation { page: p(4), sign: Sign::PullChest }],
        sign_factor: 1.2,
        sign_days: 56,
        relations: vec![Relation {
            from: p(3),
            kind: RelationKind::Shows,
            to: p(0),
            strength: 0.8,
            receipts: vec![Receipt { page: p(3), passage: 3 }],
        }],
        topics: vec![Topic { page: p(3), about: vec![f(0)] }],
        body_maps: vec![BodyMap {
            page: p(0),
            views: vec![BodyView {
                facing: Facing::Back,
                width: 240,
                height: 352,
                outline: "M0 0h9".into(),
                places: vec![BodyPlace { page: p(0), area: "M0 0z".into(), mark: "M1 1z".into() }],
                detail: String::new(),
            }],
        }],
        words: Word::ALL.iter().map(|w| w.name().into()).collect(),
    }
}

#[test]
fn a_graph_comes_back_as_it_was() {
    let files = small().encode();
    assert_eq!(files.decode(), Ok(small()));
    assert_eq!(files, small().encode(), "same graph, same bytes");
}

#[test]
fn the_first_file_is_enough_to_ask() {
    let graph = Graph::decode(&small().encode().asking).expect("it is whole");
    assert!(graph.causes.is_empty() && graph.likelihoods.is_empty());
    assert_eq!((graph.word(Word::Next), graph.word(Word::PlanTitle)), ("next", ""));
    assert_eq!((graph.findings, graph.red_flags), (small().findings, small().red_flags));
    let card =
        graph.pages.iter().find(|p| p.kind == Kind::RedFlag).expect("asking takes red flags");
    assert_eq!(card.summary, "Schön.", "a card is told before the second file is there");
}

#[test]
fn files_of_two_builds_are_no_pair() {
    let mut other = small();
    other.words[0] = "Other".into();
    let files = Encoded { telling: other.encode().telling, ..small().encode() };
    assert_eq!(files.decode(), Err(Fault::NotAPair));
}

#[test]
fn a_second_file_that_fails_changes_nothing() {
    let files = small().encode();
    let mut graph = Graph::decode(&files.asking).expect("it is whole");
    let before = graph.clone();
    let hash = Graph::hash_of(&files.asking);
    for n in 0..files.telling.len() {
        assert!(graph.complete(hash, &files.telling[..n]).is_err(), "cut after {n} bytes");
        let mut altered = files.telling.clone();
        altered[n] ^= 0x10;
        assert!(graph.complete(hash, &altered).is_err(), "byte {n} altered");
    }
    assert_eq!(graph, before);
    assert_eq!(graph.complete(hash, &files.telling), Ok(()));
    assert_eq!(graph, small());
}

#[test]
fn every_cut_is_refused() {
    let bytes = small().encode().asking;
    for n in 0..bytes.len() {
        assert!(Graph::decode(&bytes[..n]).is_err(), "cut after {n} bytes");
    }
}

#[test]
fn every_altered_byte_is_refused() {
    let bytes = small().encode().asking;
    for n in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[n] ^= 0x10;
        assert!(Graph::decode(&altered).is_err(), "byte {n} altered");
    }
}

#[test]
fn reasons_are_told_apart() {
    let bytes = small().encode().asking;
    let with = |at: usize, value: u8| {
        let mut b = bytes.clone();
        b[at] = value;
        Graph::decode(&b).unwrap_err()
    };
    assert_eq!(Graph::decode(b""), Err(Fault::Truncated));
    assert_eq!(with(0, b'X'), Fault::NotAGraph);
    assert_eq!(with(4, VERSION as u8 + 1), Fault::Version(VERSION + 1));
    assert_eq!(with(bytes.len() - 1, 0), Fault::Altered);
    assert_eq!(Graph::decode(&small().encode().telling), Err(Fault::NotAGraph));
}

fn refused(change: impl FnOnce(&mut Graph)) {
    let mut broken = small();
    change(&mut broken);
    assert_eq!(broken.encode().decode(), Err(Fault::Malformed));
}

#[test]
fn ids_that_name_nothing_are_refused() {
    refused(|g| g.likelihoods[0].links[0].cause = CauseId::new(7));
    refused(|g| g.red_flags[0].when = Rule::AtLeast(3, vec![Rule::Finding(FindingId::new(0))]));
    refused(|g| drop(g.words.pop()));
    refused(|g| drop(g.likelihoods.pop()));
    refused(|g| g.relations[0].to = PageId::new(99));
    refused(|g| g.relations[0].receipts[0].page = PageId::new(99));
    refused(|g| g.topics[0].page = PageId::new(99));
    refused(|g| g.topics[0].about.push(FindingId::new(7)));
}

#[test]
fn a_bottomless_rule_is_refused() {
    let finding = Rule::Finding(FindingId::new(0));
    refused(|g| g.red_flags[0].when = (0..100).fold(finding, |r, _| Rule::AtLeast(1, vec![r])));
}

/// The header of a file, vouching for this payload, so that the payload itself is what is read.
fn vouched(file: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut bytes = file[..6].to_vec();
    bytes.extend(xxhash_rust::xxh64::xxh64(payload, 0).to_le_bytes());
    bytes.extend(payload);
    bytes
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(payload in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Graph::decode(&payload).is_err());
        prop_assert!(Graph::decode(&vouched(&small().encode().asking, &payload)).is_err());
    }

    #[test]
    fn a_vouched_change_never_panics(at in 0usize..600, value in any::<u8>()) {
        let files = small().encode();
        let mut payload = files.asking[14..].to_vec();
        let place = at % payload.len();
        payload[place] = value;
        let _: Result<Graph, Fault> = Graph::decode(&vouched(&files.asking, &payload));
        let mut payload = files.telling[14..].to_vec();
        let place = at % payload.len();
        payload[place] = value;
        let mut graph = Graph::decode(&files.asking).expect("it is whole");
        let before = graph.clone();
        if graph.complete(Graph::hash_of(&files.asking), &vouched(&files.telling, &payload)).is_err() {
            prop_assert_eq!(graph, before);
        }
    }
}
