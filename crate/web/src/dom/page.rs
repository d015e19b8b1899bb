//! Draws elements from top to bottom, the way a view describes them.

use web_sys::{Document, Element};

/// A tree of elements in the making, not on the screen yet.
pub struct Page {
    document: Document,
    /// From the root to the element that is being filled.
    open: Vec<Element>,
}

impl Page {
    /// A tree with this root; nothing when the browser refuses to make elements.
    #[must_use]
    pub fn new(document: &Document, tag: &str, class: &str) -> Option<Self> {
        let mut page = Self::into(document, document.create_element(tag).ok()?);
        page.class(class);
        Some(page)
    }

    /// What is drawn goes into this element.
    #[must_use]
    pub fn into(document: &Document, root: Element) -> Self {
        Self { document: document.clone(), open: vec![root] }
    }

    /// The finished tree.
    #[must_use]
    pub fn finish(mut self) -> Option<Element> {
        self.open.truncate(1);
        self.open.pop()
    }

    /// An element with whatever `inside` draws.
    pub fn within(&mut self, tag: &str, class: &str, inside: impl FnOnce(&mut Self)) {
        self.begin(tag, class);
        inside(self);
        self.end();
    }

    /// An element that holds nothing but text.
    pub fn leaf(&mut self, tag: &str, class: &str, text: &str) {
        self.begin(tag, class);
        self.text(text);
        self.end();
    }

    /// Text. It is never read as markup.
    pub fn text(&mut self, text: &str) {
        if let Some(element) = self.open.last() {
            element.append_with_str_1(text).ok();
        }
    }

    /// An attribute of the element that is being filled.
    pub fn attribute(&mut self, name: &str, value: &str) {
        if let Some(element) = self.open.last() {
            // Fails for names that cannot be; ours are written in the views.
            element.set_attribute(name, value).ok();
        }
    }

    fn class(&mut self, class: &str) {
        if !class.is_empty() {
            self.attribute("class", class);
        }
    }

    fn begin(&mut self, tag: &str, class: &str) {
        // Fails for tags that cannot be; ours are written in the views.
        let Ok(element) = self.document.create_element(tag) else { return };
        if let Some(parent) = self.open.last() {
            parent.append_with_node_1(&element).ok();
        }
        self.open.push(element);
        self.class(class);
    }

    fn end(&mut self) {
        self.open.pop();
    }
}
