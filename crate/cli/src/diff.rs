//! `diff`: what an edit does, from a revision to the files as they are.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use backwise_cli::difference::{Side, difference};
use backwise_cli::{played, revision};
use backwise_compiler::source::File;
use backwise_compiler::{Compiled, Date, Severity, Source, compile, draw};
use clap::Args;

use crate::check;

/// What is compared.
#[derive(Args)]
pub struct Edit {
    /// The revision to compare with, such as `HEAD` or `main`.
    #[arg(value_name = "REV")]
    revision: String,
    /// The content folder.
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// The people who are played on both sides.
    #[arg(long, default_value = "tests/journey")]
    journeys: PathBuf,
    /// Fails when somebody is told less than before, or can no longer be asked.
    #[arg(long)]
    check: bool,
}

/// Prints what differs.
pub fn run(edit: &Edit, today: Date) -> Result<ExitCode> {
    let (source, after) = check::read(&edit.content, today)?;
    let old = with_words_of(revision::read(&edit.content, &edit.revision)?, &source);
    let before = compile(&old, today);
    let at = format!("at `{}`", edit.revision);
    let (old, new) = (sound(&before, &old, &at)?, sound(&after, &source, "as it is")?);
    let journeys = Some(&edit.journeys).filter(|folder| folder.is_dir());
    let (old, new) = (
        Side { content: &before.content, checker: &old },
        Side { content: &after.content, checker: &new },
    );
    let found = difference(old, new, journeys.map(PathBuf::as_path), today)?;
    print!("{found}");
    if journeys.is_none() {
        eprintln!("nobody was played: there is no folder `{}`", edit.journeys.display());
    }
    let is_less = edit.check && found.n_less > 0;
    Ok(if is_less { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// An older source with the fixed words of a newer one. The engine names them, and this one knows no older names.
fn with_words_of(mut old: Source, new: &Source) -> Source {
    let is_word = |file: &File| file.path.starts_with("interface/");
    old.files.retain(|file| !is_word(file));
    let words = new.files.iter().filter(|file| is_word(file));
    let texts = words.filter_map(|file| Some((&*file.path, file.text.as_ref().ok()?.as_bytes())));
    old.overlaid(Source::of(&texts.collect::<Vec<_>>()))
}

/// The reasoning on content, which must have no errors.
fn sound(compiled: &Compiled, source: &Source, at: &str) -> Result<backwise_checker::Checker> {
    let Some(graph) = &compiled.graph else {
        let is_error = |it: &&backwise_compiler::Diagnostic| it.severity == Severity::Error;
        let mut errors = compiled.diagnostics.iter().filter(is_error);
        let first = errors.next().map_or_else(String::new, |it| draw::line(it, source));
        bail!("the content {at} does not compile: {first} (errors in all: {})", 1 + errors.count());
    };
    played::checker(graph)
}
