//! A list and its drawing ask the same: every place is drawn, and nothing is drawn that is not asked.

use backwise_graph::Kind;

use crate::body_map::{BodyMap, Drawn};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, Place};
use crate::facts::Facts;
use crate::page::Page;
use crate::suggest::did_you_mean;
use crate::yaml::Spot;

/// Reports drawings without a question, places that are no options, and options that are not drawn.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for map in &content.body_maps {
        let page = content.find(&map.slug, &[Kind::Question]).map(|at| &content.pages[at]);
        match page.map(|page| (page, &page.facts)) {
            Some((page, Facts::Question { options, .. })) => {
                unknown(map, options, found);
                undrawn(content, map, page, options, found);
            }
            _ => found.push(Diagnostic::error(
                "stray-drawing",
                Place::new(&map.path, 0..0),
                format!("there is no question `{}` for this drawing", map.slug),
                "give it the name of the question whose places it draws",
            )),
        }
    }
}

fn drawn(map: &BodyMap) -> impl Iterator<Item = &Drawn> {
    map.views.iter().flat_map(|view| &view.places)
}

fn unknown(map: &BodyMap, options: &[Spot], found: &mut Vec<Diagnostic>) {
    for Drawn { option, .. } in drawn(map) {
        if !options.iter().any(|asked| asked.text == option.text) {
            let message = format!("`{}` is no option of `{}`", option.text, map.slug);
            let names = options.iter().map(|option| option.text.as_str());
            let help = did_you_mean(&option.text, names, "its id must be one of the options");
            let place = Place::new(&map.path, option.span.clone());
            found.push(Diagnostic::error("unknown-place", place, message, help));
        }
    }
}

fn undrawn(
    content: &Content,
    map: &BodyMap,
    page: &Page,
    options: &[Spot],
    found: &mut Vec<Diagnostic>,
) {
    for option in options.iter().filter(|option| is_place(content, &option.text)) {
        if !drawn(map).any(|drawn| drawn.option.text == option.text) {
            found.push(Diagnostic::error(
                "undrawn-place",
                page.place(option.span.clone()),
                format!("`{}` is a place, and `{}` does not draw it", option.text, map.path),
                format!("draw it there as `<g id=\"{}\">`", option.text),
            ));
        }
    }
}

fn is_place(content: &Content, slug: &str) -> bool {
    let page = content.find(slug, &[Kind::Symptom]).map(|at| &content.pages[at].facts);
    matches!(page, Some(Facts::Symptom { region, .. }) if !region.is_empty())
}
