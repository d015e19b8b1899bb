//! A browser of one's own, showing the built site. It is a Chromium where nothing else is said.

use std::cell::{Cell, RefCell};
use std::fmt::Display;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{By, TimeoutConfiguration, WebDriver, WindowHandle};
use tokio::runtime::{self, Runtime};

use crate::driver::{Driver, TRIES};
use crate::element::Element;
use crate::gate::Gate;
use crate::make::{Make, chromium};
use crate::patience::{PATIENCE, wait_until};
use crate::site::{Request, Site};

const OWN_PROFILE: &str = "a browser with a profile of its own";

/// Fields are dropped in this order: first the session, which closes the browser, then its driver.
pub struct Browser {
    pub make: Make,
    session: Option<WebDriver>,
    runtime: Runtime,
    driver: Driver,
    /// What outlives a browser that is killed, where that is wanted.
    profile: Option<TempDir>,
    pub site: Site,
    pub(crate) gate: Gate,
    /// How many requests the site had answered before the page was opened, and when it was loaded.
    opened: Cell<usize>,
    loaded: Cell<usize>,
    /// Every address the pages have asked for; the browser's own log forgets what was read.
    pub(crate) addresses: RefCell<Vec<String>>,
    /// How many requests have been looked at for failures.
    pub(crate) judged: Cell<usize>,
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
        Self::of(Make::Chromium, site)
    }

    /// The same of another make.
    #[track_caller]
    pub fn of(make: Make, site: Site) -> Self {
        let browser = Self::with_worker(make, site);
        browser.prepare("delete Navigator.prototype.serviceWorker");
        browser
    }

    /// A browser as readers have it, in which the site is an app.
    #[track_caller]
    pub fn with_worker(make: Make, site: Site) -> Self {
        Self::begin(make, site, None)
    }

    /// A Chromium that can be killed and started again, with all that the device has kept.
    #[track_caller]
    pub fn with_profile(site: Site) -> Self {
        let profile = TempDir::new().expect("this machine has room for a folder");
        Self::begin(Make::Chromium, site, Some(profile))
    }

    #[track_caller]
    fn begin(make: Make, site: Site, profile: Option<TempDir>) -> Self {
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        let (runtime, gate) = (runtime.expect("a thread can have a runtime"), Gate::build());
        let (driver, session) = begun(make, &gate, profile.as_ref(), &runtime);
        let browser = Self {
            make,
            session: Some(session),
            runtime,
            driver,
            profile,
            site,
            gate,
            opened: Cell::default(),
            loaded: Cell::default(),
            addresses: RefCell::default(),
            judged: Cell::default(),
        };
        browser.be_patient();
        browser.listen(&browser.site);
        browser
    }

    /// The folder of what outlives it.
    ///
    /// # Panics
    /// As [`Browser::kill`].
    #[must_use]
    pub fn profile(&self) -> &Path {
        self.profile.as_ref().expect(OWN_PROFILE).path()
    }

    /// Ends the browser outright, as an empty battery does, and starts it again with the same profile.
    ///
    /// # Panics
    /// When it has no profile of its own: [`Browser::with_profile`].
    #[track_caller]
    pub fn kill(&mut self) {
        let profile = self.profile.as_ref().expect(OWN_PROFILE);
        chromium::kill(profile.path());
        if let Some(session) = self.session.take() {
            // It has nobody to quit any more.
            self.runtime.block_on(session.quit()).ok();
        }
        let (driver, session) = begun(self.make, &self.gate, Some(profile), &self.runtime);
        (self.driver, self.session) = (driver, Some(session));
        self.be_patient();
    }

    #[track_caller]
    fn be_patient(&self) {
        let limits = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), Some(PATIENCE));
        self.wait("its patience", self.session().update_timeouts(limits));
    }

    /// Goes to a page of the site and waits until it says it is loaded.
    #[track_caller]
    pub fn open(&self, path: &str) {
        self.opened.set(self.site.requests().len());
        self.leave();
        self.wait(path, self.session().goto(self.site.url(path)));
        self.arrive(path);
        let answered = self.requests_since_open();
        let page = answered.iter().find(|request| request.path == path);
        assert!(page.is_none_or(|page| page.status < 400), "{path}: the site has no such page");
        self.settle();
    }

    /// WebKit's driver may say that a page is loaded when the one before it still stands there.
    #[track_caller]
    fn leave(&self) {
        if self.make == Make::WebKit {
            self.script("window.isLeft = true");
        }
    }

    /// Waits for another page than the one that was left.
    #[track_caller]
    fn arrive(&self, path: &str) {
        if self.make == Make::WebKit {
            let path = path.split(['?', '#']).next().unwrap_or_default();
            self.wait_until(&format!(
                "return !window.isLeft && location.pathname === '{path}' && document.readyState === 'complete'"
            ));
        }
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

    /// But for the icon: browsers ask for that when they like.
    pub fn requests_since_load(&self) -> Vec<Request> {
        let mut requests = self.site.requests().split_off(self.loaded.get());
        let is_icon = |path: &str| path.ends_with("/favicon.ico") || path.ends_with("/favicon.svg");
        requests.retain(|request| !is_icon(&request.path));
        requests
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

    /// Waits until a script says so.
    #[track_caller]
    pub fn wait_until(&self, script: &str) {
        wait_until(script, || self.script(script) == true);
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

    /// Makes the window so large, in pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.wait("a size", self.session().set_window_rect(0, 0, width, height));
    }

    /// The window in which things are found.
    #[track_caller]
    pub fn window(&self) -> WindowHandle {
        self.wait("a window", self.session().window())
    }

    /// One more, in which they are found from here on. No tab: WebKitGTK draws none that its driver opens.
    #[track_caller]
    pub fn new_window(&self) -> WindowHandle {
        let window = self.wait("a new window", self.session().new_window());
        self.go_to(&window);
        window
    }

    /// Finds things in this window from here on.
    #[track_caller]
    pub fn go_to(&self, window: &WindowHandle) {
        self.wait("a window", self.session().switch_to_window(window.clone()));
    }

    /// Loads the page anew, as its reader can at any time.
    #[track_caller]
    pub fn reload(&self) {
        match self.make {
            Make::Chromium => self.wait("a reload", self.session().refresh()),
            // As in `open`.
            Make::WebKit => {
                self.leave();
                self.wait("a reload", self.session().refresh());
                self.wait_until("return !window.isLeft && document.readyState === 'complete'");
            }
            // Its driver's own passes by what the device has kept, as if Shift were held.
            Make::Firefox => {
                let address = self.wait("the address", self.session().current_url());
                assert_eq!(address.fragment(), None, "to go there again loads nothing");
                self.wait("a reload", self.session().goto(address.as_str()));
            }
        }
    }

    /// Has a script run in every page from now on, before the page's own. Where the browser takes none the site puts it
    /// into its pages: then it runs in those that come from there and not in those that the device has kept.
    #[track_caller]
    pub fn prepare(&self, script: &str) {
        match self.make {
            Make::Chromium => {
                let parameters = json!({ "source": script });
                self.devtools("Page.addScriptToEvaluateOnNewDocument", parameters);
            }
            Make::Firefox | Make::WebKit => self.site.prepare(script),
        }
    }

    /// Ends the test where the browser cannot be asked this.
    #[track_caller]
    pub(crate) fn ask_only(&self, make: Make, what: &str) {
        assert_eq!(self.make, make, "`{what}` can be asked of {make} alone");
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

    pub(crate) fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("the session lasts as long as the browser")
    }
}

/// A session, and the driver behind it: another test may have taken its port.
#[track_caller]
fn begun(
    make: Make,
    gate: &Gate,
    profile: Option<&TempDir>,
    runtime: &Runtime,
) -> (Driver, WebDriver) {
    let mut said = String::new();
    let wanted = || match profile {
        Some(profile) => chromium::with_profile(profile.path()),
        None => make.capabilities(gate),
    };
    for _ in 0..TRIES {
        let driver = Driver::start(make);
        match runtime.block_on(WebDriver::new(driver.url(), wanted())) {
            Ok(session) => return (driver, session),
            Err(error) => said = error.to_string(),
        }
    }
    panic!("{make} began no session {TRIES} times; it last said: {said}")
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // A test may be failing already: a second panic would hide why.
            self.runtime.block_on(session.quit()).ok();
        }
    }
}
