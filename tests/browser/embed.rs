//! What others put on their page: chosen and copied on a page of ours, shown in a frame on theirs.

use std::fs;

use backwise_tests::patience::PATIENT;
use backwise_tests::screen::{Device, Scheme};
use backwise_tests::site::Site;
use backwise_tests::widget::{Until, WIDGET, click, inside, texts, walk};
use backwise_tests::{Browser, Make, Screen, journey, wait_for, wait_until};
use base64::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};
use tempfile::TempDir;

use crate::snippet::snippet;

/// Chooses as a reader does.
fn choose(browser: &Browser, name: &str, value: &str) {
    browser.find(&format!("[name={name}] [value='{value}']")).click();
}

fn shown(browser: &Browser, name: &str) -> String {
    browser.find(&format!("#snippet-{name}")).text()
}

#[test]
fn what_is_chosen_is_shown_and_stands_in_every_snippet() {
    let browser = Browser::start();
    browser.open("/embed.html");
    let base = browser.site.url("/");
    assert!(shown(&browser, "element").contains(&format!("<backwise-check base=\"{base}\"")));
    assert_eq!(browser.script("return document.querySelectorAll('.relative').length"), 0);
    choose(&browser, "topic", "upper-back-pain-while-running");
    choose(&browser, "theme", "dark");
    choose(&browser, "region", "GB");
    let attributes = r#"topic="upper-back-pain-while-running" theme="dark" region="GB""#;
    assert!(shown(&browser, "element").contains(&format!("base=\"{base}\" {attributes}")));
    let after = "check.html#topic=upper-back-pain-while-running&amp;theme=dark&amp;region=GB\"";
    assert!(shown(&browser, "frame").contains(after));
    assert!(shown(&browser, "card").contains("check.html?from=upper-back-pain-while-running\""));
    browser.script(&format!("document.querySelector('{WIDGET}').scrollIntoView()"));
    browser.find(&format!("{WIDGET}[theme=dark][region=GB] >> [name=start]"));

    choose(&browser, "what", "wall-test");
    assert!(shown(&browser, "element").contains(r#"<backwise-wall-test base="#));
    assert!(shown(&browser, "element").ends_with("</backwise-wall-test>"));
    assert!(shown(&browser, "frame").contains("embed/wall-test.html#theme=dark\""));
    browser.find("backwise-wall-test >> button");
    assert_eq!(browser.console_errors(), [""; 0]);
    assert_eq!(browser.strangers(), [""; 0]);
}

/// The checksum in the tag is that of the file that is copied.
#[test]
fn a_copy_of_ones_own_is_held_to_its_version() {
    let browser = Browser::start();
    browser.open("/embed.html");
    let base = browser.site.url("/");
    choose(&browser, "copy", "own");
    browser.find("#snippet-element [data-part=checksum]:not(:empty)");
    let script = fs::read(Site::folder().join("backwise/backwise.js"));
    let sum = Sha384::digest(script.expect("it is built"));
    let sum = format!("sha384-{}", BASE64_STANDARD.encode(sum));
    let text = shown(&browser, "element");
    assert!(
        text.contains(&format!("src=\"backwise/backwise.js\"\n  integrity=\"{sum}\"")),
        "{text}"
    );
    assert!(text.contains(&format!("<backwise-check base=\"{base}\"")), "{text}");

    choose(&browser, "copy", "");
    let text = shown(&browser, "element");
    assert!(text.contains(&format!("src=\"{base}backwise/backwise.js\"></script>")), "{text}");
}

/// It names the file that a release has, and what the module of that package is called.
#[test]
fn the_package_is_the_one_of_this_release() {
    let text = snippet("npm", "");
    assert!(text.contains(concat!("./backwise-", env!("CARGO_PKG_VERSION"), ".tgz\n")), "{text}");
    assert!(text.ends_with("import \"backwise\";"), "{text}");
}

/// The words inside the tag are higher than the first screen that takes their place. Room is kept until a step.
#[test]
fn what_follows_the_tag_stays_where_it_is_when_the_checker_comes() {
    for device in [Device::Phone, Device::Desktop] {
        let browser = Browser::start();
        browser.prepare(PATIENT);
        browser.show_on(Screen { device, scheme: Scheme::Light });
        browser.site.hold("/backwise/ask_bg.wasm");
        browser.open("/embed.html");
        browser.script("document.querySelector('.stage + p').scrollIntoView({ block: 'end' })");
        let place = "return document.querySelector('.stage + p').getBoundingClientRect().top";
        let before = browser.script(place).as_f64().expect("a number");
        browser.site.release();
        browser.find(&format!("{WIDGET} >> [name=start]"));
        let after = browser.script(place).as_f64().expect("a number");
        assert!((after - before).abs() < 1.0, "{device:?}: it moves from {before} to {after}");
        let room = "return root.querySelector('.body').style.minHeight";
        assert_ne!(inside(&browser, room), "");
        inside(&browser, "root.querySelector('[name=start]').click()");
        browser.find(&format!("{WIDGET} >> legend"));
        assert_eq!(inside(&browser, room), "");
    }
}

/// What is copied is the text that stands there; where nothing may be copied it is marked instead.
#[test]
fn a_snippet_is_copied_whole() {
    let browser = Browser::start();
    browser.prepare("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
    browser.open("/embed.html");
    browser.find("[aria-describedby=snippet-frame]").click();
    let copied = browser.script("return window.copied");
    assert_eq!(copied, shown(&browser, "frame"));
    browser.script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
    browser.find("[aria-describedby=snippet-card]").click();
    browser.find("[aria-describedby=snippet-card]").text();
    let marked = browser.script("return getSelection().toString()");
    assert_eq!(marked, shown(&browser, "card"));
}

/// Somebody's page with the frame as we tell them to write it, and ours at another address.
pub struct Around {
    pub browser: Browser,
    pub ours: Site,
    _folder: TempDir,
}

/// Everything that is told to the page.
const EAR: &str = "globalThis.told = []; addEventListener('message', (it) => told.push(it.data));";

impl Around {
    pub fn new(after: &str) -> Self {
        Self::of(Make::Chromium, after)
    }

    fn of(make: Make, after: &str) -> Self {
        let (ours, folder) = (Site::built(), tempfile::tempdir().expect("a folder can be made"));
        let text = snippet("frame", &ours.url("/"));
        let text = text.replace("check.html", &format!("check.html{after}"));
        let head = format!("<!doctype html><title>A post</title><script>{EAR}</script>");
        fs::write(folder.path().join("index.html"), format!("{head}{text}"))
            .expect("it is written");
        fs::write(folder.path().join("favicon.ico"), "").expect("it is written");
        let browser = Browser::of(make, Site::serve(folder.path()));
        browser.listen(&ours);
        Self { browser, ours, _folder: folder }
    }

    fn open(&self) {
        self.browser.open("/");
        // Not every driver waits for what is in a frame.
        wait_until("what the frame asks for", || {
            self.ours.requests().iter().any(|it| it.path.ends_with("/asking.bwg"))
        });
        self.browser.enter_frame(0);
        self.browser.find(&format!("{WIDGET} >> [name=start]"));
    }

    /// How high the frame is now, once it is as high as what it shows wants.
    pub fn height(&self) -> u64 {
        let shown = || {
            let shown = self.browser.script("return [document.body.offsetHeight, innerHeight]");
            (shown[0].as_u64().expect("a height"), shown[1].as_u64().expect("a height"))
        };
        wait_for(|| {
            let (wanted, given) = shown();
            let fits = given == wanted.div_ceil(120) * 120;
            fits.then_some(given).ok_or_else(|| format!("a frame of {wanted}, not {given}"))
        })
    }

    /// Who wanted out that is neither their page nor ours.
    fn strangers(&self) -> Vec<String> {
        let ours = self.ours.url("/");
        self.browser.strangers().into_iter().filter(|it| !it.starts_with(&ours)).collect()
    }

    /// Waits until a height is told; it is that of the frame, and no other was told.
    #[track_caller]
    pub fn assert_tells_one_height(&self, what: &str) {
        wait_until("a height is told", || !self.told().is_empty());
        let height = self.height();
        let told: Vec<_> = self.told().iter().map(|it| it["height"].as_u64()).collect();
        assert_eq!(told, [Some(height)], "{what}");
    }

    pub fn told(&self) -> Vec<Value> {
        self.browser.leave_frames();
        let told = self.browser.script("return told").as_array().expect("a list").clone();
        self.browser.enter_frame(0);
        told
    }
}

#[test]
fn a_frame_grows_and_shrinks_and_tells_nothing_else() {
    grows_and_shrinks(Make::Chromium);
}

pub fn grows_and_shrinks(make: Make) {
    let around = Around::of(make, "");
    // All of the frame is in sight: not every driver can click on what is not.
    around.browser.resize(1280, 4000);
    around.open();
    click(&around.browser, "[name=start]");
    let mut heights = vec![around.height()];
    let (checker, tired) = (journey::checker(), journey::read("tired-runner"));
    for until in [Until::Question("place"), Until::Result] {
        walk(&around.browser, &checker, &tired, until);
        heights.push(around.height());
    }
    inside(&around.browser, "root.host.reset()");
    heights.push(around.height());
    assert!(heights[2] > heights[0] && heights[3] < heights[2], "{heights:?}");
    for told in around.told() {
        let height = told["height"].as_u64().expect("a height is told");
        assert_eq!(told, json!({ "type": "backwise:height", "height": height }));
        assert_eq!(height % 120, 0);
    }
    assert_eq!(around.browser.console_errors(), [""; 0]);
    assert_eq!(around.ours.take_heard(), [""; 0]);
    assert_eq!(around.strangers(), [""; 0]);
}

/// What stands inside the tag until then is higher, and would make the frame shrink.
#[test]
fn the_first_height_told_is_that_of_the_first_screen() {
    let around = Around::new("");
    around.browser.prepare(PATIENT);
    around.ours.hold("/backwise/ask_bg.wasm");
    around.browser.open("/");
    around.browser.enter_frame(0);
    around.browser.find(&format!("{WIDGET} li"));
    assert_eq!(around.told(), [Value::Null; 0]);
    around.ours.release();
    around.browser.find(&format!("{WIDGET} >> [name=start]"));
    around.assert_tells_one_height("the first screen");
}

#[test]
fn a_frame_takes_what_stands_behind_its_address_and_sends_it_nowhere() {
    let around = Around::new("#topic=upper-back-pain-while-running&amp;theme=dark&amp;region=GB");
    around.open();
    let taken = "const { topic, theme, region } = root.host.attributes;
        return [topic, theme, region].map((it) => it.value)";
    let expected = json!(["upper-back-pain-while-running", "dark", "GB"]);
    assert_eq!(inside(&around.browser, taken), expected);
    let paths = around.ours.requests().into_iter().map(|request| request.path);
    assert!(paths.into_iter().all(|path| !path.contains("upper-back") && !path.contains('?')));
}

/// Nobody knows which page listens first: one that begins late asks.
#[test]
fn a_page_that_listens_late_is_told_too() {
    let around = Around::new("");
    around.open();
    around.height();
    around.browser.leave_frames();
    around.browser.script("document.querySelector('iframe').style.height = '200px'");
    let again = around.ours.url("/frame/resize.js?late");
    let script = "document.head.appendChild(document.createElement('script')).src";
    around.browser.script(&format!("{script} = '{again}'"));
    around.browser.enter_frame(0);
    around.height();
}

/// It stays in the colours that the page around it has.
#[test]
fn a_frame_is_as_dark_as_the_page_around_it() {
    let around = Around::new("");
    around.open();
    let is_dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
    assert_eq!(around.browser.script(is_dark), false);
    around.browser.leave_frames();
    around.browser.script("document.documentElement.style.colorScheme = 'dark'");
    around.browser.enter_frame(0);
    around.browser.wait_until(is_dark);
    assert_eq!(texts(&around.browser, "[name=start]").len(), 1);
}
