//! `build`: content, the engine's files and the www folder in; a static site out.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Error, Result, bail};
use backwise_checker::fhir;
use backwise_cli::{journeys, played};
use backwise_compiler::{Compiled, Date};
use backwise_graph::{Encoded, Graph};
use backwise_proof::LAWS;
use backwise_site::{File, Settings, raster};
use clap::Args;
use rayon::prelude::*;

use crate::out::{self, Out};
use crate::{check, release};

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
    /// The folder with what proves the checker's promises on a page: its module, and the record of native results;
    /// without it the site has no such page.
    #[arg(long, value_name = "FOLDER")]
    pub proof: Option<PathBuf>,
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

/// Builds the site, with its files compressed as well when that is asked; fails on errors in content.
pub fn run(folders: &Folders, compressed: bool, today: Date) -> Result<ExitCode> {
    let compiled = check::report(&folders.content, today)?;
    let Some(graph) = &compiled.graph else { return Ok(ExitCode::FAILURE) };
    let n = out::replace(&folders.out, compressed, |out| files(folders, &compiled, graph, out))?;
    eprintln!("{n} files in {}", folders.out.display());
    Ok(ExitCode::SUCCESS)
}

/// Puts the site of sound content out, each file as soon as it is made.
pub fn files(folders: &Folders, compiled: &Compiled, graph: &Graph, out: &Out) -> Result<()> {
    let encoded = graph.encode();
    let hash = Graph::hash_of(&encoded.asking);
    let settings = settings(folders, compiled, graph)?;
    let put = |file: File| out.put(&file.path, &file.bytes);
    backwise_site::render(&compiled.content, graph, hash, &settings, &put)?;
    put_graph("", &encoded, out)?;
    for (language, translated) in &compiled.translations {
        if let Some(graph) = translated {
            put_graph(&format!(".{language}"), &graph.encode(), out)?;
        }
    }
    out.put("backwise/questionnaire.json", fhir::questionnaire(graph, hash).as_bytes())?;
    copy(&folders.www.join("style"), "style", out)?;
    copy(&folders.www.join("icon"), "icon", out)?;
    put_icons(&folders.www.join("icon"), out)?;
    copy(&folders.www.join("element"), "backwise", out)?;
    copy(&folders.www.join("frame"), "frame", out)?;
    if let Some(library) = &folders.search {
        copy(&folders.www.join("search"), "search", out)?;
        out.put("search/minisearch.js", &read(library)?)?;
    }
    if let Some(proof) = &folders.proof {
        copy(&folders.www.join("proof"), "proof", out)?;
        copy_engine(proof, "proof", out)?;
        out.put("proof/record.txt", &read(&proof.join("record.txt"))?)?;
    }
    copy_engine(&folders.engine, "backwise", out)?;
    // The element travels as one folder, so its sheets stand beside it too.
    for sheet in ["tokens.css", "check.css", "figure.css", "told.css", "play.css"] {
        let bytes = read(&folders.www.join("style").join(sheet))?;
        out.put(&format!("backwise/{sheet}"), &bytes)?;
    }
    if folders.app {
        put_app(&folders.www.join("app"), folders.safety_update, out)?;
    }
    Ok(())
}

/// The icons for whoever takes no SVG: what is drawn, how wide in pixels, and its name then.
const ICONS: [(&str, u32, &str); 3] = [
    ("favicon.svg", 192, "app-192.png"),
    ("favicon.svg", 512, "app-512.png"),
    ("app-maskable.svg", 512, "app-maskable.png"),
];

fn put_icons(icons: &Path, out: &Out) -> Result<()> {
    ICONS.par_iter().try_for_each(|(drawn, width, name)| {
        let drawn = icons.join(drawn);
        let png = raster::png(&String::from_utf8(read(&drawn)?)?, *width).map_err(Error::msg);
        let what = || format!("`{}` could not be drawn", drawn.display());
        out.put(&format!("icon/{name}"), &png.with_context(what)?)
    })
}

/// What makes an app of the site; last of all, since its worker knows every file that readers open.
fn put_app(app: &Path, is_safety: bool, out: &Out) -> Result<()> {
    let is_worker = |entry: &PathBuf| entry.ends_with("worker.js");
    let (worker, others): (Vec<_>, Vec<_>) = list(app)?.into_iter().partition(is_worker);
    let [worker] = &worker[..] else {
        bail!("`{}` has no worker.js, which an app needs", app.display());
    };
    others.iter().try_for_each(|entry| out.put(&below("app", entry), &read(entry)?))?;
    release::add(out, &read(worker)?, is_safety)
}

fn settings(folders: &Folders, compiled: &Compiled, graph: &Graph) -> Result<Settings> {
    let (base, search) = (folders.base.clone(), folders.search.is_some());
    let mut settings = Settings { base, search, app: folders.app, ..Default::default() };
    if folders.proof.is_some() {
        settings.laws = LAWS.iter().map(|law| law.says).collect();
    }
    if let Some(journeys) = &folders.journeys {
        settings.journeys = journeys::read(journeys)?;
        let checker = played::checker(graph)?;
        settings.example = played::example(&compiled.content, &checker)?;
        settings.score = played::score(journeys, &checker)?;
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
fn put_graph(language: &str, encoded: &Encoded, out: &Out) -> Result<()> {
    out.put(&format!("backwise/asking{language}.bwg"), &encoded.asking)?;
    out.put(&format!("backwise/telling{language}.bwg"), &encoded.telling)
}

/// The engine is JavaScript and WebAssembly; whatever else its build left there stays.
fn copy_engine(engine: &Path, to: &str, out: &Out) -> Result<()> {
    let ends = |entry: &Path, end| entry.extension().is_some_and(|it| it == end);
    let all = list(engine)?;
    if !all.iter().any(|entry| ends(entry, "wasm")) {
        bail!("`{}` holds no engine; build it with `cargo xtask wasm`", engine.display());
    }
    let shipped = all.par_iter().filter(|entry| ends(entry, "js") || ends(entry, "wasm"));
    shipped.try_for_each(|entry| out.put(&below(to, entry), &read(entry)?))
}

fn copy(from: &Path, to: &str, out: &Out) -> Result<()> {
    list(from)?.par_iter().try_for_each(|entry| {
        let target = below(to, entry);
        if entry.is_dir() { copy(entry, &target, out) } else { out.put(&target, &read(entry)?) }
    })
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
