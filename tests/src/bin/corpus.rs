//! Writes the same pages for us and for others: `corpus FOLDER N`, with `ours`, `toml` and `yaml` in the folder.

use std::env;
use std::path::PathBuf;

use backwise_tests::corpus::{make, translate};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, n] = &arguments[..] else { panic!("corpus FOLDER N") };
    let (folder, n) = (PathBuf::from(folder), n.parse().expect("N is a number"));
    let ours = folder.join("ours");
    make(&ours, n);
    translate(&ours, &folder.join("toml"), "+++", " =", "+++");
    translate(&ours, &folder.join("yaml"), "---", ":", "---");
}
