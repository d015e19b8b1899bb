//! The folder that a site is written to.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build::Files;

/// Writes all of a site. It is made in a folder beside its place and moved there when it is whole, so that
/// a build that breaks leaves the site before it as it was.
pub fn replace(place: &Path, files: &Files) -> Result<()> {
    let (fresh, old) = (beside(place, "new"), beside(place, "old"));
    remove(&fresh)?;
    for (path, bytes) in files {
        put(&fresh.join(path), bytes)?;
    }
    remove(&old)?;
    if place.exists() {
        rename(place, &old)?;
    }
    rename(&fresh, place)?;
    remove(&old)
}

/// Writes what differs from what stands there, takes away what does not belong there, and counts both.
pub fn update(place: &Path, files: &Files) -> Result<usize> {
    let mut stale = BTreeSet::new();
    list(place, &mut stale)
        .with_context(|| format!("`{}` could not be listed", place.display()))?;
    let mut n_changed = 0;
    for (path, bytes) in files {
        let path = place.join(path);
        stale.remove(&path);
        if !fs::read(&path).is_ok_and(|there| there == *bytes) {
            put(&path, bytes)?;
            n_changed += 1;
        }
    }
    for path in &stale {
        fs::remove_file(path)
            .with_context(|| format!("`{}` could not be removed", path.display()))?;
    }
    Ok(n_changed + stale.len())
}

fn list(folder: &Path, found: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, found)?;
        } else {
            found.insert(path);
        }
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(path, bytes))
        .with_context(|| format!("`{}` could not be written", path.display()))
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

    use super::{replace, update};
    use crate::build::Files;

    fn files(all: &[(&str, &str)]) -> Files {
        all.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn only_what_differs_is_written_and_what_is_gone_is_removed() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let place = folder.path().join("site");
        replace(&place, &files(&[("index.html", "one"), ("cause/a.html", "a"), ("b.css", "b")]))
            .expect("a site can be written");
        let written = |name| fs::metadata(place.join(name)).and_then(|it| it.modified()).ok();
        let before = written("b.css");
        let next = files(&[("index.html", "two"), ("cause/c.html", "c"), ("b.css", "b")]);
        assert_eq!(update(&place, &next).expect("it can be written anew"), 3);
        assert_eq!(written("b.css"), before);
        assert_eq!(fs::read(place.join("index.html")).expect("it is there"), b"two");
        assert!(place.join("cause/c.html").exists() && !place.join("cause/a.html").exists());
        assert_eq!(update(&place, &next).expect("it can be compared"), 0);
    }

    #[test]
    fn a_first_update_writes_everything() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let place = folder.path().join("site");
        assert_eq!(update(&place, &files(&[("index.html", "one")])).expect("it is written"), 1);
    }
}
