//! A zip archive that is the same whoever makes it and when: files in order, as they are, without times or owners.

/// The archive of these files: paths with `/` between their parts, and bytes.
pub fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (path, bytes) in files {
        let at = number(archive.len());
        let entry = entry(path, bytes);
        archive.extend([LOCAL, &entry, path.as_bytes(), bytes].concat());
        // Nothing after the name, on no second disk, a plain file that all may read.
        let rest = [0, 0, 0, 0, 0, 0, 0, 0, 0xa4, 0x81];
        directory.extend([CENTRAL, &entry, &rest, &at, path.as_bytes()].concat());
    }
    let (n_files, size) = (&number(files.len())[..2], number(directory.len()));
    let at = number(archive.len());
    archive.extend([&directory, END, n_files, n_files, &size, &at, &[0, 0]].concat());
    archive
}

const LOCAL: &[u8] = b"PK\x03\x04";
/// Made on a system with rights, by version 2.0.
const CENTRAL: &[u8] = b"PK\x01\x02\x14\x03";
/// On the first and only disk.
const END: &[u8] = b"PK\x05\x06\0\0\0\0";

/// What both places say of a file: read by version 2.0, the name is UTF-8, not compressed, the first day there is.
fn entry(path: &str, bytes: &[u8]) -> Vec<u8> {
    let size = number(bytes.len());
    let name = &number(path.len())[..2];
    let how = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];
    [&how[..], &crc(bytes).to_le_bytes(), &size, &size, name, &[0, 0]].concat()
}

/// # Panics
/// For what is larger than an archive of this kind can be.
fn number(n: usize) -> [u8; 4] {
    u32::try_from(n).expect("an archive is smaller than 4 GiB").to_le_bytes()
}

/// The checksum that the format asks for, CRC-32 as IEEE 802.3 has it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ ((crc & 1) * 0xedb8_8320))
    })
}

#[cfg(test)]
mod tests {
    use super::{crc, zip};

    /// The check value of the catalogues of checksums.
    #[test]
    fn the_checksum_is_the_one_of_the_format() {
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn an_archive_ends_with_where_its_directory_is() {
        let archive = zip(&[("a/b".into(), b"one".to_vec()), ("c".into(), Vec::new())]);
        let (end, number) = (archive.len() - 22, |at: usize| {
            u32::from_le_bytes(archive[at..at + 4].try_into().expect("four bytes")) as usize
        });
        assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
        assert_eq!(archive[end + 10], 2);
        let directory = number(end + 16);
        assert_eq!(directory + number(end + 12), end);
        assert_eq!(&archive[directory..directory + 4], b"PK\x01\x02");
        assert_eq!(&archive[30..36], b"a/bone");
    }
}
