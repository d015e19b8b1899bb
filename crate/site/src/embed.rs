//! For whoever wants the checker on a page of their own: what to copy, and our pages in their frames.

use backwise_compiler::{Facts, Page};
use backwise_graph::{Country, Graph};
use minijinja::context;
use minijinja::value::{Serde, Value};
use serde::Serialize;
use serde_json::json;

use crate::index::Index;
use crate::press::Press;
use crate::{File, Settings, listing};

/// A country that the checker can put first.
#[derive(Serialize)]
struct Region {
    title: String,
    /// One of its ISO 3166-1 codes.
    code: String,
}

/// Whether this page is a part of others' pages, and none that is looked for.
#[must_use]
pub fn is_framed(path: &str) -> bool {
    path.starts_with("embed/")
}

/// What a frame may: run and fetch its own files, open links and call numbers, save and print.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups \
    allow-popups-to-escape-sandbox allow-downloads allow-modals";
/// And: keep the screen on, and copy.
const ALLOW: &str = "screen-wake-lock; clipboard-write";
/// How high it is until it says what it wants, in CSS pixels.
const HEIGHT: u32 = 720;
/// The narrowest that it can be shown in, in CSS pixels.
const WIDTH: u32 = 320;

/// The page to choose on.
pub const CHOICE: &str = "embed.html";

/// The pages for frames, and where the address of the site is known, what says so to programs.
#[must_use]
pub fn files(index: &Index, press: &Press, site: &Settings) -> Vec<File> {
    let tests = listing::self_tests(index);
    let mut files = vec![framed(press, "check", CHECK)];
    files.extend(tests.first().map(|test| framed(press, "wall-test", &test.link.title)));
    files.extend(site.base.as_deref().map(|base| oembed(base, &site.name)));
    files
}

const CHECK: &str = "Check my back";

fn framed(press: &Press, what: &str, title: &str) -> File {
    press.print(&format!("embed/{what}.html"), "frame.html", context! { what, title })
}

/// The frame as programs ask for it that are given the address of the checker. A file cannot heed how much room
/// they have, so it asks for the least, and for no picture.
fn oembed(base: &str, name: &str) -> File {
    let html = format!(
        "<iframe src=\"{base}embed/check.html\" title=\"{CHECK}\" width=\"100%\" height=\"{HEIGHT}\" \
         loading=\"lazy\" sandbox=\"{SANDBOX}\" allow=\"{ALLOW}\" style=\"border: 0\"></iframe>"
    );
    let it = json!({
        "version": "1.0",
        "type": "rich",
        "title": CHECK,
        "provider_name": name,
        "provider_url": base,
        "width": WIDTH,
        "height": HEIGHT,
        "html": html,
    });
    File { path: "embed/check.json".to_owned(), bytes: it.to_string().into_bytes() }
}

/// What the page to choose on shows.
///
/// # Panics
/// Never: templates print text.
#[must_use]
pub fn choice(index: &Index, graph: &Graph, press: &Press) -> Value {
    let inside = press.print("inside.html", "inside.html", context! {}).bytes;
    let inside = String::from_utf8(inside).expect("templates print text");
    let countries: Vec<_> = graph.countries.iter().filter_map(region).collect();
    let mut topics: Vec<_> = index.content.pages.iter().filter_map(|page| topic(page)).collect();
    topics.sort_unstable();
    context! {
        inside => inside.trim(),
        tests => Serde(listing::self_tests(index)),
        topics => Serde(topics),
        countries => Serde(countries),
        sandbox => SANDBOX,
        allow => ALLOW,
        height => HEIGHT,
        release => env!("CARGO_PKG_VERSION"),
    }
}

/// The title and the id of an article that says what it is about.
fn topic(page: &Page) -> Option<(&str, &str)> {
    match &page.facts {
        Facts::Article { about, .. } if !about.is_empty() => Some((&page.title.text, &page.slug)),
        _ => None,
    }
}

fn region(country: &Country) -> Option<Region> {
    let code = country.codes.split(' ').next()?.to_uppercase();
    Some(Region { title: country.title.clone(), code })
}
