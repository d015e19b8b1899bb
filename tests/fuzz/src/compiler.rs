//! Bytes as files of content. A line `=> kind/name.md` begins a file; what stands before the first is `cause/any.md`.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use backwise_checker::Checker;
use backwise_compiler::{Compiled, Source, compile, draw};
use backwise_graph::Word;

use crate::shipped::today;

/// What begins a file, at the beginning of a line.
const FILE: &str = "=> ";

/// A sound folder, so that what is laid over it is linked with something: that of the cases of diagnostics.
static BASE: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/base");
    let source = Source::read(&folder).expect("the sound folder can be read");
    let text = |file: &backwise_compiler::source::File| {
        (file.path.to_string(), file.text.as_deref().expect("it is text").as_bytes().to_vec())
    };
    let mut words = "---\ntitle: Words\nwords:\n".to_owned();
    for name in Word::NAMES {
        writeln!(words, "  \"{name}\": Text").expect("strings take text");
    }
    let words = ("interface/words.md".to_owned(), (words + "---\n").into_bytes());
    source.files.iter().map(text).chain([words]).collect()
});

/// Every fault can be shown where it stands, and what compiles can be written, read and reasoned on.
///
/// # Panics
/// When it is not so.
pub fn take(bytes: &[u8]) {
    let source = laid_over(bytes);
    let Compiled { graph, diagnostics, .. } = compile(&source, today());
    for diagnostic in &diagnostics {
        let (line, drawn) =
            (draw::line(diagnostic, &source), draw::draw(diagnostic, &source, "content", false));
        assert!(line.contains(diagnostic.code) && drawn.contains(diagnostic.code));
    }
    if let Some(graph) = graph {
        let read = graph.encode().decode().expect("what was written is read");
        assert!(read == graph, "what was written comes back");
        assert!(Checker::new(graph).is_ok(), "what compiles can be reasoned on");
    }
}

/// The sound folder with these files laid over it.
///
/// # Panics
/// When the sound folder cannot be read.
#[must_use]
pub fn laid_over(bytes: &[u8]) -> Source {
    let base: Vec<(&str, &[u8])> = BASE.iter().map(|(path, text)| (&**path, &**text)).collect();
    let files = files(bytes);
    let over: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (&**path, *text)).collect();
    Source::of(&base).overlaid(Source::of(&over))
}

fn files(bytes: &[u8]) -> Vec<(String, &[u8])> {
    let mut files = vec![("cause/any.md".to_owned(), 0..0)];
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        match line.strip_prefix(FILE.as_bytes()) {
            Some(path) => {
                files.push((String::from_utf8_lossy(path).trim_end().to_owned(), at..at));
            }
            None => files.last_mut().expect("there is one").1.end = at,
        }
    }
    let mut named: Vec<_> = files.into_iter().map(|(path, span)| (path, &bytes[span])).collect();
    named.retain(|(path, text)| path.ends_with(".svg") || !text.is_empty());
    // A folder holds one file of a name.
    named.sort_by(|a, b| a.0.cmp(&b.0));
    named.dedup_by(|a, b| a.0 == b.0);
    named
}
