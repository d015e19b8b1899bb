//! A page names no drug: what may be taken is for somebody to say who knows the reader.
//!
//! What a page names hangs on no other page, so it is looked at as the page is read. Sources are spared: a study is
//! called what its authors called it.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use aho_corasick::AhoCorasick;
use backwise_graph::Kind;

use crate::diagnostic::{Diagnostic, Place};

/// What is sold or prescribed against pain and cramp of the back, as it begins in English and in German: international
/// names first, then what people call it by its packet.
const DRUGS: [&str; 39] = [
    "acetaminophen",
    "amitriptylin",
    "aspirin",
    "baclofen",
    "buprenorphin",
    "capsaicin",
    "carisoprodol",
    "celecoxib",
    "codein",
    "cyclobenzaprin",
    "diazepam",
    "diclofenac",
    "duloxetin",
    "etoricoxib",
    "fentanyl",
    "gabapentin",
    "hydrocodon",
    "ibuprofen",
    "indomet",
    "ketoprofen",
    "lidocain",
    "meloxicam",
    "metamizol",
    "methocarbamol",
    "morphine",
    "naproxen",
    "oxycodon",
    "paracetamol",
    "piroxicam",
    "pregabalin",
    "tapentadol",
    "tizanidin",
    "tramadol",
    "advil",
    "nurofen",
    "panadol",
    "tylenol",
    "vicodin",
    "voltar",
];

static NAMES: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let mut builder = AhoCorasick::builder();
    builder.ascii_case_insensitive(true).build(DRUGS).expect("so few names are no burden")
});

/// Reports each drug that the text of a page, or of its translation, names.
#[must_use]
pub fn check(path: &Arc<str>, text: &str) -> Vec<Diagnostic> {
    if path.rsplit('/').nth(1).and_then(Kind::from_name) == Some(Kind::Source) {
        return Vec::new();
    }
    let found = NAMES.find_iter(text).filter_map(|it| word(text, it.range()));
    let told = found.map(|span| {
        let message = format!("no page names a drug, and here is `{}`", &text[span.clone()]);
        let help = "say what it is for, and who can advise, such as a pharmacist";
        Diagnostic::error("named-drug", Place::new(path, span), message, help)
    });
    told.collect()
}

/// The whole word that begins with what was found; nothing, when it stands within a word.
fn word(text: &str, found: Range<usize>) -> Option<Range<usize>> {
    let is_within = text[..found.start].ends_with(char::is_alphanumeric);
    let rest = &text[found.end..];
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    (!is_within).then_some(found.start..found.end + end)
}
