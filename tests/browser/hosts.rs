//! Other people's pages: the checker works there, or what its author put inside the tag stays.

use std::fs;
use std::path::{Path, PathBuf};

use backwise_tests::patience::PATIENT;
use backwise_tests::site::Site;
use backwise_tests::widget::{TELLING, Until, WAITING, WIDGET, click, texts, walk};
use backwise_tests::{Browser, Make, journey, wait_until};
use tempfile::TempDir;

use crate::journeys::assert_told_the_same;
use crate::snippet::words;

/// A host: the pages of `www/embed` beside the built element, without the files named in `missing`. Inside their
/// tags stands what the embed page puts there, too.
pub struct Host {
    pub browser: Browser,
    folder: TempDir,
}

impl Host {
    pub fn new(missing: &[&str]) -> Self {
        Self::of(Make::Chromium, missing)
    }

    /// Looked at with another browser.
    pub fn of(make: Make, missing: &[&str]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let site = std::env::var_os("BACKWISE_SITE")
            .map_or_else(|| root.join("target/site"), PathBuf::from);
        let folder = tempfile::tempdir().expect("a folder can be made");
        copy(&root.join("www/embed"), &folder.path().join("embed"), &[]);
        fill(&folder.path().join("embed"), &words());
        copy(&site.join("backwise"), &folder.path().join("backwise"), missing);
        // Browsers ask for one of their own accord, and its absence would be an error on the console.
        fs::write(folder.path().join("favicon.ico"), "").expect("a file can be written");
        // What a frame without an origin asks for needs leave, as what another site asks for does.
        let site = Site::with_headers(folder.path(), &[("access-control-allow-origin", "*")]);
        Self { browser: Browser::of(make, site), folder }
    }

    /// Puts one more page beside the others, or another file.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.folder.path().join(path), bytes).expect("a file can be written");
    }

    /// A second folder with the element beside the first.
    pub fn copy_element(&self, name: &str) {
        let folder = self.folder.path();
        copy(&folder.join("backwise"), &folder.join(name), &[]);
    }

    /// Walks as the tired runner does.
    pub fn tired_runner(&self, page: &str, until: Until) {
        self.browser.open(&format!("/embed/{page}.html"));
        click(&self.browser, "[name=start]");
        walk(&self.browser, &journey::checker(), &journey::read("tired-runner"), until);
    }

    /// What is inside the tag, as far as it shows.
    pub fn fallback(&self) -> String {
        self.browser.find(&format!("{WIDGET} p")).text()
    }
}

/// Puts these words inside the tags of all pages, after those that stand there.
fn fill(folder: &Path, words: &str) {
    for entry in fs::read_dir(folder).expect("the folder is there").filter_map(Result::ok) {
        if entry.path().extension().is_some_and(|end| end == "html") {
            let page = fs::read_to_string(entry.path()).expect("a page is text");
            let page = page.replace("</backwise-check>", &format!("{words}</backwise-check>"));
            fs::write(entry.path(), page).expect("a file can be written");
        }
    }
}

fn copy(from: &Path, to: &Path, missing: &[&str]) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder is there").filter_map(Result::ok) {
        let name = entry.file_name();
        if entry.path().is_file() && !missing.contains(&name.to_string_lossy().as_ref()) {
            fs::copy(entry.path(), to.join(&name)).expect("a file can be copied");
        }
    }
}

fn check_works(page: &str) {
    let host = Host::new(&[]);
    host.browser.open(&format!("/embed/{page}.html"));
    click(&host.browser, "[name=start]");
    host.browser.find(&format!("{WIDGET} >> legend"));
    assert_eq!(texts(&host.browser, "legend .title").len(), 1);
    assert_eq!(host.browser.console_errors(), [""; 0]);
    assert_eq!(host.browser.strangers(), [""; 0]);
}

fn wait_for_its_word(browser: &Browser) {
    wait_until("a word on the console", || {
        browser.console_errors().iter().any(|error| error.contains(WIDGET))
    });
}

/// The words inside the tag stay, and the console says one thing.
fn check_stays(host: &Host, page: &str) {
    host.browser.open(&format!("/embed/{page}.html"));
    wait_for_its_word(&host.browser);
    assert!(host.fallback().contains("call your emergency number"), "{}", host.fallback());
    assert_eq!(texts(&host.browser, "[name=start]"), [""; 0]);
}

