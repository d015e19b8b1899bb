//! Bytes as what is kept on a device, or comes in as a file.

use backwise_posture::Diary;
use backwise_posture::diary::{MOST, compare, read, write};
use crc::{CRC_32_ISO_HDLC, Crc};

/// What is read is written as it stood, and can be merged, compared and shown.
///
/// # Panics
/// When it is not so.
pub fn take(bytes: &[u8]) {
    check(bytes);
    check(&sealed(bytes));
}

fn check(bytes: &[u8]) {
    let Ok(diary) = read(bytes) else { return };
    let text = write(&diary);
    assert!(bytes.len() <= MOST && read(text.as_bytes()) == Ok(diary.clone()));
    assert!(text.lines().eq(str::from_utf8(bytes).expect("it was read").lines()));
    assert_eq!(diary.merge(&diary).as_ref(), Ok(&diary), "twice the same is the same");
    let rebuilt =
        diary.entries().iter().try_fold(Diary::default(), |diary, entry| diary.with(entry.clone()));
    assert_eq!(rebuilt.as_ref(), Ok(&diary), "entry by entry it is the same");
    let tests: Vec<_> = diary.tests().collect();
    for pair in tests.windows(2) {
        assert!(compare(pair[0], pair[1]).len() <= 32);
    }
    assert!(diary.plot(8).tests.len() <= 8);
}

/// The same between a first line and a checksum that are right.
fn sealed(bytes: &[u8]) -> Vec<u8> {
    let mut text = [b"backwise diary 1\n", bytes].concat();
    let sum = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(&text);
    text.extend(format!("checksum {sum:08x}\n").into_bytes());
    text
}
