//! A page to begin with: the keys that its kind needs, empty, and notes of what its body says.
//!
//! Whatever is left of either is a diagnostic, so a page that was only begun reaches nobody.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use backwise_compiler::Date;
use backwise_graph::Kind;

/// Writes a page of this kind with this name, and says where.
///
/// # Errors
/// When no id can be made of the name, a page has that id, or the file cannot be written.
pub fn begin(folder: &Path, kind: Kind, name: &str, today: Date) -> Result<PathBuf> {
    let slug = slug(name);
    if slug.is_empty() {
        bail!("`{name}` makes no id; name the page with letters a to z or digits");
    }
    if !folder.is_dir() {
        bail!("there is no content folder `{}`; name one with `--content`", folder.display());
    }
    let path = |kind: Kind| folder.join(kind.name()).join(format!("{slug}.md"));
    if let Some(taken) = Kind::ALL.iter().map(|kind| path(*kind)).find(|path| path.exists()) {
        bail!("`{}` is there already, and an id names one page; choose another", taken.display());
    }
    let path = path(kind);
    let writing = || format!("`{}` could not be written", path.display());
    fs::create_dir_all(folder.join(kind.name())).with_context(writing)?;
    fs::write(&path, page(kind, &title(name), today)).with_context(writing)?;
    Ok(path)
}

/// A page of this kind as it is begun: checked today, to be reviewed in a year.
#[must_use]
pub fn page(kind: Kind, title: &str, today: Date) -> String {
    form(kind)
        .replace("{{title}}", &quoted(title))
        .replace("{{checked}}", &today.to_string())
        .replace("{{review}}", &today.a_year_on().to_string())
}

/// The id that a name makes: small letters and digits, joined by `-`.
#[must_use]
pub fn slug(name: &str) -> String {
    let small = name.to_lowercase().replace(['\'', '’'], "");
    let words = small.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// A name that is written as an id becomes words; any other is taken as it is.
fn title(name: &str) -> String {
    if name != slug(name) {
        return name.trim().to_owned();
    }
    let words = name.replace('-', " ");
    words[..1].to_uppercase() + &words[1..]
}

/// As YAML takes it for a text.
fn quoted(title: &str) -> String {
    let is_plain = title.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-');
    match is_plain && title.starts_with(char::is_alphabetic) {
        true => title.to_owned(),
        false => format!("'{}'", title.replace('\'', "''")),
    }
}

fn form(kind: Kind) -> &'static str {
    match kind {
        Kind::Article => include_str!("../scaffold/article.md"),
        Kind::Cause => include_str!("../scaffold/cause.md"),
        Kind::Symptom => include_str!("../scaffold/symptom.md"),
        Kind::Risk => include_str!("../scaffold/risk.md"),
        Kind::Structure => include_str!("../scaffold/structure.md"),
        Kind::RedFlag => include_str!("../scaffold/red-flag.md"),
        Kind::Exercise => include_str!("../scaffold/exercise.md"),
        Kind::Habit => include_str!("../scaffold/habit.md"),
        Kind::SelfTest => include_str!("../scaffold/self-test.md"),
        Kind::Observation => include_str!("../scaffold/observation.md"),
        Kind::Professional => include_str!("../scaffold/professional.md"),
        Kind::Question => include_str!("../scaffold/question.md"),
        Kind::Source => include_str!("../scaffold/source.md"),
        Kind::Country => include_str!("../scaffold/country.md"),
        Kind::Scale => include_str!("../scaffold/scale.md"),
        Kind::Interface => include_str!("../scaffold/interface.md"),
        Kind::About => include_str!("../scaffold/about.md"),
        Kind::Coverage => include_str!("../scaffold/coverage.md"),
        Kind::Hazard => include_str!("../scaffold/hazard.md"),
    }
}

#[cfg(test)]
mod tests;
