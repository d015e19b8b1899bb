//! The names of all tests of the workspace, as the hazard log gives them: room, file and function, as in
//! `tests::laws::law::unsure_is_never_a_no`.
//!
//! They are read off the sources, from what Cargo compiles along each `mod`, so that those of the browser count too,
//! and those of a file that nobody compiles do not. What is ignored shows nothing, and has no name here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every test there is.
///
/// # Panics
/// When a source cannot be read.
#[must_use]
pub fn tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let crates = home.join("../crate");
    for room in entries(&crates).iter().map(PathBuf::as_path).chain([home]) {
        let name = stem(room);
        for root in ["src/lib.rs", "src/main.rs"] {
            follow(&room.join(root), &room.join("src"), &name, &mut names);
        }
        let shelves = if room == home { home.to_owned() } else { room.join("tests") };
        for shelf in entries(&shelves) {
            let root = if shelf.is_dir() { shelf.join("main.rs") } else { shelf.clone() };
            let below = if shelf.is_dir() { &shelf } else { &shelves };
            follow(&root, below, &format!("{name}::{}", stem(&shelf)), &mut names);
        }
    }
    names
}

/// The tests of a file and of all that it names; `below` is where those are.
fn follow(file: &Path, below: &Path, name: &str, names: &mut BTreeSet<String>) {
    if file.extension().is_none_or(|it| it != "rs") || !file.is_file() {
        return;
    }
    let text = fs::read_to_string(file).expect("a source can be read");
    names.extend(functions(&text).into_iter().map(|function| format!("{name}::{function}")));
    for part in text.lines().filter_map(module) {
        let files = [below.join(format!("{part}.rs")), below.join(part).join("mod.rs")];
        // A file's own tests bear its name, wherever they stand.
        let name = if part == "tests" { name.to_owned() } else { format!("{name}::{part}") };
        files.iter().for_each(|file| follow(file, &below.join(part), &name, names));
    }
}

/// The file that a line such as `mod urgency;` names.
fn module(line: &str) -> Option<&str> {
    let line = line.trim();
    let line = line.strip_prefix("pub ").unwrap_or(line);
    line.strip_prefix("mod ")?.strip_suffix(';')
}

/// The tests of one file that are run.
#[must_use]
pub fn functions(text: &str) -> Vec<&str> {
    let (mut found, mut is_test, mut is_ignored) = (Vec::new(), false, false);
    for line in text.lines().map(str::trim) {
        is_test |= line == "#[test]" || line.starts_with("#[tokio::test");
        is_ignored |= line.starts_with("#[ignore");
        let Some(function) = function(line) else { continue };
        if is_test && !is_ignored {
            found.push(function);
        }
        (is_test, is_ignored) = (false, false);
    }
    found
}

fn function(line: &str) -> Option<&str> {
    let words = line.strip_prefix("async ").unwrap_or(line);
    Some(words.strip_prefix("fn ")?.split_once('(')?.0)
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
