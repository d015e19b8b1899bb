//! The files for hosts say what is said in one place. `BACKWISE_BLESS=1 cargo test -p backwise-site --test hosting`
//! writes them anew.

use std::fs;
use std::path::{Path, PathBuf};

use backwise_site::hosting::{ELSEWHERE, HEADERS, TYPES, files};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_files_for_hosts_are_those_that_are_written() {
    for (name, text) in files() {
        let path = root().join("www/hosting").join(name);
        if std::env::var_os("BACKWISE_BLESS").is_some() {
            fs::create_dir_all(path.parent().expect("it has one")).expect("a folder can be made");
            fs::write(&path, &text).expect("it can be written");
        }
        assert_eq!(fs::read_to_string(&path).expect("it is there"), text, "{name}");
    }
}

#[test]
fn each_of_them_says_all_of_it() {
    for (name, text) in files() {
        for (header, value) in HEADERS.iter().chain([&ELSEWHERE]) {
            assert!(text.contains(header) && text.contains(value), "{name}: {header}");
        }
        for (end, kind) in TYPES {
            assert!(text.contains(&format!(".{end}")) && text.contains(kind), "{name}: {end}");
        }
    }
}

#[test]
fn the_readme_for_hosts_says_what_is_sent() {
    let path = root().join("www/hosting/README.md");
    let text = fs::read_to_string(path).expect("it is there").to_lowercase();
    for (header, value) in HEADERS {
        assert!(text.contains(header) && text.contains(&value.to_lowercase()), "{header}");
    }
}
