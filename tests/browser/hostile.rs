//! Twelve pages of others that make it hard, and two as blogs have them: on each the checker tells the same, quietly,
//! and nothing moves.

mod apart;
mod sanitised;

use backwise_tests::axe::lines;
use backwise_tests::screen::{Device, Scheme};
use backwise_tests::widget::{Until, WIDGET, click, inside, load, walk};
use backwise_tests::{Axe, Browser, Make, Screen, journey};

use crate::hosts::Host;
use crate::journeys::assert_told_the_same;
use crate::shifts::shifts;

/// A policy that allows next to nothing.
#[test]
fn strict() {
    tells(&Host::new(&[]), "strict");
}

/// Styles that reach for everything, and a rem of ten pixels.
#[test]
fn angry() {
    tells(&Host::new(&[]), "angry");
}

/// Written from right to left.
#[test]
fn leftward() {
    let host = Host::new(&[]);
    tells(&host, "leftward");
    let direction = "return getComputedStyle(root.querySelector('.body')).direction";
    assert_eq!(inside(&host.browser, direction), "ltr", "its words are English");
    assert_eq!(host.browser.script("return document.documentElement.lang"), "ar");
    assert_eq!(inside(&host.browser, "return root.querySelector('.body').lang"), "en");
}

/// A column of 200 pixels.
#[test]
fn column() {
    tells(&Host::new(&[]), "column");
}

/// A post in a theme of blocks, as WordPress has them.
#[test]
fn wordpress() {
    tells(&Host::new(&[]), "wordpress");
}

/// A card in a post, as themes for Ghost have them, and a rem of ten pixels.
#[test]
fn ghost() {
    tells(&Host::new(&[]), "ghost");
}

/// Zoomed to 400 %.
#[test]
fn zoomed() {
    tells_on(&[Device::Zoomed], &Host::new(&[]), "plain", |_| ());
}

/// A frame without an origin and without storage.
#[test]
fn sandbox() {
    tells_on(&[Device::Desktop], &Host::new(&[]), "sandbox", |browser| {
        browser.enter_frame(0);
        assert_eq!(browser.script("return origin"), "null");
    });
}

fn tells(host: &Host, page: &str) {
    tells_on(&[Device::Phone, Device::Desktop], host, page, |_| ());
}

/// Everything that is promised of a page: it is opened on each device, and walked through on the last.
fn tells_on(devices: &[Device], host: &Host, page: &str, enter: fn(&Browser)) {
    let (browser, axe) = (&host.browser, Axe::installed());
    for device in devices {
        browser.leave_frames();
        browser.show_on(Screen { device: *device, scheme: Scheme::Light });
        browser.open(&format!("/embed/{page}.html"));
        enter(browser);
        load(browser);
        assert_eq!(shifts(browser), [""; 0], "{page}, {device:?}");
        assert_eq!(axe.faults(browser, WIDGET), [""; 0], "{page}, {device:?}");
    }
    tells_the_same(browser);
    assert_eq!(shifts(browser), [""; 0], "{page}");
    assert_eq!(axe.faults(browser, WIDGET), [""; 0], "{page}");
}

/// The same in another browser, on a screen of its own.
pub fn plain_in(make: Make) {
    tells_in(make, "plain");
}

pub fn strict_in(make: Make) {
    tells_in(make, "strict");
}

fn tells_in(make: Make, page: &str) {
    let (host, axe) = (Host::of(make, &[]), Axe::installed());
    host.browser.open(&format!("/embed/{page}.html"));
    load(&host.browser);
    tells_the_same(&host.browser);
    assert_eq!(axe.faults(&host.browser, WIDGET), [""; 0], "{page}");
}

/// From the first screen to the result that anybody is told, and nothing else comes of it.
pub fn tells_the_same(browser: &Browser) {
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    click(browser, "[name=start]");
    walk(browser, &checker, &journey, Until::Question("place"));
    assert_eq!(lines(&inside(browser, OUTSIDE)), [""; 0]);
    walk(browser, &checker, &journey, Until::Result);
    assert_eq!(lines(&inside(browser, OUTSIDE)), [""; 0]);
    assert_told_the_same(browser, &checker, &journey);
    assert_eq!(browser.requests_since_load(), [], "a request left the page after load");
    assert_eq!(browser.strangers(), [""; 0]);
    assert_eq!(browser.console_errors(), [""; 0]);
    assert_eq!(browser.script(STORED), 0);
}

/// Parts of the screen that stick out of the element.
const OUTSIDE: &str = "
    const { left, right } = root.host.getBoundingClientRect();
    const isOut = (e) => e.getBoundingClientRect().right > right + 1 || e.getBoundingClientRect().left < left - 1;
    const shown = [...root.querySelectorAll('.screen *:not(.hidden, .chain-again)')].filter((e) => e.checkVisibility());
    return shown.filter(isOut).map((e) => `${e.localName}.${e.className}`)";

/// How much is kept on the device; a page without an origin can keep nothing.
const STORED: &str = "try {
    return document.cookie.length + localStorage.length + sessionStorage.length;
} catch {
    return 0;
}";
