//! What lets a site be found: a map of it and a feed, for whom addresses must be whole, and a word to robots.

use std::fmt::Write as _;

use backwise_compiler::html::{address, escape};
use backwise_compiler::{Content, Date, Facts};
use backwise_graph::Kind;

use crate::embed::is_framed;
use crate::{File, Settings};

/// The page that is shown where there is none; it belongs on no map.
const LOST: &str = "404.html";

/// The files, made for the pages of nodes and for these beside them. Without the address of the site there is
/// no map and no feed.
#[must_use]
pub fn files(content: &Content, sheets: &[File], site: &Settings) -> Vec<File> {
    let file = |path: &str, text: String| File { path: path.to_owned(), bytes: text.into_bytes() };
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    let Some(base) = &site.base else { return vec![file("robots.txt", robots)] };
    writeln!(robots, "Sitemap: {base}sitemap.xml").expect("strings take text");
    vec![
        file("robots.txt", robots),
        file("sitemap.xml", map(content, sheets, base)),
        file("feed.xml", feed(content, base, &site.name)),
    ]
}

/// The address of a page; that of the first page is the site's own.
#[must_use]
pub fn canonical(base: &str, path: &str) -> String {
    format!("{base}{}", if path == "index.html" { "" } else { path })
}

fn map(content: &Content, sheets: &[File], base: &str) -> String {
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    let sheets = sheets.iter().map(|sheet| sheet.path.clone());
    let paths = content.pages.iter().filter_map(|page| address(page)).chain(sheets);
    let is_found = |path: &String| path.ends_with(".html") && path != LOST && !is_framed(path);
    for path in paths.filter(is_found) {
        let slug = path.trim_end_matches(".html").rsplit('/').next().unwrap_or_default();
        let page = content.by_slug.get(slug).map(|at| &content.pages[*at]);
        let page = page.filter(|page| address(page).as_ref() == Some(&path));
        let day = page.and_then(|page| page.checked).map(|day| format!("<lastmod>{day}</lastmod>"));
        let place = escape(&canonical(base, &path));
        writeln!(out, "<url><loc>{place}</loc>{}</url>", day.unwrap_or_default())
            .expect("strings take text");
    }
    out + "</urlset>\n"
}

/// The articles as Atom, the one checked last first.
fn feed(content: &Content, base: &str, name: &str) -> String {
    let of_kind = content.of_kind(Kind::Article);
    let mut articles: Vec<_> =
        of_kind.filter_map(|(_, page)| Some((page.checked?, page))).collect();
    articles.sort_by_key(|(day, page)| (std::cmp::Reverse(*day), &page.path));
    let updated = articles.first().map(|(day, _)| moment(*day)).unwrap_or_default();
    let (name, place) = (escape(name), escape(base));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n\
         <id>{place}</id><title>{name}</title><updated>{updated}</updated>\n\
         <link href=\"{place}\"/><link rel=\"self\" href=\"{place}feed.xml\"/>\n"
    );
    for (day, page) in articles {
        let Facts::Article { description, author, .. } = &page.facts else { continue };
        let place = escape(&format!("{base}{}", address(page).unwrap_or_default()));
        let (title, words) = (escape(&page.title.text), escape(&description.text));
        let (author, updated) = (escape(&author.text), moment(day));
        writeln!(
            out,
            "<entry><id>{place}</id><title>{title}</title><link href=\"{place}\"/>\
             <updated>{updated}</updated><author><name>{author}</name></author>\
             <summary>{words}</summary></entry>"
        )
        .expect("strings take text");
    }
    out + "</feed>\n"
}

/// A day as Atom wants a moment.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
