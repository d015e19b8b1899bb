//! The folder that a site is written to.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};

use crate::compress;

/// A folder that takes the files of a site, each as soon as it is made, from several threads at once.
pub struct Out {
    folder: PathBuf,
    /// Whether each file is written compressed as well.
    compressed: bool,
    /// What it took.
    paths: Mutex<BTreeSet<String>>,
    n: AtomicUsize,
}

/// Writes all of a site as `fill` puts it out, and counts its files. It is made in a folder beside its place and
/// moved there when it is whole, so that a build that breaks leaves the site before it as it was.
pub fn replace(
    place: &Path,
    compressed: bool,
    fill: impl FnOnce(&Out) -> Result<()>,
) -> Result<usize> {
    let (fresh, old) = (beside(place, "new"), beside(place, "old"));
    remove(&fresh)?;
    let out = Out::new(fresh.clone(), compressed);
    fill(&out)?;
    remove(&old)?;
    if place.exists() {
        rename(place, &old)?;
    }
    rename(&fresh, place)?;
    remove(&old)?;
    Ok(out.n.into_inner())
}

impl Out {
    fn new(folder: PathBuf, compressed: bool) -> Self {
        let (paths, n) = Default::default();
        Self { folder, compressed, paths, n }
    }

    /// The paths of the files that it took, in order.
    pub fn paths(&self) -> Vec<String> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// A file that it took.
    pub fn read(&self, path: &str) -> Result<Vec<u8>> {
        fs::read(self.folder.join(path)).with_context(|| format!("`{path}` could not be read"))
    }

    /// Takes the file at `path` below the root, with `/` between its parts.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        if self.compressed && !compress::is_already(path) {
            let compressing = || format!("`{path}` could not be compressed");
            self.write(&format!("{path}.br"), &compress::brotli(bytes).with_context(compressing)?)?;
            self.write(&format!("{path}.gz"), &compress::gzip(bytes).with_context(compressing)?)?;
        }
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        self.write(path, bytes)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(path);
        self.n.fetch_add(1, Ordering::Relaxed);
        let parent = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, bytes))
            .with_context(|| format!("`{}` could not be written", path.display()))
    }
}

fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    folder.with_file_name(name)
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| format!("`{}` could not be moved", from.display()))
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("`{}` could not be removed", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;

    use anyhow::Result;
    use flate2::read::GzDecoder;

    use super::{Out, replace};

    fn fill(files: &[(&str, &str)]) -> impl Fn(&Out) -> Result<()> {
        move |out| files.iter().try_for_each(|(path, text)| out.put(path, text.as_bytes()))
    }

    #[test]
    fn a_site_takes_the_place_of_the_one_before_it() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let place = folder.path().join("site");
        let first = [("index.html", "one"), ("cause/a.html", "a")];
        assert_eq!(replace(&place, false, fill(&first)).expect("a site can be written"), 2);
        let next = [("index.html", "two"), ("cause/c.html", "c")];
        assert_eq!(replace(&place, false, fill(&next)).expect("it can be written anew"), 2);
        assert_eq!(fs::read(place.join("index.html")).expect("it is there"), b"two");
        assert!(place.join("cause/c.html").exists() && !place.join("cause/a.html").exists());
    }

    #[test]
    fn a_build_that_breaks_leaves_the_site_before_it() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let place = folder.path().join("site");
        replace(&place, false, fill(&[("index.html", "one")])).expect("a site can be written");
        let broken = replace(&place, false, |out| {
            out.put("index.html", b"two")?;
            anyhow::bail!("it breaks")
        });
        assert!(broken.is_err());
        assert_eq!(fs::read(place.join("index.html")).expect("it is there"), b"one");
    }

    #[test]
    fn both_compressed_files_open_to_the_file_and_pictures_stay_alone() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let place = folder.path().join("site");
        let page = "<p>Sit upright.</p>".repeat(99);
        let texts = [("a.html", &*page), ("b/c.css", "")];
        let all = [texts[0], texts[1], ("b/d.png", "PNG")];
        assert_eq!(replace(&place, true, fill(&all)).expect("a site can be written"), 7);
        for (path, text) in texts {
            let read = |end| fs::read(place.join(format!("{path}{end}"))).expect("it is there");
            let mut opened = Vec::new();
            brotli::BrotliDecompress(&mut &*read(".br"), &mut opened).expect("it is brotli");
            assert_eq!(opened, text.as_bytes(), "{path}");
            let mut opened = String::new();
            GzDecoder::new(&*read(".gz")).read_to_string(&mut opened).expect("it is gzip");
            assert_eq!(opened, text, "{path}");
        }
    }
}
