//! What a fuzzer begins with: sound inputs of today's content, so that it need not guess their shape.

use std::fs;
use std::path::Path;

use backwise_checker::protocol::{self, AnswerKind};
use backwise_checker::{Ask, Checker, Reply, Session, handover};
use backwise_cli::people::everybody;
use backwise_compiler::{Source, compile};

use crate::shipped::{SHIPPED, today};

/// Every so manieth of the people that we know of is enough.
const STRIDE: usize = 20;

const DIARY: &str = "\
2026-07-01 08:30 wall-test standing 30s whole head=straining low-back=fingers pull-chest=yes
2026-07-02 08:30 routine chin-tuck:whole wall-slide:partly
2026-07-03 09:00 wall-test seated 20s partly shoulder-blades=one pull-hips=no head-to-wall=beyond mood=fine
";

/// The inputs of each target.
///
/// # Panics
/// When a file of ours cannot be read.
#[must_use]
pub fn seeds() -> Vec<(&'static str, Vec<Vec<u8>>)> {
    let sessions = sessions(&SHIPPED.0);
    let replies = |session: &Session| handover::pack(SHIPPED.0.graph(), session);
    let links = |session: &Session| handover::write(SHIPPED.0.graph(), SHIPPED.1, session).into();
    vec![
        ("compiler", cases()),
        ("diary", vec![DIARY.into()]),
        ("graph", vec![graph()]),
        ("handover", sessions.iter().map(replies).chain(sessions.iter().map(links)).collect()),
        ("interview", sessions.iter().map(lines).collect()),
    ]
}

/// The small folders of diagnostics, each as one input.
fn cases() -> Vec<Vec<u8>> {
    let shelf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let entries = fs::read_dir(shelf).expect("the cases can be listed").flatten();
    let mut folders: Vec<_> = entries.map(|entry| entry.path()).filter(|it| it.is_dir()).collect();
    folders.sort();
    folders.iter().map(|folder| case(folder)).collect()
}

fn case(folder: &Path) -> Vec<u8> {
    let source = Source::read(folder).expect("the case can be read");
    let mut bytes = Vec::new();
    for file in source.files.iter().chain(&source.drawings) {
        let text = file.text.as_deref().unwrap_or_default();
        bytes.extend(format!("=> {}\n{text}", file.path).into_bytes());
    }
    bytes
}

/// The sound folder's graph, without what stands before its payloads.
fn graph() -> Vec<u8> {
    let files =
        compile(&crate::compiler::laid_over(b""), today()).graph.expect("it is sound").encode();
    let (asking, telling) = (&files.asking[14..], &files.telling[22..]);
    let length = u16::try_from(asking.len()).expect("it is small").to_le_bytes();
    [&length[..], asking, telling].concat()
}

fn sessions(checker: &Checker) -> Vec<Session> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../journey");
    let people = everybody(&folder).expect("they can be read");
    people.iter().step_by(STRIDE).map(|it| it.play(checker).expect(&it.name)).collect()
}

fn lines(session: &Session) -> Vec<u8> {
    let line = |(ask, reply): &(Ask, Reply)| {
        let question = protocol::question(SHIPPED.0.graph(), *ask);
        let value = value(question.kind, reply);
        format!("{{\"answer\":{{\"id\":\"{}\",\"value\":{value}}}}}\n", question.id)
    };
    format!("0{}", session.given().iter().map(line).collect::<String>()).into_bytes()
}

fn value(kind: AnswerKind, reply: &Reply) -> String {
    let graph = SHIPPED.0.graph();
    let mut words: Vec<_> = reply
        .ticked
        .iter()
        .map(|f| format!("\"{}\"", graph.page(graph.finding(*f).page).slug))
        .collect();
    if reply.rest_unsure {
        words.push("\"unsure\"".into());
    }
    match kind {
        AnswerKind::Many => format!("[{}]", words.join(",")),
        AnswerKind::One => words.swap_remove(0),
        AnswerKind::YesNo if reply.rest_unsure => "\"unsure\"".into(),
        AnswerKind::YesNo if words.is_empty() => "\"no\"".into(),
        AnswerKind::YesNo => "\"yes\"".into(),
    }
}
