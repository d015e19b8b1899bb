//! What somebody copies to a server of their own: the element's folder, how to use it, and checksums.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{archive, checksum, place, site};

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
    let mut files = element(&place::built_site().join("backwise"))?;
    for (here, there) in BESIDE {
        files.insert(there.to_owned(), read(&place::root().join(here))?);
    }
    let sums: String = files.iter().map(|(path, bytes)| checksum::line(path, bytes)).collect();
    files.insert("SHA256SUMS".to_owned(), sums.into_bytes());
    let archive = archive::zip(&files.into_iter().collect::<Vec<_>>());
    let name = format!("backwise-{}.zip", env!("CARGO_PKG_VERSION"));
    fs::create_dir_all(place::dist())?;
    let path = place::dist().join(&name);
    fs::write(&path, &archive).with_context(|| path.display().to_string())?;
    print!("{}", checksum::line(&name, &archive));
    println!("{} bytes in {}", archive.len(), path.display());
    Ok(())
}

/// The files of the folder by path, without those that a server has compressed.
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
        files.insert(format!("backwise/{name}"), bytes);
    }
    if let Some(name) = NEEDED.iter().find(|it| !files.contains_key(&format!("backwise/{it}"))) {
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
