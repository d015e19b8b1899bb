//! What the manifest names is there, of the type and the size that it says.

use std::fs;

use backwise_tests::Browser;
use backwise_tests::site::Site;
use serde_json::{Value, json};

/// Asks for what the manifest names in a list, and tells of each its entry, and what came: type, width and height.
const NAMED: &str = "
    const link = document.querySelector('link[rel=manifest]').href;
    const manifest = await (await fetch(link)).json();
    return Promise.all(manifest[LIST].map(async (entry) => {
        const response = await fetch(new URL(entry.src, link));
        const type = response.headers.get('content-type');
        const image = new Image();
        image.src = response.url;
        await image.decode();
        return { entry, status: response.status, type, width: image.naturalWidth, height: image.naturalHeight };
    }))";

fn named(list: &str) -> Vec<Value> {
    let browser = Browser::start();
    browser.open("/");
    let script = NAMED.replace("LIST", &format!("'{list}'"));
    let named = browser.script(&format!("return (async () => {{ {script} }})()"));
    assert_eq!(browser.console_errors(), [""; 0]);
    named.as_array().expect("a list").clone()
}

#[track_caller]
fn assert_as_it_says(it: &Value) {
    let (entry, is_drawn) = (&it["entry"], it["type"] == "image/svg+xml");
    assert_eq!((&it["status"], &it["type"]), (&json!(200), &entry["type"]), "{entry}");
    let size = format!("{}x{}", it["width"], it["height"]);
    let is_right = if is_drawn { entry["sizes"] == "any" } else { entry["sizes"] == size };
    assert!(is_right, "{entry}: it is {size}");
}

#[test]
fn every_icon_is_as_it_says() {
    let icons = named("icons");
    icons.iter().for_each(assert_as_it_says);
    let is_there = |key: &str, value: &str| icons.iter().any(|it| it["entry"][key] == value);
    assert!(is_there("sizes", "192x192") && is_there("sizes", "512x512"));
    assert!(is_there("purpose", "maskable") && is_there("type", "image/svg+xml"));
}

/// Browsers leave out what is too small, too long, or of another shape than those beside it.
#[test]
fn every_screenshot_is_as_it_says_and_browsers_take_it() {
    let shots = named("screenshots");
    shots.iter().for_each(assert_as_it_says);
    for factor in ["narrow", "wide"] {
        let of_it = shots.iter().filter(|it| it["entry"]["form_factor"] == factor);
        let sizes: Vec<_> = of_it.map(|it| [&it["width"], &it["height"]]).collect();
        assert!(!sizes.is_empty(), "{factor}");
        for size in &sizes {
            let [width, height] = size.map(|it| it.as_f64().expect("a number"));
            let (short, long) = (width.min(height), width.max(height));
            assert!(short >= 320.0 && long <= 3840.0 && long <= 2.3 * short, "{width}x{height}");
            assert_eq!(width > height, factor == "wide");
            assert_eq!(size, &sizes[0], "all of a kind are of one size");
        }
    }
    assert!(shots.iter().all(|it| it["entry"]["label"].as_str().is_some_and(|it| !it.is_empty())));
}

#[test]
fn no_device_keeps_what_only_the_offer_of_the_app_shows() {
    let worker = fs::read_to_string(Site::folder().join("worker.js")).expect("the site has it");
    assert!(worker.contains("\"app/app.webmanifest\"") && !worker.contains("app/screen-"));
}

#[test]
fn every_shortcut_leads_to_a_page() {
    let browser = Browser::start();
    browser.open("/");
    let paths = browser.script(
        "return (async () => {
            const link = document.querySelector('link[rel=manifest]').href;
            const { shortcuts, start_url } = await (await fetch(link)).json();
            return [start_url, ...shortcuts.map(({ url }) => url)].map((url) => new URL(url, link).pathname);
        })()",
    );
    let paths = paths.as_array().expect("a list");
    assert!(paths.len() > 3);
    for path in paths {
        browser.open(path.as_str().expect("a path"));
    }
}
