//! Small content folders, each laid over a sound one, with the diagnostics they must produce.
//!
//! `BACKWISE_BLESS=1 cargo test -p backwise-tests --test content` writes the expectations anew; read the diff.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use backwise_compiler::{Compiled, Date, Source, compile, diagnostic, draw};
use backwise_graph::{RelationKind, Sign, Word, Work};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn today() -> Date {
    Date::parse("2026-11-21").expect("that day exists")
}

/// The sound folder with one case laid over it, and every word of the interface.
fn overlay(case: &str) -> Source {
    let source = Source::read(&folder().join("base")).expect("the base folder can be read");
    let mut words = "---\ntitle: Words\nwords:\n".to_owned();
    Word::NAMES
        .iter()
        .for_each(|name| writeln!(words, "  \"{name}\": Text").expect("strings take text"));
    words.push_str("---\n");
    let generated = Source::of(&[("interface/words.md", words.as_bytes())]);
    let over = Source::read(&folder().join(case)).expect("the case can be read");
    source.overlaid(generated).overlaid(over)
}

fn lines(source: &Source, compiled: &Compiled) -> String {
    let line = |d| draw::line(d, source) + "\n" + "  " + &d_help(d) + "\n";
    compiled.diagnostics.iter().map(line).collect()
}

fn d_help(diagnostic: &backwise_compiler::Diagnostic) -> String {
    format!("help: {}", diagnostic.help)
}

