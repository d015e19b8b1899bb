//! Self-tests that are played, and what they can show.

use backwise_graph::{Kind, Observation, SelfTest, Sign};

use super::Tables;
use super::position::positions;
use crate::content::Content;
use crate::facts::Facts;

/// Every self-test with stop rules. The others are pages to read.
pub(crate) fn self_tests(content: &Content, tables: &Tables) -> Vec<SelfTest> {
    let of = content.of_kind(Kind::SelfTest);
    of.filter_map(|(at, page)| match &page.facts {
        Facts::SelfTest { stop, drawing, seated } if !stop.is_empty() => Some(SelfTest {
            page: tables.pages[&at],
            stop: stop.iter().map(|spot| spot.text.clone()).collect(),
            steps: page.steps().map(str::to_owned).collect(),
            standing: positions(drawing.as_deref()),
            seated: positions(seated.as_deref()),
        }),
        _ => None,
    })
    .collect()
}

/// In the order of the signs.
pub(crate) fn observations(content: &Content, tables: &Tables) -> Vec<Observation> {
    let mut rows = Vec::new();
    for sign in Sign::ALL {
        let at = content.find(sign.name(), &[Kind::Observation]);
        rows.extend(at.map(|at| Observation { page: tables.pages[&at], sign: *sign }));
    }
    rows
}
