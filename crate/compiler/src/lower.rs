//! From content to the graph that the browser reads: tables, indices, numbers.

use std::collections::{BTreeMap, BTreeSet};

use backwise_graph::{
    Cause, CauseId, Country, Finding, FindingId, Graph, Kind, Likelihood, Link, Page as Node,
    PageId, Question, Receipt, RedFlag, Relation, RelationKind, Rule, Stage, Topic, Word,
};

use backwise_graph::graph::is_asked;

use crate::check::self_test::{days, factor};
use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::page::Page;
use crate::rule::Expression;
use crate::strength::{Quantity, Strength};
use crate::yaml::Spot;

mod body_map;
mod exercise;
mod position;
mod prior;
mod self_test;

/// Kinds of page that the browser knows of; those that asking takes come first.
const SHIPPED: [Kind; 12] = [
    Kind::Question,
    Kind::Symptom,
    Kind::Risk,
    Kind::RedFlag,
    Kind::Cause,
    Kind::Structure,
    Kind::Exercise,
    Kind::Habit,
    Kind::SelfTest,
    Kind::Observation,
    Kind::Professional,
    Kind::Article,
];

/// Makes the graph; nothing, when content is too broken to index.
#[must_use]
pub fn lower(content: &Content, language: &str, faults: &mut Vec<Diagnostic>) -> Option<Graph> {
    let tables = Tables::new(content)?;
    let mut graph = Graph {
        language: language.to_owned(),
        review: content.review().map_or(0, |day| day.unix_days() as u16),
        pages: tables.shipped.iter().map(|at| node(&content.pages[*at])).collect(),
        findings: tables.findings.keys().map(|at| finding(content, &tables, *at)).collect(),
        likelihoods: tables.findings.keys().map(|at| likelihood(content, &tables, *at)).collect(),
        questions: questions(content, &tables),
        causes: tables.causes.keys().map(|at| cause(content, &tables, *at)).collect(),
        red_flags: red_flags(content, &tables)?,
        countries: countries(content),
        exercises: exercise::exercises(content, &tables),
        self_tests: self_test::self_tests(content, &tables),
        observations: self_test::observations(content, &tables),
        sign_factor: factor(content) as f32,
        sign_days: days(content) as u16,
        relations: relations(content, &tables),
        topics: topics(content, &tables),
        body_maps: Vec::new(),
        words: words(content),
    };
    graph.body_maps = body_map::body_maps(content, &tables);
    prior::modifiers(content, &tables, &mut graph, faults);
    Some(graph)
}

/// Which row each page has.
pub(crate) struct Tables {
    shipped: Vec<usize>,
    pages: BTreeMap<usize, PageId>,
    findings: BTreeMap<usize, FindingId>,
    causes: BTreeMap<usize, CauseId>,
    /// Findings that some screen asks.
    on_screen: BTreeSet<usize>,
}

impl Tables {
    fn new(content: &Content) -> Option<Self> {
        if content.pages.len() > usize::from(u16::MAX) {
            return None;
        }
        let of = |kinds: &[Kind]| -> Vec<usize> {
            let rows = content.pages.iter().enumerate().filter(|(_, p)| kinds.contains(&p.kind));
            rows.map(|(at, _)| at).collect()
        };
        let mut shipped = of(&SHIPPED);
        shipped.sort_by_key(|at| !is_asked(content.pages[*at].kind));
        let number = |rows: &[usize]| {
            rows.iter().copied().enumerate().map(|(n, at)| (at, n)).collect::<Vec<_>>()
        };
        Some(Self {
            pages: number(&shipped).into_iter().map(|(at, n)| (at, PageId::new(n))).collect(),
            findings: number(&of(&[Kind::Symptom, Kind::Risk]))
                .into_iter()
                .map(|(at, n)| (at, FindingId::new(n)))
                .collect(),
            causes: number(&of(&[Kind::Cause]))
                .into_iter()
                .map(|(at, n)| (at, CauseId::new(n)))
                .collect(),
            on_screen: on_screen(content),
            shipped,
        })
    }
}

fn on_screen(content: &Content) -> BTreeSet<usize> {
    let options = content.of_kind(Kind::Question).flat_map(|(_, page)| match &page.facts {
        Facts::Question { options, .. } => &options[..],
        _ => &[],
    });
    options.filter_map(|option| content.by_slug.get(&option.text).copied()).collect()
}

