//! A release of the site as an app: its worker, which knows every file by its content.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::build::Files;

/// What most readers never open, and what is large: the worker fetches it last of all.
const RARE: [&str; 6] = [
    "source/",
    "ledger/",
    "coverage.html",
    "safety-matrix.html",
    "backwise/questionnaire.json",
    "data/",
];

/// What a release is whole with: the engine, the looks, the articles, and every page at the root that is not rare.
const FIRST: [&str; 7] =
    ["backwise/", "style/", "icon/favicon.svg", "app/", "search/", "article/", "self-test/"];

/// Adds `worker.js`: the worker's source below what it has to know. `is_safety` says that warning signs change.
pub fn add(files: &mut Files, source: &[u8], is_safety: bool) {
    let mut first: Vec<&str> = Vec::new();
    let mut later: Vec<&str> = Vec::new();
    for path in files.keys() {
        if is_first(path) { first.push(path) } else { later.push(path) }
    }
    later.sort_by_key(|path| rarity(path));
    let (first, later) = (list(files, &first), list(files, &later));
    let version = &hash(format!("{first}{later}").as_bytes())[..16];
    let release =
        json!({ "version": version, "safety": is_safety, "first": first, "later": later });
    let mut worker = format!("const RELEASE = {release};\n").into_bytes();
    worker.extend_from_slice(source);
    files.insert("worker.js".to_owned(), worker);
}

fn is_first(path: &str) -> bool {
    let is_page = !path.contains('/') && path.ends_with(".html");
    rarity(path) == 0 && (is_page || FIRST.iter().any(|start| path.starts_with(start)))
}

/// 0 for what is not rare; then the place among what is.
fn rarity(path: &str) -> usize {
    RARE.iter().position(|start| path.starts_with(start)).map_or(0, |at| at + 1)
}

/// The hashes of these files, in this order.
fn list(files: &Files, paths: &[&str]) -> Value {
    paths.iter().map(|path| ((*path).to_owned(), json!(hash(&files[*path])))).collect()
}

/// The first half of the SHA-256, in hexadecimal digits.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest[..16].iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::{add, hash};
    use crate::build::Files;

    /// The test vector of FIPS 180-4 for `abc`.
    #[test]
    fn a_file_is_known_by_the_first_half_of_its_sha_256() {
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223");
    }

    #[test]
    fn what_readers_come_for_is_first_and_what_is_large_is_last() {
        let paths =
            ["data/graph.json", "cause/a.html", "index.html", "coverage.html", "article/b.html"];
        let mut files: Files =
            paths.iter().map(|path| ((*path).to_owned(), b"x".to_vec())).collect();
        add(&mut files, b"begin();", false);
        let worker = String::from_utf8(files["worker.js"].clone()).expect("it is text");
        let at = |what: &str| worker.find(what).unwrap_or_else(|| panic!("{what} is not there"));
        let order = [
            "\"first\":",
            "article/b.html",
            "index.html",
            "\"later\":",
            "cause/a.html",
            "coverage.html",
            "data/graph.json",
            "begin();",
        ];
        assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{worker}");
    }

    #[test]
    fn another_content_is_another_version() {
        let version = |text: &str| {
            let mut files = Files::from([("index.html".to_owned(), text.as_bytes().to_vec())]);
            add(&mut files, b"", false);
            files["worker.js"].clone()
        };
        assert_ne!(version("one"), version("two"));
        assert_eq!(version("one"), version("one"));
    }
}
