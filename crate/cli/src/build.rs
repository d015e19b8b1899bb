//! `build`: content, the engine's files and the www folder in; a static site out.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use backwise_compiler::Date;
use clap::Args;
use rayon::prelude::*;

use crate::made::{Folders, Made};
use crate::out::{self, Out};
use crate::{check, made, release};

/// What a site is built as, and where it goes.
#[derive(Args)]
pub struct Build {
    #[command(flatten)]
    folders: Folders,
    /// Make the site an app: readable without a network from the first visit on.
    #[arg(long)]
    app: bool,
    /// Writes each file compressed as well, as `.br` and `.gz` beside it.
    #[arg(long)]
    compress: bool,
    /// The folder to write; what is in it is replaced.
    #[arg(long, default_value = "target/site")]
    out: PathBuf,
}

/// Builds the site; fails on errors in content.
pub fn run(build: &Build, today: Date) -> Result<ExitCode> {
    let compiled = check::report(&build.folders.content, today)?;
    let Some(graph) = &compiled.graph else { return Ok(ExitCode::FAILURE) };
    let made = Made::of(&build.folders, &compiled, graph, build.app)?;
    let n = out::replace(&build.out, build.compress, |out| files(build, &made, out))?;
    eprintln!("{n} files in {}", build.out.display());
    Ok(ExitCode::SUCCESS)
}

/// Puts the site out, each file as soon as it is made.
fn files(build: &Build, made: &Made<'_>, out: &Out) -> Result<()> {
    made.site().each(&|file| out.put(&file.path, &file.bytes))?;
    made.beside()?.par_iter().try_for_each(|it| out.put(&it.path, &it.bytes()?))?;
    if build.app {
        put_app(build, made, out)?;
    }
    Ok(())
}

/// What makes an app of the site; last of all, since its worker knows every file that readers open.
fn put_app(build: &Build, made: &Made<'_>, out: &Out) -> Result<()> {
    let app = build.folders.www.join("app");
    let others = made::copied(&app, "app", |name| name != "worker.js")?;
    others.iter().try_for_each(|it| out.put(&it.path, &it.bytes()?))?;
    release::add(out, &made::read(&app.join("worker.js"))?, &made.signs()?)
}