#[test]
fn one_tag_and_one_script_are_enough() {
    check_works("plain");
}

#[test]
fn the_strictest_policy_is_kept() {
    check_works("strict");
}

#[test]
fn the_strictest_policy_lets_the_body_map_be_drawn() {
    let host = Host::new(&[]);
    host.browser.open("/embed/strict.html");
    click(&host.browser, "[name=start]");
    let journey = journey::read("tired-runner");
    walk(&host.browser, &journey::checker(), &journey, Until::Question("place"));
    click(&host.browser, "[data-place='6'] .map-area");
    assert_eq!(texts(&host.browser, r#"input[value="6"]:checked"#).len(), 1);
    assert_eq!(host.browser.console_errors(), [""; 0]);
}

#[test]
fn angry_styles_do_no_harm() {
    check_works("angry");
}

#[test]
fn a_narrow_column_is_enough() {
    check_works("narrow");
}

#[test]
fn two_tags_and_the_script_twice_do_no_harm() {
    check_works("two");
}

/// The same module as JavaScript is there for that; without it too there is nothing left to run.
#[test]
fn where_webassembly_is_forbidden_the_words_inside_stay() {
    check_stays(&Host::new(&["plain-ask.js"]), "forbidden");
}

/// The result is the native one, and nothing of WebAssembly was asked for.
fn check_runs_without_webassembly(host: &Host, page: &str) {
    host.tired_runner(page, Until::Result);
    assert_told_the_same(&host.browser, &journey::checker(), &journey::read("tired-runner"));
    let asked = host.browser.requests().into_iter().map(|request| request.path);
    let asked: Vec<_> =
        asked.filter(|path| path.contains("_bg.") || path.contains("plain-")).collect();
    assert_eq!(asked, ["/backwise/plain-ask.js", "/backwise/plain-tell.js"]);
    assert_eq!(host.browser.strangers(), [""; 0]);
}

#[test]
fn where_webassembly_is_missing_it_tells_the_same() {
    without_webassembly(Make::Chromium);
}

pub fn without_webassembly(make: Make) {
    let host = Host::of(make, &[]);
    host.browser.prepare("delete globalThis.WebAssembly");
    check_runs_without_webassembly(&host, "plain");
    assert_eq!(host.browser.console_errors(), [""; 0]);
}

#[test]
fn where_webassembly_is_forbidden_it_tells_the_same() {
    webassembly_forbidden(Make::Chromium);
}

pub fn webassembly_forbidden(make: Make) {
    let host = Host::of(make, &[]);
    check_runs_without_webassembly(&host, "forbidden");
    let said = host.browser.console_errors();
    assert!(said.iter().all(|line| line.contains("Content Security Policy")), "{said:?}");
}

#[test]
fn where_webassembly_is_missing_the_wall_test_is_there_too() {
    let host = Host::new(&[]);
    host.browser.prepare("delete globalThis.WebAssembly");
    let page = "<!doctype html><title>The wall test</title>\
        <script type=\"module\" src=\"../backwise/backwise.js\"></script><backwise-wall-test></backwise-wall-test>";
    host.write("embed/wall.html", page);
    host.browser.open("/embed/wall.html");
    host.browser.find("backwise-wall-test >> [name=play-start]");
    assert_eq!(host.browser.console_errors(), [""; 0]);
}

/// What breaks off in the middle of a step is no checker any more, and says so.
#[test]
fn where_it_breaks_off_the_words_inside_come_back() {
    let host = Host::new(&[]);
    host.browser.open("/embed/plain.html");
    click(&host.browser, "[name=start]");
    host.browser.find(&format!("{WIDGET} >> legend"));
    host.browser.script(
        "Object.defineProperty(Node.prototype, 'textContent', { set() { throw new Error('broken'); } })",
    );
    click(&host.browser, "[name=next]");
    assert!(host.fallback().contains("call your emergency number"), "{}", host.fallback());
    assert_eq!(texts(&host.browser, ".body"), [""; 0]);
    let said = host.browser.console_errors();
    assert!(said.iter().any(|it| it.contains("backwise-check: stopped")), "{said:?}");
}

/// Never an empty box; and whoever is on that way already is not thrown off it by the failure.
#[test]
fn where_it_fails_on_an_empty_tag_there_is_a_way_to_the_warning_signs() {
    let host = without_a_graph(" ");
    let way = host.browser.find(&format!("{WIDGET} >> a"));
    host.browser.press("\u{e004}"); // Tab, as WebDriver writes it.
    host.browser.site.release();
    wait_for_its_word(&host.browser);
    assert_eq!(way.text(), "When to get help");
    assert_eq!(way.attribute("href"), Some(host.browser.site.url("/help.html")));
    let focused = "return document.activeElement.shadowRoot?.activeElement?.textContent";
    assert_eq!(host.browser.script(focused), "When to get help");
}

#[test]
fn where_the_tag_was_emptied_meanwhile_there_is_a_way_too() {
    let host = without_a_graph("Please wait");
    assert_eq!(texts(&host.browser, "a"), [""; 0]);
    host.browser.script(&format!("document.querySelector('{WIDGET}').textContent = ''"));
    host.browser.site.release();
    assert_eq!(host.browser.find(&format!("{WIDGET} >> a")).text(), "When to get help");
}

/// A page with a tag around these words, whose checker waits for what is not there.
fn without_a_graph(words: &str) -> Host {
    let host = Host::new(&["asking.bwg"]);
    let page = format!(
        "<!doctype html><title>No graph</title>\
        <script type=\"module\" src=\"../backwise/backwise.js\"></script><{WIDGET}>{words}</{WIDGET}>"
    );
    host.write("embed/empty.html", page);
    host.browser.site.hold("/backwise/asking.bwg");
    host.browser.open("/embed/empty.html");
    host
}

#[test]
fn without_what_weighs_causes_it_still_tells_how_soon_to_get_help() {
    for missing in TELLING {
        let host = Host::new(&[missing]);
        host.tired_runner("plain", Until::Result);
        let card = host.browser.find(&format!("{WIDGET} >> .care-card"));
        assert_eq!(card.attribute("data-urgency").as_deref(), Some("self-care"), "{missing}");
        assert_eq!(texts(&host.browser, ".fit"), [""; 0], "{missing}");
        assert_eq!(texts(&host.browser, ".missing").len(), 1, "{missing}: it says so");
    }
}

/// It must never end early, as if what did not come yet were known not to matter.
#[test]
fn a_reader_who_is_faster_than_the_network_waits_and_goes_on() {
    let host = Host::new(&[]);
    host.browser.prepare(PATIENT);
    host.browser.site.hold("/backwise/tell_bg.wasm");
    host.tired_runner("plain", Until::Waiting);
    assert_eq!(texts(&host.browser, WAITING).len(), 1);
    assert_eq!(texts(&host.browser, "[name=show-result]"), [""; 0]);
    host.browser.site.release();
    host.browser.find(&format!("{WIDGET} >> legend"));
    assert_eq!(texts(&host.browser, WAITING), [""; 0]);
    walk(&host.browser, &journey::checker(), &journey::read("tired-runner"), Until::Result);
    assert!(!texts(&host.browser, ".fit").is_empty());
    assert_eq!(host.browser.console_errors(), [""; 0]);
}

/// Its address is none of ours, and what it stores would be for others to read.
#[test]
fn a_tag_on_another_page_reads_no_address_and_keeps_nothing() {
    let host = Host::new(&[]);
    host.browser.open("/embed/plain.html#a=hello");
    host.browser.find(&format!("{WIDGET} >> [name=start]"));
    assert_eq!(texts(&host.browser, ".notice"), [""; 0]);
    assert_eq!(host.browser.script("return location.hash"), "#a=hello");
    host.browser.open("/embed/two.html");
    host.tired_runner("two", Until::Result);
    assert_eq!(texts(&host.browser, ".keep"), [""; 0]);
    click(&host.browser, ".share summary");
    let link = host.browser.find(&format!("{WIDGET} >> .share-link")).attribute("value");
    let site = host.browser.site.url("/check.html#a=");
    assert!(link.as_ref().is_some_and(|link| link.starts_with(&site)), "{link:?}");
    assert_eq!(host.browser.script("return localStorage.length + sessionStorage.length"), 0);
}
