//! One element of a page, or a shadow root to look for elements in.

use std::mem;

use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

use crate::{Browser, wait_for, wait_until};

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
            self.look(css).unwrap_or_else(|| panic!("`{css}`: there is no shadow root to look in"))
        } else {
            self.browser.wait(css, self.inner.find_all(By::Css(css)))
        };
        found.into_iter().map(|inner| Self::new(self.browser, inner)).collect()
    }

    /// The root may be as late as what is in it.
    #[track_caller]
    fn find_inside(&self, css: &str) -> Element<'a> {
        let first = || self.look(css).into_iter().flatten().next();
        let found = wait_for(|| first().ok_or_else(|| format!("`{css}` inside the shadow root")));
        Self::new(self.browser, found)
    }

    /// All that is inside the shadow root now, if there is one. A script looks for it: not every driver takes a shadow
    /// root for a place to look in.
    #[track_caller]
    fn look(&self, css: &str) -> Option<Vec<WebElement>> {
        let script = "const { shadowRoot } = arguments[0];
            return shadowRoot && [...shadowRoot.querySelectorAll(arguments[1])]";
        let host = self.inner.to_json().expect("an element has an id");
        let session = self.browser.session();
        let found = self.browser.wait(css, session.execute(script, [host, json!(css)]));
        let is_there = !found.json().is_null();
        is_there.then(|| found.elements().expect("a script that looks for elements finds elements"))
    }

    pub fn shadow(self) -> Element<'a> {
        Self { is_shadow: true, ..self }
    }

    /// Presses it, once it stands still: drivers miss what moves while they press.
    #[track_caller]
    pub fn click(&self) {
        let mut last = Value::Null;
        wait_until("it to stand still", || {
            let place = self.place();
            mem::replace(&mut last, place.clone()) == place
        });
        self.browser.wait("a click", self.inner.click());
    }

    /// Where it is in the window.
    #[track_caller]
    fn place(&self) -> Value {
        let script = "const { x, y } = arguments[0].getBoundingClientRect(); return [x, y]";
        let element = self.inner.to_json().expect("an element has an id");
        let session = self.browser.session();
        self.browser.wait("its place", session.execute(script, [element])).json().clone()
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
