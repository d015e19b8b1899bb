//! Buttons below a place that copy something, and the words that say what came of it.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlInputElement};

use super::{copy, pressed_button};

/// Calls `press` with the place and the name of any button that is pressed there.
pub fn hear_presses(place: &Element, press: impl Fn(&Element, &str) + 'static) {
    let heard = move |event: Event| {
        if let (Some((name, _)), Some(place)) = (pressed_button(&event), event.current_target()) {
            press(place.unchecked_ref(), &name);
        }
    };
    // It does not hold the place, and so goes with it. Adding it does not fail for an element.
    let heard = Closure::<dyn FnMut(Event)>::new(heard).into_js_value();
    place.add_event_listener_with_callback("click", heard.unchecked_ref()).ok();
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
