//! Copies what stands in a field.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::copy;

/// Calls `act` whenever what matches is clicked, for as long as the element is there.
pub fn on_click(root: &Element, selector: &str, act: impl FnMut() + 'static) {
    if let Ok(Some(button)) = root.query_selector(selector) {
        let act = Closure::<dyn FnMut()>::new(act).into_js_value();
        button.add_event_listener_with_callback("click", act.unchecked_ref()).ok();
    }
}

/// Copies what stands in a field of `root`, or selects it where that is refused, and says which: in the
/// element `said`, and to whoever hears the checker's announcements.
pub fn copy_field(root: &Element, field: &str, said: &str, [refused, copied]: [String; 2]) {
    let (Some(field), Some(said)) = (find(root, field), find(root, said)) else { return };
    let field: HtmlInputElement = field.unchecked_into();
    let (text, root) = (field.value(), root.clone());
    let tell = move |is_copied: bool| {
        if !is_copied {
            field.select();
        }
        say(&root, &said, if is_copied { &copied } else { &refused });
    };
    copy(&text, Rc::new(tell));
}

/// Shows a text in the element `place`, and says it to whoever hears the checker's announcements. `root` is on
/// the checker's screen.
pub fn say(root: &Element, place: &Element, text: &str) {
    place.set_text_content(Some(text));
    let body = root.closest(".body").ok().flatten();
    if let Some(voice) = body.and_then(|body| find(&body, "[role=status]")) {
        voice.set_text_content(Some(text));
    }
}

/// The first match of a selector below an element.
#[must_use]
pub fn find(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}
