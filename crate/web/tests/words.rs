//! The screens of asking show no word that comes with telling: it would be empty there.

use std::fs;
use std::path::Path;

use backwise_graph::Word;
use backwise_graph::word::N_ASKED;

/// What modules that have both files draw.
const LATER: [&str; 3] = ["teller", "posture", "excerpt"];

/// Every source file of the page, except those of the modules that come with the second file.
fn asking(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("the sources are here").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            let is_later = LATER.iter().any(|name| path.ends_with(name));
            if !is_later {
                asking(&path, found);
            }
        } else if path.is_file() {
            found.push(fs::read_to_string(path).expect("sources are text"));
        }
    }
}

#[test]
fn asking_shows_no_word_that_comes_with_telling() {
    let mut sources = Vec::new();
    asking(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let names = |source: &str, word: &Word| {
        let mut behind = source.split("Word::").skip(1).map(|rest| {
            rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_owned()
        });
        behind.any(|name| name == format!("{word:?}"))
    };
    assert!(sources.iter().any(|source| names(source, &Word::Next)), "asking shows words");
    for word in &Word::ALL[N_ASKED..] {
        assert!(!sources.iter().any(|source| names(source, word)), "{word:?} comes later");
    }
}
