//! A list on the page from outside: its rows, and a drawing that shows the same.

use wasm_bindgen::JsCast;
#[cfg(feature = "tell")]
use web_sys::Node;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use crate::text::joined;

/// What holds a list.
#[derive(Clone)]
pub struct Field(pub Element);

impl Field {
    #[cfg(feature = "tell")]
    #[must_use]
    pub fn is_there(&self) -> bool {
        let node: &Node = &self.0;
        node.is_connected()
    }

    /// Puts a drawing above the rows.
    pub fn put(&self, drawing: &Element) -> Option<()> {
        self.0.query_selector(".choices").ok()??.before_with_node_1(drawing).ok()
    }

    /// Presses a row, as a finger does.
    pub fn press(&self, row: &str) {
        if let Some(input) = self.input(row) {
            input.click();
        }
    }

    /// Shows every place of the drawing as its row is; the names of those that are ticked.
    #[must_use]
    pub fn mirror(&self) -> Vec<String> {
        let mut ticked = Vec::new();
        let Ok(places) = self.0.query_selector_all("[data-place]") else { return ticked };
        for at in 0..places.length() {
            let Some(place) = places.item(at).map(JsCast::unchecked_into::<Element>) else {
                continue;
            };
            let row = place.get_attribute("data-place").unwrap_or_default();
            let is_on = self.input(&row).is_some_and(|input| input.checked());
            // Fails for names that cannot be.
            place.set_attribute("aria-checked", if is_on { "true" } else { "false" }).ok();
            let name = place.get_attribute("aria-label").filter(|_| is_on);
            ticked.extend(name.filter(|name| !ticked.contains(name)));
        }
        ticked
    }

    pub fn say(&self, selector: &str, text: &str) {
        if let Ok(Some(element)) = self.0.query_selector(selector) {
            element.set_text_content(Some(text));
        }
    }

    fn input(&self, row: &str) -> Option<HtmlInputElement> {
        let found = self.0.query_selector(&joined(&["input[value='", row, "']"]));
        found.ok().flatten().map(JsCast::unchecked_into)
    }
}

/// The row of the place that was clicked, or that the space bar was pressed on.
#[must_use]
pub fn pressed_place(event: &Event) -> Option<String> {
    let target: Element = event.target()?.unchecked_into();
    let row = target.closest("[data-place]").ok()??.get_attribute("data-place")?;
    if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
        if key.key() != " " {
            return None;
        }
        // The page would scroll.
        event.prevent_default();
        return (!key.repeat()).then_some(row);
    }
    Some(row)
}
