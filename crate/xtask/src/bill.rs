//! What ships and was written by others: a bill of materials for programs, as CycloneDX, and a list with the words of
//! each licence for people.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::{child, npm, place, tools};

/// The room that becomes the module.
const SHIPPED: &str = "backwise-web";

/// Something that ships.
struct Part {
    name: String,
    version: String,
    /// As its own package says, in SPDX.
    licence: String,
    /// Where it comes from, as package URLs say it.
    url: String,
    /// The SHA-256 of its package, where the lock file has it.
    checksum: Option<String>,
    /// Its own folder, with its licence.
    folder: PathBuf,
}

/// Writes `backwise.cdx.json` and `LICENCES.txt` into `target/dist`.
pub fn word(_: &[String]) -> Result<()> {
    let dist = place::dist();
    fs::create_dir_all(&dist).with_context(|| dist.display().to_string())?;
    let lock = fs::read_to_string(place::root().join("Cargo.lock"))?;
    let mut parts = crates(&metadata()?, &lock);
    parts.extend(minisearch()?);
    fs::write(dist.join("backwise.cdx.json"), format!("{:#}\n", bill(&parts)))?;
    fs::write(dist.join("LICENCES.txt"), licences(&parts)?)?;
    println!("{} parts by others, in {}", parts.len(), dist.display());
    Ok(())
}

/// As CycloneDX 1.5 has it. We write it ourselves: the tools for it put the folder of whoever ran them, the hour and a
/// random number into it, and so no two are alike.
fn bill(parts: &[Part]) -> Value {
    let components: Vec<_> = parts.iter().map(component).collect();
    let ours = json!({
        "type": "application",
        "bom-ref": "backwise",
        "name": "backwise",
        "version": env!("CARGO_PKG_VERSION"),
        "licenses": [{ "expression": "MIT AND CC-BY-4.0" }],
    });
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": ours },
        "components": components,
    })
}

fn component(part: &Part) -> Value {
    let hash = part.checksum.iter().map(|sum| json!({ "alg": "SHA-256", "content": sum }));
    json!({
        "type": "library",
        "bom-ref": part.url,
        "name": part.name,
        "version": part.version,
        "hashes": hash.collect::<Vec<_>>(),
        "licenses": [{ "expression": part.licence.replace('/', " OR ") }],
        "purl": part.url,
    })
}

/// The library of the search; none without Node, and then the site has no search either.
fn minisearch() -> Result<Option<Part>> {
    let Some(folder) = npm::minisearch()? else { return Ok(None) };
    let text = fs::read_to_string(folder.join("package.json"))?;
    let package: Value = serde_json::from_str(&text)?;
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let (name, version, licence) = (text("name"), text("version"), text("license"));
    let url = format!("pkg:npm/{name}@{version}");
    Ok(Some(Part { name, version, licence, url, checksum: None, folder }))
}

fn metadata() -> Result<Value> {
    let ask = ["metadata", "--format-version", "1", "--locked", "--all-features"];
    let platform = ["--filter-platform", tools::WASM_TARGET];
    let answer = child::cargo(&ask).args(platform).output()?;
    if !answer.status.success() {
        bail!("`cargo metadata` said: {}", String::from_utf8_lossy(&answer.stderr));
    }
    Ok(serde_json::from_slice(&answer.stdout)?)
}

/// The packages of others that the module is compiled from, by name; what only builds or tests it is none of them.
fn crates(metadata: &Value, lock: &str) -> Vec<Part> {
    let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    let (packages, nodes) = (list(&metadata["packages"]), list(&metadata["resolve"]["nodes"]));
    let root = packages.iter().find(|package| package["name"] == SHIPPED);
    let mut open: Vec<Value> = root.iter().map(|package| package["id"].clone()).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id.to_string()) {
            continue;
        }
        let node = nodes.iter().find(|node| node["id"] == id);
        let needs = node.map(|node| list(&node["deps"])).unwrap_or_default();
        let ships = |need: &&Value| list(&need["dep_kinds"]).iter().any(|it| it["kind"].is_null());
        open.extend(needs.iter().filter(ships).map(|need| need["pkg"].clone()));
    }
    let shipped = packages.iter().filter(|package| seen.contains(&package["id"].to_string()));
    // Our own have no source: they are in this folder.
    let mut parts: Vec<_> =
        shipped.filter(|it| !it["source"].is_null()).map(|it| part(it, lock)).collect();
    parts.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    parts
}

