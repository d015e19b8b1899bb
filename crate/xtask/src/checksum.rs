//! The SHA-256 of every file that ships, as `sha256sum --check` reads it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// A line for each file in these folders, with its path from `from`, in order.
pub fn lines(from: &Path, folders: &[PathBuf]) -> Result<String> {
    let mut files = Vec::new();
    folders.iter().try_for_each(|folder| list(folder, &mut files))?;
    files.sort();
    files.iter().map(|file| line_of(from, file)).collect()
}

/// The line of one file.
pub fn line(path: &str, bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    let digits: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{digits}  {path}\n")
}

fn line_of(from: &Path, file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| file.display().to_string())?;
    let path = file.strip_prefix(from).unwrap_or(file);
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    Ok(line(&parts.join("/"), &bytes))
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::lines;

    /// The test vector of FIPS 180-4 for `abc`.
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn every_file_has_a_line_in_order_of_path() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fs::create_dir(folder.path().join("site")).expect("a folder can be made");
        for name in ["site/b.html", "site/a.html"] {
            fs::write(folder.path().join(name), "abc").expect("a file can be written");
        }
        let found = lines(folder.path(), &[folder.path().join("site")]).expect("they can be read");
        assert_eq!(found, format!("{ABC}  site/a.html\n{ABC}  site/b.html\n"));
    }
}
