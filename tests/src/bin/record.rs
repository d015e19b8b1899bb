//! Records interviews of the native checker: `record FILE COUNT`. One line for each: what was answered, and the
//! assessment. The same every time, so that other builds can be held against it.

use std::io::{self, BufWriter, Write};
use std::{env, fs};

use backwise_checker::protocol::{self, AnswerKind};
use backwise_checker::{Ask, Checker, Reply, Session};
use backwise_graph::Graph;
use backwise_tests::journey;
use backwise_tests::reader::Reader;
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, count] = &arguments[..] else { panic!("record FILE COUNT") };
    let count: u32 = count.parse().expect("COUNT is a number");
    let checker = journey::checker();
    let mut out = BufWriter::new(fs::File::create(file)?);
    (0..count).try_for_each(|seed| writeln!(out, "{}", recorded(&checker, seed)))?;
    out.flush()
}

fn recorded(checker: &Checker, seed: u32) -> Value {
    let (graph, reader) = (checker.graph(), Reader::new(dice(seed)));
    let (mut session, mut given) = (Session::new(), Vec::new());
    while let Some((ask, _)) = session.next(checker) {
        let reply = reader.reply(graph, ask, session.given().len());
        given.push(json!([protocol::question(graph, ask).id, value(graph, ask, &reply)]));
        session.answer(graph, ask, reply).expect("the reply fits its question");
    }
    let assessment = session.assessment(checker);
    json!({ "given": given, "told": protocol::assessment(checker, &assessment) })
}

/// What is written down for this reply.
fn value(graph: &Graph, ask: Ask, reply: &Reply) -> Value {
    let mut ids: Vec<&str> =
        reply.ticked.iter().map(|f| &*graph.page(graph.finding(*f).page).slug).collect();
    if reply.rest_unsure {
        ids.push("unsure");
    }
    match protocol::question(graph, ask).kind {
        AnswerKind::Many => json!(ids),
        AnswerKind::One => json!(ids[0]),
        AnswerKind::YesNo if reply.rest_unsure => json!("unsure"),
        AnswerKind::YesNo if ids.is_empty() => json!("no"),
        AnswerKind::YesNo => json!("yes"),
    }
}

/// Twenty-four numbers, by a linear congruential generator.
fn dice(seed: u32) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2_654_435_761);
    let mut die = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..24).map(|_| die()).collect()
}
