//! What was written comes back; what was not is refused with a reason, and never panics.

mod refused;
mod small;
mod value;

use std::collections::BTreeSet;

use backwise_graph::{Encoded, Fault, FindingId, Graph, Kind, VERSION, Word};
use proptest::prelude::*;

use crate::small::small;

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
    assert_eq!(graph.pages.len(), 3, "a cause and an exercise can wait");
    assert_eq!(graph.title(FindingId::new(0)), "ache");
    assert_eq!((graph.word(Word::Next), graph.word(Word::PlanTitle)), ("next", ""));
    assert_eq!((graph.findings, graph.red_flags), (small().findings, small().red_flags));
    let card =
        graph.pages.iter().find(|p| p.kind == Kind::RedFlag).expect("asking takes red flags");
    assert_eq!(card.summary, "Schön.", "a card is told before the second file is there");
}

#[test]
fn a_file_carries_the_hash_of_what_stands_behind_its_header() {
    for file in [small().encode().asking, small().encode().telling] {
        assert_eq!(Graph::hash_of(&file), xxhash_rust::xxh64::xxh64(&file[14..], 0));
        assert_eq!(Graph::hash_of(&file[..13]), 0);
    }
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
    use Fault::{Altered, Malformed, NotAGraph, NotAPair, Truncated, Version};
    let bytes = small().encode().asking;
    let with = |at: usize, value: u8| {
        let mut b = bytes.clone();
        b[at] = value;
        Graph::decode(&b).unwrap_err()
    };
    assert_eq!(Graph::decode(b""), Err(Fault::Truncated));
    assert_eq!(with(0, b'X'), Fault::NotAGraph);
    assert_eq!(with(4, VERSION as u8 + 1), Version(VERSION + 1));
    assert_eq!(with(bytes.len() - 1, 0), Fault::Altered);
    assert_eq!(Graph::decode(&small().encode().telling), Err(Fault::NotAGraph));
    let said =
        [NotAGraph, Version(1), NotAPair, Truncated, Altered, Malformed].map(|f| f.to_string());
    let distinct: BTreeSet<&String> = said.iter().filter(|text| !text.is_empty()).collect();
    assert_eq!(distinct.len(), said.len(), "each has words of its own");
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
