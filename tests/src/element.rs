//! One element of a page, or a shadow root to look for elements in.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{By, WebElement};

use crate::Browser;
use crate::browser::PATIENCE;

pub struct Element<'a> {
    browser: &'a Browser,
    /// Of a shadow root, its host.
    inner: WebElement,
    is_shadow: bool,
}

impl<'a> Element<'a> {
    pub(crate) fn new(browser: &'a Browser, inner: WebElement) -> Self {
        Self { browser, inner, is_shadow: false }
    }

    /// The first match of a CSS selector below this one, waited for if it is not there yet.
    #[track_caller]
    pub fn find(&self, css: &str) -> Element<'a> {
        if self.is_shadow {
            return self.find_inside(css);
        }
        let found = self.browser.wait(css, self.inner.find(By::Css(css)));
        Self::new(self.browser, found)
    }

    #[track_caller]
    pub fn find_all(&self, css: &str) -> Vec<Element<'a>> {
        let found = if self.is_shadow {
            self.look(css).elements().expect("a script that looks for elements finds elements")
        } else {
            self.browser.wait(css, self.inner.find_all(By::Css(css)))
        };
        found.into_iter().map(|inner| Self::new(self.browser, inner)).collect()
    }

    #[track_caller]
    fn find_inside(&self, css: &str) -> Element<'a> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let found = self.look(css).elements();
            if let Some(first) = found.into_iter().flatten().next() {
                return Self::new(self.browser, first);
            }
            sleep(Duration::from_millis(20));
        }
        panic!("`{css}` is not inside the shadow root");
    }

    /// All that is inside the shadow root now. A script looks for it: not every driver takes a shadow root for a place
    /// to look in.
    #[track_caller]
    fn look(&self, css: &str) -> ScriptRet {
        let script = "return [...(arguments[0].shadowRoot?.querySelectorAll(arguments[1]) ?? [])]";
        let host = self.inner.to_json().expect("an element has an id");
        self.browser.wait(css, self.browser.session().execute(script, [host, json!(css)]))
    }

    pub fn shadow(self) -> Element<'a> {
        Self { is_shadow: true, ..self }
    }

    #[track_caller]
    pub fn click(&self) {
        self.browser.wait("a click", self.inner.click());
    }

    /// What a reader sees of it.
    #[track_caller]
    pub fn text(&self) -> String {
        self.browser.wait("its text", self.inner.text())
    }

    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.browser.wait(name, self.inner.attr(name))
    }

    #[track_caller]
    pub fn press(&self, keys: &str) {
        self.browser.wait(keys, self.inner.send_keys(keys));
    }
}
