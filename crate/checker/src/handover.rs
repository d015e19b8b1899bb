//! A session as a line of text, to hand over in a link or to keep: answers, and nothing of who gave them.
//!
//! The text is base64url without padding. Its bytes: the format, four of the content's hash, the replies in
//! their order, and a CRC-32 of all that, which finds every single altered character. Before the replies one
//! byte holds the session's [`Manner`]. A reply is two whole numbers: what was asked, screens first and then
//! findings; and its ticks, one bit an option, above one bit for whether the rest is unsure.
//!
//! A session has one text, and any other that comes to the same session is refused. What is read is what
//! was said, no more: [`Session::step`] asks whatever is missing, safety screens first.

use backwise_graph::bytes::{Bytes, Reader};
use backwise_graph::{FindingId, Graph, QuestionId};
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::manner::Manner;
use crate::session::{Ask, Reply, Session, options};

/// Why a text is no session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It begins as one, and is cut or altered.
    Damaged,
    /// It is whole, and of another format or of other content.
    OtherVersion,
    /// It is something else.
    NotOurs,
}

/// The first byte: a `b`, and the version of the format.
const FORMAT: u8 = 0xb1;

/// CRC-32 as zip files have it, without a table: it is worked out over a hundred bytes, not often.
const SEAL: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The text of a session on the content with this hash. Screens hold 30 options at the most.
#[must_use]
pub fn write(graph: &Graph, hash: u64, session: &Session) -> String {
    let mut bytes = stamp(hash).to_vec();
    bytes.extend(pack(graph, session));
    let seal = SEAL.checksum(&bytes).to_le_bytes();
    bytes.extend(seal);
    to_text(&bytes)
}

/// The replies alone, to go from one module of a page to another.
#[must_use]
pub fn pack(graph: &Graph, session: &Session) -> Vec<u8> {
    let mut bytes = vec![session.manner().bits()];
    for (ask, reply) in session.given() {
        let number = match ask {
            Ask::Screen(id) => id.index(),
            Ask::Single(id) => graph.questions.len() + id.index(),
        };
        let mut ticks = u32::from(reply.rest_unsure);
        for (at, option) in options(graph, ask).0.iter().enumerate() {
            ticks |= u32::from(reply.ticked.contains(option)) << (at + 1);
        }
        (number as u32).write(&mut bytes);
        ticks.write(&mut bytes);
    }
    bytes
}

/// The session that a text holds.
///
/// # Errors
/// When it was not written so for the content with this hash. There is no session then, not even a part.
pub fn read(graph: &Graph, hash: u64, text: &str) -> Result<Session, Refusal> {
    let is_begun = text.as_bytes().first() == Some(&digit(u32::from(FORMAT >> 2)));
    let broken = if is_begun { Refusal::Damaged } else { Refusal::NotOurs };
    let bytes = from_text(text).ok_or(broken)?;
    let (sealed, seal) = bytes.split_last_chunk().ok_or(broken)?;
    if SEAL.checksum(sealed) != u32::from_le_bytes(*seal) {
        return Err(broken);
    }
    let replies = sealed.strip_prefix(&stamp(hash)).ok_or(Refusal::OtherVersion)?;
    let session = unpack(graph, replies).ok_or(broken)?;
    if write(graph, hash, &session) == text { Ok(session) } else { Err(broken) }
}

/// The session of these replies; nothing where they do not fit their questions.
#[must_use]
pub fn unpack(graph: &Graph, replies: &[u8]) -> Option<Session> {
    let mut input = Reader::new(replies);
    let mut session = Session::of(Manner::of_bits(u8::read(&mut input)));
    while !input.is_empty() {
        // None is written twice; a link of a megabyte that repeats one would keep a reader waiting.
        let ask =
            ask(graph, u32::read(&mut input) as usize).filter(|ask| !session.is_given(*ask))?;
        let ticks = u32::read(&mut input);
        let mut ticked = Vec::new();
        for (at, option) in options(graph, &ask).0.iter().enumerate() {
            if ticks >> (at + 1) & 1 == 1 {
                ticked.push(*option);
            }
        }
        session.answer(graph, ask, Reply { ticked, rest_unsure: ticks & 1 == 1 }).ok()?;
    }
    input.finish().is_none().then_some(session)
}

fn stamp(hash: u64) -> [u8; 5] {
    let [a, b, c, d, ..] = hash.to_le_bytes();
    [FORMAT, a, b, c, d]
}

fn ask(graph: &Graph, number: usize) -> Option<Ask> {
    let Some(finding) = number.checked_sub(graph.questions.len()) else {
        return Some(Ask::Screen(QuestionId::new(number)));
    };
    // One that is only asked on a screen has no question of its own.
    let is_asked = !graph.findings.get(finding)?.ask.is_empty();
    is_asked.then(|| Ask::Single(FindingId::new(finding)))
}

fn to_text(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut held, mut n_bits) = (0, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        n_bits += 8;
        while n_bits >= 6 {
            n_bits -= 6;
            text.push(char::from(digit(held >> n_bits)));
        }
    }
    if n_bits > 0 {
        text.push(char::from(digit(held << (6 - n_bits))));
    }
    text
}

/// Bits left over at the end are dropped; whoever reads holds the result against the one right text.
fn from_text(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut held, mut n_bits) = (0, 0);
    for character in text.bytes() {
        let value = DIGITS.iter().position(|digit| *digit == character)?;
        held = held << 6 | value as u32;
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.push((held >> n_bits) as u8);
        }
    }
    Some(bytes)
}

fn digit(bits: u32) -> u8 {
    DIGITS[(bits & 63) as usize]
}

#[cfg(test)]
mod tests {
    use super::{from_text, to_text};

    #[test]
    fn bytes_are_base64url() {
        let check = |bytes: &[u8], text: &str| {
            assert_eq!(to_text(bytes), text);
            assert_eq!(from_text(text).as_deref(), Some(bytes));
        };
        check(b"", "");
        check(b"f", "Zg");
        check(b"fo", "Zm8");
        check(b"foobar", "Zm9vYmFy");
        check(&[0xfb, 0xff, 0xbf], "-_-_");
        assert_eq!(from_text("Zg=="), None);
    }
}
