//! What is written down for a clinician says everything that was answered, and nothing is lost on the way.

use std::collections::BTreeMap;

use backwise_checker::answered::answered;
use backwise_checker::protocol::{self, Value};
use backwise_checker::sheet::{Line, Sheet, sheet, text};
use backwise_checker::{Ask, Manner, Session, fhir};
use backwise_graph::{Choose, FindingId, Stage, Urgency, Word};
use proptest::prelude::*;

use super::{cases, checker, graph, reader};

/// Everything that stands in the sections of these names.
fn items<'a>(sheet: &'a Sheet, names: &[&str]) -> Vec<&'a str> {
    let sections = sheet.sections.iter().filter(|section| names.contains(&section.name));
    let items = sections.flat_map(|section| &section.lines).flat_map(|line| &line.items);
    items.map(String::as_str).collect()
}

/// Whether it is a screen of which also what is not so is worth saying.
fn is_sign(ask: Ask) -> bool {
    let Ask::Screen(id) = ask else { return false };
    let question = &graph().questions[id.index()];
    question.choose == Choose::Many && !matches!(question.sheet, Stage::Where | Stage::Course)
}

/// What is written as FHIR, as the map of answers that an interview takes.
fn read_back(response: &str) -> BTreeMap<String, Value> {
    let response: serde_json::Value = serde_json::from_str(response).expect("it is JSON");
    let items = response["item"].as_array().expect("something was answered").iter();
    let answer = |item: &serde_json::Value| {
        let codes = item["answer"].as_array().expect("every item is answered").iter();
        let codes = codes.map(|answer| answer["valueCoding"]["code"].as_str().expect("a code"));
        let id = item["linkId"].as_str().expect("an id").to_owned();
        (id, Value::Many(codes.map(str::to_owned).collect()))
    };
    items.map(answer).collect()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_answer_stands_on_the_sheet(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        let sheet = sheet(checker(), session.known(), Manner::default(), 0);
        let title = |finding: &FindingId| graph().title(*finding);
        let lines: Vec<_> = sheet.sections.iter().flat_map(|section| &section.lines).collect();
        let is_yes = |line: &Line, ask: Ask| {
            line.label == ask.text(graph()) && line.items == [graph().word(Word::Yes)]
        };
        let so = items(&sheet, &["who", "course", "where", "answers"]);
        let (not_so, open) = (items(&sheet, &["denied"]), items(&sheet, &["unknown"]));
        for answer in answered(graph(), session.known()) {
            let is_single = matches!(answer.ask, Ask::Single(_));
            if is_single {
                let is_said = lines.iter().any(|line| is_yes(line, answer.ask));
                prop_assert_eq!(is_said, !answer.yes.is_empty(), "{:?}", answer);
            } else {
                prop_assert!(answer.yes.iter().all(|f| so.contains(&title(f))), "{answer:?}");
            }
            let is_denied = is_single || is_sign(answer.ask);
            prop_assert!(!is_denied || answer.no.iter().all(|f| not_so.contains(&title(f))));
            prop_assert!(answer.unsure.iter().all(|f| open.contains(&title(f))), "{answer:?}");
        }
    }

    #[test]
    fn a_sheet_says_at_the_top_when_signs_are_not_ruled_out(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        let told = session.assessment(checker());
        let top = sheet(checker(), session.known(), Manner::default(), 0).sections.swap_remove(0).lines;
        let says = |word| top.iter().any(|line| line.items == [graph().word(word)]);
        prop_assert_eq!(says(Word::SheetNotCleared), !told.not_cleared.is_empty());
        let is_clear = told.not_cleared.is_empty() && told.red_flags.is_empty();
        prop_assert_eq!(says(Word::SheetNoFlags), is_clear);
    }

    #[test]
    fn an_emergency_weighs_no_causes_on_the_sheet(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        let sheet = sheet(checker(), session.known(), Manner::default(), 0);
        let is_emergency = session.urgency(graph()) == Urgency::Emergency;
        prop_assert_eq!(sheet.sections.iter().any(|s| s.name == "fits"), !is_emergency);
        prop_assert_eq!(sheet.sections[0].name, "urgency");
    }

    #[test]
    fn a_brief_check_weighs_no_causes_on_the_sheet_and_says_so(reader in reader()) {
        let session = reader.go_on(Session::of(Manner::BRIEF), checker(), |_| {});
        let sheet = sheet(checker(), session.known(), Manner::BRIEF, 0);
        prop_assert!(sheet.sections.iter().all(|s| s.name != "fits"));
        let is_emergency = session.urgency(graph()) == Urgency::Emergency;
        let why = graph().word(if is_emergency { Word::SheetEnded } else { Word::SheetBrief });
        prop_assert!(sheet.sections[0].lines.iter().any(|line| line.items == [why]));
    }

    #[test]
    fn a_sheet_says_when_somebody_else_answered(reader in reader(), bits in 0..4_u8) {
        let manner = Manner::of_bits(bits);
        let session = reader.go_on(Session::of(manner), checker(), |_| {});
        let sheet = sheet(checker(), session.known(), manner, 0);
        let mut who = sheet.sections.iter().filter(|section| section.name == "who");
        let said = graph().word(Word::SheetForOther);
        let is_said = who.any(|who| who.lines.iter().any(|line| line.items == [said]));
        prop_assert_eq!(is_said, manner.is_for_other);
    }

    #[test]
    fn the_text_keeps_to_80_signs_and_leaves_nothing_out(reader in reader()) {
        fn words(line: &Line) -> Vec<&str> {
            let own = line.items.iter().chain([&line.label]).flat_map(|t| t.split(' '));
            own.chain(line.inner.iter().flat_map(words)).collect()
        }
        let session = reader.walk(checker(), |_| {});
        let sheet = sheet(checker(), session.known(), Manner::default(), 0);
        let text = text(&sheet);
        prop_assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        let mut written = text.split_whitespace().map(|word| word.trim_end_matches(';'));
        let mut lines = sheet.sections.iter().flat_map(|section| &section.lines);
        let n_words = lines.by_ref().map(|line| words(line).iter().filter(|w| !w.is_empty()).count());
        let titles = sheet.sections.iter().map(|s| s.title.split(' ').count());
        let head = sheet.title.split(' ').count() + 2 * sheet.blanks.len();
        prop_assert_eq!(written.by_ref().count(), n_words.sum::<usize>() + titles.sum::<usize>() + head);
    }

    #[test]
    fn a_medical_record_gives_every_answer_back(reader in reader()) {
        let session = reader.walk(checker(), |_| {});
        let mut again = Session::new();
        for (id, value) in read_back(&fhir::response(graph(), session.known(), 0)) {
            let ask = protocol::find(graph(), &id).expect("its link ids are ours");
            let reply = protocol::reply(graph(), ask, &value).expect("its codes are ours");
            again.answer(graph(), ask, reply).expect("it fits the question");
        }
        prop_assert_eq!(again.known(), session.known());
        prop_assert_eq!(again.given().len(), session.given().len());
    }
}
