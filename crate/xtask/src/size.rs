//! The weight of the checker up to its first question: what the element waits for, as a server
//! that compresses would send it. What weighs causes comes while questions are answered. A browser test
//! holds the list of the first against what is really asked for. Below it stands what the whole site weighs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use serde_json::Value;

use crate::place;

const LOADED: [&str; 6] =
    ["backwise.js", "ask.js", "ask_bg.wasm", "asking.bwg", "check.css", "tokens.css"];

/// What comes in place of the modules where WebAssembly may not run.
const PLAIN: [&str; 3] = ["plain-ask.js", "plain-tell.js", "plain-posture.js"];

/// In bytes, compressed, all files together.
const LIMIT: usize = 48_000;
const GOAL: usize = 29_000;

/// Of the first of them alone, which a page loads whether its reader comes near the element or not.
const SCRIPT_LIMIT: usize = 2_100;

/// In bytes, compressed: all that an app is whole with.
const FIRST_LIMIT: u64 = 400_000;

/// What each part of that is for; a path belongs to the first line that it begins like.
const FIRST: [(&str, &str); 8] = [
    ("backwise/", "the checker and the wall test, with all that they weigh, tell and draw"),
    ("self-test/", "how each test is done"),
    ("article/", "when back pain is an emergency"),
    ("picture/", "how each exercise begins and ends"),
    ("style/", "the looks"),
    ("app/", "what makes it an app"),
    ("icon/", "its sign"),
    (
        "",
        "the first page, the checker's, all warning signs, exercises, causes, the checker on paper",
    ),
];

/// Why each part of the rest can wait. It comes in the order of `crate/cli/src/release.rs`.
const LATER: [(&str, &str); 16] = [
    ("search", "next: it leads to pages that come after it"),
    ("article/", "next: whoever reads one has come to it online"),
    ("exercise/", "next: a result draws and describes its exercises itself"),
    ("picture/", "next: the same pictures, moving"),
    ("red-flag/", "next: help.html names every sign, a card says what to do"),
    ("cause/", "next: a result says of a cause what counts for it and against it"),
    ("everything.html", "next: a list of what comes after it"),
    ("backwise/plain-", "last: the engine again, for the few browsers without WebAssembly"),
    ("backwise/questionnaire.json", "last: for programs"),
    ("data", "last: for programs"),
    ("embed", "last: for whoever puts the checker on their own page"),
    ("frame/", "for whoever puts the checker on their own page"),
    ("source", "last: for whoever looks up who said it"),
    ("ledger", "last: for whoever looks up who said it"),
    ("proof", "last: for whoever tries our promises"),
    ("", "one page about each thing that the graph knows, for whoever follows a link"),
];

pub fn word(_: &[String]) -> Result<()> {
    let folder = place::built_site().join("backwise");
    println!("{:>9} {:>9}", "raw", "brotli");
    let sizes = LOADED.map(|name| weigh(&folder.join(name)));
    let sizes = sizes.into_iter().collect::<Result<Vec<_>>>()?;
    let (script, sum) = (sizes[0], sizes.iter().sum::<usize>());
    println!("{sum:>19}  together; the limit is {LIMIT}, the goal {GOAL}");
    println!("{script:>19}  of the script that stands on the page; the limit is {SCRIPT_LIMIT}");
    if script > SCRIPT_LIMIT {
        bail!("{}: weighs {} bytes too many", LOADED[0], script - SCRIPT_LIMIT);
    }
    if sum > LIMIT {
        bail!("the checker loads {sum} bytes before its first question, {} too many", sum - LIMIT);
    }
    println!("in place of the modules, where WebAssembly may not run:");
    for name in PLAIN {
        weigh(&folder.join(name))?;
    }
    whole_site()
}

/// Prints how large a file is, as it is and as it is sent, and tells the latter.
fn weigh(file: &Path) -> Result<usize> {
    let bytes = fs::read(file)
        .with_context(|| format!("{}: run `cargo xtask build` first", file.display()))?;
    let sent = compressed_size(&bytes)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    println!("{:>9} {:>9}  {name}", bytes.len(), sent);
    Ok(sent)
}

/// What goes onto a device that keeps the site: the worker names every file, those it is whole with first.
fn whole_site() -> Result<()> {
    let folder = place::built_site();
    if !folder.join("index.html.br").exists() {
        println!("what the whole site weighs is printed after `cargo xtask build --compress`");
        return Ok(());
    }
    let worker = fs::read_to_string(folder.join("worker.js")).context("worker.js")?;
    let release = release(&worker).context("worker.js: does not begin with its release")?;
    let (raw, compressed) = sent("worker.js")?;
    println!("{raw:>9} {compressed:>9}  worker.js, which names every file that readers open");
    let first = stage(&release["first"], "at once, for an app that is whole", &FIRST)?;
    stage(&release["later"], "later", &LATER)?;
    if first > FIRST_LIMIT {
        bail!("an app is whole with {first} bytes, {} too many", first - FIRST_LIMIT);
    }
    println!("{first:>19}  at once; the limit is {FIRST_LIMIT}");
    Ok(())
}

/// Prints what comes at one time, each group with its reason, and tells how much that is.
fn stage(files: &Value, when: &str, reasons: &[(&str, &str)]) -> Result<u64> {
    let mut groups = vec![(0, 0, 0); reasons.len()];
    for path in files.as_object().into_iter().flat_map(|it| it.keys()) {
        let Some(at) = reasons.iter().position(|(start, _)| path.starts_with(start)) else {
            bail!("{path}: comes {when}, and nobody says why: add it to crate/xtask/src/size.rs");
        };
        let (raw, sent) = sent(path)?;
        let group = &mut groups[at];
        *group = (group.0 + raw, group.1 + sent, group.2 + 1);
    }
    let sum = groups.iter().fold((0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2));
    println!("{:>9} {:>9}  {when}: {} files", sum.0, sum.1, sum.2);
    for ((start, why), (raw, sent, n)) in reasons.iter().zip(groups).filter(|(_, it)| it.2 > 0) {
        let what = if start.is_empty() { "other pages" } else { start };
        println!("{raw:>9} {sent:>9}    {what} ({n}): {why}");
    }
    Ok(sum.1)
}

/// What the first line of the worker says, behind its name.
fn release(worker: &str) -> Option<Value> {
    let line = worker.lines().next()?.strip_prefix("const RELEASE = ")?;
    serde_json::from_str(line.trim_end_matches(';')).ok()
}

/// A file's bytes as they are, and as they are sent; a picture of points is compressed in itself.
fn sent(path: &str) -> Result<(u64, u64)> {
    let length = |path: &str| fs::metadata(place::built_site().join(path)).map(|it| it.len());
    let raw = length(path).with_context(|| path.to_owned())?;
    Ok((raw, length(&format!("{path}.br")).unwrap_or(raw)))
}

fn compressed_size(bytes: &[u8]) -> Result<usize> {
    // The slowest setting, as for files that are compressed once and served often.
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut sent, &settings)?;
    Ok(sent.len())
}

#[cfg(test)]
mod tests {
    use super::release;

    #[test]
    fn a_worker_begins_with_what_it_knows_of_every_file() {
        let read =
            release("const RELEASE = {\"first\":{\"a.html\":\"0f\"},\"later\":{}};\nrest();\n");
        assert_eq!(read.map(|it| it["first"]["a.html"] == "0f"), Some(true));
        assert_eq!(release("rest();\n"), None);
    }
}
