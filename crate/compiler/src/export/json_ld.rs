//! Facts as JSON-LD.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::fact::{Object, PREFIXES, Subject};
use super::json::Each;

/// All facts as one document with its own context.
///
/// # Panics
/// Never: values can be written.
#[must_use]
pub fn print(facts: &[Subject]) -> String {
    let mut context: Map<_, _> =
        PREFIXES.iter().map(|(name, id)| ((*name).to_owned(), json!(id))).collect();
    context.insert("xsd".to_owned(), json!("http://www.w3.org/2001/XMLSchema#"));
    let document = Document { context, graph: Each(|| facts.iter().map(subject)) };
    serde_json::to_string(&document).expect("values can be written")
}

#[derive(Serialize)]
struct Document<G: Serialize> {
    #[serde(rename = "@context")]
    context: Map<String, Value>,
    #[serde(rename = "@graph")]
    graph: G,
}

fn subject(Subject { id, says }: &Subject) -> Value {
    let mut node = Map::new();
    node.insert("@id".to_owned(), json!(id));
    for (predicate, end) in says {
        if let (true, Object::Term(class)) = (predicate == "rdf:type", end) {
            node.insert("@type".to_owned(), json!(class));
            continue;
        }
        let values = node.entry(predicate.clone()).or_insert_with(|| json!([]));
        if let Value::Array(values) = values {
            values.push(object(end));
        }
    }
    Value::Object(node)
}

fn object(object: &Object) -> Value {
    match object {
        Object::Thing(id) | Object::Term(id) => json!({ "@id": id }),
        Object::Words(text) => json!({ "@value": text, "@language": "en" }),
        Object::Text(text) => json!(text),
        Object::Day(day) => json!({ "@value": day, "@type": "xsd:date" }),
        Object::Number(number) => {
            json!({ "@value": number.to_string(), "@type": "xsd:decimal" })
        }
    }
}
