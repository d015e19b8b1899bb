//! The site as an app: on the device after one visit, and never half of one version and half of another.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use backwise_site::hosting::HEADERS;
use backwise_tests::site::Site;
use backwise_tests::widget::{Until, WIDGET, click, walk};
use backwise_tests::{Browser, Make, journey};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::journeys::assert_told_the_same;
use super::player::do_wall_test;
use super::proof::prove;

/// What the page for help is called, and what its versions say.
const PAGE: &str = "help.html";
const OLD: &str = "Some signs that come with";
const NEW: &str = "Certain signs that come with";
const NEWEST: &str = "A few signs that come with";

/// A copy of the built site, to be changed while it is served.
struct Release {
    folder: TempDir,
}

impl Release {
    fn copied() -> Self {
        let folder = TempDir::new().expect("this machine has room for a folder");
        copy(&Site::folder(), folder.path());
        Self { folder }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the site has this file")
    }

    /// What the page says in the next version.
    fn next_page(&self) -> String {
        let page = self.text(PAGE);
        let next = [(OLD, NEW), (NEW, NEWEST)].into_iter().find(|(said, _)| page.contains(said));
        let (said, next) = next.expect("the page says it in other words by now");
        page.replace(said, next)
    }

    /// The next version: another text, and a worker that knows it by its content.
    fn write_worker(&self, is_safety: bool) {
        let (old, new) = (self.text(PAGE), self.next_page());
        let worker = self.text("worker.js");
        let mended = worker.replace(&hash(&old), &hash(&new));
        assert_ne!(worker, mended, "the worker knows the page");
        let safety = format!("\"safety\":{is_safety}");
        fs::write(self.path("worker.js"), mended.replace("\"safety\":false", &safety))
            .expect("it can be written");
    }

    fn write_page(&self) {
        fs::write(self.path(PAGE), self.next_page()).expect("it can be written");
    }
}

pub fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder can be listed") {
        let entry = entry.expect("an entry can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("a folder can be made");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).expect("a file can be copied");
        }
    }
}

/// As the worker knows a file: half of its SHA-256.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text);
    digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Waits until a script says so.
#[track_caller]
pub fn wait(browser: &Browser, script: &str) {
    for _ in 0..1800 {
        if browser.script(script) == true {
            return;
        }
        sleep(Duration::from_millis(100));
    }
    panic!("it never comes to this: {script}");
}

#[track_caller]
fn wait_for_worker(browser: &Browser) {
    wait(browser, "return Boolean(navigator.serviceWorker?.controller)");
}

/// Somebody who has been on a page of a site of their own, and has it on the device.
fn reader_of(make: Make, path: &str) -> (Release, Browser) {
    let release = Release::copied();
    let browser = Browser::with_worker(make, Site::serve(release.folder.path()));
    browser.open(path);
    wait_for_worker(&browser);
    browser.reload();
    (release, browser)
}

/// Has the browser look for another version, and tells what becomes of it: `installed`, or `redundant` where it is
/// refused.
fn look_for_update(browser: &Browser) -> String {
    let state = browser.script(
        "return navigator.serviceWorker.getRegistration().then((it) => new Promise((done) => {
            it.addEventListener('updatefound', () => {
                const { installing } = it;
                installing.addEventListener('statechange', () => done(installing.state));
            });
            it.update();
        }))",
    );
    state.as_str().expect("a state").to_owned()
}

fn says(browser: &Browser, text: &str) -> bool {
    browser.script(&format!("return document.querySelector('main').innerText.includes('{text}')"))
        == true
}

const IS_OFFERED: &str = "return document.querySelector('.release').checkVisibility()";

#[test]
fn after_one_visit_everything_works_without_a_server() {
    works_without_a_server(Make::Chromium);
}

