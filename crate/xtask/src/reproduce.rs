//! Whether whoever builds this gets what we ship: a release is made twice, in clean folders of different paths, and
//! every file of one has to be the same in the other.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::{child, place};

/// Below the folder that everything built goes to. One is deeper and longer than the other.
const FOLDERS: [&str; 2] = ["reproduce/one", "reproduce/somewhere else/another"];

/// Here a release writes the sums of all its files.
const SUMS: &str = "target/dist/SHA256SUMS";

pub fn word(_: &[String]) -> Result<()> {
    let [one, other] = FOLDERS.map(|name| place::target().join(name));
    // Both before the first is built: somebody may go on writing meanwhile.
    lay_out(&one)?;
    lay_out(&other)?;
    let (one, other) = (release(&one)?, release(&other)?);
    ensure!(!one.is_empty(), "{SUMS}: is empty");
    let differing = differing(&one, &other);
    for path in &differing {
        println!("differs: {path}");
    }
    println!("{} files, {} of them differ", one.len(), differing.len());
    if !differing.is_empty() {
        bail!("two builds of the same gave different files");
    }
    Ok(())
}

/// Copies what git knows of, as it stands here, and nothing that was built.
fn lay_out(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    for file in sources()? {
        let to = folder.join(&file);
        fs::create_dir_all(to.parent().unwrap_or(folder))?;
        fs::copy(place::root().join(&file), &to).with_context(|| file.clone())?;
    }
    Ok(())
}

/// The sum of each file of a release made in this folder.
fn release(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder).env_remove("CARGO_TARGET_DIR");
    child::run(command.args(["xtask", "release", "--offline"]))?;
    sums(&folder.join(SUMS))
}

fn sources() -> Result<Vec<String>> {
    let mut command = Command::new("git");
    let listed = command.current_dir(place::root()).args(["ls-files", "-z"]).output()?;
    ensure!(listed.status.success(), "`git ls-files` ended with {}", listed.status);
    let listed = String::from_utf8(listed.stdout).context("the name of a file is no text")?;
    Ok(listed.split_terminator('\0').map(str::to_owned).collect())
}

/// The sum of each file, by its path.
fn sums(file: &Path) -> Result<BTreeMap<String, String>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let pairs = text.lines().filter_map(|line| line.split_once("  "));
    Ok(pairs.map(|(sum, path)| (path.to_owned(), sum.to_owned())).collect())
}

/// Paths with another sum, or with none on one side.
fn differing<'a>(
    one: &'a BTreeMap<String, String>,
    other: &'a BTreeMap<String, String>,
) -> Vec<&'a str> {
    let mut paths: Vec<_> = one.keys().chain(other.keys()).map(String::as_str).collect();
    paths.sort_unstable();
    paths.dedup();
    paths.retain(|path| one.get(*path) != other.get(*path));
    paths
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::differing;

    #[test]
    fn what_differs_or_is_missing_on_either_side_is_told() {
        let sums = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
            pairs.iter().map(|(path, sum)| (path.to_string(), sum.to_string())).collect()
        };
        let one = sums(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let other = sums(&[("a", "1"), ("b", "9"), ("d", "4")]);
        assert_eq!(differing(&one, &other), ["b", "c", "d"]);
        assert_eq!(differing(&one, &one), [""; 0]);
    }
}
