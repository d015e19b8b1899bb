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
    pub fn new(document: &Document, what: &str) -> Option<Self> {
        let root = make(document, what)?;
        Some(Self::into(document, root))
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

    /// An element, written as a tag or as `tag.class`, with whatever `inside` draws.
    pub fn within(&mut self, what: &str, inside: impl FnOnce(&mut Self)) {
        let element = make(&self.document, what);
        self.begin(element);
        inside(self);
        self.end();
    }

    /// An element that holds nothing but text.
    pub fn leaf(&mut self, what: &str, text: &str) {
        self.within(what, |page| page.text(text));
    }

    /// An element that somebody else fills; without it when they cannot.
    #[cfg(any(feature = "ask", feature = "tell"))]
    pub fn filled(&mut self, what: &str, fill: impl FnOnce(&Element) -> bool) -> bool {
        let (Some(element), Some(parent)) = (make(&self.document, what), self.open.last()) else {
            return false;
        };
        let is_filled = fill(&element);
        if is_filled {
            parent.append_with_node_1(&element).ok();
        }
        is_filled
    }

    /// An SVG element, written as `tag.class`, with whatever `inside` draws in the same way.
    #[cfg(any(feature = "tell", feature = "posture"))]
    pub fn drawn(&mut self, what: &str, inside: impl FnOnce(&mut Self)) {
        let element = make_in(&self.document, Some(SVG), what);
        self.begin(element);
        inside(self);
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

    fn begin(&mut self, element: Option<Element>) {
        let Some(element) = element else { return };
        if let Some(parent) = self.open.last() {
            parent.append_with_node_1(&element).ok();
        }
        self.open.push(element);
    }

    fn end(&mut self) {
        self.open.pop();
    }
}

#[cfg(any(feature = "tell", feature = "posture"))]
const SVG: &str = "http://www.w3.org/2000/svg";

fn make(document: &Document, what: &str) -> Option<Element> {
    make_in(document, None, what)
}

/// Fails for names that cannot be; ours are written in the views.
fn make_in(document: &Document, space: Option<&str>, what: &str) -> Option<Element> {
    let at = what.bytes().position(|byte| byte == b'.').unwrap_or(what.len());
    let name = what.get(..at)?;
    let made = match space {
        Some(_) => document.create_element_ns(space, name),
        None => document.create_element(name),
    };
    let element = made.ok()?;
    if let Some(class) = what.get(at + 1..) {
        element.set_attribute("class", class).ok()?;
    }
    Some(element)
}
