//! The story of a reader without a network, in stills: one visit, then nobody answers any more; a new version; a page
//! that has grown old; a device that keeps nothing.

use std::cell::Cell;
use std::path::Path;
use std::{fs, io};

use backwise_site::hosting::HEADERS;
use backwise_tests::release::{Release, Signs, look_for_update};
use backwise_tests::screen::{Device, Scheme};
use backwise_tests::site::Site;
use backwise_tests::widget::{self, Until, WIDGET};
use backwise_tests::{Browser, Make, Screen, journey};

/// Writes them in the order of the story, once for each scheme.
pub fn record(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for scheme in [Scheme::Light, Scheme::Dark] {
        let screen = Screen { device: Device::Phone, scheme };
        let stills = Stills { folder, screen, n: Cell::new(0) };
        without_a_server(&stills)?;
        before_all_is_there(&stills)?;
        another_version(&stills)?;
        grown_old(&stills)?;
        nothing_kept(&stills)?;
    }
    Ok(())
}

struct Stills<'a> {
    folder: &'a Path,
    screen: Screen,
    n: Cell<usize>,
}

impl Stills<'_> {
    /// The whole page, or what fills the screen.
    fn take(&self, browser: &Browser, what: &str) -> io::Result<()> {
        browser.show_on(self.screen);
        self.write(what, &browser.picture())
    }

    /// What is on the screen.
    fn glance(&self, browser: &Browser, what: &str) -> io::Result<()> {
        browser.show_on(self.screen);
        self.write(what, &browser.glance())
    }

    fn write(&self, what: &str, png: &[u8]) -> io::Result<()> {
        self.n.set(self.n.get() + 1);
        let name = format!("offline-{}-{:02}-{what}.png", self.screen.scheme, self.n.get());
        let file = self.folder.join(name);
        println!("{}", file.display());
        fs::write(file, png)
    }
}

fn without_a_server(stills: &Stills) -> io::Result<()> {
    let mut browser = Browser::with_profile(Site::with_headers(&Site::folder(), &HEADERS));
    browser.open("/");
    browser.find("backwise-check >> [name=start]");
    browser.wait_until("return document.querySelector('.whole').checkVisibility()");
    stills.take(&browser, "first-visit")?;
    browser.site.stop();
    browser.kill();
    browser.open("/");
    browser.find("backwise-check >> [name=start]");
    stills.glance(&browser, "cold-start")?;
    let (checker, person) = (journey::checker(), journey::read("tired-runner"));
    browser.open("/check.html");
    widget::click(&browser, "[name=start]");
    widget::walk(&browser, &checker, &person, Until::Question("emergency-chest"));
    stills.glance(&browser, "question")?;
    widget::walk(&browser, &checker, &person, Until::Result);
    browser.find("backwise-check >> .care-card");
    stills.take(&browser, "result")?;
    browser.open("/self-test/wall-posture-test.html");
    browser.find("backwise-wall-test >> [name=play-start]").click();
    browser.find("backwise-wall-test >> .play-time");
    stills.glance(&browser, "wall-test")?;
    browser.open("/article/upper-back-pain-while-running.html");
    stills.glance(&browser, "article")?;
    browser.open("/search.html#q=slipped+disc");
    browser.find(".search-found a");
    stills.glance(&browser, "search")?;
    browser.open("/cause/no-such-page.html");
    stills.glance(&browser, "no-such-page")
}

/// The network goes while the rest is still on its way.
fn before_all_is_there(stills: &Stills) -> io::Result<()> {
    let browser = Browser::with_worker(Make::Chromium, Site::serve(&Site::folder()));
    browser.site.hold("/source/andersen-2011.html");
    browser.open("/help.html");
    browser.wait_until("return Boolean(navigator.serviceWorker.controller)");
    browser.site.stop();
    browser.open("/source/andersen-2011.html");
    stills.take(&browser, "not-here-yet")
}

const IS_OFFERED: &str = "return document.querySelector('.release').checkVisibility()";

fn another_version(stills: &Stills) -> io::Result<()> {
    let release = Release::copied();
    let browser = Browser::with_worker(Make::Chromium, Site::serve(release.folder()));
    browser.open("/check.html");
    browser.wait_until("return Boolean(navigator.serviceWorker.controller)");
    browser.reload();
    update(&browser, &release, Signs::Same);
    stills.glance(&browser, "new-version")?;
    widget::click(&browser, "[name=start]");
    browser.find(&format!("{WIDGET} >> legend"));
    browser.find(".release button").click();
    browser.wait_until("return document.querySelector('.release-busy').checkVisibility()");
    stills.glance(&browser, "new-version-waits")?;
    update(&browser, &release, Signs::Others);
    browser.reload();
    browser.wait_until(IS_OFFERED);
    stills.glance(&browser, "safety-update")
}

fn update(browser: &Browser, release: &Release, signs: Signs) {
    release.write_worker(signs);
    release.write_page();
    assert_eq!(look_for_update(browser), "installed", "it is whole");
    browser.wait_until(IS_OFFERED);
}

/// On a device whose clock stands in 2096.
fn grown_old(stills: &Stills) -> io::Result<()> {
    let browser = Browser::start();
    browser.prepare(
        "Date = class extends Date { constructor(...given) { super(...(given.length ? given : [4e12])); } }",
    );
    browser.open("/check.html");
    browser.find("backwise-check >> [name=start]");
    stills.glance(&browser, "grown-old")
}

fn nothing_kept(stills: &Stills) -> io::Result<()> {
    let browser = Browser::start();
    browser.prepare(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    );
    browser.open("/check.html");
    widget::click(&browser, "[name=start]");
    browser.find("backwise-check >> [name=keep]").click();
    stills.take(&browser, "storage-refused")
}
