//! The pictures of exercises and self-tests: files of their own, and parts of a page. Both have the same ink.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use backwise_compiler::html::escape;
use backwise_compiler::{Drawing, Facts, Page};
use backwise_figure::{Panel, draw, film};
use serde::Serialize;

use crate::File;

const TOKENS: &str = include_str!("../../../www/style/tokens.css");
const INK: &str = include_str!("../../../www/style/figure.css");

/// What ends the name of a file in which something moves.
pub const MOVING: &str = "-moving";

/// The style of a picture that stands alone, where no page gives it colours.
static STYLE: LazyLock<String> = LazyLock::new(|| {
    // Alone, a token needs no maker's name before its own, and a shape that is used again has no ancestors.
    let style = colours(0) + &dark() + &pressed(INK);
    style.replace("--backwise-", "--").replace(".picture ", "")
});

/// A picture as a page shows it.
#[derive(Serialize)]
pub struct Picture {
    pub start: Position,
    pub end: Position,
    /// Whether the two go better below than beside each other.
    pub below: bool,
    /// The file in which it moves, from the root of the site; empty where it takes a step, which no angle tells.
    pub moving: String,
}

/// One of its two positions.
#[derive(Serialize)]
pub struct Position {
    pub width: f64,
    pub height: f64,
    /// SVG elements.
    pub shapes: String,
    /// What is seen, in words.
    pub text: String,
}

/// The picture of a page, if it has one.
#[must_use]
pub fn picture(page: &Page) -> Option<Picture> {
    let drawing = drawing(page)?;
    let moving = if drawing.figure.step > 0.0 { String::new() } else { moving_href(page) };
    Some(Picture { moving, ..still(drawing) })
}

/// How a self-test looks for who sits, if somebody posed it.
#[must_use]
pub fn seated(page: &Page) -> Option<Picture> {
    match &page.facts {
        Facts::SelfTest { seated, .. } => seated.as_deref().map(still),
        _ => None,
    }
}

/// Both positions, and no file in which they move.
fn still(drawing: &Drawing) -> Picture {
    let drawn = draw(&drawing.figure);
    let position = |panel: Panel, text: &str| Position {
        width: panel.width.ceil(),
        height: panel.height.ceil(),
        shapes: panel.shapes.iter().map(ToString::to_string).collect(),
        text: text.to_owned(),
    };
    Picture {
        start: position(drawn.start, &drawing.start.text),
        end: position(drawn.end, &drawing.end.text),
        below: drawn.below,
        moving: String::new(),
    }
}

/// The files of a picture: as it is, and moving.
#[must_use]
pub fn files(page: &Page) -> Vec<File> {
    let Some(drawing) = drawing(page) else { return Vec::new() };
    let title = escape(&page.title.text);
    let text = escape(&format!("{} {}", drawing.start.text, drawing.end.text));
    let sheet = draw(&drawing.figure).sheet(&title, &text, &STYLE);
    let mut files = vec![File { path: href(page), bytes: sheet.into_bytes() }];
    if drawing.figure.step == 0.0 {
        let moving = film(&drawing.figure, &title, &text, &STYLE);
        files.push(File { path: moving_href(page), bytes: moving.into_bytes() });
    }
    files
}

/// Where the picture of a page is that moves, from the root of the site.
#[must_use]
pub fn moving_href(page: &Page) -> String {
    format!("picture/{}{MOVING}.svg", page.slug)
}

/// Where the picture of a page is, from the root of the site.
#[must_use]
pub fn href(page: &Page) -> String {
    format!("picture/{}.svg", page.slug)
}

/// How a page is drawn, if it is.
#[must_use]
pub fn drawing(page: &Page) -> Option<&Drawing> {
    match &page.facts {
        Facts::Exercise { drawing, .. } | Facts::SelfTest { drawing, .. } => drawing.as_deref(),
        _ => None,
    }
}

fn dark() -> String {
    format!("@media(prefers-color-scheme:dark){{{}}}", colours(1))
}

/// The tokens that the ink names, in light, 0, or dark, 1, as the site's own sheet gives them.
fn colours(scheme: usize) -> String {
    let names: BTreeSet<_> =
        INK.split("var(").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    let mut rule = "svg{".to_owned();
    for name in names {
        let line =
            TOKENS.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(": "));
        let values = line.into_iter().flat_map(|line| line.split('#').skip(1));
        let value = values.filter_map(|value| value.get(..6)).nth(scheme);
        let value = value.unwrap_or_else(|| panic!("tokens.css gives {name} no two colours"));
        write!(rule, "{name}:#{value};").expect("strings take text");
    }
    rule + "}"
}

/// A sheet without what only its writers read.
fn pressed(sheet: &str) -> String {
    let without: String = sheet
        .split("/*")
        .enumerate()
        .filter_map(
            |(at, part)| if at == 0 { Some(part) } else { part.split_once("*/").map(|p| p.1) },
        )
        .collect();
    without
        .lines()
        .map(str::trim)
        .collect::<String>()
        .replace(": ", ":")
        .replace(" {", "{")
        .replace(";}", "}")
}
