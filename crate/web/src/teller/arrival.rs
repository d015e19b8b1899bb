//! Answers that came along with the page: in its address, or kept on the device. Whatever cannot be read counts
//! for nothing, and the reader is told.

use backwise_checker::Session;
use backwise_checker::handover::{Refusal, pack, read};
use backwise_graph::{Graph, Word};
use web_sys::Window;

use crate::dom::{address, kept};

/// What an address with answers ends with, before them. No server is sent what follows a `#`.
pub const LINK: &str = "#a=";

/// What the address carries: a notice, not kept, the first step, and the replies.
pub fn link(window: &Window, graph: &Graph, hash: u64) -> Option<Vec<u8>> {
    let text = address::take(window, LINK)?;
    let session = read(graph, hash, &text);
    let notice = match session {
        Ok(_) => Word::LinkCame,
        Err(Refusal::Damaged) => Word::LinkDamaged,
        Err(Refusal::OtherVersion) => Word::LinkOld,
        Err(Refusal::NotOurs) => Word::LinkForeign,
    };
    Some(came(graph, [notice as u8, 0, 0], session.ok()))
}

/// What is kept, in the same way; after a reload without it, that answers are gone.
pub fn kept(window: &Window, graph: &Graph, hash: u64) -> Vec<u8> {
    let step = u8::try_from(address::step(window)).unwrap_or(u8::MAX);
    match kept::read(window).map(|text| read(graph, hash, &text)) {
        Some(Ok(session)) => came(graph, [Word::KeptCame as u8, 1, step], Some(session)),
        Some(Err(_)) => {
            kept::delete(window);
            came(graph, [Word::KeptLost as u8, 0, step], None)
        }
        None => came(graph, [if step > 0 { Word::LoadedAnew as u8 } else { 0 }, 0, step], None),
    }
}

fn came(graph: &Graph, first: [u8; 3], session: Option<Session>) -> Vec<u8> {
    let mut came = first.to_vec();
    came.extend(session.map_or(Vec::new(), |session| pack(graph, &session)));
    came
}

/// Keeps the replies in place of those before; a notice where it fails.
pub fn keep(window: &Window, text: &str) -> u8 {
    if kept::write(window, text) {
        return 0;
    }
    // What was kept before is not what is said now.
    kept::delete(window);
    Word::KeepFailed as u8
}
