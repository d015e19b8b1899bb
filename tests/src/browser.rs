//! A Chromium of one's own, showing the built site.

use std::cell::{Cell, RefCell};
use std::fmt::Display;
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::{BrowserLogEntry, By, WebDriver};
use tokio::runtime::{self, Runtime};

use crate::chromium::capabilities;
use crate::driver::Driver;
use crate::element::Element;
use crate::screen::Screen;
use crate::site::{Request, Site};

/// How long an element may take to appear.
const PATIENCE: Duration = Duration::from_secs(5);

/// Fields are dropped in this order: first the session, which closes Chromium, then its driver.
pub struct Browser {
    session: Option<WebDriver>,
    runtime: Runtime,
    _driver: Driver,
    pub site: Site,
    /// How many requests the site had answered before the page was opened, and when it was loaded.
    opened: Cell<usize>,
    loaded: Cell<usize>,
    /// Every address the pages have asked for; the browser's own log forgets what was read.
    addresses: RefCell<Vec<String>>,
}

impl Browser {
    #[track_caller]
    pub fn start() -> Self {
        Self::on(Site::built())
    }

    /// The worker that brings the whole site to the device stays away: requests are counted, and many tests run at
    /// once. [`Browser::with_worker`] has it.
    #[track_caller]
    pub fn on(site: Site) -> Self {
        let browser = Self::with_worker(site);
        browser.prepare("delete Navigator.prototype.serviceWorker");
        browser
    }

    /// A browser as readers have it, in which the site is an app.
    #[track_caller]
    pub fn with_worker(site: Site) -> Self {
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        let driver = Driver::start();
        let connecting = WebDriver::new(driver.url(), capabilities());
        let mut browser = Self {
            session: None,
            runtime: runtime.expect("a thread can have a runtime"),
            _driver: driver,
            site,
            opened: Cell::default(),
            loaded: Cell::default(),
            addresses: RefCell::default(),
        };
        browser.session = Some(browser.wait("Chromium", connecting));
        browser.wait("its patience", browser.session().set_implicit_wait_timeout(PATIENCE));
        browser
    }

