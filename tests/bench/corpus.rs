//! A site of many articles beside a plain loop: the shipped content, and N articles of 1,600 words in front of it.
//!
//! `cargo bench -p backwise-tests --bench corpus`. Reading, compiling, checking every link, rendering all pages, data
//! and search, and writing them, from cold; one edit, and its page again; the plain loop reads, parses and writes the same files, one by one.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

use backwise_compiler::{Date, Source, compile, compile_after};
use backwise_graph::Graph;
use backwise_site::{File, Settings, Site};
use backwise_tests::corpus;
use mimalloc::MiMalloc;
use pulldown_cmark::{Parser, html};

/// The command has it too.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What one edit may take, in seconds, among however many articles.
const EDIT_GOAL: f64 = 0.3;

/// Edits, of which the median is taken.
const N_EDITS: usize = 5;

/// Articles, and what they may take: seconds and MiB.
const GOALS: [(usize, f64, f64); 2] = [(1_000, 0.35, 340.0), (10_000, 3.5, 340.0)];

/// Each run is a process of its own, so that its memory is its own too.
fn main() {
    let arguments: Vec<String> = env::args().collect();
    match &arguments[1..] {
        [what, content, out] if what == "build" => build(Path::new(content), Path::new(out)),
        [what, content, out] if what == "plain" => plain(Path::new(content), Path::new(out)),
        [what, content, _] if what == "edit" => edit(Path::new(content)),
        _ => GOALS.iter().for_each(|(n, seconds, mebibytes)| {
            row(*n, *seconds, *mebibytes);
        }),
    }
}

fn row(n: usize, goal: f64, memory_goal: f64) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let content = folder.path().join("content");
    corpus::make(&content, n);
    let run = |what: &str| {
        let out = folder.path().join(what);
        let mut command = Command::new(env::current_exe().expect("this program has a path"));
        let done = command
            .arg(what)
            .args([&content, &out])
            .stderr(Stdio::inherit())
            .output()
            .expect("it runs again");
        assert!(done.status.success(), "it says why");
        let text = String::from_utf8_lossy(&done.stdout).into_owned();
        let figures: Vec<f64> = text.split_whitespace().filter_map(|it| it.parse().ok()).collect();
        (figures[0], figures[1], figures[2])
    };
    let ((seconds, busy, memory), (plain, plainly_busy, _)) = (run("build"), run("plain"));
    println!(
        "{n:>6} articles: {seconds:.2} s, goal {goal}; plain loop {plain:.2} s, {:.1} times it\n\
         \x20        processor {busy:.2} s; plain loop {plainly_busy:.2} s, {:.1} times it; \
         {memory:.0} MiB, goal {memory_goal}",
        seconds / plain,
        busy / plainly_busy
    );
    let (seconds, _, memory) = run("edit");
    println!(
        "         one edit {seconds:.2} s, goal {EDIT_GOAL}; {memory:.0} MiB while it is served"
    );
}

fn build(content: &Path, out: &Path) {
    let start = Instant::now();
    let mut lap = start;
    let mut stage = |name: &str| {
        eprintln!("         {name:16} {:>6.2} s {:>5.0} MiB", lap.elapsed().as_secs_f64(), peak());
        lap = Instant::now();
    };
    let source = Source::read(content).expect("the content can be read");
    stage("read");
    let today = Date::parse("2026-11-21").expect("that day exists");
    let compiled = compile(&source, today);
    let graph = compiled.graph.as_ref().unwrap_or_else(|| {
        panic!("{}: {}", compiled.diagnostics[0].code, compiled.diagnostics[0].message)
    });
    stage("compile");
    let encoded = graph.encode();
    let settings = Settings { search: true, ..Settings::default() };
    let put = |File { path, bytes }| {
        let path = out.join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder"))?;
        fs::write(path, bytes)
    };
    let hash = Graph::hash_of(&encoded.asking);
    Site::new(&compiled.content, graph, hash, &settings).each(&put).expect("files can be written");
    stage("render and write");
    println!("{} {} {}", start.elapsed().as_secs_f64(), busy(), peak());
}

/// From a changed file to its page, as `serve` has it: the rest is known.
fn edit(content: &Path) {
    let today = Date::parse("2026-11-21").expect("that day exists");
    let mut source = Source::read(content).expect("the content can be read");
    let mut compiled = compile(&source, today);
    let path = content.join("article/corpus-7.md");
    let mut laps: Vec<_> = (0..N_EDITS)
        .map(|n| {
            let text = fs::read_to_string(&path).expect("it is there");
            fs::write(&path, format!("{text}Edit {n}.\n")).expect("it can be changed");
            let start = Instant::now();
            source = source.after(content, &BTreeSet::from([path.clone()])).expect("it is there");
            compiled = compile_after(Some(&compiled), &source, today);
            let graph = compiled.graph.as_ref().expect("the edit is sound");
            let (hash, settings) = (Graph::hash_of(&graph.encode().asking), Settings::default());
            let site = Site::new(&compiled.content, graph, hash, &settings);
            let page = site.file("article/corpus-7.html").expect("it has a page");
            let lap = start.elapsed().as_secs_f64();
            assert!(String::from_utf8_lossy(&page.bytes).contains(&format!("Edit {n}.")));
            lap
        })
        .collect();
    laps.sort_by(f64::total_cmp);
    println!("{} {} {}", laps[N_EDITS / 2], busy(), peak());
}

fn plain(content: &Path, out: &Path) {
    let start = Instant::now();
    for folder in fs::read_dir(content).expect("it is there").flatten() {
        let to = out.join(folder.file_name());
        fs::create_dir_all(&to).expect("a folder can be made");
        for file in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            let Ok(text) = fs::read_to_string(file.path()) else { continue };
            let mut page = String::new();
            html::push_html(&mut page, Parser::new(&text));
            fs::write(to.join(file.file_name()), page).expect("a file can be written");
        }
    }
    println!("{} {} {}", start.elapsed().as_secs_f64(), busy(), peak());
}

/// Seconds of processor time that this process has had, of all cores, where the system tells in hundredths.
fn busy() -> f64 {
    let status = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = status.rsplit(") ").next().unwrap_or_default().split(' ');
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The most memory that this process has had, in MiB, where the system tells.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kibibytes.map_or(f64::NAN, |kibibytes| kibibytes / 1024.0)
}
