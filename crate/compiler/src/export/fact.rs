//! The graph as facts: subject, predicate, object, the way of RDF.

use std::collections::BTreeMap;

use super::{LICENCE, claim_id, claims, node_id, nodes, place, written};
use crate::claim::Claim;
use crate::content::Content;
use crate::facts::Facts;
use crate::page::Page;

/// The names that predicates and classes begin with, and what they stand for.
pub const PREFIXES: [(&str, &str); 5] = [
    ("backwise", "urn:backwise:term:"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
];

/// What the ids of Wikidata's items begin with.
const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// What is said of one subject.
pub struct Subject {
    /// Its id, an IRI.
    pub id: String,
    /// Predicates with a prefix, and their objects, in order.
    pub says: Vec<(String, Object)>,
}

/// The end of a fact.
pub enum Object {
    /// A thing, by its IRI.
    Thing(String),
    /// A class or a relation, with a prefix.
    Term(String),
    /// Words in English.
    Words(String),
    /// A text in no language: an id, a rule.
    Text(String),
    /// A day.
    Day(String),
    /// A number.
    Number(f64),
}

/// All facts of the graph: of the graph itself, of each node, of each claim.
#[must_use]
pub fn facts(content: &Content, root: &str) -> Vec<Subject> {
    let claims = claims(content);
    let mut ends: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for claim in &claims {
        let to = Object::Thing(node_id(&content.pages[claim.to]));
        let slug = &*content.pages[claim.from].slug;
        ends.entry(slug).or_default().push((term(claim.kind.name()), to));
    }
    let nodes = nodes(content).map(|(page, address)| {
        let mut node = node(page, &format!("{root}{address}"));
        node.says.extend(ends.remove(&*page.slug).unwrap_or_default());
        node
    });
    let mut facts: Vec<_> = [itself()].into_iter().chain(nodes).collect();
    facts.extend(claims.iter().map(|claim| stated(content, root, claim)));
    facts
}

fn term(name: &str) -> String {
    format!("backwise:{name}")
}

fn itself() -> Subject {
    let says = vec![
        ("rdf:type".to_owned(), Object::Term("skos:ConceptScheme".to_owned())),
        ("skos:prefLabel".to_owned(), Object::Words("The Backwise graph".to_owned())),
        ("dcterms:license".to_owned(), Object::Thing(LICENCE.to_owned())),
    ];
    Subject { id: "urn:backwise:graph".to_owned(), says }
}

fn node(page: &Page, address: &str) -> Subject {
    let mut says = vec![
        ("rdf:type".to_owned(), Object::Term(term(page.kind.name()))),
        ("skos:inScheme".to_owned(), Object::Thing("urn:backwise:graph".to_owned())),
        ("skos:prefLabel".to_owned(), Object::Words(page.title.text.clone())),
    ];
    let mut say = |predicate: &str, object| says.push((predicate.to_owned(), object));
    for name in &page.also {
        say("skos:altLabel", Object::Words(name.text.clone()));
    }
    if !page.summary().is_empty() {
        say("skos:definition", Object::Words(page.summary().to_owned()));
    }
    say("foaf:page", Object::Thing(address.to_owned()));
    if let Some(item) = &page.identity.wikidata {
        say("skos:exactMatch", Object::Thing(format!("{WIKIDATA}{}", item.text)));
    }
    if let Some(category) = &page.identity.icd_11 {
        say("backwise:icd-11", Object::Text(category.text.clone()));
    }
    if let Some(day) = page.checked {
        say("dcterms:modified", Object::Day(day.to_string()));
    }
    match &page.facts {
        Facts::RedFlag { level, when, sources, .. } => {
            say("backwise:level", Object::Text(level.name().to_owned()));
            if let Some((_, span)) = when {
                say("backwise:when", Object::Text(page.text[span.clone()].to_owned()));
            }
            for (source, _) in sources {
                let id = format!("urn:backwise:source:{}", source.text);
                say("dcterms:source", Object::Thing(id));
            }
        }
        Facts::Source { url: Some(url), .. } => {
            say("foaf:isPrimaryTopicOf", Object::Thing(iri(&url.text)));
        }
        _ => {}
    }
    Subject { id: node_id(page), says }
}

/// A claim as a thing of its own, so that its strength and its sources can be said.
fn stated(content: &Content, root: &str, claim: &Claim) -> Subject {
    let end = |at: usize| Object::Thing(node_id(&content.pages[at]));
    let mut says = vec![
        ("rdf:type".to_owned(), Object::Term("rdf:Statement".to_owned())),
        ("rdf:subject".to_owned(), end(claim.from)),
        ("rdf:predicate".to_owned(), Object::Term(term(claim.kind.name()))),
        ("rdf:object".to_owned(), end(claim.to)),
    ];
    if let Some((strength, value)) = claim.strength() {
        says.push((term("strength"), Object::Text(written(strength))));
        says.push((term("value"), Object::Number(value)));
    }
    says.extend(claim.sources().iter().map(|at| ("dcterms:source".to_owned(), end(*at))));
    let at =
        |page, passage| Some(Object::Thing(format!("{root}{}", place(content, page, passage)?)));
    let stated = claim.stated.iter().filter_map(|s| at(s.page, s.passage));
    says.extend(stated.map(|place| (term("stated-at"), place)));
    let doubted = claim.doubted.iter().filter_map(|d| at(d.page, d.passage));
    says.extend(doubted.map(|place| (term("doubted-at"), place)));
    Subject { id: claim_id(content, claim.from, claim.kind, claim.to), says }
}

/// An address as an IRI: what may not stand in one is written as `%20`.
fn iri(address: &str) -> String {
    let mut iri = String::with_capacity(address.len());
    for sign in address.chars() {
        match sign {
            '\0'..=' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '\x7f' => {
                iri.push_str(&format!("%{:02X}", u32::from(sign)));
            }
            sign => iri.push(sign),
        }
    }
    iri
}

#[cfg(test)]
mod tests {
    use super::iri;

    #[test]
    fn what_may_not_stand_in_an_address_is_escaped() {
        assert_eq!(iri("https://a.org/?b=<c> d\"#é_f"), "https://a.org/?b=%3Cc%3E%20d%22#é_f");
    }
}
