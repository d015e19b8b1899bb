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
        if let Some(input) = self.row(row) {
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
            let is_on = self.row(&row).is_some_and(|input| input.checked());
            // Fails for names that cannot be.
            place.set_attribute("aria-checked", if is_on { "true" } else { "false" }).ok();
            let name = place.get_attribute("aria-label").filter(|_| is_on);
            ticked.extend(name.filter(|name| !ticked.contains(name)));
        }
        ticked
    }

    /// Which of the rows that exclude each other under this name is on, by its value.
    #[cfg(feature = "posture")]
    #[must_use]
    pub fn chosen(&self, name: &str) -> Option<String> {
        Some(self.input(&joined(&["[name='", name, "']:checked"]))?.value())
    }

    /// Presses the row after the one that is on, or the first of them.
    #[cfg(feature = "posture")]
    pub fn press_next(&self, name: &str) {
        let Ok(rows) = self.0.query_selector_all(&joined(&["[name='", name, "']"])) else { return };
        let row = |at| rows.item(at).map(JsCast::unchecked_into::<HtmlInputElement>);
        let is_on = |at: &u32| row(*at).is_some_and(|row| row.checked());
        let next = (0..rows.length()).find(is_on).map_or(0, |at| at + 1);
        if let Some(row) = row(next % rows.length()) {
            row.click();
        }
    }

    /// Gives a part of the drawing an attribute.
    #[cfg(feature = "posture")]
    pub fn set(&self, selector: &str, name: &str, value: &str) {
        if let Ok(Some(element)) = self.0.query_selector(selector) {
            // Fails for names that cannot be.
            element.set_attribute(name, value).ok();
        }
    }

    pub fn say(&self, selector: &str, text: &str) {
        if let Ok(Some(element)) = self.0.query_selector(selector) {
            element.set_text_content(Some(text));
        }
    }

    fn row(&self, value: &str) -> Option<HtmlInputElement> {
        self.input(&joined(&["input[value='", value, "']"]))
    }

    fn input(&self, selector: &str) -> Option<HtmlInputElement> {
        self.0.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
    }
}

/// The place that was clicked, or that one of these keys was pressed on.
#[must_use]
pub fn pressed_place(event: &Event, keys: &[&str]) -> Option<String> {
    let target: Element = event.target()?.unchecked_into();
    let row = target.closest("[data-place]").ok()??.get_attribute("data-place")?;
    if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
        if !keys.contains(&key.key().as_str()) {
            return None;
        }
        // The page would scroll.
        event.prevent_default();
        return (!key.repeat()).then_some(row);
    }
    Some(row)
}
