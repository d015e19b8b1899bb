//! Bytes as the two files of a graph. The first two say how long what asking takes is.

use backwise_checker::{Ask, Checker, Reply, Session, Step};
use backwise_graph::{Choose, Encoded, FindingId, Graph, VERSION};
use xxhash_rust::xxh64::xxh64;

/// Whatever is let in comes back when it is written, and whoever asks by it comes to an end.
///
/// # Panics
/// When it is not so.
pub fn take(bytes: &[u8]) {
    assert!(Graph::decode(bytes).is_ok() <= bytes.starts_with(b"BWGA"));
    let Some((length, rest)) = bytes.split_first_chunk() else { return };
    let middle = usize::from(u16::from_le_bytes(*length)).min(rest.len());
    let (asking, telling) = rest.split_at(middle);
    let asking = sealed(b"BWGA", asking);
    let pair = Graph::hash_of(&asking).to_le_bytes();
    let telling = sealed(b"BWGT", &[&pair, telling].concat());
    let Ok(first) = Graph::decode(&asking) else { return };
    ask(&first);
    let Ok(graph) = (Encoded { asking, telling }).decode() else { return };
    let again = graph.encode().decode();
    assert!(again.is_err() || again.as_ref() == Ok(&graph), "what was written comes back");
    tell(graph);
}

fn sealed(magic: &[u8; 4], payload: &[u8]) -> Vec<u8> {
    [&magic[..], &VERSION.to_le_bytes(), &xxh64(payload, 0).to_le_bytes(), payload].concat()
}

/// Three people: sure that nothing is so, that everything is, and of nothing.
const PEOPLE: [fn(Vec<FindingId>, bool) -> Reply; 3] = [
    |options, is_one| sure(options.into_iter().take(usize::from(is_one)).collect()),
    |options, is_one| sure(options.into_iter().rev().take(if is_one { 1 } else { !0 }).collect()),
    |_, _| Reply { ticked: Vec::new(), rest_unsure: true },
];

fn sure(ticked: Vec<FindingId>) -> Reply {
    Reply { ticked, rest_unsure: false }
}

/// Walks as far as rules and screens decide it.
fn ask(graph: &Graph) {
    walk(graph, |session| match session.step(graph) {
        Step::Screen(question) => Some(Ask::Screen(question)),
        Step::Urgent(finding) => Some(Ask::Single(finding)),
        Step::Sort | Step::End => None,
    });
}

/// Walks to a result.
fn tell(graph: Graph) {
    let Ok(checker) = Checker::new(graph) else { return };
    let end = walk(checker.graph(), |session| session.next(&checker).map(|(ask, _)| ask));
    end.iter().for_each(|session| drop(session.assessment(&checker)));
}

fn walk(graph: &Graph, next: impl Fn(&Session) -> Option<Ask>) -> Vec<Session> {
    let most = graph.findings.len() + graph.questions.len();
    let to_end = |person: &fn(Vec<FindingId>, bool) -> Reply| {
        let mut session = Session::new();
        while let Some(ask) = next(&session) {
            assert!(session.given().len() < most, "it comes to an end");
            let (options, is_one) = options(graph, ask);
            session.answer(graph, ask, person(options, is_one)).ok()?;
        }
        Some(session)
    };
    PEOPLE.iter().filter_map(to_end).collect()
}

fn options(graph: &Graph, ask: Ask) -> (Vec<FindingId>, bool) {
    match ask {
        Ask::Single(finding) => (vec![finding], false),
        Ask::Screen(id) => {
            let question = &graph.questions[id.index()];
            (question.options.clone(), question.choose == Choose::One)
        }
    }
}
