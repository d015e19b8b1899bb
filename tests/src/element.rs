//! One element of a page, or a shadow root to look for elements in.

use thirtyfour::{By, WebElement};

use crate::Browser;

pub struct Element<'a> {
    browser: &'a Browser,
    inner: WebElement,
}

impl<'a> Element<'a> {
    pub(crate) fn new(browser: &'a Browser, inner: WebElement) -> Self {
        Self { browser, inner }
    }

    /// The first match of a CSS selector below this one, waited for if it is not there yet.
    #[track_caller]
    pub fn find(&self, css: &str) -> Element<'a> {
        let found = self.browser.wait(css, self.inner.find(By::Css(css)));
        Self::new(self.browser, found)
    }

    #[track_caller]
    pub fn find_all(&self, css: &str) -> Vec<Element<'a>> {
        let found = self.browser.wait(css, self.inner.find_all(By::Css(css)));
        found.into_iter().map(|inner| Self::new(self.browser, inner)).collect()
    }

    #[track_caller]
    pub fn shadow(&self) -> Element<'a> {
        let root = self.browser.wait("the shadow root", self.inner.get_shadow_root());
        Self::new(self.browser, root)
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