pub fn works_without_a_server(make: Make) {
    let browser = Browser::with_worker(make, Site::with_headers(&Site::folder(), &HEADERS));
    browser.open("/");
    wait(&browser, "return document.querySelector('.whole').checkVisibility()");
    assert_eq!(refused(&browser), [""; 0]);
    browser.site.stop();
    browser.open("/check.html?from=lower-back-pain");
    browser.find(&format!("{WIDGET} >> [name=start]"));
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    browser.open("/check.html");
    click(&browser, "[name=start]");
    walk(&browser, &checker, &journey, Until::Result);
    assert_told_the_same(&browser, &checker, &journey);
    browser.open("/article/upper-back-pain-while-running.html");
    assert!(says(&browser, "When to get help"));
    browser.open("/self-test/wall-posture-test.html");
    let browser = do_wall_test(browser);
    browser.open("/search.html#q=slipped+disc");
    browser.find(".search-found a");
    assert!(prove(&browser).contains("Nothing failed."));
    browser.open("/source/andersen-2011.html");
    browser.open("/");
    let data = "return fetch('data/graph.json').then((it) => it.json()).then((it) => Object.keys(it).length > 1)";
    assert_eq!(browser.script(data), true);
    browser.open("/no-such-page.html");
    assert!(browser.title().starts_with("There is no such page"), "{}", browser.title());
    // The others hear only pages that come from the site.
    if make == Make::Chromium {
        assert_eq!(refused(&browser), [""; 0]);
    }
}

/// What a policy has refused to the pages.
fn refused(browser: &Browser) -> Vec<String> {
    let strict = |error: &String| error.contains("Security Policy") || error.contains("Trusted");
    browser.console_errors().into_iter().filter(strict).collect()
}

#[test]
fn a_new_version_waits_until_the_reader_takes_it() {
    waits_for_the_reader(Make::Chromium);
}

pub fn waits_for_the_reader(make: Make) {
    let (release, browser) = reader_of(make, "/help.html");
    release.write_worker(false);
    release.write_page();
    assert_eq!(browser.script(IS_OFFERED), false);
    assert_eq!(look_for_update(&browser), "installed");
    wait(&browser, IS_OFFERED);
    browser.reload();
    assert!(says(&browser, OLD), "nothing changes under the reader's hands");
    wait(&browser, IS_OFFERED);
    // A page of the site that cannot say what it is doing may be in the middle of a check.
    browser.script(
        "const page = Object.assign(document.createElement('iframe'), { src: 'data/graph.json' });
         const come = new Promise((done) => page.addEventListener('load', done));
         document.body.append(page);
         return come.then(() => true)",
    );
    browser.find(".release button").click();
    wait(&browser, "return document.querySelector('.release-busy').checkVisibility()");
    assert!(says(&browser, OLD));
    browser.script("document.querySelector('iframe').remove()");
    browser.find(".release button").click();
    wait(&browser, &format!("return document.querySelector('main').innerText.includes('{NEW}')"));
    assert_eq!(browser.script(IS_OFFERED), false);
    browser.site.stop();
    browser.open("/help.html");
    assert!(says(&browser, NEW));
}

#[test]
fn windows_go_from_version_to_version_together() {
    goes_on_with_windows_open(Make::Chromium);
}

pub fn goes_on_with_windows_open(make: Make) {
    let (release, browser) = reader_of(make, "/help.html");
    let windows = [browser.window(), browser.new_window()];
    browser.open("/help.html");
    for (now, next) in [(OLD, NEW), (NEW, NEWEST)] {
        browser.go_to(&windows[1]);
        browser.open("/check.html");
        click(&browser, "[name=start]");
        browser.find(&format!("{WIDGET} >> legend"));
        browser.go_to(&windows[0]);
        release.write_worker(false);
        release.write_page();
        assert_eq!(look_for_update(&browser), "installed");
        wait(&browser, IS_OFFERED);
        browser.find(".release button").click();
        wait(&browser, "return document.querySelector('.release-busy').checkVisibility()");
        browser.go_to(&windows[1]);
        browser.open("/help.html");
        assert!(says(&browser, now), "the version is one for all");
        wait(&browser, IS_OFFERED);
        browser.find(".release button").click();
        for window in &windows {
            browser.go_to(window);
            wait(
                &browser,
                &format!("return document.querySelector('main')?.innerText.includes('{next}')"),
            );
        }
    }
    browser.site.stop();
    for window in &windows {
        browser.go_to(window);
        browser.open("/help.html");
        assert!(says(&browser, NEWEST));
    }
}