fn node(page: &Page) -> Node {
    // Only where the interface shows it: every other word would be carried for nothing.
    let summary = match page.kind {
        Kind::Cause | Kind::RedFlag | Kind::Exercise | Kind::Habit | Kind::Professional => {
            page.summary()
        }
        Kind::SelfTest | Kind::Observation => page.summary(),
        _ => "",
    };
    Node {
        kind: page.kind,
        slug: page.slug.clone(),
        title: page.title.text.clone(),
        summary: summary.to_owned(),
    }
}

fn text(spot: Option<&crate::yaml::Spot>) -> String {
    spot.map(|s| s.text.clone()).unwrap_or_default()
}

fn finding(content: &Content, tables: &Tables, at: usize) -> Finding {
    let (ask, help, needs) = match &content.pages[at].facts {
        Facts::Symptom { ask, help, needs, .. } | Facts::Risk { ask, help, needs, .. } => {
            (ask, help, &needs[..])
        }
        _ => (&None, &None, &[][..]),
    };
    // What stands on a screen is never asked by itself, so its own question need not be carried.
    let alone = !tables.on_screen.contains(&at);
    let (ask, help) = (ask.as_ref().filter(|_| alone), help.as_ref().filter(|_| alone));
    Finding {
        page: tables.pages[&at],
        ask: text(ask),
        help: text(help),
        needs: findings(content, tables, needs),
    }
}

/// The findings with these ids.
fn findings(content: &Content, tables: &Tables, ids: &[Spot]) -> Vec<FindingId> {
    let row = |id: &Spot| tables.findings.get(content.by_slug.get(&id.text)?).copied();
    ids.iter().filter_map(row).collect()
}

fn likelihood(content: &Content, tables: &Tables, at: usize) -> Likelihood {
    let quantity = match &content.pages[at].facts {
        Facts::Symptom { otherwise, .. } => otherwise.as_ref(),
        Facts::Risk { common, .. } => Some(common),
        _ => None,
    };
    let uncommon = Quantity::of(&crate::yaml::Spot { text: "uncommon".into(), span: 0..0 });
    let number = share(content, quantity.unwrap_or(&uncommon));
    let is_risk = content.pages[at].kind == Kind::Risk;
    Likelihood {
        leak: if is_risk { 0.5 } else { number.clamp(0.005, 0.5) as f32 },
        share: if is_risk { number.clamp(0.001, 0.999) as f32 } else { 0.0 },
        links: links(content, tables, at),
        modifiers: Vec::new(),
    }
}

/// The causes that show a finding. The first statement of a relation counts; others are receipts.
fn links(content: &Content, tables: &Tables, finding: usize) -> Vec<Link> {
    let mut strengths: BTreeMap<CauseId, u8> = BTreeMap::new();
    for s in content.statements.iter().filter(|s| s.kind == RelationKind::Shows && s.to == finding)
    {
        let strength = (s.value.clamp(0.02, 0.98) * 255.0).round() as u8;
        strengths.entry(tables.causes[&s.from]).or_insert(strength);
    }
    strengths.into_iter().map(|(cause, strength)| Link { cause, strength }).collect()
}

/// A share in front matter as a number; unreadable ones were reported and count as rare.
fn share(content: &Content, quantity: &Quantity) -> f64 {
    content.scales.value("common", &quantity.strength).unwrap_or(match quantity.strength {
        Strength::Number(number, _) => number,
        Strength::Word(_) => 0.02,
    })
}

fn questions(content: &Content, tables: &Tables) -> Vec<Question> {
    let mut rows: Vec<((Stage, u32), Question)> = Vec::new();
    for (at, page) in content.of_kind(Kind::Question) {
        let Facts::Question { ask, help, stage, sheet, order, choose, options } = &page.facts
        else {
            continue;
        };
        let question = Question {
            page: tables.pages[&at],
            ask: ask.text.clone(),
            help: text(help.as_ref()),
            stage: *stage,
            sheet: *sheet,
            choose: *choose,
            options: findings(content, tables, options),
        };
        rows.push(((*stage, *order), question));
    }
    rows.sort_by_key(|(key, _)| *key);
    rows.into_iter().map(|(_, question)| question).collect()
}

