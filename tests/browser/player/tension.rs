//! The pictures of the wall test: how one stands, and where it pulled. That map and the list below it are one answer.

use backwise_graph::{Position, Word};
use serde_json::json;

use super::Listener;
use crate::map::{SMALL_PARTS, ticked, within};

const PAGE: &str = "/self-test/wall-posture-test.html";
const TAG: &str = "backwise-wall-test";

/// The rows of the list, in their order.
const AREAS: [Word; 10] = [
    Word::AreaFrontOfNeck,
    Word::AreaBackOfNeck,
    Word::AreaTopsOfShoulders,
    Word::AreaBetweenBlades,
    Word::AreaMiddleBack,
    Word::AreaLowBack,
    Word::AreaChest,
    Word::AreaBelly,
    Word::AreaHips,
    Word::AreaElsewhere,
];

/// Those that are drawn: somewhere else is nowhere on a body.
const N_DRAWN: usize = 9;

/// Somebody who has skipped what came before, and is asked where it pulled.
fn asked() -> Listener {
    let listener = Listener::at(TAG, PAGE);
    listener.tap("play-start");
    listener.tap("play-go");
    while listener.is_playing() {
        listener.tap("play-skip");
    }
    listener.tap("next");
    listener.browser.find(&format!("{TAG} >> [data-place]"));
    listener
}

fn click(listener: &Listener, css: &str) {
    listener.browser.find(&format!("{TAG} >> {css}")).click();
}

/// The list says these, the map those that it has, and by name.
#[track_caller]
fn check_ticked(listener: &Listener, rows: &[usize]) {
    let drawn: Vec<_> = rows.iter().copied().filter(|row| *row < N_DRAWN).collect();
    assert_eq!(ticked(&listener.browser, TAG), (json!(drawn), json!(rows)), "map and list");
    let below = listener.texts(".map-marked").concat();
    let is_named = |at: &usize| below.contains(listener.word(AREAS[*at]));
    assert_eq!((0..N_DRAWN).filter(is_named).collect::<Vec<_>>(), drawn, "{below}");
}

#[test]
fn a_finger_ticks_where_it_pulled_and_the_list_agrees() {
    let listener = asked();
    check_ticked(&listener, &[]);
    click(&listener, "[data-place='3'] .map-area");
    check_ticked(&listener, &[3]);
    click(&listener, "input[value='1']");
    click(&listener, "input[value='9']");
    check_ticked(&listener, &[1, 3, 9]);
    click(&listener, "[data-place='3'] .map-area");
    check_ticked(&listener, &[1, 9]);
    listener.tap("next");
    let graph = &listener.graph;
    let title = |slug| {
        let page = graph.pages.iter().find(|page| page.slug == slug).expect("there is such a sign");
        page.title.clone()
    };
    let told = ["pull-back-of-neck", "pull-elsewhere"].map(title);
    assert_eq!(listener.texts(".fit-title"), told, "what was taken back is not told");
    listener.ends_quietly();
}

#[test]
fn the_keyboard_reaches_every_place_once() {
    let listener = asked();
    let browser = &listener.browser;
    let mut reached = Vec::new();
    for _ in 0..20 {
        browser.press("\u{e004}"); // Tab, as WebDriver writes it.
        let place = within(browser, TAG, "return root.activeElement?.dataset.place ?? null");
        if let Some(place) = place.as_str() {
            browser.press(" ");
            reached.push(place.parse::<usize>().expect("a number"));
        }
    }
    reached.sort_unstable();
    assert_eq!(reached, (0..N_DRAWN).collect::<Vec<_>>());
    check_ticked(&listener, &reached);
}

#[test]
fn on_the_smallest_phone_every_place_is_as_large_as_a_finger() {
    let listener = asked();
    let browser = &listener.browser;
    let phone = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": true });
    browser.devtools("Emulation.setDeviceMetricsOverride", phone);
    assert_eq!(within(browser, TAG, SMALL_PARTS), json!([]), "parts without a square of 44 pixels");
    let wide = within(browser, TAG, "return document.documentElement.scrollWidth");
    assert_eq!(wide, json!(320), "nothing sticks out");
}

/// Both before it begins, and while it plays the one that is next; what stops it keeps the lower half.
#[test]
fn who_stands_sees_how() {
    let listener = Listener::at(TAG, PAGE);
    listener.browser.find(&format!("{TAG} >> .position-text"));
    assert_eq!(listener.texts(".position-text"), texts(&listener.graph.self_tests[0].standing));
    listener.tap("play-start");
    assert_eq!(n_pictures(&listener), 0, "the rules come first");
    listener.tap("play-go");
    assert_eq!(n_pictures(&listener), 1);
    let lower = "const box = root.querySelector('.play-stop').getBoundingClientRect();
        return box.top <= innerHeight / 2 + 1 && box.bottom >= innerHeight - 1";
    assert_eq!(within(&listener.browser, TAG, lower), json!(true));
    listener.tap("play-skip");
    assert_eq!(n_pictures(&listener), 0, "the answers take its room");
    listener.ends_quietly();
}

#[test]
fn who_sits_sees_how_as_soon_as_they_say_so() {
    let listener = Listener::at(TAG, PAGE);
    let seated = &listener.graph.self_tests[0].seated;
    click(&listener, "[name=variant][value='1']");
    assert_eq!(listener.texts(".position-text"), texts(seated));
    listener.tap("play-start");
    listener.tap("play-go");
    assert_eq!(n_pictures(&listener), 1);
    let shown = within(
        &listener.browser,
        TAG,
        "return all('.play-picture path').map((path) => path.getAttribute('d'))",
    );
    let drawn: Vec<_> = seated[0].shapes.iter().map(|shape| &shape.line).collect();
    assert_eq!(shown, json!(drawn));
    listener.ends_quietly();
}

#[test]
fn who_does_neither_is_shown_nobody() {
    let listener = Listener::at(TAG, PAGE);
    click(&listener, "[name=variant][value='2']");
    assert_eq!(listener.texts(".position-text"), [""; 0]);
    listener.ends_quietly();
}

fn texts(positions: &[Position]) -> Vec<String> {
    positions.iter().map(|position| position.text.clone()).collect()
}

/// While it plays.
fn n_pictures(listener: &Listener) -> usize {
    listener.texts(".play-picture svg").len()
}
