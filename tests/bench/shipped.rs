//! The shipped content beside its goals: one interview step, and compiling from cold.
//!
//! `cargo bench -p backwise-tests`. The arithmetic beside pyAgrum is `cargo bench -p backwise-checker`.

use std::path::Path;
use std::time::Instant;

use backwise_compiler::{Date, Source, compile};
use backwise_tests::journey;
use backwise_tests::reader::Reader;

/// Milliseconds that 95 of 100 steps may take.
const STEP_GOAL: f64 = 0.2;

/// Milliseconds that compiling the shipped content may take.
const COMPILE_GOAL: f64 = 300.0;

const INTERVIEWS: usize = 200;

const COMPILES: usize = 11;

fn main() {
    println!(
        "{:32} {:>10} {:>10} {:>10} {:>8} {:>14}",
        "", "median", "p95", "most", "goal", "times the goal"
    );
    let steps = steps();
    row("interview step, native", steps, STEP_GOAL, 0.95);
    row("compile the shipped content", compiles(), COMPILE_GOAL, 0.5);
}

/// What a reader waits for after each answer: rules, belief and the next question.
fn steps() -> Vec<f64> {
    let checker = journey::checker();
    let mut times = Vec::new();
    for n in 0..INTERVIEWS {
        let dice = (0..97).map(|at| ((n * 89 + at * 57 + n * at) % 251) as u8).collect();
        Reader::new(dice).walk(&checker, |session| {
            let start = Instant::now();
            let next = session.next(&checker);
            times.push(start.elapsed().as_secs_f64() * 1e3);
            assert!(next.is_some());
        });
    }
    times
}

/// Reading every file, compiling, and encoding the graph. Each run reads the folder anew.
fn compiles() -> Vec<f64> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let today = Date::parse("2026-11-21").expect("that day exists");
    let run = |_| {
        let start = Instant::now();
        let source = Source::read(&content).expect("the content can be read");
        let bytes = compile(&source, today).graph.expect("the content compiles").encode();
        assert!(!bytes.asking.is_empty());
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..COMPILES).map(run).collect()
}

fn row(what: &str, mut times: Vec<f64>, goal: f64, share: f64) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "{what:32} {:>7.3} ms {:>7.3} ms {:>7.3} ms {goal:>5} ms {:>14.2}",
        at(0.5),
        at(0.95),
        at(1.0),
        at(share) / goal
    );
}
