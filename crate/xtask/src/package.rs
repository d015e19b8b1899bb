//! What others take: the element's folder for a server of their own, with checksums, and the package for npm.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{archive, bill, checksum, manual, npm_package, place, site, tarball};

/// What the folder has to be whole with.
const NEEDED: [&str; 4] = ["backwise.js", "ask_bg.wasm", "plain-ask.js", "asking.bwg"];

/// What tells how to put it on a page.
const MANUAL: &str = "www/README.md";

/// Files by their path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// An address that is a name and is never asked for.
const NAMESPACE: &str = "http://www.w3.org/";

pub fn word(_: &[String]) -> Result<()> {
    site::build()?;
    pack()
}

/// Of the site that was built last.
pub fn pack() -> Result<()> {
    bill::word(&[])?;
    let element = element(&place::built_site().join("backwise"))?;
    let manual = manual::of_this_version(&read(&place::root().join(MANUAL))?);
    let beside = beside()?;
    let package = npm_package::files(&element, &beside, &manual)?;
    let zip = archive::zip(&folder(element, beside, manual)?);
    put(&format!("backwise-{}.zip", env!("CARGO_PKG_VERSION")), &zip)?;
    put(&npm_package::name(), &tarball::tgz(&package)?)
}

/// What goes along with either: what changes, and under whose licences it all is.
fn beside() -> Result<Files> {
    let (root, dist) = (place::root(), place::dist());
    let paths = ["LICENSE", "www/CHANGELOG.md"].map(|path| root.join(path));
    let named = paths.into_iter().chain([dist.join("LICENCES.txt")]).map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok((name, read(&path)?))
    });
    named.collect()
}

/// The element's folder with what goes along, and the sums of it all.
fn folder(element: Files, beside: Files, manual: Vec<u8>) -> Result<Vec<(String, Vec<u8>)>> {
    let element = element.into_iter().map(|(name, bytes)| (format!("backwise/{name}"), bytes));
    let mut files: Files = element.chain(beside).collect();
    files.insert("README.md".to_owned(), manual);
    let sums: String = files.iter().map(|(path, bytes)| checksum::line(path, bytes)).collect();
    files.insert("SHA256SUMS".to_owned(), sums.into_bytes());
    manual::check(&files)?;
    Ok(files.into_iter().collect())
}

fn put(name: &str, archive: &[u8]) -> Result<()> {
    fs::create_dir_all(place::dist())?;
    let path = place::dist().join(name);
    fs::write(&path, archive).with_context(|| path.display().to_string())?;
    print!("{}", checksum::line(name, archive));
    println!("{} bytes in {}", archive.len(), path.display());
    Ok(())
}

/// The files of the folder by name, without those that a server has compressed.
fn element(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let bytes = read(&folder.join(&name))?;
        if let Some(address) = stranger(&name, &bytes) {
            bail!("backwise/{name}: names `{address}`, and may name nothing but what is beside it");
        }
        files.insert(name, bytes);
    }
    if let Some(name) = NEEDED.iter().find(|it| !files.contains_key(**it)) {
        bail!("backwise/{name}: is missing; it takes Node and `rust-src` to build");
    }
    Ok(files)
}

/// The first address of somewhere else in a script or a style sheet.
fn stranger(name: &str, bytes: &[u8]) -> Option<String> {
    let is_read = name.ends_with(".js") || name.ends_with(".css");
    let text = String::from_utf8_lossy(if is_read { bytes } else { &[] }).replace(NAMESPACE, "");
    let at = ["http://", "https://"].iter().filter_map(|start| text.find(start)).min()?;
    Some(text[at..].chars().take(60).collect())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::stranger;

    #[test]
    fn an_address_of_somewhere_else_is_found() {
        let found = |text: &str| stranger("a.js", text.as_bytes());
        assert_eq!(found("import('./b.js'); ns('http://www.w3.org/2000/svg')"), None);
        assert_eq!(found("fetch('https://x.example')").as_deref(), Some("https://x.example')"));
        assert_eq!(stranger("a.bwg", b"https://x.example"), None);
    }
}
