//! A graph of findings `a` to `h`, with the screens and the rules that a test gives it.

use backwise_checker::{Ask, Known, Reply};
use backwise_graph::{
    Choose, Finding, FindingId, Graph, Kind, Likelihood, Page, PageId, Question, QuestionId,
    RedFlag, Rule, Stage, Urgency,
};

const NAMES: &str = "abcdefgh";

/// A graph without screens and rules; of each of `asked` there is a question of its own.
pub fn little(asked: &str) -> Graph {
    let mut graph = Graph::default();
    for name in NAMES.chars() {
        let ask = if asked.contains(name) { format!("{name}?") } else { String::new() };
        let page = page(&mut graph, Kind::Symptom, &name.to_string());
        graph.findings.push(Finding { page, ask, help: String::new(), needs: Vec::new() });
        let (links, modifiers) = (Vec::new(), Vec::new());
        graph.likelihoods.push(Likelihood { leak: 0.05, share: 0.0, links, modifiers });
    }
    graph
}

/// One more page.
pub fn page(graph: &mut Graph, kind: Kind, slug: &str) -> PageId {
    let (slug, title) = (slug.to_owned(), slug.to_owned());
    graph.pages.push(Page { kind, slug, title, summary: String::new() });
    PageId::new(graph.pages.len() - 1)
}

/// One more screen.
pub fn screen(graph: &mut Graph, stage: Stage, choose: Choose, options: &str) {
    let page = page(graph, Kind::Question, options);
    let (ask, help) = (format!("{options}?"), String::new());
    let options = findings(options);
    graph.questions.push(Question { page, ask, help, stage, sheet: stage, choose, options });
}

/// One more rule, after those that are more urgent.
pub fn flag(graph: &mut Graph, level: Urgency, when: Rule) {
    let page = page(graph, Kind::RedFlag, level.name());
    graph.red_flags.push(RedFlag { page, when, level, family: String::new() });
}

/// `finding` can only be so when one of these is.
pub fn needs(graph: &mut Graph, finding: char, one_of: &str) {
    graph.findings[f(finding).index()].needs = findings(one_of);
}

pub fn f(name: char) -> FindingId {
    FindingId::new(NAMES.find(name).expect("a name from a to h"))
}

pub fn findings(names: &str) -> Vec<FindingId> {
    names.chars().map(f).collect()
}

/// The rule that takes one of these.
pub fn any(names: &str) -> Rule {
    Rule::AtLeast(1, findings(names).into_iter().map(Rule::Finding).collect())
}

/// The rule that takes all of these.
pub fn all(names: &str) -> Rule {
    Rule::AtLeast(names.len() as u8, findings(names).into_iter().map(Rule::Finding).collect())
}

/// What is known of `a`, `b` and so on: `y`, `n`, `?` for unsure, `x` where it is ruled out, `-` where nothing was said.
pub fn known(said: &str) -> Known {
    let byte = |said| "-n?yx".find(said).expect("one of these") as u8;
    let bytes: Vec<u8> = format!("{said:-<8}").chars().map(byte).collect();
    Known::from_bytes(&bytes, NAMES.len()).expect("one byte a finding")
}

/// The screen at this place.
pub fn screen_at(at: usize) -> Ask {
    Ask::Screen(QuestionId::new(at))
}

/// These are so, and the others are not.
pub fn ticks(names: &str) -> Reply {
    Reply { ticked: findings(names), rest_unsure: false }
}

/// These are so, and the others are not known.
pub fn unsure_but(names: &str) -> Reply {
    Reply { ticked: findings(names), rest_unsure: true }
}
