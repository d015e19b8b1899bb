//! Answers handed over as a line of text: nothing is lost, nothing is taken on trust, nothing is skipped.

use backwise_checker::handover::{Refusal, pack, read, unpack, write};
use backwise_checker::rule::evaluate;
use backwise_checker::triage::MUST_CLEAR;
use backwise_checker::{Ask, Manner, Reply, Session, protocol};
use backwise_graph::{FindingId, QuestionId, Stage, Truth, Urgency};
use backwise_tests::reader::Reader;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

use crate::law::{assert_settled, somebody};
use crate::{cases, checker, graph, reader};

/// The content that these texts are of; `OTHER` differs from it in one bit.
const HASH: u64 = 0x0123_4567_89ab_cdef;
const OTHER: u64 = HASH ^ 0x8000_0000;

fn session(given: &[(Ask, Reply)], manner: Manner) -> Session {
    let mut session = Session::of(manner);
    for (ask, reply) in given {
        session.answer(graph(), *ask, reply.clone()).expect("it fitted before");
    }
    session
}

/// The answers of a whole interview, in part.
fn part() -> impl Strategy<Value = Session> {
    let given = reader().prop_map(|reader| reader.walk(checker(), |_| {}).given().to_vec());
    let part = given.prop_flat_map(|given| {
        let n = given.len();
        subsequence(given, 0..=n)
    });
    (part, 0..4_u8).prop_map(|(part, bits)| session(&part, Manner::of_bits(bits)))
}

/// Answers to anything in any order, as no interview would come to them: a text that somebody made up.
fn made_up() -> impl Strategy<Value = Session> {
    proptest::collection::vec((any::<Index>(), any::<u32>(), any::<bool>()), 0..30).prop_map(
        |said| {
            let asks: Vec<Ask> = protocol::questions(graph()).collect();
            let mut session = Session::new();
            for (at, ticks, rest_unsure) in said {
                let ask = *at.get(&asks);
                let options = match ask {
                    Ask::Screen(id) => graph().questions[id.index()].options.clone(),
                    Ask::Single(finding) => vec![finding],
                };
                let ticked = options.into_iter().enumerate().filter(|(n, _)| ticks >> n & 9 == 9);
                let reply = Reply { ticked: ticked.map(|(_, f)| f).collect(), rest_unsure };
                // What does not fit its question changes nothing.
                session.answer(graph(), ask, reply).ok();
            }
            session
        },
    )
}

fn refused(text: &str) -> Option<Refusal> {
    read(graph(), HASH, text).err()
}

/// Nothing that was left out is skipped: the safety screens are asked, and it is self-care only where every
/// emergency and same-day sign is denied.
fn assert_nothing_is_skipped(session: &Session) -> Result<(), TestCaseError> {
    let urgency = session.urgency(graph());
    let asked =
        |at| session.given().iter().any(|(ask, _)| *ask == Ask::Screen(QuestionId::new(at)));
    let is_safety = |stage| matches!(stage, Stage::Who | Stage::Emergency | Stage::SameDay);
    for (at, question) in graph().questions.iter().enumerate() {
        let is_ruled_out = |f: &FindingId| session.known().is_ruled_out(graph(), *f);
        let may_miss = !is_safety(question.stage)
            || urgency == Urgency::Emergency
            || question.options.iter().all(is_ruled_out);
        prop_assert!(asked(at) || may_miss, "`{}` was skipped", question.ask);
    }
    for flag in graph().red_flags.iter().filter(|flag| flag.level >= MUST_CLEAR) {
        let is_denied = evaluate(&flag.when, &|f| session.truth(f)) == Truth::No;
        prop_assert!(is_denied || urgency > Urgency::SelfCare);
    }
    Ok(())
}

/// Each takes time, and a text could hold any number of them.
#[test]
fn an_answer_that_stands_there_twice_is_refused() {
    let session = Reader::new(vec![7]).walk(checker(), |_| {});
    let once = pack(graph(), &session);
    assert!(unpack(graph(), &once).is_some_and(|read| read.given() == session.given()));
    assert!(unpack(graph(), &[&once[..], &once[1..]].concat()).is_none());
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn every_session_comes_back_as_it_was(session in prop_oneof![part(), made_up()]) {
        let text = write(graph(), HASH, &session);
        let back = read(graph(), HASH, &text);
        let back = back.map(|back| (back.manner(), back.given().to_vec()));
        prop_assert_eq!(back, Ok((session.manner(), session.given().to_vec())));
    }

    #[test]
    fn every_altered_character_and_every_cut_is_noticed(session in prop_oneof![part(), made_up()], other in "[A-Za-z0-9_.=% -]") {
        let text = write(graph(), HASH, &session);
        for at in 0..text.len() {
            // Without the first character nobody can tell whose it was.
            let expected = Some(if at == 0 { Refusal::NotOurs } else { Refusal::Damaged });
            prop_assert_eq!(refused(&text[..at]), expected, "cut after {}", at);
            let altered = [&text[..at], &other, &text[at + 1..]].concat();
            if altered != text {
                prop_assert_eq!(refused(&altered), expected, "{} at {}", other, at);
            }
        }
        prop_assert_eq!(refused(&[&text, &other[..]].concat()), Some(Refusal::Damaged));
    }

    #[test]
    fn answers_of_other_content_are_not_taken(session in prop_oneof![part(), made_up()]) {
        let text = write(graph(), OTHER, &session);
        prop_assert_eq!(refused(&text), Some(Refusal::OtherVersion));
    }

    #[test]
    fn no_text_whatever_does_harm(text in "\\PC{0,60}", characters in "s?[A-Za-z0-9_-]{0,90}") {
        for text in [text, characters] {
            prop_assert!(matches!(refused(&text), Some(Refusal::Damaged | Refusal::NotOurs)));
        }
    }

    #[test]
    fn a_text_that_leaves_questions_out_skips_none(session in prop_oneof![part(), made_up()], reader in reader(), anybody in somebody()) {
        let text = write(graph(), HASH, &session);
        let handed = read(graph(), HASH, &text).expect("it was written so");
        let end = reader.go_on(handed, checker(), |_| {});
        assert_nothing_is_skipped(&end)?;
        assert_settled(&end, &anybody)?;
    }
}

#[test]
fn a_whole_interview_fits_a_link() {
    let mut longest = 0;
    for die in 0..=255 {
        let reader = backwise_tests::reader::Reader::new(vec![die, 99, 3, 200]);
        let session = reader.walk(checker(), |_| {});
        longest = longest.max(write(graph(), HASH, &session).len());
    }
    assert!(longest <= 200, "{longest} characters");
}
