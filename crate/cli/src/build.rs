//! `build`: content, the engine's files and the www folder in; a static site out.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use backwise_checker::fhir;
use backwise_cli::{journeys, proof};
use backwise_compiler::{Compiled, Date};
use backwise_graph::{Encoded, Graph};
use backwise_site::Settings;
use clap::Args;

use crate::{check, compress, out, release};

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
    /// Make the site an app: readable without a network from the first visit on.
    #[arg(long)]
    pub app: bool,
    /// Say that this release changes warning signs: readers who have the app are told before their next check.
    #[arg(long, requires = "app")]
    pub safety_update: bool,
    /// The folder to write; what is in it is replaced.
    #[arg(long, default_value = "target/site")]
    pub out: PathBuf,
}

/// The files of a site: what is in each, by its path below the root, with `/` between its parts.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Builds the site, with its files compressed as well when that is asked; fails on errors in content.
pub fn run(folders: &Folders, compressed: bool, today: Date) -> Result<ExitCode> {
    let compiled = check::report(&folders.content, today)?;
    let Some(mut files) = files(folders, &compiled)? else {
        return Ok(ExitCode::FAILURE);
    };
    if compressed {
        compress::add(&mut files).context("the files could not be compressed")?;
    }
    out::replace(&folders.out, &files)?;
    eprintln!("{} files in {}", files.len(), folders.out.display());
    Ok(ExitCode::SUCCESS)
}

/// The site of sound content; none where it is not sound.
pub fn files(folders: &Folders, compiled: &Compiled) -> Result<Option<Files>> {
    let Some(graph) = &compiled.graph else { return Ok(None) };
    let encoded = graph.encode();
    let hash = Graph::hash_of(&encoded.asking);
    let settings = settings(folders, compiled, graph)?;
    let pages = backwise_site::render(&compiled.content, graph, hash, &settings);
    let mut files: Files = pages.into_iter().map(|file| (file.path, file.bytes)).collect();
    put_graph("", encoded, &mut files);
    for (language, translated) in &compiled.translations {
        if let Some(graph) = translated {
            put_graph(&format!(".{language}"), graph.encode(), &mut files);
        }
    }
    let questionnaire = fhir::questionnaire(graph, hash).into_bytes();
    files.insert("backwise/questionnaire.json".to_owned(), questionnaire);
    copy(&folders.www.join("style"), "style", &mut files)?;
    copy(&folders.www.join("icon"), "icon", &mut files)?;
    copy(&folders.www.join("element"), "backwise", &mut files)?;
    if let Some(library) = &folders.search {
        copy(&folders.www.join("search"), "search", &mut files)?;
        files.insert("search/minisearch.js".to_owned(), read(library)?);
    }
    copy_engine(&folders.engine, &mut files)?;
    // The element travels as one folder, so its sheets stand beside it too.
    for sheet in ["tokens.css", "check.css", "figure.css", "told.css", "play.css"] {
        let bytes = read(&folders.www.join("style").join(sheet))?;
        files.insert(format!("backwise/{sheet}"), bytes);
    }
    if folders.app {
        let app = folders.www.join("app");
        copy(&app, "app", &mut files)?;
        let source = files
            .remove("app/worker.js")
            .with_context(|| format!("`{}` has no worker.js, which an app needs", app.display()))?;
        release::add(&mut files, &source, folders.safety_update);
    }
    Ok(Some(files))
}

fn settings(folders: &Folders, compiled: &Compiled, graph: &Graph) -> Result<Settings> {
    let (base, search) = (folders.base.clone(), folders.search.is_some());
    let mut settings = Settings { base, search, app: folders.app, ..Default::default() };
    if let Some(journeys) = &folders.journeys {
        settings.journeys = journeys::read(journeys)?;
        let checker = proof::checker(graph)?;
        settings.example = proof::example(&compiled.content, &checker)?;
        settings.score = proof::score(journeys, &checker)?;
    }
    Ok(settings)
}

/// An address with a `/` at its end.
fn parse_base(text: &str) -> Result<String, String> {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    if !is_web || text.contains(['?', '#', ' ', '"', '<', '>']) {
        return Err(format!("`{text}` is no address; write it as https://example.org/back/"));
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

/// The two files of a graph; a translation has its language in their names.
fn put_graph(language: &str, encoded: Encoded, files: &mut Files) {
    files.insert(format!("backwise/asking{language}.bwg"), encoded.asking);
    files.insert(format!("backwise/telling{language}.bwg"), encoded.telling);
}

/// The engine is JavaScript and WebAssembly; whatever else its build left there stays.
fn copy_engine(engine: &Path, files: &mut Files) -> Result<()> {
    let mut n_modules = 0;
    for entry in list(engine)? {
        let end = entry.extension().unwrap_or_default().to_owned();
        if end == "js" || end == "wasm" {
            n_modules += usize::from(end == "wasm");
            files.insert(below("backwise", &entry), read(&entry)?);
        }
    }
    if n_modules == 0 {
        bail!("`{}` holds no engine; build it with `cargo xtask wasm`", engine.display());
    }
    Ok(())
}

fn copy(from: &Path, to: &str, files: &mut Files) -> Result<()> {
    for entry in list(from)? {
        let target = below(to, &entry);
        if entry.is_dir() {
            copy(&entry, &target, files)?;
        } else {
            files.insert(target, read(&entry)?);
        }
    }
    Ok(())
}

fn below(folder: &str, entry: &Path) -> String {
    format!("{folder}/{}", entry.file_name().unwrap_or_default().to_string_lossy())
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
