//! A release of the site as an app: its worker, which knows every file by its content.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use backwise_site::hosting::HEADERS;
use rayon::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::out::Out;

/// The hash of each file of a site, by its path.
type Hashes = BTreeMap<String, String>;

/// What a release is whole with: all that it takes to be told how soon to get help and what to do, and to stand at a
/// wall. `cargo xtask size` says what it weighs, and why the rest comes later.
const FIRST: [&str; 17] = [
    "404.html",
    "about.html",
    "app/",
    "article/when-is-back-pain-an-emergency.html",
    "backwise/",
    "causes.html",
    "check.html",
    "exercises.html",
    "help.html",
    "icon/favicon.svg",
    "index.html",
    "install.html",
    "later.html",
    "paper.html",
    "picture/",
    "self-test/",
    "style/",
];

/// What comes next, in this order; then all that is named nowhere here.
const NEXT: [&str; 7] =
    ["search", "article/", "exercise/", "picture/", "red-flag/", "cause/", "everything.html"];

/// What most readers never open, and what is large: the worker fetches it last of all.
const RARE: [&str; 12] = [
    "backwise/plain-",
    "embed",
    "source",
    "ledger",
    "coverage.html",
    "hazards.html",
    "safety-matrix.html",
    "proof.html",
    "proof/",
    "backwise/questionnaire.json",
    "data.html",
    "data/",
];

/// What only others ask for, to show beside a link or where the app is offered: no app holds it.
const OTHERS: [&str; 3] = ["card/", "icon/card.png", "app/screen-"];

/// Adds `worker.js`: the worker's source below what it has to know of every file before it that readers open, and the
/// mark of its warning signs.
pub fn add(out: &Out, source: &[u8], signs: &BTreeSet<String>) -> Result<()> {
    let hashed = |path: String| Ok((path.clone(), hash(&out.read(&path)?)));
    let is_ours = |path: &String| !OTHERS.iter().any(|start| path.starts_with(start));
    let ours = out.paths().into_par_iter().filter(is_ours);
    let files: Hashes = ours.map(hashed).collect::<Result<_>>()?;
    out.put("worker.js", &worker(&files, source, signs))
}

fn worker(files: &Hashes, source: &[u8], signs: &BTreeSet<String>) -> Vec<u8> {
    let mut first: Vec<&str> = Vec::new();
    let mut later: Vec<&str> = Vec::new();
    for path in files.keys() {
        if is_first(path) { first.push(path) } else { later.push(path) }
    }
    later.sort_by_key(|path| turn(path));
    let (first, later) = (list(files, &first), list(files, &later));
    let headers: BTreeMap<_, _> = HEADERS.into();
    let signs = hash(json!(signs).to_string().as_bytes());
    let release = json!({ "signs": signs, "headers": headers, "first": first, "later": later });
    let mut worker = format!("const RELEASE = {release};\n").into_bytes();
    worker.extend_from_slice(source);
    worker
}

/// A picture that moves has a twin that does not.
const MOVING: &str = "-moving.svg";

fn is_first(path: &str) -> bool {
    let can_wait = place(&RARE, path).is_some() || path.ends_with(MOVING);
    !can_wait && place(&FIRST, path).is_some()
}

/// What comes before what, of that which comes later.
fn turn(path: &str) -> usize {
    let rare = place(&RARE, path).map(|at| NEXT.len() + 1 + at);
    rare.or(place(&NEXT, path)).unwrap_or(NEXT.len())
}

fn place(starts: &[&str], path: &str) -> Option<usize> {
    starts.iter().position(|start| path.starts_with(start))
}

/// The hashes of these files, in this order.
fn list(files: &Hashes, paths: &[&str]) -> Value {
    paths.iter().map(|path| ((*path).to_owned(), json!(files[*path]))).collect()
}

/// The first half of the SHA-256, in hexadecimal digits.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest[..16].iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Hashes, hash, worker};

    /// The test vector of FIPS 180-4 for `abc`.
    #[test]
    fn a_file_is_known_by_the_first_half_of_its_sha_256() {
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223");
    }

    #[test]
    fn what_readers_come_for_is_first_and_what_is_large_is_last() {
        let paths = [
            "data/graph.json",
            "cause/a.html",
            "symptom/c.html",
            "picture/d.svg",
            "picture/d-moving.svg",
            "backwise/plain-ask.js",
            "index.html",
            "coverage.html",
            "article/b.html",
            "search.html",
        ];
        let files: Hashes = paths.iter().map(|path| ((*path).to_owned(), hash(b"x"))).collect();
        let worker =
            String::from_utf8(worker(&files, b"begin();", &BTreeSet::new())).expect("it is text");
        let at = |what: &str| worker.find(what).unwrap_or_else(|| panic!("{what} is not there"));
        let order = [
            "\"first\":",
            "index.html",
            "picture/d.svg",
            "\"later\":",
            "search.html",
            "article/b.html",
            "picture/d-moving.svg",
            "cause/a.html",
            "symptom/c.html",
            "backwise/plain-ask.js",
            "coverage.html",
            "data/graph.json",
            "begin();",
        ];
        assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{worker}");
    }

    #[test]
    fn another_content_is_another_version() {
        let version = |text: &str| {
            let files = Hashes::from([("index.html".to_owned(), hash(text.as_bytes()))]);
            worker(&files, b"", &BTreeSet::new())
        };
        assert_ne!(version("one"), version("two"));
        assert_eq!(version("one"), version("one"));
    }
}
