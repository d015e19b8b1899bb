//! The reasoning shown at work: one made-up person told what fits, and published cases with their misses.
//! Whoever calls us plays them; here they become words and links.

use backwise_compiler::claim::{Claim, claims};
use backwise_compiler::strength::Strength;
use backwise_compiler::{Content, Facts};
use backwise_graph::{Fit, Kind, RelationKind, Urgency};
use serde::Serialize;

use crate::view::Link;

/// What somebody answered, and what they were told.
pub struct Example {
    /// The findings that they answered yes to, by id.
    pub yes: Vec<String>,
    /// How soon to get help.
    pub urgency: Urgency,
    /// What fits, the best first.
    pub fits: Vec<Fitting>,
    /// Questions after the safety screens.
    pub n_asked: usize,
}

/// A cause that fits, and the findings that say so or not, by id.
pub struct Fitting {
    pub cause: String,
    pub fit: Fit,
    pub speaks_for: Vec<String>,
    pub speaks_against: Vec<String>,
}

/// How often published cases were told what they should be.
#[derive(Serialize)]
pub struct Score {
    pub tallies: Vec<Tally>,
    pub cases: Vec<Case>,
}

/// One thing that is counted.
#[derive(Serialize)]
pub struct Tally {
    pub what: String,
    /// So many of so many, where a sign that was not spoken of counts as no.
    pub no: (usize, usize),
    /// The same where it counts as unsure.
    pub unsure: (usize, usize),
}

/// A published case, and what it was told.
#[derive(Serialize)]
pub struct Case {
    pub who: String,
    pub source: String,
    /// The levels that it should be told.
    pub expected: Vec<&'static str>,
    /// What it was told, by the two rules.
    pub no: &'static str,
    pub unsure: &'static str,
    /// `right`, `more` or `less`, by the first rule.
    pub verdict: &'static str,
}

/// An example as a page shows it.
#[derive(Serialize)]
pub struct Shown {
    pub yes: Vec<Link>,
    pub urgency: &'static str,
    pub n_asked: usize,
    pub fits: Vec<FitShown>,
}

#[derive(Serialize)]
pub struct FitShown {
    pub link: Link,
    pub fit: &'static str,
    /// How common it is, in the words of its page.
    pub common: String,
    pub speaks_for: Vec<Weight>,
    pub speaks_against: Vec<Weight>,
}

/// One answer, and what makes it weigh.
#[derive(Serialize)]
pub struct Weight {
    pub link: Link,
    /// How often the cause shows it, or how much it raises the cause.
    pub strength: String,
    /// Whether it raises the cause, rather than being shown by it.
    pub raises: bool,
    /// How often people say so though none of our causes is behind it.
    pub otherwise: String,
    /// Where the relation is written.
    pub receipt: Option<Link>,
}

/// An example in words and links.
#[must_use]
pub fn shown(content: &Content, example: &Example) -> Shown {
    let claims = claims(content);
    let page = |slug: &String| content.by_slug.get(slug).copied();
    let fits = example.fits.iter().filter_map(|fit| {
        let cause = page(&fit.cause)?;
        let weights = |findings: &[String]| {
            let found = findings.iter().filter_map(page);
            found.filter_map(|finding| weight(content, &claims, cause, finding)).collect()
        };
        Some(FitShown {
            link: Link::to(content, cause)?,
            fit: fit.fit.name(),
            common: common(&content.pages[cause].facts),
            speaks_for: weights(&fit.speaks_for),
            speaks_against: weights(&fit.speaks_against),
        })
    });
    Shown {
        yes: example.yes.iter().filter_map(page).filter_map(|at| Link::to(content, at)).collect(),
        urgency: example.urgency.name(),
        n_asked: example.n_asked,
        fits: fits.collect(),
    }
}

fn weight(content: &Content, claims: &[Claim], cause: usize, finding: usize) -> Option<Weight> {
    let claim = claims.iter().find(|claim| match claim.kind {
        RelationKind::Shows => (claim.from, claim.to) == (cause, finding),
        RelationKind::Raises => (claim.from, claim.to) == (finding, cause),
        _ => false,
    });
    let stated = claim.and_then(|claim| claim.stated.first());
    Some(Weight {
        link: Link::to(content, finding)?,
        strength: claim.and_then(|it| Some(written(it.strength()?.0))).unwrap_or_default(),
        raises: content.pages[finding].kind == Kind::Risk,
        otherwise: match &content.pages[finding].facts {
            Facts::Symptom { otherwise: Some(otherwise), .. } => written(&otherwise.strength),
            _ => String::new(),
        },
        receipt: stated.and_then(|s| Link::to_passage(content, s.page, s.passage)),
    })
}

fn common(facts: &Facts) -> String {
    match facts {
        Facts::Cause { common, .. } => written(&common.strength),
        _ => String::new(),
    }
}

/// A strength that is a word; a number says little in a sentence.
fn written(strength: &Strength) -> String {
    match strength {
        Strength::Word(word) => word.text.clone(),
        Strength::Number(..) => String::new(),
    }
}
