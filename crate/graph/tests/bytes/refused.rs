//! Files that are whole and say what cannot be: no id of theirs may lead off a table.

use backwise_graph::bytes::{Bytes, Reader};
use backwise_graph::{CauseId, Encoded, Fault, FindingId, Graph, PageId, Rule};

use crate::small::small;
use crate::vouched;

fn refused(change: impl FnOnce(&mut Graph)) {
    let mut broken = small();
    change(&mut broken);
    assert_eq!(broken.encode().decode(), Err(Fault::Malformed));
}

#[test]
fn the_first_id_that_names_nothing_is_refused_wherever_it_stands() {
    let (finding, cause) = (FindingId::new(1), CauseId::new(1));
    // Asking has three pages, and all of them together are five.
    let (asked, told) = (PageId::new(3), PageId::new(5));
    refused(|g| g.findings[0].page = asked);
    refused(|g| g.findings[0].needs.push(finding));
    refused(|g| g.questions[0].page = asked);
    refused(|g| g.questions[0].options.push(finding));
    refused(|g| g.red_flags[0].page = asked);
    refused(|g| g.red_flags[0].when = Rule::Finding(finding));
    refused(|g| g.likelihoods[0].links[0].cause = cause);
    refused(|g| g.likelihoods[0].modifiers[0].cause = cause);
    refused(|g| g.causes[0].page = told);
    refused(|g| g.exercises[0].page = told);
    refused(|g| g.self_tests[0].page = told);
    refused(|g| g.observations[0].page = told);
    refused(|g| g.relations[0].from = told);
    refused(|g| g.relations[0].to = told);
    refused(|g| g.relations[0].receipts[0].page = told);
    refused(|g| g.topics[0].page = told);
    refused(|g| g.topics[0].about.push(finding));
    refused(|g| g.body_maps[0].page = told);
    refused(|g| g.body_maps[0].views[0].places[0].page = told);
}

#[test]
fn tables_that_belong_together_are_as_long() {
    refused(|g| drop(g.words.pop()));
    refused(|g| g.words.push("One too many.".into()));
    refused(|g| drop(g.likelihoods.pop()));
    refused(|g| g.likelihoods.push(g.likelihoods[0].clone()));
}

#[test]
fn a_rule_takes_no_more_than_it_has_and_its_parts_are_there() {
    let (here, nowhere) = (Rule::Finding(FindingId::new(0)), Rule::Finding(FindingId::new(1)));
    refused(|g| g.red_flags[0].when = Rule::AtLeast(2, vec![here.clone()]));
    refused(|g| g.red_flags[0].when = Rule::AtLeast(1, vec![here.clone(), nowhere]));
}

#[test]
fn a_rule_may_be_sixteen_deep_and_no_deeper() {
    let deep = |n: usize| {
        let mut graph = small();
        let finding = Rule::Finding(FindingId::new(0));
        graph.red_flags[0].when = (1..n).fold(finding, |rule, _| Rule::AtLeast(1, vec![rule]));
        graph.encode().decode()
    };
    assert!(deep(16).is_ok());
    assert_eq!(deep(17), Err(Fault::Malformed));
    assert_eq!(deep(100), Err(Fault::Malformed));
}

/// The second file names each page of the first, and tells of each.
#[test]
fn a_second_file_of_other_pages_is_refused() {
    let files = small().encode();
    let (pair, mut rest) = files.telling[14..].split_at(8);
    let mut take = || {
        let mut reader = Reader::new(rest);
        let list: Vec<String> = Bytes::read(&mut reader);
        let mut bytes = Vec::new();
        list.write(&mut bytes);
        rest = &rest[bytes.len()..];
        list
    };
    let (slugs, summaries) = (take(), take());
    let check = |slugs: &[String], summaries: &[String]| {
        let mut payload = pair.to_vec();
        slugs.to_vec().write(&mut payload);
        summaries.to_vec().write(&mut payload);
        payload.extend(rest);
        let telling = vouched(&files.telling, &payload);
        Encoded { telling, ..files.clone() }.decode()
    };
    assert_eq!(check(&slugs, &summaries), Ok(small()));
    assert_eq!(check(&slugs[1..], &summaries), Err(Fault::Malformed));
    assert_eq!(check(&slugs, &summaries[1..]), Err(Fault::Malformed));
    assert_eq!(check(&slugs[1..], &summaries[1..]), Err(Fault::Malformed));
}
