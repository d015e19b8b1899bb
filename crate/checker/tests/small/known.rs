//! What is known of each finding: what was said, and what that leaves no room for.

use backwise_checker::{Ask, Known, Session};
use backwise_graph::Truth;

use crate::little::{f, findings, known, little, needs, ticks, unsure_but};

#[test]
fn what_was_said_is_known_and_nothing_counts_as_unsure() {
    let (yes, no, unsure) = (Truth::Yes, Truth::No, Truth::Unsure);
    let known = known("yn?-x");
    let each = |of: &dyn Fn(char) -> Option<Truth>| "abcde".chars().map(of).collect::<Vec<_>>();
    assert_eq!(each(&|c| known.said(f(c))), [Some(yes), Some(no), Some(unsure), None, None]);
    assert_eq!(each(&|c| known.get(f(c))), [Some(yes), Some(no), Some(unsure), None, Some(no)]);
    assert_eq!(
        "abcde".chars().map(|c| known.truth(f(c))).collect::<Vec<_>>(),
        [yes, no, unsure, unsure, no]
    );
}

#[test]
fn so_says_yes_to_these_and_nothing_of_the_others() {
    assert_eq!(Known::so(8, &findings("ac")), known("y-y"));
    assert_eq!(Known::so(8, &[]), known(""));
    assert_eq!(Known::nothing(8), known(""));
}

#[test]
fn bytes_come_back_for_as_many_findings_and_no_others() {
    let known = known("yn?");
    assert_eq!(Known::from_bytes(known.bytes(), 8).as_ref(), Some(&known));
    assert_eq!(Known::from_bytes(known.bytes(), 7), None);
    assert_eq!(Known::from_bytes(known.bytes(), 9), None);
}

/// A session in which `b` needs `a` or `c`, and these questions were answered.
fn said(replies: &[(char, char)]) -> Known {
    let mut graph = little("abc");
    needs(&mut graph, 'b', "ac");
    let mut session = Session::new();
    for (finding, said) in replies {
        let reply = match said {
            'y' => ticks(&finding.to_string()),
            'n' => ticks(""),
            _ => unsure_but(""),
        };
        session.answer(&graph, Ask::Single(f(*finding)), reply).expect("it is a question");
    }
    session.known().clone()
}

#[test]
fn it_takes_a_no_to_all_that_a_finding_needs() {
    assert_eq!(said(&[]).get(f('b')), None);
    assert_eq!(said(&[('a', 'n')]).get(f('b')), None);
    assert_eq!(said(&[('a', 'n'), ('c', '?')]).get(f('b')), None);
    assert_eq!(said(&[('a', 'n'), ('c', 'y')]).get(f('b')), None);
    let out = said(&[('a', 'n'), ('c', 'n')]);
    assert_eq!((out.get(f('b')), out.said(f('b'))), (Some(Truth::No), None));
}

#[test]
fn a_yes_stays_a_yes_and_unsure_gives_way() {
    let yes = said(&[('b', 'y'), ('a', 'n'), ('c', 'n')]);
    assert_eq!((yes.get(f('b')), yes.said(f('b'))), (Some(Truth::Yes), Some(Truth::Yes)));
    let unsure = said(&[('b', '?'), ('a', 'n'), ('c', 'n')]);
    assert_eq!((unsure.get(f('b')), unsure.said(f('b'))), (Some(Truth::No), None));
    let no = said(&[('b', 'n'), ('a', 'n'), ('c', 'n')]);
    assert_eq!((no.get(f('b')), no.said(f('b'))), (Some(Truth::No), Some(Truth::No)));
}

#[test]
fn what_is_not_so_any_more_rules_nothing_out() {
    assert_eq!(said(&[('a', 'n'), ('c', 'n'), ('c', '?')]).get(f('b')), None);
    assert_eq!(said(&[('a', 'n'), ('c', 'n'), ('a', 'y')]).get(f('b')), None);
}

#[test]
fn a_finding_that_needs_nothing_is_never_ruled_out() {
    let graph = little("");
    assert!("abcdefgh".chars().all(|c| !known("nnnnnnnn").is_ruled_out(&graph, f(c))));
}
