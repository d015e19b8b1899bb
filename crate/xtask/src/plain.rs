//! The engine as JavaScript, for browsers without WebAssembly and pages that forbid it: the same module, rewritten by
//! binaryen's wasm2js. It is larger and slower, and tells the same.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::tools::{self, Library, Optimizer, Tools};
use crate::wasm::{self, Package, Processor};
use crate::{child, npm, place};

/// Of the module on its way: what can be taken for granted, and what only a debugger reads.
const OPTIMISED: [&str; 6] = [
    "-Oz",
    "--mvp-features",
    "--low-memory-unused",
    "--zero-filled-memory",
    "--strip-debug",
    "--strip-producers",
];

/// What wasm-bindgen asks to learn whether the memory has grown, in both its forms: it is told by the old memory being
/// gone. That of a rewritten module is only another one.
const GROWN: [&str; 2] = ["Memory0.byteLength === 0", "Memory0.buffer.detached === true"];
const GROWN_PLAIN: &str = "Memory0.buffer !== wasm.memory.buffer";

/// Makes `plain-NAME` beside the package if its sources have changed.
pub fn make(package: &Package) -> Result<()> {
    let tools = tools::install()?;
    let esbuild = npm::install_esbuild(&place::tool_cache()?)?;
    let (Some(esbuild), Optimizer::Binaryen, Library::Lean) =
        (esbuild, tools.optimizer, tools.library)
    else {
        eprintln!("warning: Node or `rust-src` is missing, so nothing runs without WebAssembly");
        return Ok(());
    };
    child::run(&mut wasm::compile(&tools, package, Processor::First)?)?;
    wasm::anew(&tools, &format!("plain-{}", package.name), Processor::First, || {
        let folder = wasm::folder(&format!("plain/{}", package.name));
        bind(&tools, &folder)?;
        rewrite(&tools, &folder)?;
        bundle(&esbuild, package, &folder)
    })
}

fn bind(tools: &Tools, folder: &Path) -> Result<()> {
    let mut command = tools.command("wasm-bindgen")?;
    command.args(["--target", "bundler", "--no-typescript", "--out-name", "engine", "--out-dir"]);
    child::run(command.arg(folder).arg(Processor::First.compiled()))?;
    let glue = folder.join("engine_bg.js");
    let text = fs::read_to_string(&glue).with_context(|| glue.display().to_string())?;
    let plain = GROWN.iter().fold(text.clone(), |text, asked| text.replace(asked, GROWN_PLAIN));
    let n_asked = text.matches("Memory0 === null").count();
    ensure!(
        n_asked > 0 && plain.matches(GROWN_PLAIN).count() >= n_asked,
        "{}: asks in another way whether the memory has grown",
        glue.display()
    );
    fs::write(&glue, plain).with_context(|| glue.display().to_string())
}

fn rewrite(tools: &Tools, folder: &Path) -> Result<()> {
    let (module, small) = (folder.join("engine_bg.wasm"), folder.join("engine.wasm"));
    let mut optimise = tools.command("wasm-opt")?;
    child::run(optimise.args(OPTIMISED).arg(&module).arg("-o").arg(&small))?;
    let mut rewrite = tools.command("wasm2js")?;
    rewrite.args(["-Oz", "--low-memory-unused"]).arg(small).arg("-o");
    child::run(rewrite.arg(folder.join("engine_bg.wasm.js")))
}

/// One file of all, without names that only their writers read.
fn bundle(esbuild: &Path, package: &Package, folder: &Path) -> Result<()> {
    let entry = folder.join("engine.js");
    let text = fs::read_to_string(&entry).with_context(|| entry.display().to_string())?;
    let text = text.replace("engine_bg.wasm\"", "engine_bg.wasm.js\"");
    fs::write(&entry, text).with_context(|| entry.display().to_string())?;
    let out = wasm::folder(package.folder).join(format!("plain-{}.js", package.name));
    let mut command = Command::new(esbuild);
    command.args(["--bundle", "--minify", "--format=esm", "--log-level=warning"]);
    command.args(["--allow-overwrite"]).arg(format!("--outfile={}", out.display()));
    child::run(command.arg(entry))
}
