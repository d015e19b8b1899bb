//! Every distinct screen of the checker, by axe and by our own laws.

use backwise_graph::{Graph, Word};
use backwise_tests::widget::Until;
use backwise_tests::{Axe, Browser, journey};
use serde_json::json;

use super::laws::{Report, faults};
use super::tour::Tour;
use crate::hosts::Host;

#[test]
fn every_screen_is_for_everyone() {
    let (browser, axe, checker) = (Browser::start(), Axe::installed(), journey::checker());
    let mut report = Report::default();
    let mut look = |name: &str| {
        let mut found = faults(&browser, &axe, "html");
        found.extend(card_faults(&browser, checker.graph()));
        report.add(name, found);
    };
    Tour::new(&browser, &checker, &mut look).go();
    report.end("screens");
}

/// Where scripts are allowed least, and what sorts causes is not there.
#[test]
fn elsewhere_it_is_for_everyone_too() {
    let (host, axe, checker) = (Host::new(&["tell_bg.wasm"]), Axe::installed(), journey::checker());
    let mut report = Report::default();
    for page in ["strict", "narrow", "angry"] {
        host.browser.open(&format!("/embed/{page}.html"));
        host.browser.find("backwise-check >> [name=start]");
        report.add(&format!("{page}: start"), axe.faults(&host.browser, "backwise-check"));
    }
    host.tired_runner("strict", Until::Result);
    let mut found = axe.faults(&host.browser, "backwise-check");
    found.extend(card_faults(&host.browser, checker.graph()));
    report.add("strict: result without what fits", found);
    report.end("screens elsewhere");
}

/// A care card is heard as a region, and its name begins with how soon.
fn card_faults(browser: &Browser, graph: &Graph) -> Option<String> {
    let script = "return document.querySelector('backwise-check')
        .shadowRoot.querySelector('.care-card')?.dataset.urgency";
    let level = format!("level-{}", browser.script(script).as_str()?);
    let tier = graph.word(Word::from_name(&level)?);
    let tree = browser.devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("the tree has nodes");
    let names = nodes.iter().filter(|node| node["role"]["value"] == "region");
    let names: Vec<_> = names.filter_map(|node| node["name"]["value"].as_str()).collect();
    let is_told = names.iter().any(|name| name.starts_with(tier));
    (!is_told).then(|| format!("no region's name begins with `{tier}`: {names:?}"))
}
