//! The place in a shadow root where screens are shown, and the voice beside it.

use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Document, Element, HtmlElement, Node, ShadowRoot};

use super::Page;

/// Of a part: what it was drawn for.
#[cfg(feature = "posture")]
const DRAWN: &str = "data-drawn";

/// What stays while screens come and go.
pub struct Stage {
    pub document: Document,
    /// Every event of the screens passes here.
    pub body: Element,
    /// What is shown.
    pub screen: Element,
    announcer: Element,
    host: Element,
}

impl Stage {
    /// Sets the stage into a shadow root.
    #[must_use]
    pub fn new(root: &ShadowRoot, language: &str) -> Option<Self> {
        let node: &Node = root;
        let document = node.owner_document()?;
        let mut body = Page::new(&document, "div.body")?;
        body.attribute("part", "body");
        body.attribute("lang", language);
        // The page around may be written the other way.
        body.attribute("dir", "auto");
        let body = body.finish()?;
        let screen = Page::new(&document, "div.screen")?.finish()?;
        // It has to be there before its first words, or some screen readers miss them.
        let mut announcer = Page::new(&document, "p.hidden")?;
        announcer.attribute("role", "status");
        let announcer = announcer.finish()?;
        body.append_with_node_1(&screen).ok()?;
        body.append_with_node_1(&announcer).ok()?;
        root.append_with_node_1(&body).ok()?;
        Some(Self { document, body, screen, announcer, host: root.host() })
    }

    /// Shows a screen in place of the one before.
    pub fn show(&self, screen: &Element) {
        self.screen.replace_children_with_node_1(screen);
    }

    /// A part of the screen, to be drawn anew.
    #[must_use]
    pub fn part(&self, selector: &str) -> Option<Page> {
        let part = self.find(selector)?;
        part.set_text_content(None);
        Some(Page::into(&self.document, part))
    }

    /// What an attribute of the tag says.
    #[cfg(feature = "ask")]
    #[must_use]
    pub fn said(&self, name: &str) -> Option<String> {
        self.host.get_attribute(name)
    }

    #[cfg(feature = "ask")]
    pub fn remove(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            element.remove();
        }
    }

    /// Draws a part anew if it does not stand for this yet.
    #[cfg(feature = "posture")]
    pub fn redraw(&self, selector: &str, what: &str, draw: impl FnOnce(&mut Page)) {
        let Some(part) = self.find(selector) else { return };
        if part.get_attribute(DRAWN).as_deref() == Some(what) {
            return;
        }
        // It fails for names that cannot be.
        part.set_attribute(DRAWN, what).ok();
        part.set_text_content(None);
        draw(&mut Page::into(&self.document, part));
    }

    /// Puts a text in the place of another.
    #[cfg(feature = "posture")]
    pub fn write(&self, selector: &str, text: &str) {
        if let Some(element) = self.find(selector)
            && element.text_content().as_deref() != Some(text)
        {
            element.set_text_content(Some(text));
        }
    }

    #[cfg(feature = "posture")]
    #[must_use]
    pub fn read(&self, selector: &str) -> String {
        self.find(selector).and_then(|element| element.text_content()).unwrap_or_default()
    }

    /// Opens a dialog above the whole page.
    #[cfg(feature = "posture")]
    pub fn open_dialog(&self, selector: &str) {
        if let Some(dialog) = self.find(selector) {
            // It fails for what is open.
            dialog.unchecked_into::<web_sys::HtmlDialogElement>().show_modal().ok();
        }
    }

    pub fn set(&self, selector: &str, name: &str, value: &str) {
        if let Some(element) = self.find(selector) {
            // Fails for names that cannot be; ours are written in the views.
            element.set_attribute(name, value).ok();
        }
    }

    /// Ticks a box, or takes the tick away.
    #[cfg(feature = "posture")]
    pub fn tick(&self, selector: &str, is_on: bool) {
        if let Some(element) = self.find(selector) {
            element.unchecked_into::<web_sys::HtmlInputElement>().set_checked(is_on);
        }
    }

    /// Says something, once, to whoever does not see it appear.
    pub fn announce(&self, text: &str) {
        if self.announcer.text_content().as_deref() != Some(text) {
            self.announcer.set_text_content(Some(text));
        }
    }

    pub fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            // Fails for elements that take no focus; ours are written in the views.
            element.unchecked_into::<HtmlElement>().focus().ok();
        }
    }

    /// Brings a part into sight, if it is not: no further than it takes.
    #[cfg(feature = "ask")]
    pub fn reveal(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Brings the beginning of the screen to the top of the window, where it belongs after a step.
    pub fn begin(&self) {
        self.body.scroll_into_view();
    }

    #[cfg(feature = "ask")]
    pub fn click(&self, selector: &str) -> bool {
        let found = self.find(selector);
        let is_there = found.is_some();
        if let Some(element) = found {
            element.unchecked_into::<HtmlElement>().click();
        }
        is_there
    }

    /// Tells the page around, with a word about it or none. Nothing that was answered goes with it.
    pub fn tell(&self, news: &str, detail: Option<&str>) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&detail.into());
        if let Ok(event) = CustomEvent::new_with_event_init_dict(news, &init) {
            self.host.dispatch_event(&event).ok();
        }
    }

    /// Marks the element with an attribute, or takes it away.
    #[cfg(feature = "ask")]
    pub fn mark(&self, attribute: &str, is_on: bool) {
        // It fails for names that cannot be; ours are written beside their use.
        self.host.toggle_attribute_with_force(attribute, is_on).ok();
    }

    #[cfg(feature = "ask")]
    pub fn print(&self) {
        if let Some(window) = self.document.default_view() {
            // Where printing is forbidden nothing happens, and the result stays on the screen.
            window.print().ok();
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.screen.query_selector(selector).ok().flatten()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.body.remove();
    }
}
