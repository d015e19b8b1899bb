//! What others show beside a link to us: a picture with the title of what it leads to, and a line drawing of a spine.

use backwise_compiler::Page;
use backwise_compiler::html::address;
use backwise_graph::Kind;
use minijinja::context;
use minijinja::value::Serde;

use crate::press::Press;
use crate::raster::png;
use crate::{File, Settings};

/// Its width in pixels, as those who show it ask for; its template and the pages say the height too.
const WIDTH: u32 = 1200;

/// The site's own.
pub const OWN: &str = "icon/card.png";

/// Below the site's name.
const PROMISE: [&str; 3] =
    ["Why does my back hurt?", "How soon to get help,", "what fits, what to do today."];

/// How large the letters of a title may be, and how many of them stand in a line then; the largest that fits is taken.
const LETTERS: [(u32, usize); 4] = [(104, 11), (76, 15), (64, 18), (52, 23)];

/// Lines of a title, at most, and how high all of them may be together.
const MAX_LINES: usize = 4;
const MAX_HEIGHT: u32 = 340;

/// The site's own picture.
///
/// # Panics
/// When the template is no SVG, which the tests would find.
#[must_use]
pub fn own(press: &Press, site: &Settings) -> File {
    let name = [site.name.clone()];
    print(press, OWN.to_owned(), &name, LETTERS[0].0, &PROMISE)
}

/// The picture of a page, if pages of its kind have one: what people send each other.
///
/// # Panics
/// When the template is no SVG, which the tests would find.
#[must_use]
pub fn of_page(press: &Press, site: &Settings, page: &Page) -> Option<File> {
    let path = path(page)?;
    let (letters, lines) = set(&page.title.text);
    Some(print(press, path, &lines, letters, &[&site.name]))
}

/// Where the picture of a page is.
#[must_use]
pub fn path(page: &Page) -> Option<String> {
    let has_one = matches!(page.kind, Kind::Article | Kind::SelfTest);
    let address = address(page).filter(|_| has_one)?;
    Some(format!("card/{}.png", address.trim_end_matches(".html")))
}

fn print(press: &Press, path: String, lines: &[String], letters: u32, below: &[&str]) -> File {
    let svg = press
        .print(
            &path,
            "card.svg",
            context! { lines => Serde(lines), letters, below => Serde(below) },
        )
        .bytes;
    let svg = String::from_utf8(svg).expect("templates print text");
    let bytes = png(&svg, WIDTH).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    File { path, bytes }
}

/// A title in lines, and the size of its letters.
fn set(title: &str) -> (u32, Vec<String>) {
    let set = |(letters, width)| (letters, broken(title, width));
    let fits = |(letters, width): &&(u32, usize)| {
        let lines = broken(title, *width);
        let height = lines.len() as u32 * letters * 5 / 4;
        lines.len() <= MAX_LINES
            && height <= MAX_HEIGHT
            && lines.iter().all(|it| it.chars().count() <= *width)
    };
    let size = LETTERS.iter().skip(1).find(fits).copied().unwrap_or(LETTERS[LETTERS.len() - 1]);
    let (letters, mut lines) = set(size);
    if lines.len() > MAX_LINES {
        lines.truncate(MAX_LINES);
        lines[MAX_LINES - 1].push('…');
    }
    (letters, lines)
}

/// Words in lines of at most so many letters, as long as no word is longer.
fn broken(title: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        let fits = |line: &&mut String| line.chars().count() + 1 + word.chars().count() <= width;
        match lines.last_mut().filter(fits) {
            Some(line) => line.extend([" ", word]),
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::set;

    fn check(title: &str, letters: u32, lines: &[&str]) {
        assert_eq!(set(title), (letters, lines.iter().map(|it| (*it).to_owned()).collect()));
    }

    #[test]
    fn a_title_is_as_large_as_fits() {
        check("Wall posture test", 76, &["Wall posture", "test"]);
        check(
            "Why does my upper back hurt when I run?",
            76,
            &["Why does my", "upper back hurt", "when I run?"],
        );
        check(
            "Inflammatory back pain in young adults",
            76,
            &["Inflammatory", "back pain in", "young adults"],
        );
        check(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
            52,
            &[
                "one two three four five",
                "six seven eight nine",
                "ten eleven twelve",
                "thirteen fourteen…",
            ],
        );
    }
}
