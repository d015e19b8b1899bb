//! A folder that is compiled again after an edit comes out as if nothing had been known of it.

use std::path::Path;

use backwise_compiler::{Compiled, Date, Source, compile, compile_after, export};
use backwise_graph::Graph;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A small folder whose pages speak of each other.
const SOUND: [(&str, &str); 6] = [
    (
        "cause/slump.md",
        "---\ntitle: Slump\n---\nIt [[often shows::ache|aches]][^wu], and not [[burning]].\n",
    ),
    ("cause/strain.md", "---\ntitle: Strain\n---\nIt [[rarely shows::ache|aches]].[^wu]\n"),
    ("symptom/ache.md", "---\ntitle: Ache\n---\nSee [[slump]].[^wu]\n"),
    ("symptom/burning.md", "---\ntitle: Burning\n---\nNot [[ache]].\n"),
    ("scale/shows.md", "---\ntitle: Shows\nwords:\n  often: 0.7\n  rarely: 0.2\n---\n"),
    ("source/wu.md", "---\ntitle: Wu\nurl: https://example.org/\nread: full\n---\n"),
];

/// What a page may become.
const TEXTS: [&[u8]; 9] = [
    b"\xff",
    b"---\ntitle: Other\n---\nOther words, and [[slump]].\n",
    b"---\ntitle: Other\n---\n[[strain]], [[ache]] and [[burning]].[^wu]\n\n- [[often shows::burning|It burns]].[^wu]\n",
    b"---\ntitle: Lost\n---\nIt points at [[nowhere]].[^nobody]\n",
    b"---\ntitle: Doubt\n---\n[[disputes::slump shows ache|Or not]].[^wu]\n",
    b"---\ntitle: Worth\nwords:\n  often: 0.6\n  rarely: 0.1\n---\n",
    b"---\ntitle:\n---\n",
    b"no front matter",
    b"---\ntitle: Wu\nurl: https://example.org/\nread: full\n---\n",
];

/// All that comes of a folder, to be compared.
fn told(compiled: &Compiled) -> (Vec<Vec<u8>>, Vec<String>, Vec<String>) {
    let graph = compiled.graph.iter().map(Graph::encode);
    let graph = graph.flat_map(|it| [it.asking, it.telling]).collect();
    let data = export::files(&compiled.content, "../").map(|(_, text)| text).collect();
    let found = compiled.diagnostics.iter().map(|it| format!("{it:?}")).collect();
    (graph, data, found)
}

fn again(before: Option<&Compiled>, files: &[(&str, &[u8])]) -> Compiled {
    compile_after(before, &Source::of(files), Date::from_unix_days(20_778))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pages change, come and go, are broken and mended, one after the other.
    #[test]
    fn edits_leave_nothing_behind(
        edits in prop::collection::vec((any::<Index>(), prop::option::of(select(&TEXTS[..]))), 1..8)
    ) {
        let mut files = SOUND.map(|(path, text)| (path, text.as_bytes())).to_vec();
        let mut before = again(None, &files);
        for (at, text) in edits {
            let path = SOUND[at.index(SOUND.len())].0;
            files.retain(|(it, _)| *it != path);
            files.extend(text.map(|text| (path, text)));
            let now = again(Some(&before), &files);
            prop_assert_eq!(told(&now), told(&again(None, &files)));
            before = now;
        }
    }
}

#[test]
fn a_shipped_page_can_be_edited() {
    let today = Date::from_unix_days(20_778);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let read = || Source::read(&folder).expect("the content folder is beside us");
    let before = compile(&read(), today);
    let page = before.content.by_slug["fatigue-slump"];
    let page = &before.content.pages[page];
    let text =
        format!("{}\nIt goes with [[late-in-long-runs|long runs]].[^editorial]\n", page.text);
    let edit = Source::of(&[(&*page.path, text.as_bytes())]);
    let now = compile_after(Some(&before), &read().overlaid(edit), today);
    let edit = Source::of(&[(&*page.path, text.as_bytes())]);
    assert_eq!(told(&now), told(&compile(&read().overlaid(edit), today)));
    assert_eq!(now.content.mentions.len(), before.content.mentions.len() + 1);
}
