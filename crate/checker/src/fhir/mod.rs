//! The questions and the answers as FHIR R4 has them, for medical records.
//!
//! Link ids and codes are the ids that content has, and `yes`, `no`, `none`, `unsure`. Both resources name the
//! version of the content, and hold no name, no day and no result. The text is written by hand: in the page's
//! module a library for it would weigh more than all it writes.
//!
//! Field by field: <https://hl7.org/fhir/R4/questionnaire.html>,
//! <https://hl7.org/fhir/R4/questionnaireresponse.html>.

mod json;

use backwise_graph::{Choose, FindingId, Graph, Word};

use self::json::Json;
use crate::answered::{Answered, answered, questions};
use crate::known::Known;
use crate::session::{Ask, options};
use crate::version::hexadecimal;

/// All questions, as a `Questionnaire`. `hash` is the hash of the graph.
#[must_use]
pub fn questionnaire(graph: &Graph, hash: u64) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.pair("resourceType", "Questionnaire");
        json.pair("language", &graph.language);
        json.pair("url", &address(hash));
        json.pair("version", &hexadecimal(hash));
        json.pair("title", graph.word(Word::Title));
        // Not reviewed by a clinician yet.
        json.pair("status", "draft");
        json.list("subjectType", |json| json.string("Patient"));
        json.pair("description", graph.word(Word::Purpose));
        json.list("item", |json| questions(graph).for_each(|ask| question(json, graph, hash, ask)));
    });
    json.text()
}

/// What was answered, as a `QuestionnaireResponse` to that.
#[must_use]
pub fn response(graph: &Graph, known: &Known, hash: u64) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.pair("resourceType", "QuestionnaireResponse");
        json.pair("language", &graph.language);
        json.pair("questionnaire", &(address(hash) + "|" + &hexadecimal(hash)));
        json.pair("status", "completed");
        let answers = answered(graph, known);
        // An empty list is not allowed.
        if !answers.is_empty() {
            json.list("item", |json| answers.iter().for_each(|a| answer(json, graph, hash, a)));
        }
    });
    json.text()
}

fn question(json: &mut Json, graph: &Graph, hash: u64, ask: Ask) {
    json.object(|json| {
        json.pair("linkId", id(graph, ask));
        json.pair("text", ask.text(graph));
        json.pair("type", "choice");
        json.truth("repeats", is_many(graph, ask));
        json.list("answerOption", |json| {
            for code in codes(graph, ask) {
                json.object(|json| coding(json, graph, hash, ask, code));
            }
        });
    });
}

fn answer(json: &mut Json, graph: &Graph, hash: u64, answered: &Answered) {
    let ask = answered.ask;
    json.object(|json| {
        json.pair("linkId", id(graph, ask));
        json.pair("text", ask.text(graph));
        json.list("answer", |json| {
            for code in given(answered) {
                json.object(|json| coding(json, graph, hash, ask, code));
            }
        });
    });
}

/// What can be answered.
#[derive(Clone, Copy)]
enum Code {
    /// This is so.
    Yes(FindingId),
    /// It is not so, or none of them is.
    No,
    /// Not known; on a screen of several, what is not ticked.
    Unsure,
}

fn codes(graph: &Graph, ask: Ask) -> Vec<Code> {
    let (findings, is_one) = options(graph, &ask);
    let mut codes: Vec<Code> = findings.iter().map(|finding| Code::Yes(*finding)).collect();
    if !is_one {
        codes.push(Code::No);
    }
    codes.push(Code::Unsure);
    codes
}

fn given(answered: &Answered) -> Vec<Code> {
    let mut codes: Vec<Code> = answered.yes.iter().map(|finding| Code::Yes(*finding)).collect();
    if !answered.unsure.is_empty() {
        codes.push(Code::Unsure);
    } else if codes.is_empty() {
        codes.push(Code::No);
    }
    codes
}

/// A code as readers saw it. The ids mean something in this content only, and so its address is their system.
fn coding(json: &mut Json, graph: &Graph, hash: u64, ask: Ask, code: Code) {
    let (name, shown) = match (code, ask) {
        (Code::Yes(finding), Ask::Screen(_)) => {
            (graph.page(graph.finding(finding).page).slug.as_str(), graph.title(finding))
        }
        (Code::Yes(_), Ask::Single(_)) => ("yes", graph.word(Word::Yes)),
        (Code::No, Ask::Screen(_)) => ("none", graph.word(Word::NoneOfThese)),
        (Code::No, Ask::Single(_)) => ("no", graph.word(Word::No)),
        (Code::Unsure, _) if is_many(graph, ask) => ("unsure", graph.word(Word::NotSureOfRest)),
        (Code::Unsure, _) => ("unsure", graph.word(Word::NotSure)),
    };
    json.key("valueCoding");
    json.object(|json| {
        json.pair("system", &address(hash));
        json.pair("code", name);
        json.pair("display", shown);
    });
}

fn is_many(graph: &Graph, ask: Ask) -> bool {
    match ask {
        Ask::Screen(id) => graph.questions[id.index()].choose == Choose::Many,
        Ask::Single(_) => false,
    }
}

fn id(graph: &Graph, ask: Ask) -> &str {
    &graph.page(ask.page(graph)).slug
}

/// What names the content everywhere: its hash, as a UUID of the kind whose digits are one's own (RFC 9562, 5.8).
fn address(hash: u64) -> String {
    let digits = hexadecimal(hash);
    let (first, rest) = digits.split_at(8);
    let (second, rest) = rest.split_at(4);
    let (third, fourth) = rest.split_at(3);
    ["urn:uuid:", first, "-", second, "-8", third, "-8", fourth, "00-000000000000"].concat()
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_address_is_a_uuid_of_version_8() {
        let address = super::address(0x0123_4567_89ab_cdef);
        assert_eq!(address, "urn:uuid:01234567-89ab-8cde-8f00-000000000000");
    }
}
