//! What others take: the element's folder for a server of their own, with checksums, and the package for npm.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{archive, checksum, npm_package, place, site, tarball};

/// What the folder has to be whole with.
const NEEDED: [&str; 4] = ["backwise.js", "ask_bg.wasm", "plain-ask.js", "asking.bwg"];

/// What else travels: where it stands here, and its name there.
const BESIDE: [(&str, &str); 3] =
    [("LICENSE", "LICENSE"), ("www/CHANGELOG.md", "CHANGELOG.md"), ("www/README.md", "README.md")];

/// An address that is a name and is never asked for.
const NAMESPACE: &str = "http://www.w3.org/";

pub fn word(_: &[String]) -> Result<()> {
    site::build()?;
    pack()
}

/// Of the site that was built last.
pub fn pack() -> Result<()> {
    let element = element(&place::built_site().join("backwise"))?;
    let package = npm_package::files(&element)?;
    put(&format!("backwise-{}.zip", env!("CARGO_PKG_VERSION")), &archive::zip(&folder(element)?))?;
    put(&npm_package::name(), &tarball::tgz(&package)?)
}

/// The element's folder with what goes along, and the sums of it all.
fn folder(element: BTreeMap<String, Vec<u8>>) -> Result<Vec<(String, Vec<u8>)>> {
    let files = element.into_iter().map(|(name, bytes)| (format!("backwise/{name}"), bytes));
    let mut files: BTreeMap<_, _> = files.collect();
    for (here, there) in BESIDE {
        files.insert(there.to_owned(), read(&place::root().join(here))?);
    }
    let sums: String = files.iter().map(|(path, bytes)| checksum::line(path, bytes)).collect();
    files.insert("SHA256SUMS".to_owned(), sums.into_bytes());
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
fn element(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
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
