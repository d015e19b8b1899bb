//! A tarball that npm installs, the same whoever makes it and when: files in order, without times or owners.

use std::io::Write;

use anyhow::{Result, ensure};
use flate2::{Compression, GzBuilder};

const BLOCK: usize = 512;

/// The name of the first version of tar that everybody reads.
const USTAR: &[u8] = b"ustar\x0000";

/// The tarball of these files: paths with `/` between their parts, and bytes.
///
/// # Errors
/// When a path is too long for the format.
pub fn tgz(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut archive = Vec::new();
    for (path, bytes) in files {
        archive.extend(header(path, bytes.len())?);
        archive.extend(bytes);
        archive.resize(archive.len().next_multiple_of(BLOCK), 0);
    }
    archive.resize(archive.len() + 2 * BLOCK, 0);
    let mut out = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    out.write_all(&archive)?;
    Ok(out.finish()?)
}

/// A plain file that all may read and its owner may write, of nobody, from the first second there is.
fn header(path: &str, size: usize) -> Result<[u8; BLOCK]> {
    ensure!(path.len() <= 100, "{path}: is too long for a tarball");
    let mut header = [0; BLOCK];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, path.as_bytes());
    put(100, b"0000644\0");
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    put(124, format!("{size:011o} ").as_bytes());
    put(136, b"00000000000 ");
    // The sum is made as if it were blanks.
    put(148, b"        ");
    put(156, b"0");
    put(257, USTAR);
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    Ok(header)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::tgz;

    /// Read by the tar of this machine, where there is one.
    #[test]
    fn what_is_packed_is_unpacked() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let files = [("package/a/b.txt", "one"), ("package/c.txt", "")];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let packed = tgz(&files).expect("the paths are short");
        assert_eq!(packed, tgz(&files).expect("the paths are short"));
        fs::write(folder.path().join("it.tgz"), packed).expect("a file can be written");
        let unpack = Command::new("tar").current_dir(&folder).args(["-xzf", "it.tgz"]).status();
        assert!(unpack.expect("tar is on every system we build on").success());
        for (path, bytes) in files {
            assert_eq!(fs::read(folder.path().join(path)).expect("it is there"), bytes);
        }
    }

    #[test]
    fn a_path_that_is_too_long_is_refused() {
        assert!(tgz(&[("a".repeat(101), Vec::new())]).is_err());
    }
}
