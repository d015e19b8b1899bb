//! A list and its drawing say the same: every place is drawn, nothing is drawn that is not on the list, and a finger can
//! hit it.

use std::ops::Range;

use backwise_graph::{Kind, Sign};

use super::self_test::is_played;
use crate::body_map::{BodyMap, Drawn, OWNERS};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, Place};
use crate::facts::Facts;
use crate::page::Page;
use crate::suggest::did_you_mean;
use crate::target;

/// How wide and high each part of a place is at least, in pixels: as large as a finger.
const FINGER: f64 = 44.0;

/// Reports drawings without a list, places that are not on it, those that are not drawn, and those too small to hit.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for map in &content.body_maps {
        let page = content.find(&map.slug, &OWNERS).map(|at| &content.pages[at]);
        match page.and_then(|page| Some((page, list(content, page)?))) {
            Some((page, list)) => {
                unknown(map, &list, found);
                undrawn(map, page, &list, found);
                small(map, found);
            }
            None => found.push(Diagnostic::error(
                "stray-drawing",
                Place::new(&map.path, 0..0),
                format!("there is no question `{}` for this drawing", map.slug),
                "give it the name of the question or the self-test whose places it draws",
            )),
        }
    }
}

/// Something on a list.
struct Row<'a> {
    slug: &'a str,
    /// Where the list stands.
    span: Range<usize>,
    /// Whether it lies somewhere on the body.
    is_place: bool,
}

fn list<'a>(content: &Content, page: &'a Page) -> Option<Vec<Row<'a>>> {
    match &page.facts {
        Facts::Question { options, .. } => {
            let row = |option: &'a crate::yaml::Spot| Row {
                slug: &option.text,
                span: option.span.clone(),
                is_place: is_place(content, &option.text),
            };
            Some(options.iter().map(row).collect())
        }
        Facts::SelfTest { .. } if is_played(page) => {
            let span = &page.title.span;
            let row = |sign: Sign| Row { slug: sign.name(), span: span.clone(), is_place: true };
            Some(Sign::PULLS.into_iter().map(row).collect())
        }
        _ => None,
    }
}

fn drawn(map: &BodyMap) -> impl Iterator<Item = &Drawn> {
    map.views.iter().flat_map(|view| &view.places)
}

fn unknown(map: &BodyMap, list: &[Row], found: &mut Vec<Diagnostic>) {
    for Drawn { stands_for, .. } in drawn(map) {
        if !list.iter().any(|row| row.slug == stands_for.text) {
            let message = format!("`{}` is no place of `{}`", stands_for.text, map.slug);
            let names = list.iter().map(|row| row.slug);
            let all = "its id must be one of the options, or a sign that says where it pulled";
            let help = did_you_mean(&stands_for.text, names, all);
            let place = Place::new(&map.path, stands_for.span.clone());
            found.push(Diagnostic::error("unknown-place", place, message, help));
        }
    }
}

fn undrawn(map: &BodyMap, page: &Page, list: &[Row], found: &mut Vec<Diagnostic>) {
    for row in list.iter().filter(|row| row.is_place) {
        if !drawn(map).any(|drawn| drawn.stands_for.text == row.slug) {
            found.push(Diagnostic::error(
                "undrawn-place",
                page.place(row.span.clone()),
                format!("`{}` is a place, and `{}` does not draw it", row.slug, map.path),
                format!("draw it there as `<g id=\"{}\">`", row.slug),
            ));
        }
    }
}

/// An area that is not there was reported when it was read.
fn small(map: &BodyMap, found: &mut Vec<Diagnostic>) {
    for Drawn { stands_for, area, .. } in drawn(map).filter(|drawn| !drawn.area.text.is_empty()) {
        let parts = target::parts(&area.text);
        let fits = |part: &target::Size| part.width >= FINGER && part.height >= FINGER;
        let (message, help) = match parts.iter().flatten().find(|part| !fits(part)) {
            _ if parts.is_none() => (
                format!("the area of `{}` cannot be measured", stands_for.text),
                "draw it with straight lines to places: `M`, `L`, `H`, `V` and `z`",
            ),
            Some(part) => (
                format!(
                    "part of `{}` is {} by {}, too small for a finger",
                    stands_for.text, part.width, part.height
                ),
                "make its area 44 steps wide and high at least; its mark may be smaller",
            ),
            None => continue,
        };
        let place = Place::new(&map.path, area.span.clone());
        found.push(Diagnostic::error("small-place", place, message, help));
    }
}

fn is_place(content: &Content, slug: &str) -> bool {
    let page = content.find(slug, &[Kind::Symptom]).map(|at| &content.pages[at].facts);
    matches!(page, Some(Facts::Symptom { region, .. }) if !region.is_empty())
}
