//! The files of a content folder as they were found.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

/// A content folder in memory, in order of path.
pub struct Source {
    /// Every Markdown file below the folder's kinds; the guide at its top is not content.
    pub files: Vec<File>,
    /// Every drawing beside them.
    pub drawings: Vec<File>,
}

/// One file, or why it could not be read.
#[derive(Clone)]
pub struct File {
    /// Relative to the content folder, with `/` between its parts.
    pub path: Arc<str>,
    /// Its text.
    pub text: Result<Arc<str>, Unreadable>,
}

/// Why a file has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It went away or may not be read; what the system said.
    Gone(String),
    /// It is not UTF-8; the first byte at fault.
    NotUtf8(usize),
    /// It is larger than a page may be; its size in bytes.
    TooLarge(u64),
}

/// No page is larger than this, in bytes: about two hundred thousand words.
pub const MAX_PAGE: u64 = 1 << 20;

impl Source {
    /// Reads a content folder. A file that cannot be read is kept with its reason.
    ///
    /// # Errors
    /// When the folder itself cannot be listed.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(root)? {
            let folder = entry?.path();
            if folder.is_dir() {
                list(root, &folder, &mut paths)?;
            }
        }
        paths.sort();
        Ok(Self::sorted(paths.par_iter().map(|path| read_file(root, path)).collect()))
    }

    /// The folder after something at these paths changed, came or went. Where they are files, only they are read.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn after(&self, root: &Path, changed: &BTreeSet<PathBuf>) -> io::Result<Self> {
        if !changed.iter().all(|path| path.starts_with(root) && path.extension().is_some()) {
            return Self::read(root);
        }
        let changed: Vec<_> = changed.iter().filter(|path| is_content(root, path)).collect();
        let names: BTreeSet<_> = changed.iter().map(|path| name(root, path)).collect();
        let kept = self.files.iter().chain(&self.drawings).filter(|it| !names.contains(&it.path));
        let there = changed.into_iter().filter(|path| path.is_file());
        Ok(Self::sorted(kept.cloned().chain(there.map(|path| read_file(root, path))).collect()))
    }

    /// A folder made of paths and bytes, for tests.
    #[must_use]
    pub fn of(files: &[(&str, &[u8])]) -> Self {
        Self::sorted(files.iter().map(|(p, b)| file((*p).into(), b.to_vec())).collect())
    }

    /// The same folder with the files of another laid over it.
    #[must_use]
    pub fn overlaid(self, over: Self) -> Self {
        let mut files: Vec<_> = over.files.into_iter().chain(over.drawings).collect();
        let below = self.files.into_iter().chain(self.drawings);
        let kept: Vec<_> = below.filter(|f| files.iter().all(|o| o.path != f.path)).collect();
        files.extend(kept);
        Self::sorted(files)
    }

    fn sorted(mut files: Vec<File>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let (drawings, files) = files.into_iter().partition(|file| file.path.ends_with(".svg"));
        Self { files, drawings }
    }

    /// The text of a file, if it has one.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        [&self.files, &self.drawings].iter().find_map(|files| {
            let at = files.binary_search_by(|f| (*f.path).cmp(path)).ok()?;
            files[at].text.as_deref().ok()
        })
    }
}

fn list(root: &Path, folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(root, &path, paths)?;
        } else if is_content(root, &path) {
            paths.push(path);
        }
    }
    Ok(())
}

fn is_content(root: &Path, path: &Path) -> bool {
    let is_guide = path.parent() == Some(root);
    path.extension().is_some_and(|end| end == "md" || end == "svg") && !is_guide
}

fn name(root: &Path, path: &Path) -> Arc<str> {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/").into()
}

fn read_file(root: &Path, path: &Path) -> File {
    let name = name(root, path);
    let size = std::fs::metadata(path).map_or(0, |m| m.len());
    if size > MAX_PAGE {
        return File { path: name, text: Err(Unreadable::TooLarge(size)) };
    }
    match std::fs::read(path) {
        Ok(bytes) => file(name, bytes),
        Err(error) => File { path: name, text: Err(Unreadable::Gone(error.to_string())) },
    }
}

fn file(path: Arc<str>, bytes: Vec<u8>) -> File {
    let size = bytes.len() as u64;
    let text = if size > MAX_PAGE {
        Err(Unreadable::TooLarge(size))
    } else {
        let text = str::from_utf8(&bytes);
        text.map(Arc::from).map_err(|e| Unreadable::NotUtf8(e.valid_up_to()))
    };
    File { path, text }
}
