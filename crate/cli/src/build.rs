//! `build`: content, the engine's files and the www folder in; a static site out.
//!
//! The site is made in a folder beside its place and moved there when it is whole, so that a broken
//! build leaves the site before it as it was.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use backwise_checker::fhir;
use backwise_cli::{journeys, proof};
use backwise_compiler::{Compiled, Date};
use backwise_graph::{Encoded, Graph};
use clap::Args;

use crate::check;

/// Where everything comes from and goes to.
#[derive(Args, Clone)]
pub struct Folders {
    /// The content folder.
    #[arg(default_value = "content")]
    pub content: PathBuf,
    /// The folder with the engine: the wasm module and its JavaScript.
    #[arg(long)]
    pub engine: PathBuf,
    /// The folder with styles, icons and elements.
    #[arg(long, default_value = "www")]
    pub www: PathBuf,
    /// The script that the search runs on, MiniSearch as one file; without it the site has no search.
    #[arg(long, value_name = "FILE")]
    pub search: Option<PathBuf>,
    /// The folder with journeys, to show on how many people each warning sign was tried, and how published cases fare.
    #[arg(long)]
    pub journeys: Option<PathBuf>,
    /// The address that the site will have, such as `https://example.org/back/`. With it there are canonical
    /// addresses, a map for search engines and a feed, and the page for wrong addresses works at any depth.
    #[arg(long, value_parser = parse_base)]
    pub base: Option<String>,
    /// The folder to write; what is in it is replaced.
    #[arg(long, default_value = "target/site")]
    pub out: PathBuf,
}

/// Builds the site; fails on errors in content.
pub fn run(folders: &Folders, today: Date) -> Result<ExitCode> {
    let compiled = check::report(&folders.content, today)?;
    let Some(n_files) = write(folders, &compiled)? else {
        return Ok(ExitCode::FAILURE);
    };
    eprintln!("{n_files} files in {}", folders.out.display());
    Ok(ExitCode::SUCCESS)
}

/// Writes the site of sound content, and says how many pages it has.
pub fn write(folders: &Folders, compiled: &Compiled) -> Result<Option<usize>> {
    let Some(graph) = &compiled.graph else { return Ok(None) };
    let fresh = beside(&folders.out, "new");
    remove(&fresh)?;
    let encoded = graph.encode();
    let hash = Graph::hash_of(&encoded.asking);
    let base = folders.base.clone();
    let mut settings =
        backwise_site::Settings { base, search: folders.search.is_some(), ..Default::default() };
    if let Some(journeys) = &folders.journeys {
        settings.journeys = journeys::read(journeys)?;
        let checker = proof::checker(graph)?;
        settings.example = proof::example(&compiled.content, &checker)?;
        settings.score = proof::score(journeys, &checker)?;
    }
    let files = backwise_site::render(&compiled.content, graph, hash, &settings);
    for file in &files {
        put(&fresh.join(&file.path), &file.bytes)?;
    }
    let parts = fresh.join("backwise");
    put_graph(&parts, "", &encoded)?;
    for (language, translated) in &compiled.translations {
        if let Some(graph) = translated {
            put_graph(&parts, &format!(".{language}"), &graph.encode())?;
        }
    }
    put(&parts.join("questionnaire.json"), fhir::questionnaire(graph, hash).as_bytes())?;
    copy(&folders.www.join("style"), &fresh.join("style"))?;
    copy(&folders.www.join("icon"), &fresh.join("icon"))?;
    copy(&folders.www.join("element"), &parts)?;
    if let Some(library) = &folders.search {
        copy(&folders.www.join("search"), &fresh.join("search"))?;
        put(&fresh.join("search/minisearch.js"), &read(library)?)?;
    }
    copy_engine(&folders.engine, &parts)?;
    // The element travels as one folder, so its sheets stand beside it too.
    for sheet in ["tokens.css", "check.css", "figure.css", "told.css", "play.css"] {
        put(&parts.join(sheet), &read(&folders.www.join("style").join(sheet))?)?;
    }
    swap(&fresh, &folders.out)?;
    Ok(Some(files.len()))
}

/// An address with a `/` at its end.
fn parse_base(text: &str) -> Result<String, String> {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    if !is_web || text.contains(['?', '#', ' ', '"', '<', '>']) {
        return Err(format!("`{text}` is no address; write it as https://example.org/back/"));
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    folder.with_file_name(name)
}

fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(path, bytes))
        .with_context(|| format!("`{}` could not be written", path.display()))
}

/// The two files of a graph; a translation has its language in their names.
fn put_graph(parts: &Path, language: &str, files: &Encoded) -> Result<()> {
    put(&parts.join(format!("asking{language}.bwg")), &files.asking)?;
    put(&parts.join(format!("telling{language}.bwg")), &files.telling)
}

/// The engine is JavaScript and WebAssembly; whatever else its build left there stays.
fn copy_engine(engine: &Path, to: &Path) -> Result<()> {
    let mut n_modules = 0;
    for entry in list(engine)? {
        let end = entry.extension().unwrap_or_default().to_owned();
        if end == "js" || end == "wasm" {
            n_modules += usize::from(end == "wasm");
            put(&to.join(entry.file_name().unwrap_or_default()), &read(&entry)?)?;
        }
    }
    if n_modules == 0 {
        bail!("`{}` holds no engine; build it with `cargo xtask wasm`", engine.display());
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in list(from)? {
        let target = to.join(entry.file_name().unwrap_or_default());
        if entry.is_dir() {
            copy(&entry, &target)?;
        } else {
            put(&target, &read(&entry)?)?;
        }
    }
    Ok(())
}

fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>());
    let mut paths =
        entries.with_context(|| format!("the folder `{}` could not be read", folder.display()))?;
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("`{}` could not be read", path.display()))
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("`{}` could not be removed", folder.display()))
        }
        _ => Ok(()),
    }
}

fn swap(fresh: &Path, place: &Path) -> Result<()> {
    let old = beside(place, "old");
    remove(&old)?;
    if place.exists() {
        fs::rename(place, &old)
            .with_context(|| format!("`{}` could not be moved", place.display()))?;
    }
    fs::rename(fresh, place)
        .with_context(|| format!("`{}` could not be moved", fresh.display()))?;
    remove(&old)
}