fn cases() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the folder of cases can be read");
    let folders = entries.filter_map(Result::ok).filter(|e| e.path().is_dir());
    let mut names: Vec<_> = folders.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_case_says_what_is_expected() {
    let mut faults = String::new();
    for case in cases() {
        let source = overlay(&case);
        let found = lines(&source, &compile(&source, today()));
        let file = folder().join(&case).join("expected.txt");
        if std::env::var_os("BACKWISE_BLESS").is_some() {
            fs::write(&file, &found).expect("the expectation can be written");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if found != expected {
            write!(faults, "== {case}\nexpected:\n{expected}found:\n{found}\n")
                .expect("strings take text");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn the_sound_folder_compiles_in_silence() {
    let compiled = compile(&overlay("base"), today());
    assert_eq!(compiled.diagnostics, []);
    assert!(compiled.graph.is_some());
}

#[test]
fn every_diagnostic_has_a_case() {
    let expected =
        cases().into_iter().map(|c| fs::read_to_string(folder().join(c).join("expected.txt")));
    let expected: String = expected.filter_map(Result::ok).collect();
    let seen: BTreeSet<&str> =
        expected.split('[').filter_map(|part| part.split(']').next()).collect();
    // These need a folder or a file system that no case can hold; tests below make them.
    let elsewhere = ["empty-folder", "missing-word", "too-large", "unreadable"];
    for code in diagnostic::CODES {
        assert!(seen.contains(code) || elsewhere.contains(code), "no case produces `{code}`");
    }
}

fn codes(source: &Source) -> Vec<&'static str> {
    compile(source, today()).diagnostics.iter().map(|d| d.code).collect()
}

#[test]
fn an_empty_folder_is_told() {
    assert_eq!(codes(&Source::of(&[])), ["empty-folder"]);
}

#[test]
fn a_language_without_its_words_gets_no_graph() {
    let mut source = overlay("base");
    source.files.retain(|f| !f.path.starts_with("interface/"));
    let compiled = compile(&source, today());
    assert_eq!(compiled.diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), ["missing-word"]);
    assert!(compiled.graph.is_none());
}

#[test]
fn ten_megabytes_of_brackets_are_too_large() {
    let page = format!("---\ntitle: Brackets\n---\n\n{}", "[".repeat(10 << 20));
    assert!(
        codes(&Source::of(&[("structure/brackets.md", page.as_bytes())])).contains(&"too-large")
    );
}

#[test]
fn the_largest_page_of_brackets_ends() {
    for bracket in ["[", "[[", "![", "`", "*", "> ", "[[a::", "- "] {
        let page =
            format!("---\ntitle: Brackets\n---\n\n{}", bracket.repeat(60_000 / bracket.len()));
        codes(&Source::of(&[("structure/brackets.md", page.as_bytes())]));
    }
}

#[test]
fn a_file_that_goes_away_is_told() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let kind = folder.path().join("structure");
    fs::create_dir(&kind).expect("a folder can be made");
    std::os::unix::fs::symlink(kind.join("gone"), kind.join("muscle.md"))
        .expect("a link can be made");
    let source = Source::read(folder.path()).expect("the folder can be listed");
    assert!(codes(&source).contains(&"unreadable"));
}

#[test]
fn a_language_with_its_safety_words_gets_a_graph() {
    let mut source = overlay("base");
    let words =
        source.text("interface/words.md").expect("it was laid over").replace("Text", "Wort");
    let translation = Source::of(&[
        ("de/interface/words.md", words.as_bytes()),
        (
            "de/red-flag/fever-alarm.md",
            "---\ntitle: Fieber\n---\n\nHeute noch zum Arzt.\n".as_bytes(),
        ),
        ("de/symptom/fever.md", "---\ntitle: Fieber\nask: Ist Fieber da?\n---\n".as_bytes()),
    ]);
    source.files.extend(translation.files);
    source.files.sort_by(|a, b| a.path.cmp(&b.path));
    let compiled = compile(&source, today());
    assert_eq!(compiled.diagnostics, []);
    let [(language, Some(graph))] = &compiled.translations[..] else {
        panic!("one language, sound")
    };
    assert_eq!((language.as_str(), graph.language.as_str()), ("de", "de"));
    let titles: Vec<_> = graph.pages.iter().map(|p| p.title.as_str()).collect();
    assert!(titles.contains(&"Fieber") && titles.contains(&"Strain"), "{titles:?}");
    assert!(graph.pages.iter().any(|p| p.summary == "Heute noch zum Arzt."));
    assert_eq!(
        graph.red_flags,
        compiled.graph.expect("the base is sound").red_flags,
        "rules are said once"
    );
}

/// The sound folder with a self-test that is played, and its page in another language.
fn with_a_self_test(translated: &str) -> Source {
    let page = |stop, figures| {
        format!("---\ntitle: Wall\nstop: {stop}\n{figures}---\n\nA wall.\n\n1. Stand.\n")
    };
    let dots = [
        ("figure", "back-of-head, blades, buttocks, right-hand, low-back"),
        ("figure-seated", "back-of-head, blades, low-back"),
    ];
    let figures = dots.map(|(key, dots)| {
        format!("{key}: {{ dots: [{dots}], start: {{ knee: 0 }}, start-text: At it., end-text: Off it. }}\n")
    });
    let (first, other) = (page("[Stop., Sit.]", &*figures.concat()), page(translated, ""));
    let source = overlay("base");
    let words = source.text("interface/words.md").expect("it was laid over").to_owned();
    let dated = "---\ntitle: Sign\nchecked: 2026-11-21\nreview: 2027-11-21\n---\n\nSeen.\n";
    let signs: Vec<_> = Sign::NAMES.iter().map(|name| format!("observation/{name}.md")).collect();
    let mut files: Vec<(&str, &[u8])> = vec![
        ("self-test/wall.md", first.as_bytes()),
        ("de/self-test/wall.md", other.as_bytes()),
        ("de/interface/words.md", words.as_bytes()),
        ("de/red-flag/fever-alarm.md", b"---\ntitle: Fieber\n---\n\nHeute.\n"),
        ("de/symptom/fever.md", b"---\ntitle: Fieber\nask: Fieber?\n---\n"),
        ("de/exercise/row.md", b"---\ntitle: Zug\nharder: [Fester.]\n---\n"),
    ];
    files.extend(signs.iter().map(|path| (path.as_str(), dated.as_bytes())));
    let row = source.text("exercise/row.md").expect("the base has it");
    let row = row.replace("checked:", "  harder:\n    - text: Harder.\n      count: 12\nchecked:");
    files.push(("exercise/row.md", row.as_bytes()));
    source.overlaid(Source::of(&files))
}

#[test]
fn a_self_test_is_played_in_the_words_of_each_language() {
    let compiled = compile(&with_a_self_test("[Halt., Sitz.]"), today());
    assert_eq!(compiled.diagnostics, []);
    let [(_, Some(german))] = &compiled.translations[..] else { panic!("one language, sound") };
    let test = &german.self_tests[0];
    assert_eq!(
        (&test.stop[..], &test.steps[..]),
        (&["Halt.".into(), "Sitz.".into()][..], &["Stand.".into()][..])
    );
    assert_eq!([&test.standing, &test.seated].map(Vec::len), [2, 2], "start and end of each way");
    let play = &german.exercises[0].play;
    assert_eq!((play.usual.text.as_str(), play.harder[0].text.as_str()), ("", "Fester."));
    assert_eq!(play.harder[0].work, Work::Reps { count: 12, pace: 4, held: 0 }, "the pace stays");
    let signs: Vec<_> = german.observations.iter().map(|seen| seen.sign).collect();
    assert_eq!(signs, Sign::ALL);
}

#[test]
fn a_language_that_leaves_out_a_stop_rule_gets_no_graph() {
    assert_eq!(codes(&with_a_self_test("[Halt.]")), ["untranslated-safety"]);
}

#[test]
fn an_exercise_takes_as_long_as_it_is_played() {
    let graph = compile(&overlay("base"), today()).graph.expect("it is sound");
    assert_eq!(graph.exercises[0].minutes, (10.0 + 10.0 * 4.0) / 60.0);
}

#[test]
fn a_stated_strength_speaks_for_statements_without_one() {
    let mut source = overlay("base");
    let row = source.text("exercise/row.md").expect("the base has it").to_owned();
    let again = "\nIt [[eases::strain]] again, and it [[rarely eases::strain]].[^editorial]\n";
    source.files.retain(|f| &*f.path != "exercise/row.md");
    source.files.extend(Source::of(&[("exercise/row.md", (row + again).as_bytes())]).files);
    source.files.sort_by(|a, b| a.path.cmp(&b.path));
    let graph = compile(&source, today()).graph.expect("it is sound");
    let eases = graph.relations.iter().find(|r| r.kind == RelationKind::Eases).expect("a relation");
    assert_eq!((eases.strength, eases.receipts.len()), (0.08, 2));
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let bytes = || compile(&overlay("base"), today()).graph.expect("the base is sound").encode();
    assert_eq!(bytes(), bytes());
}

#[test]
fn the_shipped_content_compiles_in_silence() {
    let content = folder().join("../../content");
    let source = Source::read(&content).expect("the content can be read");
    let compiled = compile(&source, today());
    assert_eq!(lines(&source, &compiled), "");
}
