//! What a fuzzer found that leads somewhere new, or once led to a fault, and what it begins with.

use std::fs;
use std::path::Path;

use backwise_fuzz::{TARGETS, seed};

#[test]
fn what_is_known_harms_nobody() {
    for (target, take) in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
        let mut files: Vec<_> = fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .map(|entry| entry.expect("the folder can be listed").path())
            .collect();
        files.sort();
        assert!(!files.is_empty(), "{target} has no corpus");
        for file in files {
            // The name of the last one printed is the one at fault.
            println!("{}", file.display());
            take(&fs::read(file).expect("it can be read"));
        }
    }
}

#[test]
fn there_are_seeds_for_every_way_in() {
    let seeds = seed::seeds();
    assert!(seeds.iter().map(|(target, _)| *target).eq(TARGETS.map(|(target, _)| target)));
    for ((target, take), (_, seeds)) in TARGETS.iter().zip(&seeds) {
        assert!(!seeds.is_empty(), "{target} begins with nothing");
        seeds.iter().for_each(|bytes| take(bytes));
    }
}
