//! The text of a diary: read again it is the same, and what is not whole is refused with the reason.

use backwise_posture::diary::{MOST, Refusal, read, write};
use backwise_posture::wall::{Hollow, Touch};
use backwise_posture::{Answer, Diary, Entry, PastRoutine, Ran};
use proptest::prelude::*;

use crate::any::{self, CHEST, day, exercise, usual};
use Refusal::{Checksum, Damaged, Newer, NotOurs, TooLarge};

const HEAD: &str = "backwise diary 1";
const TEST: &str =
    "2026-07-01 08:30 wall-test standing 30s whole head=straining low-back=fingers pull-chest=yes";
const ROUTINE: &str = "2026-07-02 08:30 routine chin-tuck:whole wall-slide:partly";

fn two() -> Diary {
    let said = [CHEST, Answer::LowBack(Hollow::Fingers), Answer::Head(Touch::Straining)];
    let done = vec![exercise("chin-tuck", Ran::Whole), exercise("wall-slide", Ran::Partly)];
    any::of([
        Entry::Routine(PastRoutine::new(day(7, 2), done)),
        Entry::WallTest(usual(day(7, 1), &said)),
    ])
}

/// These lines with the right last one, so that only what they say can be wrong.
fn sealed(lines: &[&str]) -> String {
    let text = lines.join("\n") + "\n";
    let mut sum = !0u32;
    for bit in text.bytes().flat_map(|byte| (0..8).map(move |i| u32::from(byte) >> i & 1)) {
        sum = if sum & 1 == bit { sum >> 1 } else { sum >> 1 ^ 0xedb8_8320 };
    }
    format!("{text}checksum {:08x}\n", !sum)
}

/// What is said of an entry that reads like this.
fn of_line(line: &str) -> Result<Diary, Refusal> {
    read(sealed(&[HEAD, line]).as_bytes())
}

#[test]
fn a_diary_reads_like_this() {
    let text = write(&two());
    assert_eq!(text, sealed(&[HEAD, TEST, ROUTINE]));
    assert_eq!(read(text.as_bytes()), Ok(two()));
    assert_eq!(write(&Diary::default()), sealed(&[HEAD]));
}

#[test]
fn the_checksum_is_the_one_of_zip_files() {
    assert!(write(&two()).ends_with("\nchecksum a727d74f\n"));
    assert!(write(&Diary::default()).ends_with("\nchecksum cbfd6b61\n"));
}

#[test]
fn what_is_no_diary_is_called_so() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let huge = vec![0; 10 * MOST];
    let foreign: [&[u8]; 6] = [b"", b"{\"diary\": []}", png, b"backwise", b"\xef\xbb\xbf", &huge];
    for bytes in foreign {
        assert_eq!(read(bytes), Err(NotOurs));
    }
}

#[test]
fn a_huge_one_and_a_newer_one_are_told_apart_from_a_damaged_one() {
    let huge = [write(&two()).into_bytes(), vec![b' '; MOST]].concat();
    assert_eq!(read(&huge), Err(TooLarge));
    assert_eq!(read(sealed(&["backwise diary 2", "anything"]).as_bytes()), Err(Newer));
    for version in ["0", "01", "+1", "", "1 ", "1.1", "99999"] {
        let text = sealed(&[&format!("backwise diary {version}")]);
        assert_eq!(read(text.as_bytes()), Err(Damaged { line: 1 }), "{version}");
    }
}

#[test]
fn a_diary_may_take_its_room_to_the_last_byte() {
    let filled = |place: usize| sealed(&[HEAD, &format!("{ROUTINE} place={}", "a".repeat(place))]);
    let rest = MOST - filled(0).len();
    let full = read(filled(rest).as_bytes()).expect("it is as long as it may be");
    assert_eq!(Diary::default().merge(&full), Ok(full));
    assert_eq!(read(filled(rest + 1).as_bytes()), Err(TooLarge));
}

#[test]
fn a_damaged_line_is_named() {
    let (text, line) = (write(&two()), |line| Err(Damaged { line }));
    let read = |text: String| read(text.as_bytes());
    assert_eq!(read(text.replace("whole head", "hole head")), line(2));
    assert_eq!(read(text.replace("chin-tuck:", "chin tuck:")), line(3));
    assert_eq!(read(text.replace("checksum", "chequesum")), line(4));
    assert_eq!(read(text.clone() + "more\n"), line(5));
    assert_eq!(read(HEAD.into()), line(2));
    assert_eq!(read(format!("{HEAD}\n{TEST}\n")), line(3));
    assert_eq!(read(text.replace("chin", "knee")), Err(Checksum));
    assert_eq!(read(text.replace("08:30", "08:31")), Err(Checksum));
}

#[test]
fn bytes_that_are_no_text_are_named_by_their_line() {
    let mut bytes = write(&two()).into_bytes();
    let at = HEAD.len() + TEST.len() + 10;
    bytes[at] = 0xff;
    assert_eq!(read(&bytes), Err(Damaged { line: 3 }));
}