    /// Goes to a page of the site and waits until it says it is loaded.
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.opened.set(self.site.requests().len());
        self.wait(path, self.session().goto(self.site.url(path)));
        let answered = self.requests_since_open();
        let page = answered.iter().find(|request| request.path == path);
        assert!(page.is_none_or(|page| page.status < 400), "{path}: the site has no such page");
        self.settle();
    }

    /// From here on a request counts as made after load. For a page that draws its first screen
    /// later than it says it is loaded: find something on that screen, then call this.
    pub fn settle(&self) {
        self.loaded.set(self.site.requests().len());
    }

    pub fn requests(&self) -> Vec<Request> {
        self.site.requests()
    }

    /// What was asked for since [`Browser::open`] was called last.
    pub fn requests_since_open(&self) -> Vec<Request> {
        self.site.requests().split_off(self.opened.get())
    }

    pub fn requests_since_load(&self) -> Vec<Request> {
        self.site.requests().split_off(self.loaded.get())
    }

    /// Addresses asked for by any page so far that are not the site's own, by the browser's log.
    #[track_caller]
    pub fn strangers(&self) -> Vec<String> {
        let log = self.wait("the network log", self.session().get_log("performance"));
        self.addresses.borrow_mut().extend(log.iter().filter_map(requested_address));
        let home = self.site.url("/");
        let addresses = self.addresses.borrow();
        let ours = |address: &str| {
            ["data:", "blob:", &home].iter().any(|start| address.starts_with(start))
        };
        addresses.iter().filter(|address| !ours(address)).cloned().collect()
    }

    /// Errors the pages have caused since this was last asked: thrown, logged, or failed to load.
    #[track_caller]
    pub fn console_errors(&self) -> Vec<String> {
        self.console("SEVERE")
    }

    /// What pages have warned of since this or that was last asked.
    #[track_caller]
    pub fn console_warnings(&self) -> Vec<String> {
        self.console("WARNING")
    }

    #[track_caller]
    fn console(&self, level: &str) -> Vec<String> {
        let log = self.wait("the console", self.session().browser_log());
        log.into_iter().filter(|entry| entry.level == level).map(|entry| entry.message).collect()
    }

    #[track_caller]
    pub fn title(&self) -> String {
        self.wait("the title", self.session().title())
    }

    /// An element by CSS selector; ` >> ` goes on inside the shadow root of what was found so far.
    #[track_caller]
    pub fn find(&self, path: &str) -> Element<'_> {
        let mut steps = path.split(" >> ");
        let first = steps.next().unwrap_or_default();
        let found = Element::new(self, self.wait(first, self.session().find(By::Css(first))));
        steps.fold(found, |host, step| host.shadow().find(step))
    }

    /// The shadow root of an element, to look for others in.
    #[track_caller]
    pub fn shadow(&self, host: &str) -> Element<'_> {
        self.find(host).shadow()
    }

    /// Presses keys where the focus is, as a reader without a mouse does.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let focused = self.wait("the focus", self.session().active_element());
        Element::new(self, focused).press(keys);
    }

    /// Runs JavaScript in the page and brings back what it returns.
    #[track_caller]
    pub fn script(&self, script: &str) -> Value {
        self.wait(script, self.session().execute(script, [])).json().clone()
    }

    /// From here on what is found and run is in the page inside this frame, counted from 0.
    #[track_caller]
    pub fn enter_frame(&self, number: u16) {
        self.wait("a frame", self.session().enter_frame(number));
    }

    /// And here again in the page around all frames.
    #[track_caller]
    pub fn leave_frames(&self) {
        self.wait("the page", self.session().enter_default_frame());
    }

    /// Loads the page anew, as its reader can at any time.
    #[track_caller]
    pub fn reload(&self) {
        self.wait("a reload", self.session().refresh());
    }

    /// Calls a command of the Chrome DevTools Protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        let cdp = self.session().cdp();
        self.wait(command, cdp.send_raw(command, parameters))
    }

    #[track_caller]
    pub fn show_on(&self, screen: Screen) {
        self.devtools("Emulation.setDeviceMetricsOverride", screen.metrics());
        self.devtools("Emulation.setEmulatedMedia", screen.media());
    }

    /// The page as a PNG, to its very end and not only to the edge of the screen.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        let layout = self.devtools("Page.getLayoutMetrics", json!({}));
        let mut clip = layout["cssContentSize"].clone();
        clip["scale"] = json!(1);
        let parameters = json!({ "clip": clip, "captureBeyondViewport": true });
        self.captured(parameters)
    }

    /// What is on the screen, as a PNG.
    #[track_caller]
    pub fn glance(&self) -> Vec<u8> {
        self.captured(json!({}))
    }

    #[track_caller]
    fn captured(&self, parameters: Value) -> Vec<u8> {
        let picture = self.devtools("Page.captureScreenshot", parameters);
        let data = picture["data"].as_str().expect("a screenshot has data");
        BASE64_STANDARD.decode(data).expect("DevTools writes correct base64")
    }

    /// Has a script run in every page from now on, before the page's own.
    #[track_caller]
    pub fn prepare(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    /// The page on paper, as a PDF; `settings` are those of `Page.printToPDF`.
    #[track_caller]
    pub fn print(&self, settings: Value) -> Vec<u8> {
        let printed = self.devtools("Page.printToPDF", settings);
        let data = printed["data"].as_str().expect("a print has data");
        BASE64_STANDARD.decode(data).expect("DevTools writes correct base64")
    }

    /// Waits for an answer; without one the test ends, saying what was wanted.
    #[track_caller]
    pub(crate) fn wait<T, E: Display>(
        &self,
        what: &str,
        answer: impl Future<Output = Result<T, E>>,
    ) -> T {
        match self.runtime.block_on(answer) {
            Ok(answer) => answer,
            Err(error) => panic!("`{what}`: {error}"),
        }
    }

    fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("the session lasts as long as the browser")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // A test may be failing already: a second panic would hide why.
            self.runtime.block_on(session.quit()).ok();
        }
    }
}

fn requested_address(entry: &BrowserLogEntry) -> Option<String> {
    let event: Value = serde_json::from_str(&entry.message).ok()?;
    let event = &event["message"];
    let sent = event["method"] == "Network.requestWillBeSent";
    sent.then(|| event["params"]["request"]["url"].as_str().map(str::to_owned))?
}
