//! A self-test that is played has steps, and a page for each sign that it can show: a sign without one would leave a
//! reader with nothing but a word.

use backwise_graph::{Kind, RelationKind, Sign};
use backwise_posture::{Point, Variant};

use crate::content::{Content, Statement};
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::page::Page;
use crate::suggest::did_you_mean;

/// The scale page that says what signs are worth.
const SCALE: &str = "signs";

/// There: how much more an exercise is worth in a plan when a sign speaks for it.
const FACTOR: &str = "speaks-for";

/// There: for how many days a wall test that a reader kept bears on their plans.
const DAYS: &str = "counts-for";

/// At most: what is seen at a wall is weak evidence.
const MOST: f64 = 1.5;

/// At most: about a year.
const MOST_DAYS: f64 = 366.0;

/// Reports self-tests without steps, or with other dots than what they ask, signs without a page, pages without a sign, and signs that lead nowhere.
pub fn check(content: &Content, found: &mut Vec<Diagnostic>) {
    for (_, page) in content.of_kind(Kind::SelfTest).filter(|(_, page)| is_played(page)) {
        steps(page, found);
        signs(content, page, found);
        dots(page, found);
    }
    content.of_kind(Kind::Observation).for_each(|(_, page)| sign(page, found));
    content.statements.iter().for_each(|s| trained(content, s, found));
    factor_range(content, found);
    days_range(content, found);
}

/// How much more an exercise is worth in a plan when a sign speaks for it; 1 where no scale says.
#[must_use]
pub fn factor(content: &Content) -> f64 {
    worth(content, FACTOR).unwrap_or(1.0)
}

/// For how many days a wall test that a reader kept bears on their plans; for none where no scale says.
#[must_use]
pub fn days(content: &Content) -> f64 {
    worth(content, DAYS).unwrap_or(0.0)
}

fn worth(content: &Content, word: &str) -> Option<f64> {
    content.scales.words.get(SCALE)?.get(word).copied()
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

/// What is asked about has a dot, in the order in which it is asked: readers answer by pressing it.
fn dots(page: &Page, found: &mut Vec<Diagnostic>) {
    let Facts::SelfTest { drawing, seated, .. } = &page.facts else { return };
    for (drawing, variant) in [(drawing, Variant::Standing), (seated, Variant::Seated)] {
        let Some(drawing) = drawing else { continue };
        let asked: Vec<_> = variant.points().iter().map(|point| dotted(*point)).collect();
        if drawing.dots.iter().map(|dot| dot.text.as_str()).ne(asked.iter().copied()) {
            let span = drawing.dots.first().map_or(&page.title.span, |dot| &dot.span);
            let message = "the dots of this picture are not what the test asks about";
            let help = format!("write `dots: [{}]`, in this order", asked.join(", "));
            found.push(Diagnostic::error("wrong-dots", page.place(span.clone()), message, help));
        }
    }
}

/// What has the dot of a point; of the hands the one that is seen.
fn dotted(point: Point) -> &'static str {
    match point {
        Point::Head => "back-of-head",
        Point::ShoulderBlades => "blades",
        Point::Buttocks => "buttocks",
        Point::BacksOfHands => "right-hand",
        Point::LowBack => "low-back",
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
    let Some(at) = content.find(SCALE, &[Kind::Scale]) else { return };
    let number = factor(content);
    if !(1.0..=MOST).contains(&number) {
        let message = format!("`{FACTOR}` is {number}");
        let help =
            format!("write a number from 1 to {MOST}: what is seen at a wall is weak evidence");
        let place = content.pages[at].title_place();
        found.push(Diagnostic::error("strength-range", place, message, help));
    }
}

fn days_range(content: &Content, found: &mut Vec<Diagnostic>) {
    let Some(at) = content.find(SCALE, &[Kind::Scale]) else { return };
    let number = days(content);
    if !(0.0..=MOST_DAYS).contains(&number) || number.fract() > 0.0 {
        let message = format!("`{DAYS}` is {number}");
        let help = format!("write a whole number of days, at most {MOST_DAYS}");
        let place = content.pages[at].title_place();
        found.push(Diagnostic::error("days-range", place, message, help));
    }
}