fn part(package: &Value, lock: &str) -> Part {
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let (name, version) = (text("name"), text("version"));
    let manifest = PathBuf::from(text("manifest_path"));
    Part {
        url: format!("pkg:cargo/{name}@{version}"),
        checksum: checksum(lock, &name, &version),
        licence: text("license"),
        folder: manifest.parent().unwrap_or(Path::new(".")).to_owned(),
        name,
        version,
    }
}

fn checksum(lock: &str, name: &str, version: &str) -> Option<String> {
    let start = format!("\nname = \"{name}\"\nversion = \"{version}\"\n");
    let package = lock.split("[[package]]").find(|package| package.starts_with(&start))?;
    let line = package.lines().find_map(|line| line.strip_prefix("checksum = \""))?;
    Some(line.trim_end_matches('"').to_owned())
}

/// Each part with the words of its licence; where one can choose, those that are shortest.
fn licences(parts: &[Part]) -> Result<String> {
    let mut text = "Backwise ships these parts that others wrote.\n".to_owned();
    for Part { name, version, licence, folder, .. } in parts {
        if licence.is_empty() {
            bail!("{name} {version} names no licence");
        }
        write!(text, "\n{}\n{name} {version}: {licence}\n\n", "-".repeat(72))?;
        match words(folder, licence)? {
            Some(words) => text.push_str(&words),
            None => text.push_str("No words of a licence came with it.\n"),
        }
    }
    Ok(text)
}

/// The shortest licence in a package's folder, or in one called `LICENSES` there; all of them where all hold.
fn words(folder: &Path, licence: &str) -> Result<Option<String>> {
    let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let is_licence = |name: &str| name.to_uppercase().starts_with("LICEN");
    let named = entries(folder).filter(|it| is_licence(&it.file_name().to_string_lossy()));
    let mut files = Vec::new();
    for path in named.map(|entry| entry.path()) {
        match path.is_dir() {
            true => files.extend(entries(&path).map(|entry| entry.path())),
            false => files.push(path),
        }
    }
    files.sort();
    let texts = files.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    if licence.contains(" AND ") {
        return Ok(Some(texts.join("\n")).filter(|all| !all.is_empty()));
    }
    Ok(texts.into_iter().min_by_key(String::len))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::json;

    use super::{crates, words};

    #[test]
    fn what_is_compiled_into_the_module_ships_and_what_builds_or_tests_it_does_not() {
        let package = |name: &str, source: Option<&str>| {
            json!({ "id": name, "name": name, "version": "1.0.0", "source": source, "license": "MIT",
                    "manifest_path": format!("/crates/{name}/Cargo.toml") })
        };
        let need = |name: &str, kind: Option<&str>| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let registry = Some("registry");
        let metadata = json!({
            "packages": [
                package("backwise-web", None), package("backwise-graph", None), package("hash", registry),
                package("builder", registry), package("tester", registry), package("elsewhere", registry),
            ],
            "resolve": { "nodes": [
                { "id": "backwise-web", "deps": [need("backwise-graph", None), need("tester", Some("dev"))] },
                { "id": "backwise-graph", "deps": [need("hash", None), need("builder", Some("build"))] },
                { "id": "hash", "deps": [] },
            ] },
        });
        let lock = "[[package]]\nname = \"hash\"\nversion = \"0.9.0\"\nchecksum = \"00\"\n\n\
                    [[package]]\nname = \"hash\"\nversion = \"1.0.0\"\nchecksum = \"c0ffee\"\n";
        let parts = crates(&metadata, lock);
        let urls: Vec<_> = parts.iter().map(|part| part.url.as_str()).collect();
        assert_eq!(urls, ["pkg:cargo/hash@1.0.0"]);
        assert_eq!(parts[0].checksum.as_deref(), Some("c0ffee"));
        assert_eq!(parts[0].folder.to_str(), Some("/crates/hash"));
    }

    #[test]
    fn of_two_licences_the_shorter_is_taken_and_a_folder_of_them_is_looked_into() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let put = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("it has one")).expect("a folder can be made");
            fs::write(path, text).expect("a file can be written");
        };
        let found = || words(folder.path(), "MIT OR Apache-2.0").expect("it can be read");
        put("README.md", "r");
        assert_eq!(found(), None);
        put("LICENSES/Apache", "much longer");
        assert_eq!(found().as_deref(), Some("much longer"));
        put("licence.txt", "short");
        assert_eq!(found().as_deref(), Some("short"));
        let all = words(folder.path(), "MIT AND ISC").expect("it can be read");
        assert_eq!(all.as_deref(), Some("much longer\nshort"));
    }
}
