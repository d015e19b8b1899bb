//! Drawings where a reader forces colours, and on paper. An SVG keeps its own unless it is told.

use backwise_tests::screen::{Device, Scheme};
use backwise_tests::widget::{Until, WIDGET, click, inside, walk};
use backwise_tests::{Browser, Screen, journey};
use serde_json::json;

const FORCED: Screen = Screen { device: Device::Desktop, scheme: Scheme::Forced };

/// The colour that each of these is drawn with, and what the system calls text, paper and link.
const COLOURS: &str = "
    const probe = document.body.appendChild(document.createElement('i'));
    const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
    const drawn = (css, what) => getComputedStyle(root.querySelector(css))[what];";

#[test]
fn the_body_map_takes_the_colours_that_its_reader_forces() {
    let browser = Browser::start();
    browser.show_on(FORCED);
    browser.open("/check.html");
    click(&browser, "[name=start]");
    let journey = journey::read("tired-runner");
    walk(&browser, &journey::checker(), &journey, Until::Question("place"));
    click(&browser, "[data-place='6'] .map-area");
    let seen = inside(
        &browser,
        &format!(
            "{COLOURS} return [
        drawn('.map-outline', 'stroke') === system('CanvasText'),
        drawn('.map-outline', 'fill') === system('Canvas'),
        drawn('[aria-checked=false] .map-mark', 'fill') === system('Canvas'),
        drawn('[aria-checked=false] .map-mark', 'stroke') === system('LinkText'),
        drawn('[aria-checked=true] .map-mark', 'fill') === system('LinkText')]"
        ),
    );
    assert_eq!(seen, json!([true, true, true, true, true]));
}

#[test]
fn a_picture_takes_them_too() {
    let browser = Browser::start();
    browser.show_on(FORCED);
    browser.open("/exercise/bird-dog.html");
    let seen = browser.script(&format!("const root = document; {COLOURS}
        const paper = system('Canvas');
        const inks = ['CanvasText', 'GrayText', 'Highlight', 'none'].map(system);
        const paths = [...document.querySelectorAll('.picture path')].map((path) => getComputedStyle(path));
        const odd = paths.filter(({{ fill, stroke }}) =>
            ![paper, system('CanvasText'), 'none'].includes(fill)
            || ![...inks, 'none'].includes(stroke));
        return [paths.length > 20, odd.map(({{ fill, stroke }}) => [fill, stroke])]"));
    assert_eq!(seen, json!([true, []]));
}

#[test]
fn paper_is_light_whatever_the_screen_is() {
    let browser = Browser::start();
    let scheme = |css: &str| {
        browser.script(&format!(
            "return getComputedStyle(document.querySelector('{css}')).colorScheme"
        ))
    };
    let print = || {
        let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
        let media = json!({ "media": "print", "features": dark });
        browser.devtools("Emulation.setEmulatedMedia", media);
    };
    browser.open("/check.html");
    browser.find(&format!("{WIDGET} >> [name=start]"));
    browser.script(&format!("document.querySelector('{WIDGET}').setAttribute('theme', 'dark')"));
    assert_eq!(scheme(WIDGET), "dark");
    print();
    assert_eq!(scheme(WIDGET), "light");
    browser.open("/exercises.html");
    print();
    // A picture that is a file of its own goes by this.
    assert_eq!(scheme(".pictured img"), "light");
}
