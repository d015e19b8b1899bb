//! A release: everything that ships, what it is made of, and checksums by which anybody can compare their copy.

use std::env;
use std::fs;

use anyhow::{Context, Result, bail};

use crate::vet::{self, Reach};
use crate::{checksum, package, place, site};

/// What is said goes to the building of the site, but for `--offline`.
pub fn word(arguments: &[String]) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let notes = place::root().join("www/CHANGELOG.md");
    let notes = fs::read_to_string(&notes).with_context(|| notes.display().to_string())?;
    if !tells_of(&notes, version) {
        bail!(
            "www/CHANGELOG.md says nothing of {version}: write `## {version}` and what changes for whoever embeds us"
        );
    }
    let (offline, rest): (Vec<_>, Vec<_>) =
        arguments.iter().cloned().partition(|argument| argument == "--offline");
    vet::vet(if offline.is_empty() { Reach::Online } else { Reach::Offline })?;
    site::build_word(&[vec!["--compress".to_owned()], rest].concat())?;
    check_modules()?;
    package::pack()?;
    let (target, dist) = (place::target(), place::dist());
    let sums = dist.join("SHA256SUMS");
    if sums.exists() {
        fs::remove_file(&sums)?;
    }
    fs::write(&sums, checksum::lines(&target, &[place::built_site(), dist.clone()])?)?;
    println!(
        "{version} is in {}; compare with `cd {} && sha256sum -c dist/SHA256SUMS`",
        dist.display(),
        target.display()
    );
    Ok(())
}

/// A module that holds a path of this machine tells of whoever built it, and nobody else can build the same.
fn check_modules() -> Result<()> {
    let Some(home) = env::home_dir() else { return Ok(()) };
    for entry in fs::read_dir(place::built_site().join("backwise"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "wasm")
            && holds(&fs::read(&path)?, home.to_string_lossy().as_bytes())
        {
            bail!("{}: holds a path of this machine, below {}", path.display(), home.display());
        }
    }
    Ok(())
}

fn holds(bytes: &[u8], piece: &[u8]) -> bool {
    bytes.windows(piece.len().max(1)).any(|window| window == piece)
}

/// Whether the change notes have a chapter of this version, with something in it.
fn tells_of(notes: &str, version: &str) -> bool {
    let mut lines = notes.lines().skip_while(|line| {
        line.strip_prefix("## ").and_then(|title| title.split(' ').next()) != Some(version)
    });
    lines.next().is_some()
        && lines.take_while(|line| !line.starts_with("## ")).any(|line| !line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::{holds, tells_of};

    #[test]
    fn a_version_has_a_chapter_that_is_not_empty() {
        let notes =
            "# Changes\n\n## 0.3.0\n\n## 0.2.0 (2026-12-01)\n\nNew: a tag.\n\n## 0.1.0\nFirst.\n";
        let told: Vec<_> =
            ["0.3.0", "0.2.0", "0.1.0", "0.1", "0.0.1"].map(|it| tells_of(notes, it)).into();
        assert_eq!(told, [false, true, true, false, false]);
    }

    #[test]
    fn a_path_is_found_wherever_it_stands() {
        let found = [&b"\0asm/home/me/x.rs"[..], b"/home/me", b"/home/m", b""]
            .map(|it| holds(it, b"/home/me"));
        assert_eq!(found, [true, true, false, false]);
    }

    #[test]
    fn the_version_that_stands_is_told_of() {
        let notes = include_str!("../../../www/CHANGELOG.md");
        assert!(tells_of(notes, env!("CARGO_PKG_VERSION")));
    }
}
