//! Files that cannot be read as pages, each with its reason.

use crate::diagnostic::{Diagnostic, Place};
use crate::source::{File, Source, Unreadable};

/// Reports unreadable files, byte order marks, carriage returns, and a folder with nothing in it.
#[must_use]
pub fn check(source: &Source) -> Vec<Diagnostic> {
    if source.files.is_empty() {
        let place = Place { path: "".into(), span: 0..0 };
        let help = "a page is `kind/id.md`, such as `cause/fatigue-slump.md`";
        return vec![Diagnostic::error(
            "empty-folder",
            place,
            "there is no page in this folder",
            help,
        )];
    }
    source.files.iter().chain(&source.drawings).filter_map(file).collect()
}

fn file(file: &File) -> Option<Diagnostic> {
    let at = |span| Place::new(&file.path, span);
    match &file.text {
        Err(Unreadable::Gone(why)) => Some(Diagnostic::error(
            "unreadable",
            at(0..0),
            format!("the file could not be read: {why}"),
            "see that it is still there and may be read, then run again",
        )),
        Err(Unreadable::NotUtf8(byte)) => Some(Diagnostic::error(
            "not-utf8",
            at(0..0),
            format!("the file is not UTF-8 from byte {byte} on"),
            "save it as UTF-8",
        )),
        Err(Unreadable::TooLarge(size)) => Some(Diagnostic::error(
            "too-large",
            at(0..0),
            format!(
                "the file has {size} bytes, and a page has at most {}",
                crate::source::MAX_PAGE
            ),
            "make several pages of it",
        )),
        Ok(text) if text.starts_with('\u{feff}') => Some(Diagnostic::warning(
            "byte-order-mark",
            at(0..3),
            "the file begins with a byte order mark",
            "save it as UTF-8 without one",
        )),
        Ok(text) => text.find('\r').map(|byte| {
            let help = "save it with plain line feeds";
            Diagnostic::warning(
                "carriage-return",
                at(byte..byte + 1),
                "the file has carriage returns",
                help,
            )
        }),
    }
}