#[test]
fn a_new_version_waits_for_the_end_of_a_check() {
    waits_for_the_end_of_a_check(Make::Chromium);
}

pub fn waits_for_the_end_of_a_check(make: Make) {
    let (release, browser) = reader_of(make, "/check.html");
    click(&browser, "[name=start]");
    browser.find(&format!("{WIDGET} >> legend"));
    release.write_worker(true);
    release.write_page();
    assert_eq!(look_for_update(&browser), "installed");
    wait(&browser, IS_OFFERED);
    let place =
        "return document.querySelector('main').contains(document.querySelector('.release'))";
    assert_eq!(browser.script(place), false, "it stays out of the way of a check");
    browser.find(".release button").click();
    wait(&browser, "return document.querySelector('.release-busy').checkVisibility()");
    browser.find(&format!("{WIDGET} >> legend"));
    // Whoever begins anew is told first that warning signs have changed.
    browser.reload();
    wait(&browser, IS_OFFERED);
    assert_eq!(browser.script(place), true);
    assert_eq!(
        browser.script("return document.querySelector('.release-safety').checkVisibility()"),
        true
    );
    browser.find(".release button").click();
    wait(
        &browser,
        "return document.querySelector('.release') && !document.querySelector('.release').checkVisibility()",
    );
}

#[test]
fn nobody_is_told_that_all_is_there_while_a_file_is_not() {
    tells_what_is_there(Make::Chromium);
}

pub fn tells_what_is_there(make: Make) {
    let release = Release::copied();
    fs::write(release.path("source/andersen-2011.html"), "half of it").expect("it can be written");
    let browser = Browser::with_worker(make, Site::serve(release.folder.path()));
    browser.prepare(
        "navigator.serviceWorker.addEventListener('message', ({ data }) => (window.heard = data))",
    );
    browser.open("/help.html");
    wait(&browser, "return window.heard === 'part'");
    let is_told = "return document.querySelector('.whole').checkVisibility()";
    assert_eq!(browser.script(is_told), false);
}

#[test]
fn a_half_uploaded_version_leaves_the_one_before_in_place() {
    refuses_half_a_version(Make::Chromium);
}

pub fn refuses_half_a_version(make: Make) {
    let (release, browser) = reader_of(make, "/help.html");
    // The worker is there already, and the page it speaks of is not.
    release.write_worker(false);
    assert_eq!(look_for_update(&browser), "redundant");
    assert_eq!(browser.script(IS_OFFERED), false);
    browser.site.stop();
    browser.open("/help.html");
    assert!(says(&browser, OLD));
    browser.open("/check.html");
    click(&browser, "[name=start]");
    browser.find(&format!("{WIDGET} >> legend"));
}

/// Whether a page says that it is old, on a device whose clock stands at this moment, in milliseconds.
fn is_old_at(make: Make, moment: u64) -> bool {
    let browser = Browser::of(make, Site::built());
    browser.prepare(&format!(
        "Date = class extends Date {{ constructor(...given) {{ super(...(given.length ? given : [{moment}])); }} }}"
    ));
    browser.open("/check.html");
    browser.find(&format!("{WIDGET} >> [name=start]"));
    let is_said = browser.script("return document.querySelector('.age').checkVisibility()");
    click(&browser, "[name=start]");
    browser.find(&format!("{WIDGET} >> legend"));
    is_said == true
}

#[test]
fn past_the_day_of_review_the_page_says_so_and_still_works() {
    says_that_it_is_old(Make::Chromium);
}

pub fn says_that_it_is_old(make: Make) {
    assert!(!is_old_at(make, 1_795_000_000_000), "in November 2026");
    assert!(is_old_at(make, 4_000_000_000_000), "in 2096");
}
