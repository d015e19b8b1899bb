//! A self-test that is played has steps, and a page for each sign that it can show: a sign without one would leave a
//! reader with nothing but a word.

use backwise_graph::{Kind, RelationKind, Sign};

use crate::content::{Content, Statement};
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::page::Page;
use crate::suggest::did_you_mean;

/// Where the scale page says how much more an exercise is worth in a plan when a sign speaks for it.
const FACTOR: (&str, &str) = ("signs", "speaks-for");

/// At most: what is seen at a wall is weak evidence.
const MOST: f64 = 1.5;

/// Reports self-tests without steps, signs without a page, pages without a sign, and signs that lead nowhere.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for (_, page) in content.of_kind(Kind::SelfTest).filter(|(_, page)| is_played(page)) {
        steps(page, found);
        signs(content, page, found);
    }
    content.of_kind(Kind::Observation).for_each(|(_, page)| sign(page, found));
    content.statements.iter().for_each(|s| trained(content, s, found));
    factor_range(content, found);
}

/// How much more an exercise is worth in a plan when a sign speaks for it; 1 where no scale says.
#[must_use]
pub fn factor(content: &Content) -> f64 {
    let (scale, word) = FACTOR;
    content.scales.words.get(scale).and_then(|words| words.get(word)).copied().unwrap_or(1.0)
}

/// Whether it is played, step by step.
#[must_use]
pub fn is_played(page: &Page) -> bool {
    matches!(&page.facts, Facts::SelfTest { stop, .. } if !stop.is_empty())
}

fn steps(page: &Page, found: &mut Vec<Diagnostic>) {
    if page.steps().next().is_none() {
        let message = "this self-test has stop rules and no steps";
        let help = "add a numbered list: what to do, one step an item";
        found.push(Diagnostic::error("no-steps", page.title_place(), message, help));
    }
}

fn signs(content: &Content, page: &Page, found: &mut Vec<Diagnostic>) {
    let is_missing = |name: &&&str| content.find(name, &[Kind::Observation]).is_none();
    let missing: Vec<_> = Sign::NAMES.iter().filter(is_missing).copied().collect();
    if !missing.is_empty() {
        let message = format!("no page says what these signs may go with: {}", missing.join(", "));
        let help = format!("write `observation/{}.md`, and one for each of the others", missing[0]);
        found.push(Diagnostic::error("missing-observation", page.title_place(), message, help));
    }
}

fn sign(page: &Page, found: &mut Vec<Diagnostic>) {
    if Sign::from_name(&page.slug).is_none() {
        let message = format!("`{}` is no sign of the wall test", page.slug);
        let all = format!("the signs are {}", Sign::NAMES.join(", "));
        let help = did_you_mean(&page.slug, Sign::NAMES.iter().copied(), &all);
        found.push(Diagnostic::error("unknown-sign", page.title_place(), message, help));
    }
}

/// What is worth training can be trained.
fn trained(content: &Content, said: &Statement, found: &mut Vec<Diagnostic>) {
    use RelationKind::{Mobilises, Strengthens, Stretches, WorthLoosening, WorthStrengthening};
    let (word, kinds): (_, &[RelationKind]) = match said.kind {
        WorthStrengthening => ("strengthens", &[Strengthens]),
        WorthLoosening => ("stretches or mobilises", &[Stretches, Mobilises]),
        _ => return,
    };
    if !content.statements.iter().any(|s| s.to == said.to && kinds.contains(&s.kind)) {
        let message = format!("no exercise {word} `{}`", content.pages[said.to].slug);
        let help = "name a structure that one works on, or say so on the exercise's page";
        let place = content.pages[said.page].place(said.span.clone());
        found.push(Diagnostic::warning("no-exercise-for-it", place, message, help));
    }
}

fn factor_range(content: &Content, found: &mut Vec<Diagnostic>) {
    let Some(at) = content.find(FACTOR.0, &[Kind::Scale]) else { return };
    let number = factor(content);
    if !(1.0..=MOST).contains(&number) {
        let message = format!("`{}` is {number}", FACTOR.1);
        let help =
            format!("write a number from 1 to {MOST}: what is seen at a wall is weak evidence");
        let place = content.pages[at].title_place();
        found.push(Diagnostic::error("strength-range", place, message, help));
    }
}