#[test]
fn a_line_is_written_in_one_way_only() {
    assert!(of_line(TEST).is_ok());
    let wrong = [
        TEST.replace("07-01", "7-01"),
        TEST.replace("2026-07", "2026-13"),
        TEST.replace("08:30", "24:30"),
        TEST.replace("30s", "030s"),
        TEST.replace("30s", "9s"),
        TEST.replace("30s", "121s"),
        TEST.replace("30s", "30"),
        TEST.replace("whole", "wholly"),
        TEST.replace("standing", "lying"),
        TEST.replace("wall-test", "walk"),
        TEST.replace("straining", "one"),
        TEST.replace("pull-chest", "head"),
        TEST.replace("head=straining low-back=fingers", "low-back=fingers head=straining"),
        TEST.replace(" head", "  head"),
        TEST.replace("head=straining", "head"),
        TEST.replace("head", "Head"),
        format!("{TEST} "),
        format!("{TEST} new="),
        format!("{TEST} =new"),
        format!("{TEST} new=\u{7}"),
        ROUTINE.replace("chin-tuck", "Chin-tuck"),
        ROUTINE.replace("chin-tuck", &"x".repeat(65)),
        ROUTINE.replace("chin-tuck", ""),
        ROUTINE.replace(":whole", ":all"),
        ROUTINE.replace(":whole", ""),
        String::new(),
        "2026-07-01".into(),
        "2026-07-01 08:30".into(),
    ];
    for line in wrong {
        assert_eq!(of_line(&line), Err(Damaged { line: 2 }), "{line}");
    }
}

#[test]
fn lines_come_in_their_order_and_once() {
    let swapped = sealed(&[HEAD, ROUTINE, TEST]);
    assert_eq!(read(swapped.as_bytes()), Err(Damaged { line: 3 }));
    let twice = sealed(&[HEAD, TEST, TEST]);
    assert_eq!(read(twice.as_bytes()), Err(Damaged { line: 3 }));
}

#[test]
fn fields_that_a_later_version_added_are_kept() {
    let test = format!("{TEST} shoes=bare-feet felt=ruhig:größer");
    let routine = format!("{ROUTINE} place=a:b");
    let text = sealed(&[HEAD, &test, &routine]);
    let diary = read(text.as_bytes()).expect("fields may be added");
    assert_eq!(write(&diary), text);
    assert_eq!(
        diary.tests().next().map(|test| *test.answers()),
        two().tests().next().map(|test| *test.answers())
    );
    for line in [TEST.replace(" head", " new=1 head"), ROUTINE.replace(" chin", " new=1 chin")] {
        assert_eq!(of_line(&line), Err(Damaged { line: 2 }), "only at the end");
    }
}

#[test]
fn how_lines_end_does_not_matter() {
    let text = write(&two());
    assert_eq!(read(text.replace('\n', "\r\n").as_bytes()), Ok(two()));
    assert_eq!(read(text.trim_end().as_bytes()), Ok(two()));
}

#[test]
fn any_byte_that_was_changed_is_noticed() {
    let text = write(&two()).into_bytes();
    for at in 0..text.len() {
        for byte in 0..=u8::MAX {
            let mut changed = text.clone();
            changed[at] = byte;
            assert_eq!(read(&changed).is_ok(), byte == text[at], "{byte} at {at}");
        }
    }
}

#[test]
fn any_piece_that_is_missing_is_noticed() {
    let text = write(&two());
    for end in 0..text.len() - 1 {
        assert!(read(&text.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_is_written_is_read_again(diary in any::diary()) {
        let text = write(&diary);
        prop_assert_eq!(read(text.as_bytes()), Ok(diary));
    }

    #[test]
    fn any_changed_byte_of_any_diary_is_noticed(diary in any::diary(), at: prop::sample::Index, by in 1..=u8::MAX) {
        let mut bytes = write(&diary).into_bytes();
        let at = at.index(bytes.len() - 1);
        bytes[at] ^= by;
        prop_assert!(read(&bytes).is_err());
    }

    #[test]
    fn nothing_that_is_read_can_make_it_panic(bytes: Vec<u8>, lines in prop::collection::vec(".{0,40}", 0..4)) {
        prop_assert_eq!(read(&bytes), Err(NotOurs));
        let mut all = vec![HEAD];
        all.extend(lines.iter().map(String::as_str));
        if let Ok(diary) = read(sealed(&all).as_bytes()) {
            prop_assert_eq!(write(&diary), sealed(&all));
        }
    }

    #[test]
    fn words_in_any_order_are_a_line_or_refused(words in prop::collection::vec(prop::sample::select(WORDS), 0..9)) {
        let line = words.join(" ");
        if let Ok(diary) = of_line(&line) {
            prop_assert_eq!(write(&diary), sealed(&[HEAD, &line]));
        }
    }
}

const WORDS: &[&str] = &[
    "2026-07-01",
    "08:30",
    "wall-test",
    "routine",
    "seated",
    "45s",
    "left",
    "head=off",
    "head=unsure",
    "row:whole",
    "new=x",
    "pull-hips=no",
    "",
    "=",
    ":",
    "-",
    "é=ü",
    "checksum",
    "0-0-0",
    "head-to-wall=beyond",
];
