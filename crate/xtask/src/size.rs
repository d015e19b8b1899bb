//! The weight of a page up to the first question: what the page names in its head, as a server
//! that compresses would send it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;

use crate::place;

const PAGE: &str = "check/index.html";

/// In bytes, compressed, all files together.
const LIMIT: usize = 48_000;
const GOAL: usize = 29_000;

pub fn word(_: &[String]) -> Result<()> {
    let site = place::built_site();
    let mut sum = 0;
    println!("{:>9} {:>9}", "raw", "brotli");
    for file in loaded_files(&site)? {
        let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
        let sent = compressed_size(&bytes)?;
        sum += sent;
        println!("{:>9} {:>9}  {}", bytes.len(), sent, file.strip_prefix(&site)?.display());
    }
    println!("{:>19}  together; the limit is {LIMIT}, the goal {GOAL}", sum);
    if sum > LIMIT {
        bail!("{PAGE}: loads {sum} bytes before the first question, {} too many", sum - LIMIT);
    }
    Ok(())
}

fn loaded_files(site: &Path) -> Result<Vec<PathBuf>> {
    let page = site.join(PAGE);
    let html = fs::read_to_string(&page)
        .with_context(|| format!("{}: run `cargo xtask build` first", page.display()))?;
    let folder = Path::new(PAGE).parent().expect("the page is in a folder");
    let mut files = vec![page];
    for file in named_files(&html).map(|name| resolve(site, folder, name)) {
        // A script may also be preloaded, and is sent once.
        if !files.contains(&file) {
            files.push(file);
        }
    }
    // Better no sum than one that leaves out the heaviest file.
    if !files.iter().any(|file| file.extension().is_some_and(|end| end == "wasm")) {
        bail!("{PAGE}: names no engine, so its weight is unknown; preload the wasm in its head");
    }
    Ok(files)
}

fn resolve(site: &Path, folder: &Path, name: &str) -> PathBuf {
    match name.strip_prefix('/') {
        Some(name) => site.join(name),
        None => site.join(folder).join(name),
    }
}

fn compressed_size(bytes: &[u8]) -> Result<usize> {
    // The slowest setting, as for files that are compressed once and served often.
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut sent, &settings)?;
    Ok(sent.len())
}

/// Scripts, styles and whatever is preloaded. Icons and the manifest come later and hold up nothing.
fn named_files(html: &str) -> impl Iterator<Item = &str> {
    let tags = html.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    tags.filter_map(|tag| match (tag.split_whitespace().next()?, attribute(tag, "rel")) {
        ("script", _) => attribute(tag, "src"),
        ("link", Some("stylesheet" | "preload" | "modulepreload")) => attribute(tag, "href"),
        _ => None,
    })
}

/// Of a tag as our own templates write it: with quotes.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::named_files;

    fn check(html: &str, names: &[&str]) {
        assert_eq!(named_files(html).collect::<Vec<_>>(), names);
    }

    #[test]
    fn scripts_styles_and_preloads_count() {
        check(r#"<script type="module" src="/a.js"></script>"#, &["/a.js"]);
        check(r#"<link rel="stylesheet" href="/a.css">"#, &["/a.css"]);
        check(r#"<link rel="preload" href="/a.wasm" as="fetch" crossorigin>"#, &["/a.wasm"]);
    }

    #[test]
    fn other_tags_do_not() {
        check(r#"<link rel="icon" href="/a.svg"><a href="/b">b</a><script>1</script>"#, &[]);
    }
}
