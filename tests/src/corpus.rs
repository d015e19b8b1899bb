//! Many articles, to see how long a site of them takes: as content of ours, or as plain Markdown for others.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How long an article is.
const WORDS: usize = 1_600;

/// The shipped content, and articles that link to it and to each other.
///
/// # Panics
/// When a file cannot be read or written.
pub fn make(to: &Path, n: usize) {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    for folder in fs::read_dir(shipped).expect("the content is there").flatten() {
        let Ok(files) = fs::read_dir(folder.path()) else { continue };
        let to = to.join(folder.file_name());
        fs::create_dir_all(&to).expect("a folder can be made");
        for file in files.flatten().filter(|file| file.path().is_file()) {
            fs::copy(file.path(), to.join(file.file_name())).expect("a file can be copied");
        }
    }
    let slugs: Vec<_> = ["cause", "symptom", "structure", "exercise"]
        .iter()
        .flat_map(|kind| fs::read_dir(to.join(kind)).into_iter().flatten().flatten())
        .filter_map(|file| file.path().file_stem()?.to_str().map(str::to_owned))
        .collect();
    for at in 0..n {
        fs::write(to.join(format!("article/corpus-{at}.md")), article(at, n, &slugs))
            .expect("a file can be written");
    }
}

const VOCABULARY: [&str; 24] = [
    "the", "back", "muscle", "runs", "slowly", "when", "you", "lift", "your", "arms", "and",
    "breathe", "often", "shoulder", "blades", "rest", "a", "little", "more", "than", "before",
    "each", "long", "day",
];

fn article(at: usize, n: usize, slugs: &[String]) -> String {
    let mut text = format!(
        "---\ntitle: Article number {at}\ndescription: What number {at} says.\nauthor: Nobody\nregion: [upper-back]\nchecked: 2026-11-21\nreview: 2027-11-21\n---\n"
    );
    let mut dice = at * 7919 + 1;
    for word in 0..WORDS {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let roll = dice >> 33;
        match word {
            word if word % 200 == 0 => text.push_str(&format!("\n\n## Part {}\n\n", word / 200)),
            word if word % 50 == 0 => text.push_str("ends.[^editorial]\n\n"),
            word if word % 400 == 30 => text.push_str(&format!("[[corpus-{}|another]] ", roll % n)),
            word if word % 40 == 20 => {
                text.push_str(&format!("[[{}|this]] ", slugs[roll % slugs.len()]));
            }
            word if word % 10 == 9 => text.push_str("too.\n"),
            _ => text.push_str(&format!("{} ", VOCABULARY[roll % VOCABULARY.len()])),
        }
    }
    text + "ends.[^editorial]\n"
}

/// The same pages as plain Markdown for those who know nothing of ours: titles, and links to addresses. Statements
/// of sources are left out, for which others have no place.
///
/// # Panics
/// When a file cannot be read or written.
pub fn translate(content: &Path, to: &Path, open: &str, is: &str, close: &str) {
    let pages = pages(content);
    let kinds: BTreeMap<&str, &str> =
        pages.iter().map(|(kind, slug, _)| (slug.as_str(), kind.as_str())).collect();
    for (kind, slug, text) in &pages {
        let Some((facts, body)) =
            text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n"))
        else {
            continue;
        };
        let title = facts.lines().find_map(|line| line.strip_prefix("title: ")).unwrap_or(slug);
        let title = title.replace(['"', '\\'], "'");
        let folder = to.join(kind);
        fs::create_dir_all(&folder).expect("a folder can be made");
        let page = format!("{open}\ntitle{is} \"{title}\"\n{close}\n{}", plain(body, &kinds));
        fs::write(folder.join(format!("{slug}.md")), page).expect("a file can be written");
    }
}

/// Kind, id and text of each page.
fn pages(content: &Path) -> Vec<(String, String, String)> {
    let mut pages = Vec::new();
    for folder in fs::read_dir(content).expect("the content is there").flatten() {
        for file in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            let (path, kind) = (file.path(), folder.file_name().to_string_lossy().into_owned());
            if let (Some(slug), Ok(text)) = (path.file_stem(), fs::read_to_string(&path))
                && path.extension().is_some_and(|it| it == "md")
            {
                pages.push((kind, slug.to_string_lossy().into_owned(), text));
            }
        }
    }
    pages.sort();
    pages
}

/// `[[relation::page|words]]` as a link, and no footnotes.
fn plain(body: &str, kinds: &BTreeMap<&str, &str>) -> String {
    let mut text = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find('[') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (end, said) = if let Some(inner) = inside(rest, "[[", "]]") {
            let target = inner.rsplit("::").next().unwrap_or(inner);
            let (slug, words) = target.split_once('|').unwrap_or((target, target));
            let link = |kind: &&str| format!("[{words}](/{kind}/{slug}/)");
            (inner.len() + 4, kinds.get(slug).map_or_else(|| words.to_owned(), link))
        } else if let Some(inner) = inside(rest, "[^", "]") {
            (inner.len() + 3, String::new())
        } else {
            (1, "[".to_owned())
        };
        text.push_str(&said);
        rest = &rest[end..];
    }
    text + rest
}

fn inside<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    text.strip_prefix(from)?.split_once(to).map(|(inner, _)| inner)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::plain;

    #[test]
    fn links_become_addresses_and_footnotes_go() {
        let kinds = BTreeMap::from([("ache", "symptom")]);
        let check = |ours: &str, theirs: &str| assert_eq!(plain(ours, &kinds), theirs);
        check("It [[shows::ache|aches]].[^smith-2020]", "It [aches](/symptom/ache/).");
        check("[[nothing|No page]] [a](b) [", "No page [a](b) [");
    }
}
