//! What a site is made of: the pages of a sound content, and the files beside them.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result, bail};
use backwise_checker::fhir;
use backwise_cli::{journeys, played, signs};
use backwise_compiler::Compiled;
use backwise_graph::{Encoded, Graph};
use backwise_proof::LAWS;
use backwise_site::{Settings, Site, raster};
use clap::Args;

/// Where everything comes from.
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
}

/// A sound content, and what its site takes beside it.
pub struct Made<'a> {
    folders: &'a Folders,
    compiled: &'a Compiled,
    graph: &'a Graph,
    encoded: Encoded,
    /// The same graph in each other language that has one.
    translations: Vec<(&'a str, Encoded)>,
    hash: u64,
    settings: Settings,
}

/// A file that is no page: where it goes, and how it is made when somebody wants it.
pub struct Beside<'a> {
    /// Below the root of the site, with `/` between its parts.
    pub path: String,
    make: Box<dyn Fn() -> Result<Vec<u8>> + Send + Sync + 'a>,
}

impl<'a> Beside<'a> {
    fn new(path: impl Into<String>, make: impl Fn() -> Result<Vec<u8>> + Send + Sync + 'a) -> Self {
        Self { path: path.into(), make: Box::new(make) }
    }

    /// What is in it.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        (self.make)()
    }
}

impl<'a> Made<'a> {
    /// Plays what pages tell of journeys and cases; `app` is whether the site is one.
    pub fn of(
        folders: &'a Folders,
        compiled: &'a Compiled,
        graph: &'a Graph,
        app: bool,
    ) -> Result<Self> {
        let encoded = graph.encode();
        let hash = Graph::hash_of(&encoded.asking);
        let settings = Settings { app, ..settings(folders, compiled, graph)? };
        let spoken = compiled.translations.iter();
        let encode = |(name, graph): &'a (String, Option<Graph>)| {
            Some((name.as_str(), graph.as_ref()?.encode()))
        };
        let translations = spoken.filter_map(encode).collect();
        Ok(Self { folders, compiled, graph, encoded, translations, hash, settings })
    }

    /// Its pages.
    pub fn site(&self) -> Site<'_> {
        Site::new(&self.compiled.content, self.graph, self.hash, &self.settings)
    }

    /// What decides on urgent help.
    pub fn signs(&self) -> Result<BTreeSet<String>> {
        let notes = read(&self.folders.www.join("CHANGELOG.md"))?;
        Ok(signs::lines(&self.compiled.content, &String::from_utf8_lossy(&notes)))
    }

    /// Every file that is no page: the graph, the engine, the looks.
    pub fn beside(&self) -> Result<Vec<Beside<'_>>> {
        let (folders, www) = (self.folders, |name| self.folders.www.join(name));
        let mut files = graphs("", &self.encoded);
        for (language, encoded) in &self.translations {
            files.extend(graphs(&format!(".{language}"), encoded));
        }
        files.push(Beside::new("backwise/questionnaire.json", || {
            Ok(fhir::questionnaire(self.graph, self.hash).into_bytes())
        }));
        for (from, to) in
            [("style", "style"), ("icon", "icon"), ("element", "backwise"), ("frame", "frame")]
        {
            files.extend(copied(&www(from), to, |_| true)?);
        }
        files.extend(icons(&www("icon")));
        if let Some(library) = &folders.search {
            files.extend(copied(&www("search"), "search", |_| true)?);
            files.push(Beside::new("search/minisearch.js", || read(library)));
        }
        if let Some(proof) = &folders.proof {
            files.extend(copied(&www("proof"), "proof", |_| true)?);
            files.extend(engine(proof, "proof")?);
            files.push(Beside::new("proof/record.txt", || read(&proof.join("record.txt"))));
        }
        files.extend(engine(&folders.engine, "backwise")?);
        // The element travels as one folder, so its sheets stand beside it too.
        files.extend(copied(&www("style"), "backwise", |name| SHEETS.contains(&name))?);
        Ok(files)
    }
}

/// The sheets that the element needs.
const SHEETS: [&str; 5] = ["tokens.css", "check.css", "figure.css", "told.css", "play.css"];

fn settings(folders: &Folders, compiled: &Compiled, graph: &Graph) -> Result<Settings> {
    let (base, search) = (folders.base.clone(), folders.search.is_some());
    let mut settings = Settings { base, search, ..Default::default() };
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
fn graphs<'a>(language: &str, encoded: &'a Encoded) -> Vec<Beside<'a>> {
    let file = |stage, bytes: &'a Vec<u8>| {
        Beside::new(format!("backwise/{stage}{language}.bwg"), || Ok(bytes.clone()))
    };
    vec![file("asking", &encoded.asking), file("telling", &encoded.telling)]
}

/// The icons for whoever takes no SVG: what is drawn, how wide in pixels, and its name then.
const ICONS: [(&str, u32, &str); 3] = [
    ("favicon.svg", 192, "app-192.png"),
    ("favicon.svg", 512, "app-512.png"),
    ("app-maskable.svg", 512, "app-maskable.png"),
];

fn icons(folder: &Path) -> Vec<Beside<'static>> {
    let icon = |(drawn, width, name): (&str, u32, &str)| {
        let drawn = folder.join(drawn);
        Beside::new(format!("icon/{name}"), move || {
            let png = raster::png(&String::from_utf8(read(&drawn)?)?, width).map_err(Error::msg);
            png.with_context(|| format!("`{}` could not be drawn", drawn.display()))
        })
    };
    ICONS.map(icon).into()
}

/// The engine is JavaScript and WebAssembly; whatever else its build left there stays.
fn engine(from: &Path, to: &str) -> Result<Vec<Beside<'static>>> {
    let ends = |name: &str, end: &str| Path::new(name).extension().is_some_and(|it| it == end);
    let files = copied(from, to, |name| ends(name, "js") || ends(name, "wasm"))?;
    if !files.iter().any(|it| ends(&it.path, "wasm")) {
        bail!("`{}` holds no engine; build it with `cargo xtask wasm`", from.display());
    }
    Ok(files)
}

/// The files of a folder and of those in it, as they are, where `wants` takes their names.
pub fn copied(
    from: &Path,
    to: &str,
    wants: impl Fn(&str) -> bool + Copy,
) -> Result<Vec<Beside<'static>>> {
    let mut files = Vec::new();
    for entry in list(from)? {
        let name = entry.file_name().unwrap_or_default().to_string_lossy();
        let path = format!("{to}/{name}");
        if entry.is_dir() {
            files.extend(copied(&entry, &path, wants)?);
        } else if wants(&name) {
            files.push(Beside::new(path, move || read(&entry)));
        }
    }
    Ok(files)
}

fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>());
    let mut paths =
        entries.with_context(|| format!("the folder `{}` could not be read", folder.display()))?;
    paths.sort();
    Ok(paths)
}

/// A file, or which one could not be read.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("`{}` could not be read", path.display()))
}
