//! One page of each kind, the longest of its folder, and every page that is the only one of its kind.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use backwise_tests::screen::{Device, Scheme};
use backwise_tests::site::Site;
use backwise_tests::{Axe, Browser, Screen};

use super::laws::{Report, faults};

#[test]
fn every_kind_of_page_is_for_everyone() {
    let (browser, axe, mut report) = (Browser::start(), Axe::installed(), Report::default());
    for path in kinds(&Site::folder()) {
        browser.show_on(Screen { device: Device::Desktop, scheme: Scheme::Light });
        browser.open(&format!("/{path}"));
        let tag = "document.querySelector('backwise-check')";
        if browser.script(&format!("{tag}?.scrollIntoView(); return !!{tag}")) == true {
            browser.find("backwise-check >> [name=start]");
        }
        report.add(&path, faults(&browser, &axe, "html"));
    }
    report.end("kinds of pages");
}

fn kinds(site: &Path) -> Vec<String> {
    let mut longest = BTreeMap::new();
    for (path, length) in pages(site, "") {
        let kind = path.rsplit_once('/').map_or(path.clone(), |(folder, _)| folder.to_owned());
        let best = longest.entry(kind).or_insert((length, path.clone()));
        *best = best.clone().max((length, path));
    }
    longest.into_values().map(|(_, path)| path).collect()
}

/// Every page, with its length.
fn pages(site: &Path, folder: &str) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(site.join(folder)).expect("the site is built").flatten() {
        let path = format!("{folder}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(pages(site, &format!("{path}/")));
        } else if path.ends_with(".html") {
            found.push((path, entry.metadata().expect("a file has a length").len()));
        }
    }
    found
}
