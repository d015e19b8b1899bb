//! The diary as a text that a person can read: what the device keeps, and what is taken along as a file.
//!
//! ```text
//! backwise diary 1
//! 2026-07-01 08:30 wall-test standing 30s whole head=straining low-back=fingers pull-chest=yes
//! 2026-07-02 08:30 routine chin-tuck:whole wall-slide:partly
//! checksum a727d74f
//! ```
//!
//! The first line names the form and its version, the last has a CRC-32 of all lines before it, which finds every
//! single altered character. Between them is one line an entry, in the order of their letters, which is that of
//! their dates. A diary has one text, and any other is refused, but for how its lines end.
//!
//! What a later version may do without another number: put fields, each a name, `=` and a value, at the end of a
//! line. This one keeps those as they stand, and writes them again. All else, such as another kind of entry or a
//! new word for an answer, takes another number, and is refused here rather than half understood.

mod line;
mod word;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::str;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::{Diary, Entry};

/// The most bytes that a text may have: some four thousand entries, about ten years of one a day.
pub const MOST: usize = 1 << 20;

/// Why a text is no diary. There is none then, not even a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is something else.
    NotOurs,
    /// It is a diary of a later version.
    Newer,
    /// A line, counted from 1 on, is missing or is not as it was written.
    Damaged {
        /// Which one, or the one after the last where the end is missing.
        line: usize,
    },
    /// Every line can be read, and yet they are not those that were written.
    Checksum,
    /// It is longer than [`MOST`].
    TooLarge,
}

const NAME: &str = "backwise diary ";
const VERSION: u16 = 1;
const END: &str = "checksum ";

/// CRC-32 as zip files have it, without a table: it is worked out when something is kept, not often.
const CHECKSUM: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// The text of a diary.
#[must_use]
pub fn write(diary: &Diary) -> String {
    let mut text = format!("{NAME}{VERSION}\n");
    for entry in diary.entries() {
        text += &format!("{entry}\n");
    }
    let sum = CHECKSUM.checksum(text.as_bytes());
    text + &format!("{END}{sum:08x}\n")
}

/// The diary of a text.
///
/// # Errors
/// When it was not written so, or by a later version.
pub fn read(bytes: &[u8]) -> Result<Diary, Refusal> {
    if !bytes.starts_with(NAME.as_bytes()) {
        return Err(Refusal::NotOurs);
    }
    if bytes.len() > MOST {
        return Err(Refusal::TooLarge);
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        Refusal::Damaged { line: 1 + before.iter().filter(|byte| **byte == b'\n').count() }
    })?;
    let lines: Vec<_> = text.lines().collect();
    first(lines[0])?;
    let diary = Diary { entries: entries(&lines)? };
    let is_as_written = write(&diary).lines().eq(lines);
    if is_as_written { Ok(diary) } else { Err(Refusal::Checksum) }
}

fn first(line: &str) -> Result<(), Refusal> {
    match line[NAME.len()..].parse() {
        Ok(version) if line != format!("{NAME}{version}") => Err(Refusal::Damaged { line: 1 }),
        Ok(VERSION) => Ok(()),
        Ok(VERSION..) => Err(Refusal::Newer),
        _ => Err(Refusal::Damaged { line: 1 }),
    }
}

/// What stands between the first line and the last, which is there and is the last.
fn entries(lines: &[&str]) -> Result<Vec<Entry>, Refusal> {
    let end = lines.iter().position(|line| line.starts_with(END)).unwrap_or(lines.len());
    let mut entries = Vec::new();
    for at in 1..end {
        let follows = at == 1 || lines[at - 1] < lines[at];
        let entry = line::read(lines[at]).filter(|_| follows);
        entries.push(entry.ok_or(Refusal::Damaged { line: at + 1 })?);
    }
    match lines.len() - end {
        0 => Err(Refusal::Damaged { line: end + 1 }),
        1 => Ok(entries),
        _ => Err(Refusal::Damaged { line: end + 2 }),
    }
}
