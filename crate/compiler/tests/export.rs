//! What is published is read back by parsers that others wrote, and it all says the same.

use std::collections::BTreeSet;
use std::path::Path;

use backwise_compiler::claim::claims;
use backwise_compiler::{Content, Date, Source, compile, export};
use oxjsonld::JsonLdParser;
use oxrdf::Quad;
use oxttl::TurtleParser;
use roxmltree::Document;
use serde_json::Value;

const BASE: &str = "https://example.org/back/data/";

/// Words with everything in them that a format may trip over.
const NASTY: [(&str, &str); 4] = [
    (
        "cause/slump.md",
        "---\ntitle: 'A \"slump\" <&> \\, so; there'\nalso: [\"one, two\"]\n---\nIt \\ says \"so\" & <b>.\n\nIt [[often shows::ache|aches]].[^wu] [[disputes::slump shows ache|Or not]].[^wu]\n",
    ),
    ("symptom/ache.md", "---\ntitle: Schmerz — “weh”\n---\n"),
    (
        "source/wu.md",
        "---\ntitle: Wu\nurl: 'https://example.org/a b?c=<d>&e=%20|{f}'\nread: full\n---\n",
    ),
    ("scale/shows.md", "---\ntitle: Shows\nwords:\n  often: 0.7\n---\n"),
];

fn content(source: &Source) -> Content {
    compile(source, Date::from_unix_days(20_778)).content
}

/// Runs `check` on the shipped pages and on the nasty ones.
fn each(check: impl Fn(&Content)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    check(&content(&Source::read(&folder).expect("the content folder is beside us")));
    check(&content(&Source::of(&NASTY.map(|(path, text)| (path, text.as_bytes())))));
}

fn file(content: &Content, name: &str) -> String {
    let files = export::files(content, "../");
    files.into_iter().find(|(it, _)| *it == name).expect("it is one of the files").1
}

fn turtle(content: &Content) -> BTreeSet<String> {
    let parser = TurtleParser::new().with_base_iri(BASE).expect("an address");
    let text = file(content, "graph.ttl");
    let facts = parser.for_slice(text.as_bytes());
    facts.map(|fact| fact.expect("it is Turtle").to_string()).collect()
}

fn json_ld(content: &Content) -> BTreeSet<String> {
    let parser = JsonLdParser::new().with_base_iri(BASE).expect("an address");
    let text = file(content, "graph.jsonld");
    let facts = parser.for_slice(text.as_bytes()).map(|fact| {
        let Quad { subject, predicate, object, .. } = fact.expect("it is JSON-LD");
        oxrdf::Triple::new(subject, predicate, object).to_string()
    });
    facts.collect()
}

#[test]
fn turtle_and_json_ld_say_the_same() {
    each(|content| {
        let (turtle, json_ld) = (turtle(content), json_ld(content));
        assert!(turtle.len() > 10);
        assert_eq!(turtle.difference(&json_ld).collect::<Vec<_>>(), [""; 0]);
        assert_eq!(json_ld.difference(&turtle).collect::<Vec<_>>(), [""; 0]);
    });
}

#[test]
fn every_claim_is_a_fact_and_a_thing_with_its_sources() {
    each(|content| {
        let facts = turtle(content);
        for claim in claims(content) {
            let id = |at: usize| {
                let page = &content.pages[at];
                format!("<urn:backwise:{}:{}>", page.kind.name(), page.slug)
            };
            let (from, kind, to) = (id(claim.from), claim.kind.name(), id(claim.to));
            assert!(facts.contains(&format!("{from} <urn:backwise:term:{kind}> {to}")), "{from}");
            let slug = |at: usize| &content.pages[at].slug;
            let (from, to) = (slug(claim.from), slug(claim.to));
            for source in claim.sources().into_iter().map(id) {
                let said = "<http://purl.org/dc/terms/source>";
                let fact = format!("<urn:backwise:claim:{from}:{kind}:{to}> {said} {source}");
                assert!(facts.contains(&fact), "{fact}");
            }
        }
    });
}

#[test]
fn graphml_declares_what_it_uses() {
    each(|content| {
        let text = file(content, "graph.graphml");
        let document = Document::parse(&text).expect("it is XML");
        let all = |tag: &'static str, attribute: &'static str| {
            let tags = document.descendants().filter(move |it| it.has_tag_name(tag));
            tags.map(move |it| it.attribute(attribute).expect("it is given"))
        };
        let declared: BTreeSet<_> = all("key", "id").collect();
        assert!(all("data", "key").all(|key| declared.contains(key)));
        let ids: BTreeSet<_> = all("node", "id").collect();
        assert!(all("edge", "source").chain(all("edge", "target")).all(|end| ids.contains(end)));
        assert_eq!(all("edge", "id").count(), claims(content).len());
        assert_eq!(ids.len(), n_nodes(content));
    });
}

#[test]
fn tables_have_a_row_for_each_node_and_each_claim() {
    each(|content| {
        for (name, expected) in
            [("nodes.csv", n_nodes(content)), ("relations.csv", claims(content).len())]
        {
            let text = file(content, name);
            // The reader refuses a row with more or fewer cells than the first.
            let rows: Result<Vec<_>, _> =
                csv::Reader::from_reader(text.as_bytes()).records().collect();
            let rows = rows.expect("it is CSV");
            assert_eq!(rows.len(), expected, "{name}");
            let ids: BTreeSet<_> = rows.iter().map(|row| row[0].to_owned()).collect();
            assert_eq!(ids.len(), expected, "{name}");
        }
        let text = file(content, "nodes.csv");
        let titles = csv::Reader::from_reader(text.as_bytes()).into_records();
        let titles: BTreeSet<_> = titles.map(|row| row.expect("it is CSV")[2].to_owned()).collect();
        assert!(export::nodes(content).all(|(page, _)| titles.contains(&page.title.text)));
    });
}

#[test]
fn what_others_call_the_same_is_in_every_file_of_nodes() {
    each(|content| {
        let things = export::nodes(content).map(|(page, _)| &page.identity);
        let ids = things.flat_map(|thing| [&thing.wikidata, &thing.icd_11]);
        let ids: Vec<_> = ids.flatten().collect();
        for name in ["graph.json", "graph.jsonld", "graph.ttl", "graph.graphml", "nodes.csv"] {
            let text = file(content, name);
            assert!(ids.iter().all(|id| text.contains(&id.text)), "{name}");
        }
    });
}

#[test]
fn json_names_no_node_that_it_does_not_hold() {
    each(|content| {
        let json: Value = serde_json::from_str(&file(content, "graph.json")).expect("it is JSON");
        let list = |name: &str| json[name].as_array().expect("a list").clone();
        let ids: BTreeSet<_> = list("nodes").iter().map(|node| node["id"].to_string()).collect();
        for relation in list("relations") {
            for end in ["from", "to"] {
                assert!(ids.contains(&relation[end].to_string()), "{relation}");
            }
            let receipts = relation["stated"].as_array().expect("a list");
            assert!(!receipts.is_empty(), "{relation}");
            for receipt in receipts {
                assert!(receipt["at"].is_string(), "{relation}");
            }
        }
        assert_eq!(list("relations").len(), claims(content).len());
    });
}

#[test]
fn same_content_same_bytes() {
    each(|content| assert!(export::files(content, "../").eq(export::files(content, "../"))));
}

fn n_nodes(content: &Content) -> usize {
    let kinds = ["question", "scale", "interface", "coverage", "country", "about", "hazard"];
    content.pages.iter().filter(|page| !kinds.contains(&page.kind.name())).count()
}
