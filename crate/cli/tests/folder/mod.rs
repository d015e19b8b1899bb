//! A small content folder that a test may change.

use std::fs;
use std::path::Path;

/// Copies the sound folder of the tests of content, and the words of the screens, to a place.
pub fn content(place: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    copy(&root.join("tests/content/base"), place);
    copy(&root.join("content/interface"), &place.join("interface"));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be listed") {
        let path = entry.expect("it can be listed").path();
        let to = to.join(path.file_name().expect("it has a name"));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("a file can be copied");
        }
    }
}
