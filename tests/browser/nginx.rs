//! The site below a sub-path of a server that others run too, with the file that we ship for it.

use backwise_site::hosting::{ELSEWHERE, HEADERS};
use backwise_tests::nginx::Nginx;
use backwise_tests::site::Site;
use backwise_tests::widget::click;
use backwise_tests::{Browser, Make};
use serde_json::{Value, json};

use super::offline::outlives_its_server;

/// As `/back/` of a host.
fn below_a_sub_path() -> Site {
    Site::behind(Nginx::serve_at("/back", &Site::folder()))
}

/// What is sent for a path, by the name of each header, with `status` among them.
fn sent(browser: &Browser, path: &str) -> Value {
    let address = browser.site.url(path);
    browser.script(&format!(
        "return fetch('{address}').then((it) => ({{ status: it.status, ...Object.fromEntries(it.headers) }}))"
    ))
}

#[test]
fn every_file_comes_as_we_say_and_nothing_is_refused() {
    let browser = Browser::on(below_a_sub_path());
    browser.open("/check.html");
    click(&browser, "[name=start]");
    browser.find("backwise-check >> legend");
    browser.open("/self-test/wall-posture-test.html");
    browser.find("backwise-wall-test >> [name=play-start]");
    assert_eq!(browser.console_errors(), [""; 0]);
    for (path, kind) in [
        ("/", "text/html"),
        ("/backwise/ask_bg.wasm", "application/wasm"),
        ("/backwise/asking.bwg", "application/octet-stream"),
        ("/backwise/backwise.js", "application/javascript"),
        ("/app/app.webmanifest", "application/manifest+json"),
        ("/style/site.css", "text/css"),
    ] {
        let sent = sent(&browser, path);
        assert_eq!((&sent["status"], &sent["content-type"]), (&json!(200), &json!(kind)), "{path}");
        assert_eq!(sent["content-encoding"], "gzip", "{path}");
        for (name, value) in HEADERS {
            assert_eq!(sent[name], value, "{path}: {name}");
        }
        let (name, value) = ELSEWHERE;
        let is_ours = path.starts_with("/backwise/");
        assert_eq!(sent[name] == value, is_ours, "{path}: {name}");
    }
}

#[test]
fn what_is_not_there_is_told_by_our_own_page() {
    let browser = Browser::on(below_a_sub_path());
    browser.open("/");
    let missing = sent(&browser, "/no/such/page.html");
    assert_eq!(missing["status"], 404);
    for (name, value) in HEADERS {
        assert_eq!(missing[name], value, "{name}");
    }
    let address = browser.site.url("/no/such/page.html");
    let ours = "return fetch('404.html').then((it) => it.text())";
    let told = format!("return fetch('{address}').then((it) => it.text())");
    assert_eq!(browser.script(&told), browser.script(ours));
}

#[test]
fn after_one_visit_everything_works_without_it() {
    outlives_its_server(Browser::with_worker(Make::Chromium, below_a_sub_path()));
}
