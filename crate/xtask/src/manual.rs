//! The texts that are packed: they speak of this version, and of nothing that whoever has the package has not.

use std::path::Path;

use anyhow::{Result, bail};

use crate::package::Files;
use crate::place;

/// How they write the version of what they are packed with.
const VERSION: &str = "VERSION";

/// A text as it is packed.
pub fn of_this_version(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    text.replace(VERSION, env!("CARGO_PKG_VERSION")).into_bytes()
}

/// Whether each link leads to a file of the package, and each file of ours that is named is in it, or on the built site.
pub fn check(package: &Files) -> Result<()> {
    for (path, text) in package.iter().filter(|(path, _)| path.ends_with(".md")) {
        let text = String::from_utf8_lossy(text);
        let beside =
            path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        for link in links(&text) {
            if !package.contains_key(&format!("{beside}{link}")) {
                bail!("{path}: leads to `{link}`, which is not in the package");
            }
        }
        if let Some(name) = names(&text).find(|name| is_ours(name) && !is_given(package, name)) {
            bail!("{path}: names `{name}`, which is not in the package");
        }
    }
    Ok(())
}

/// Where its links lead, without the place in a page.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(['#', ')']).next());
    targets.filter(|target| !target.is_empty())
}

/// What is set as code within a line.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|prose| prose.split('`').skip(1).step_by(2))
}

fn is_ours(name: &str) -> bool {
    place::root().join("www").join(name).exists()
}

fn is_given(package: &Files, name: &str) -> bool {
    let is_it = |path: &Path| path.ancestors().any(|path| path.ends_with(name));
    package.keys().any(|path| is_it(Path::new(path))) || place::built_site().join(name).exists()
}

#[cfg(test)]
mod tests {
    use super::{check, links, names, of_this_version};
    use crate::package::Files;

    fn is_sound(text: &str) -> bool {
        let files = [("package/README.md", text), ("package/backwise.js", "")];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        check(&Files::from(files)).is_ok()
    }

    #[test]
    fn what_is_not_packed_is_found() {
        assert!(is_sound("[this](backwise.js), [that](#place) and `backwise.js`, `npm install`"));
        assert!(!is_sound("[more](npm/README.md)"));
        assert!(!is_sound("[more](https://nobody.example/)"));
        assert!(!is_sound("see `hosting/README.md`"));
    }

    #[test]
    fn links_and_names_are_read_from_prose() {
        let text = "[a](b.md#c) `d`\n```sh\nnpm `e`\n```\n`f`";
        assert_eq!(links(text).collect::<Vec<_>>(), ["b.md"]);
        assert_eq!(names(text).collect::<Vec<_>>(), ["d", "f"]);
    }

    #[test]
    fn the_version_is_said_once() {
        let text = of_this_version(b"./backwise-VERSION.tgz");
        assert_eq!(text, concat!("./backwise-", env!("CARGO_PKG_VERSION"), ".tgz").as_bytes());
    }

    /// Every custom property with what it is unless somebody sets it.
    fn looks(sheet: &str) -> String {
        let (_, rules) = sheet.split_once(":host {").expect("the sheet begins with all of them");
        let (rules, _) = rules.split_once("\n}").expect("which end");
        let rows = rules.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
        let rows = rows.filter(|(name, _)| name.starts_with("--backwise-"));
        rows.map(|(name, value)| {
            let value = value.replace("var(--_light, ", "").replace(") var(--_dark, ", "` | `");
            let both = if value.contains(" | ") {
                value.trim_end_matches(')').to_owned()
            } else {
                value + "` | `"
            };
            format!("| `{name}` | `{both}` |\n").replace("| `` |", "| |")
        })
        .collect()
    }

    #[test]
    fn the_manual_has_every_custom_property_with_its_default() {
        let read =
            |path: &str| std::fs::read_to_string(crate::place::root().join(path)).expect(path);
        let looks = looks(&read("www/style/tokens.css"));
        assert!(looks.lines().count() > 50, "{looks}");
        assert!(read("www/README.md").contains(&looks), "it should say:\n{looks}");
    }
}
