//! The engine: `crate/web` compiled to WebAssembly, bound to JavaScript and made small.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::tools::{self, Library, Optimizer, Tools, WASM_TARGET};
use crate::{child, minify, npm, place, plain};

/// Of the workspace's Cargo.toml. wasm-pack looks for its own settings of a named profile under
/// `[package.metadata.wasm-pack.profile.custom]`, whatever the name (wasm-pack issue 1488).
const PROFILE: &str = "wasm";

/// What can be made of the room: files of its name in a folder under target/wasm.
pub struct Package {
    pub name: &'static str,
    pub folder: &'static str,
    feature: &'static str,
}

/// The engine of the page: what asks, what tells a result, and what plays the wall test and routines.
const PAGE: [Package; 3] = [
    Package { name: "ask", folder: "page", feature: "ask" },
    Package { name: "tell", folder: "page", feature: "tell" },
    Package { name: "posture", folder: "page", feature: "posture" },
];

/// The same without a screen, for other people's JavaScript, with its types.
const HEADLESS: Package = Package { name: "checker", folder: "headless", feature: "headless" };

/// The engine held to its promises, for one page of the site, in a folder that does not travel with the element.
const PROOF: Package = Package { name: "proof", folder: "proof", feature: "proof" };

const ROOM: &str = "crate/web";
const COMPILED: &str = "backwise_web.wasm";

pub fn word(_: &[String]) -> Result<()> {
    build()?;
    build_proof()?;
    build_headless().map(drop)
}

/// Builds the page's engine if its sources have changed, and says where it is.
pub fn build() -> Result<PathBuf> {
    PAGE.iter().try_for_each(|package| make(package).map(drop))?;
    PAGE.iter().try_for_each(plain::make)?;
    Ok(folder(PAGE[0].folder))
}

/// Builds the engine without a screen if its sources have changed, and says where it is.
pub fn build_headless() -> Result<PathBuf> {
    plain::make(&HEADLESS)?;
    make(&HEADLESS)
}

/// Builds what the page of promises runs if its sources have changed, and says where it is.
pub fn build_proof() -> Result<PathBuf> {
    make(&PROOF)
}

/// Compiles each package, and none of them may warn. Building comes to the same, and finds it done.
pub fn lint() -> Result<()> {
    let tools = tools::install()?;
    let packages = PAGE.iter().chain([&HEADLESS, &PROOF]);
    packages
        .into_iter()
        .try_for_each(|p| child::run_without_warnings(&mut compile(&tools, p, Processor::Any)?))
}

fn make(package: &Package) -> Result<PathBuf> {
    let tools = tools::install()?;
    let out = folder(package.folder);
    child::run(&mut compile(&tools, package, Processor::Any)?)?;
    if out.is_dir() {
        anew(&tools, package.name, Processor::Any, || pack(&tools, package, &out))?;
    } else {
        pack(&tools, package, &out)?;
    }
    Ok(out)
}

/// Makes something of what was compiled, unless it was made of the same before.
pub fn anew(
    tools: &Tools,
    name: &str,
    processor: Processor,
    make: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let stamp = stamp(tools, processor)?;
    let stamp_file = folder(&format!("{name}.stamp"));
    if fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return Ok(());
    }
    // Taken away first: what a broken-off run leaves must not pass for finished.
    forget(&stamp_file)?;
    make()?;
    fs::write(&stamp_file, stamp).with_context(|| stamp_file.display().to_string())
}

pub fn folder(name: &str) -> PathBuf {
    place::target().join("wasm").join(name)
}

fn forget(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| file.display().to_string())
        }
        _ => Ok(()),
    }
}

/// What a module is compiled for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Processor {
    /// Whatever runs WebAssembly today.
    Any,
    /// The first WebAssembly there was, which can be rewritten as JavaScript.
    First,
}

impl Processor {
    /// Each has a folder of its own, so that neither is compiled anew because of the other.
    fn target(self) -> PathBuf {
        match self {
            Self::Any => place::target(),
            Self::First => place::target().join("plain"),
        }
    }

    /// Where the compiled module is.
    pub fn compiled(self) -> PathBuf {
        self.target().join(WASM_TARGET).join(PROFILE).join(COMPILED)
    }
}

/// What wasm-pack would run first. Running it here tells whether the rest is needed at all:
/// Cargo is quick about unchanged sources, wasm-opt is not.
pub fn compile(tools: &Tools, package: &Package, processor: Processor) -> Result<Command> {
    let mut command = tools.command("cargo")?;
    command.current_dir(place::root().join(ROOM));
    command.args(["build", "--lib", "--profile", PROFILE, "--target", WASM_TARGET]);
    command.args(features(package)).arg("--target-dir").arg(processor.target());
    library(tools, processor, &mut command)?;
    Ok(command)
}

/// Has the standard library built along with the module, for size.
///
/// Both switches are not stable yet, hence the bootstrap variable; where they should ever fail, taking
/// `rust-src` away builds the same module, only larger.
fn library<'a>(
    tools: &Tools,
    processor: Processor,
    command: &'a mut Command,
) -> Result<&'a mut Command> {
    let mut flags = vec![remap(&cargo_home()), remap(&tools::sysroot()?)];
    if processor == Processor::First {
        flags.push("-Ctarget-cpu=mvp".into());
    }
    if tools.library == Library::Lean {
        flags.extend(["-Zunstable-options", "-Cpanic=immediate-abort"].map(OsString::from));
        command.env("RUSTC_BOOTSTRAP", "1");
        command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    }
    Ok(command.env("CARGO_ENCODED_RUSTFLAGS", flags.join(OsStr::new("\u{1f}"))))
}

fn pack(tools: &Tools, package: &Package, out: &Path) -> Result<()> {
    let mut command = tools.command("wasm-pack")?;
    command.args(["build", ROOM, "--mode", "no-install", "--profile", PROFILE]);
    command.args(["--target", "web", "--no-pack", "--no-gitignore"]);
    command.args(["--out-name", package.name, "--out-dir"]).arg(out);
    if tools.optimizer == Optimizer::Missing {
        command.arg("--no-opt");
    }
    child::run(library(tools, Processor::Any, command.arg("--").args(features(package)))?)?;
    // Node knows a module by what lies beside it.
    let module = out.join("package.json");
    fs::write(&module, "{\"type\":\"module\"}\n").with_context(|| module.display().to_string())?;
    minify::rewrite(&[out.join(format!("{}.js", package.name))])
}

fn features(package: &Package) -> [&str; 3] {
    ["--no-default-features", "--features", package.feature]
}

fn cargo_home() -> PathBuf {
    let told = env::var_os("CARGO_HOME").map(PathBuf::from);
    told.or_else(|| Some(env::home_dir()?.join(".cargo"))).unwrap_or_default()
}

/// A panic's place is written in the module: without this it would tell of the builder's machine,
/// and differ between two of them.
fn remap(folder: &Path) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(folder);
    flag.push("=");
    flag
}

/// Everything that decides what would be made.
fn stamp(tools: &Tools, processor: Processor) -> Result<String> {
    let settings = place::root().join(ROOM).join("Cargo.toml");
    let mut hasher = DefaultHasher::new();
    for path in [processor.compiled(), settings] {
        fs::read(&path).with_context(|| path.display().to_string())?.hash(&mut hasher);
    }
    let (bindgen, esbuild) = (tools::bindgen_version()?, npm::ESBUILD);
    Ok(format!("{:016x} {bindgen} {:?} {esbuild}\n", hasher.finish(), tools.optimizer))
}
