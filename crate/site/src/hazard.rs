//! The hazard log: what could hurt a reader, what prevents it, and what nothing prevents.

use backwise_compiler::Page;
use backwise_compiler::hazard::{self, SECTIONS};
use serde::Serialize;

use crate::index::Index;
use crate::view::spaced;

/// All hazards: those that nothing prevents stand first.
#[derive(Serialize)]
pub struct Log {
    pub open: Vec<Hazard>,
    pub controlled: Vec<Hazard>,
    /// How many tests are named in all.
    pub n_tests: usize,
}

/// What could hurt a reader.
#[derive(Serialize)]
pub struct Hazard {
    /// Its id, and its address on the sheet.
    pub slug: String,
    pub title: String,
    /// What happens, in a sentence or two.
    pub summary: String,
    pub severity: String,
    pub likelihood: String,
    /// How likely it would be without the controls, or nothing.
    pub without: String,
    pub controls: Vec<Control>,
    /// Why nothing prevents it, or nothing.
    pub open: String,
    pub sections: Vec<Section>,
}

/// Something that prevents it, with the names of the tests that show it.
#[derive(Serialize)]
pub struct Control {
    pub text: String,
    pub tests: Vec<String>,
}

#[derive(Serialize)]
pub struct Section {
    pub heading: &'static str,
    pub passages: Vec<String>,
}

#[must_use]
pub fn log(index: &Index) -> Log {
    let all = hazard::all(index.content).into_iter().map(|(page, hazard)| shown(page, hazard));
    let (open, controlled): (Vec<_>, Vec<_>) = all.partition(|hazard| !hazard.open.is_empty());
    let controls = controlled.iter().flat_map(|hazard| &hazard.controls);
    let mut tests: Vec<_> = controls.flat_map(|control| &control.tests).collect();
    tests.sort();
    tests.dedup();
    let n_tests = tests.len();
    Log { open, controlled, n_tests }
}

fn shown(page: &Page, hazard: &hazard::Hazard) -> Hazard {
    let section = |heading| Section { heading, passages: hazard::section(page, heading) };
    let text = |spot: &Option<backwise_compiler::yaml::Spot>| {
        spot.as_ref().map(|spot| spot.text.clone()).unwrap_or_default()
    };
    let control = |control: &hazard::Control| Control {
        text: control.text.text.clone(),
        tests: control.tests.iter().map(|test| test.text.clone()).collect(),
    };
    Hazard {
        slug: page.slug.clone(),
        title: page.title.text.clone(),
        summary: page.summary().to_owned(),
        severity: spaced(&hazard.severity.text),
        likelihood: spaced(&hazard.likelihood.text),
        without: spaced(&text(&hazard.without)),
        controls: hazard.controls.iter().map(control).collect(),
        open: text(&hazard.open),
        sections: SECTIONS.into_iter().map(section).collect(),
    }
}
