//! The weight of the checker up to its first question: what the element waits for, as a server
//! that compresses would send it. What weighs causes comes while questions are answered. A browser test
//! holds the list of the first against what is really asked for.

use std::fs;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;

use crate::place;

const LOADED: [&str; 6] =
    ["backwise.js", "ask.js", "ask_bg.wasm", "asking.bwg", "check.css", "tokens.css"];

/// In bytes, compressed, all files together.
const LIMIT: usize = 48_000;
const GOAL: usize = 29_000;

pub fn word(_: &[String]) -> Result<()> {
    let folder = place::built_site().join("backwise");
    let mut sum = 0;
    println!("{:>9} {:>9}", "raw", "brotli");
    for name in LOADED {
        let file = folder.join(name);
        let bytes = fs::read(&file)
            .with_context(|| format!("{}: run `cargo xtask build` first", file.display()))?;
        let sent = compressed_size(&bytes)?;
        sum += sent;
        println!("{:>9} {:>9}  {name}", bytes.len(), sent);
    }
    println!("{sum:>19}  together; the limit is {LIMIT}, the goal {GOAL}");
    if sum > LIMIT {
        bail!("the checker loads {sum} bytes before its first question, {} too many", sum - LIMIT);
    }
    Ok(())
}

fn compressed_size(bytes: &[u8]) -> Result<usize> {
    // The slowest setting, as for files that are compressed once and served often.
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut sent, &settings)?;
    Ok(sent.len())
}
