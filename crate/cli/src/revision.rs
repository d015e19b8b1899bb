//! A content folder as it was at a revision, read through the `git` command.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};
use backwise_compiler::Source;

/// The files of this folder at this revision.
///
/// # Errors
/// When there is no git, no repository around the folder, no such revision, or nothing in the folder then.
pub fn read(folder: &Path, revision: &str) -> Result<Source> {
    if !ask(folder, &["rev-parse", "--is-inside-work-tree"])?.status.success() {
        bail!(
            "`{}` is in no git repository, so there is nothing to compare with",
            folder.display()
        );
    }
    let commit = format!("{revision}^{{commit}}");
    let found = ask(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    if !found.status.success() {
        bail!("`{revision}` is no revision; `git log --oneline` lists them");
    }
    let commit = String::from_utf8_lossy(&found.stdout).trim().to_owned();
    let listed = blobs(&ask(folder, &["ls-tree", "-r", "-z", &commit])?.stdout);
    if listed.is_empty() {
        bail!("there was no content in `{}` at `{revision}`", folder.display());
    }
    let bytes = contents(folder, &listed)?;
    let files = listed.iter().zip(&bytes).map(|((_, path), bytes)| (path.as_str(), &bytes[..]));
    Ok(Source::of(&files.collect::<Vec<_>>()))
}

fn git(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments);
    command
}

fn ask(folder: &Path, arguments: &[&str]) -> Result<Output> {
    git(folder, arguments).output().context("`git` did not start; comparing needs it")
}

/// Id and path of each page and drawing below a folder of its kind.
fn blobs(listed: &[u8]) -> Vec<(String, String)> {
    let listed = String::from_utf8_lossy(listed);
    let blob = |entry: &str| {
        let (head, path) = entry.split_once('\t')?;
        let id = head.split_once(" blob ")?.1;
        let is_content = path.contains('/') && (path.ends_with(".md") || path.ends_with(".svg"));
        is_content.then(|| (id.to_owned(), path.to_owned()))
    };
    listed.split('\0').filter_map(blob).collect()
}

/// What is in each of these, in their order.
fn contents(folder: &Path, blobs: &[(String, String)]) -> Result<Vec<Vec<u8>>> {
    let mut command = git(folder, &["cat-file", "--batch"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut asked = child.stdin.take().context("git takes no questions")?;
    let ids: String = blobs.iter().map(|(id, _)| format!("{id}\n")).collect();
    // Written beside the reading: neither pipe holds all of it.
    let writer = std::thread::spawn(move || asked.write_all(ids.as_bytes()));
    let mut told = BufReader::new(child.stdout.take().context("git gives no answers")?);
    let all = blobs.iter().map(|_| content(&mut told)).collect::<Result<Vec<_>>>();
    writer.join().expect("writing does not panic")?;
    child.wait()?;
    all
}

/// One answer: a line `id blob SIZE`, that many bytes, and the end of a line.
fn content(told: &mut impl BufRead) -> Result<Vec<u8>> {
    let mut head = String::new();
    told.read_line(&mut head)?;
    let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse::<usize>().ok());
    let mut bytes = vec![0; size.with_context(|| format!("git said `{}`", head.trim_end()))? + 1];
    told.read_exact(&mut bytes)?;
    bytes.pop();
    Ok(bytes)
}
