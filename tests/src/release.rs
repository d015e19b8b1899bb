//! A copy of the built site whose next versions are made while it is served.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::Browser;
use crate::site::Site;

/// What changes from version to version.
const PAGE: &str = "help.html";

/// What that page says in the built version, and in those after it.
pub const SAID: [&str; 3] =
    ["Some signs that come with", "Certain signs that come with", "A few signs that come with"];

/// Where the mark of its warning signs begins in a worker.
const MARK: &str = "\"signs\":\"";

/// The warning signs of a version, beside those of the version before it.
#[derive(Clone, Copy)]
pub enum Signs {
    Same,
    Others,
}

/// A site of one's own, which ends with this.
pub struct Release {
    folder: TempDir,
    /// Below it.
    place: &'static str,
}

impl Release {
    /// The built site.
    ///
    /// # Panics
    /// When there is none, or no room for another.
    #[must_use]
    pub fn copied() -> Self {
        Self::copied_to("")
    }

    /// The same below a sub-path such as `back`, where others have their pages beside it.
    ///
    /// # Panics
    /// As [`Release::copied`].
    #[must_use]
    pub fn copied_to(place: &'static str) -> Self {
        let folder = TempDir::new().expect("this machine has room for a folder");
        let release = Self { folder, place };
        fs::create_dir_all(release.path("")).expect("a folder can be made");
        copy(&Site::folder(), &release.path(""));
        release
    }

    /// What is to be served.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Writes the worker of the next version, which knows another page for help by its content, and has these
    /// warning signs.
    ///
    /// # Panics
    /// When the worker does not know the page as it is, or has no mark of its signs.
    pub fn write_worker(&self, signs: Signs) {
        let (old, new) = (self.text(PAGE), self.next_page());
        let worker = self.text("worker.js");
        let mended = worker.replace(&hash(&old), &hash(&new));
        assert_ne!(worker, mended, "the worker knows the page");
        let (before, after) = mended.split_once(MARK).expect("the worker has a mark of its signs");
        let mark = match signs {
            Signs::Same => "",
            Signs::Others => "other-",
        };
        self.write("worker.js", &format!("{before}{MARK}{mark}{after}"));
    }

    /// Writes that page.
    pub fn write_page(&self) {
        self.write(PAGE, &self.next_page());
    }

    /// Writes anything in place of a file.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("it can be written");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(self.place).join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the site has this file")
    }

    /// What the page says in the next version.
    fn next_page(&self) -> String {
        let page = self.text(PAGE);
        let next = SAID.windows(2).find(|pair| page.contains(pair[0]));
        let [said, next] = next.expect("the page says it in other words by now") else {
            unreachable!("they come in pairs")
        };
        page.replace(said, next)
    }
}

/// Has the browser look for another version, and tells what becomes of it: `installed`, or `redundant` where it is
/// refused. The browser may have looked by itself, shortly before.
///
/// # Panics
/// When there is no worker to look with.
#[must_use]
pub fn look_for_update(browser: &Browser) -> String {
    let state = browser.script(
        "return navigator.serviceWorker.getRegistration().then(async (it) => {
            await it.update();
            const { installing } = it;
            if (!installing) return it.waiting ? 'installed' : 'redundant';
            await new Promise((done) => installing.addEventListener('statechange', done));
            return installing.state;
        })",
    );
    state.as_str().expect("a state").to_owned()
}

/// Copies what is in a folder, but nothing that was compressed beforehand: what is written anew has no such twin.
///
/// # Panics
/// When it cannot be read, or not be written.
pub fn copy(from: &Path, to: &Path) {
    let is_twin = |path: &Path| path.extension().is_some_and(|end| end == "br" || end == "gz");
    for entry in fs::read_dir(from).expect("a folder can be listed") {
        let entry = entry.expect("an entry can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("a folder can be made");
            copy(&entry.path(), &target);
        } else if !is_twin(&entry.path()) {
            fs::copy(entry.path(), &target).expect("a file can be copied");
        }
    }
}

/// As the worker knows a file: half of its SHA-256.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text);
    digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}