fn cause(content: &Content, tables: &Tables, at: usize) -> Cause {
    let page = &content.pages[at];
    let Facts::Cause { cause_type, family, common, harm, .. } = &page.facts else {
        unreachable!("the causes table holds pages of kind cause");
    };
    Cause {
        page: tables.pages[&at],
        cause_type: *cause_type,
        family: family.text.clone(),
        prior: share(content, common).clamp(0.0005, 0.6) as f32,
        harm: *harm,
    }
}

/// The most urgent first, then by id: the order in which they are shown.
fn red_flags(content: &Content, tables: &Tables) -> Option<Vec<RedFlag>> {
    let mut flags = Vec::new();
    for (at, page) in content.of_kind(Kind::RedFlag) {
        let Facts::RedFlag { when, level, family, .. } = &page.facts else {
            continue;
        };
        flags.push(RedFlag {
            page: tables.pages[&at],
            when: rule(content, tables, &when.as_ref()?.0)?,
            level: *level,
            family: family.text.clone(),
        });
    }
    flags.sort_by(|a, b| b.level.cmp(&a.level).then(a.page.cmp(&b.page)));
    Some(flags)
}

fn rule(content: &Content, tables: &Tables, expression: &Expression) -> Option<Rule> {
    Some(match expression {
        Expression::Name(spot) => {
            Rule::Finding(*tables.findings.get(content.by_slug.get(&spot.text)?)?)
        }
        Expression::AtLeast(n, parts) => {
            let parts = parts.iter().map(|part| rule(content, tables, part));
            Rule::AtLeast(*n, parts.collect::<Option<_>>()?)
        }
    })
}

/// By title, as a list of them is read.
fn countries(content: &Content) -> Vec<Country> {
    let mut countries = Vec::new();
    for (_, page) in content.of_kind(Kind::Country) {
        if let Facts::Country { codes, number } = &page.facts {
            let codes: Vec<_> = codes.iter().map(|code| code.text.to_lowercase()).collect();
            let (title, number) = (page.title.text.clone(), number.text.clone());
            countries.push(Country { title, codes: codes.join(" "), number });
        }
    }
    countries.sort_by(|a, b| a.title.cmp(&b.title));
    countries
}

/// One row for each relation, however often it is stated; every statement is a receipt, and one that says how
/// strongly speaks for those that do not.
fn relations(content: &Content, tables: &Tables) -> Vec<Relation> {
    let mut rows: BTreeMap<(PageId, RelationKind, PageId), Relation> = BTreeMap::new();
    for s in &content.statements {
        let ends = (tables.pages.get(&s.from), tables.pages.get(&s.to), tables.pages.get(&s.page));
        let (Some(&from), Some(&to), Some(&page)) = ends else {
            continue;
        };
        let row = rows.entry((from, s.kind, to)).or_insert_with(|| Relation {
            from,
            kind: s.kind,
            to,
            strength: s.value as f32,
            receipts: Vec::new(),
        });
        if s.strength.is_some() {
            row.strength = s.value as f32;
        }
        row.receipts.push(Receipt { page, passage: s.passage });
    }
    rows.into_values().collect()
}

/// Of the articles that say what they are about.
fn topics(content: &Content, tables: &Tables) -> Vec<Topic> {
    let mut topics = Vec::new();
    for (at, page) in content.of_kind(Kind::Article) {
        let Facts::Article { about, .. } = &page.facts else { continue };
        let about = about
            .iter()
            .filter_map(|f| tables.findings.get(content.by_slug.get(&f.text)?).copied());
        let topic = Topic { page: tables.pages[&at], about: about.collect() };
        topics.extend((!topic.about.is_empty()).then_some(topic));
    }
    topics
}

fn words(content: &Content) -> Vec<String> {
    let mut given: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, page) in content.of_kind(Kind::Interface) {
        if let Facts::Words(words) = &page.facts {
            given.extend(words.iter().map(|(key, text)| (key.text.as_str(), text.text.as_str())));
        }
    }
    let text = |name: &&str| given.get(*name).copied().unwrap_or_default().to_owned();
    Word::NAMES.iter().map(text).collect()
}
