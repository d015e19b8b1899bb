//! The body map: the question of places, drawn. It and the list below it are one answer.

use backwise_checker::Checker;
use backwise_graph::{BodyMap, Facing, FindingId, Graph, Question, Word};
use backwise_tests::patience::PATIENT;
use backwise_tests::widget::{Until, WIDGET, click, texts, walk};
use backwise_tests::{Browser, journey};
use serde_json::{Value, json};

/// The page of the site, at the question that has a map.
fn at_the_map() -> (Browser, Checker) {
    let browser = Browser::start();
    browser.open("/check.html");
    click(&browser, "[name=start]");
    let checker = journey::checker();
    walk(&browser, &checker, &journey::read("tired-runner"), Until::Question("place"));
    browser.find(&format!("{WIDGET} >> [data-place]"));
    (browser, checker)
}

fn map(graph: &Graph) -> &BodyMap {
    let is_of_a_question = |map: &&BodyMap| graph.questions.iter().any(|q| q.page == map.page);
    graph.body_maps.iter().find(is_of_a_question).expect("the shipped content has a map")
}

/// The question that it belongs to.
fn question(graph: &Graph) -> &Question {
    let page = map(graph).page;
    graph.questions.iter().find(|question| question.page == page).expect("it is a question's")
}

/// How often an option is drawn.
fn n_drawn(graph: &Graph, at: usize) -> usize {
    let page = graph.finding(question(graph).options[at]).page;
    let places = map(graph).views.iter().flat_map(|view| &view.places);
    places.filter(|place| place.page == page).count()
}

fn inside(browser: &Browser, script: &str) -> Value {
    within(browser, WIDGET, script)
}

/// Runs JavaScript with `root`, the inside of an element of ours.
pub fn within(browser: &Browser, tag: &str, script: &str) -> Value {
    browser.script(&format!(
        "const root = document.querySelector('{tag}').shadowRoot;
         const all = (css) => [...root.querySelectorAll(css)];
         {script}"
    ))
}

/// Places that the map shows as ticked, and rows that the list does.
pub fn ticked(browser: &Browser, tag: &str) -> (Value, Value) {
    let places = "return [...new Set(all('[data-place][aria-checked=true]')
        .map((place) => +place.dataset.place))].sort()";
    let rows = "return all('input:checked').map((input) => +input.value)";
    (within(browser, tag, places), within(browser, tag, rows))
}

/// Both show exactly these.
fn check_ticked(browser: &Browser, graph: &Graph, rows: &[usize]) {
    let (places, list) = ticked(browser, WIDGET);
    let below = texts(browser, ".map-marked").concat();
    assert_eq!((&places, &list), (&json!(rows), &json!(rows)), "the map and the list");
    let options = &question(graph).options;
    let is_named = |finding: &FindingId| below.contains(graph.title(*finding));
    let named: Vec<_> = (0..options.len()).filter(|at| is_named(&options[*at])).collect();
    assert_eq!(named, rows, "{below}");
}

#[test]
fn a_finger_ticks_places_and_the_list_agrees() {
    let (browser, checker) = at_the_map();
    check_ticked(&browser, checker.graph(), &[]);
    click(&browser, "[data-place='0'] .map-area");
    click(&browser, "[data-place='6'] .map-area");
    check_ticked(&browser, checker.graph(), &[0, 6]);
    click(&browser, "[data-place='0'] .map-area");
    check_ticked(&browser, checker.graph(), &[6]);
    click(&browser, "[name=next]");
    assert_ne!(texts(&browser, "legend .title"), [""; 0]);
    assert_eq!(texts(&browser, "[data-place]"), [""; 0], "nothing is asked twice");
    click(&browser, "[name=back]");
    browser.find(&format!("{WIDGET} >> [data-place]"));
    check_ticked(&browser, checker.graph(), &[6]);
    assert_eq!(browser.console_errors(), [""; 0]);
}

#[test]
fn the_list_and_its_keys_tick_the_map() {
    let (browser, checker) = at_the_map();
    click(&browser, "input[value='2']");
    browser.press("6");
    check_ticked(&browser, checker.graph(), &[2, 5]);
    browser.press("6");
    check_ticked(&browser, checker.graph(), &[2]);
    let n_seen = n_drawn(checker.graph(), 2);
    let shown = inside(&browser, "return all('[data-place][aria-checked=true]').length");
    assert_eq!(shown, json!(n_seen), "it is shown wherever it is drawn");
}

#[test]
fn a_map_that_comes_late_shows_what_was_ticked() {
    let browser = Browser::start();
    browser.prepare(PATIENT);
    browser.site.hold("/backwise/tell_bg.wasm");
    browser.open("/check.html");
    click(&browser, "[name=start]");
    let checker = journey::checker();
    walk(&browser, &checker, &journey::read("tired-runner"), Until::Question("place"));
    click(&browser, "input[value='2']");
    assert_eq!(texts(&browser, ".body-map"), [""; 0]);
    browser.site.release();
    browser.find(&format!("{WIDGET} >> [data-place]"));
    check_ticked(&browser, checker.graph(), &[2]);
    assert_eq!(texts(&browser, ".body-map").len(), 1);
    click(&browser, "[data-place='6'] .map-area");
    check_ticked(&browser, checker.graph(), &[2, 6]);
    assert_eq!(browser.console_errors(), [""; 0]);
}

#[test]
fn the_keyboard_reaches_every_place_once() {
    let (browser, checker) = at_the_map();
    let graph = checker.graph();
    let n_options = question(graph).options.len();
    let mut ticked = Vec::new();
    inside(&browser, "root.querySelector('summary, [tabindex]').focus()");
    for _ in 0..30 {
        browser.press("\u{e004}"); // Tab, as WebDriver writes it.
        let place = inside(&browser, "return root.activeElement?.dataset.place ?? null");
        if let Some(place) = place.as_str() {
            browser.press(" ");
            ticked.push(place.parse::<usize>().expect("a number"));
        }
    }
    ticked.sort_unstable();
    assert_eq!(ticked, (0..n_options).collect::<Vec<_>>());
    check_ticked(&browser, graph, &ticked);
}

#[test]
fn every_place_is_spoken_with_its_state() {
    let (browser, checker) = at_the_map();
    let graph = checker.graph();
    browser.press("4");
    browser.devtools("Accessibility.enable", json!({}));
    let tree = browser.devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("a tree has nodes");
    let options = &question(graph).options;
    for view in &map(graph).views {
        let name = match view.facing {
            Facing::Back => Word::MapBack,
            Facing::Front => Word::MapFront,
        };
        let group = nodes.iter().find(|node| is(node, "group", graph.word(name)));
        assert!(group.is_some(), "{} is no group", graph.word(name));
    }
    for (at, finding) in options.iter().enumerate() {
        let title = graph.title(*finding);
        let spoken: Vec<_> = nodes.iter().filter(|node| is(node, "checkbox", title)).collect();
        // Once in the list, and wherever it is drawn.
        assert_eq!(spoken.len(), n_drawn(graph, at) + 1, "{title}");
        for node in spoken {
            let properties = node["properties"].as_array().expect("a checkbox has properties");
            let checked = properties.iter().find(|p| p["name"] == "checked").expect("a state");
            assert_eq!(checked["value"]["value"], json!((at == 3).to_string()), "{title}");
        }
    }
}

fn is(node: &Value, role: &str, name: &str) -> bool {
    node["role"]["value"] == role && node["name"]["value"] == name
}

/// Round a spot in each part of each area there is a square of 44 pixels in which every finger counts.
#[test]
fn on_the_smallest_phone_every_place_is_as_large_as_a_finger() {
    let (browser, checker) = at_the_map();
    let phone = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": true });
    browser.devtools("Emulation.setDeviceMetricsOverride", phone);
    let small = inside(&browser, SMALL_PARTS);
    assert_eq!(small, json!([]), "parts without a square of 44 pixels");
    let n_parts = inside(&browser, "return all('.map-area').length").as_u64();
    let n_places = map(checker.graph()).views.iter().map(|view| view.places.len() as u64).sum();
    assert_eq!(n_parts, Some(n_places));
    let wide = inside(&browser, "return document.documentElement.scrollWidth");
    assert_eq!(wide, json!(320), "nothing sticks out");
}

/// Looks for a square in every part of an area, by asking the browser what is hit there.
pub const SMALL_PARTS: &str = "
    const small = [];
    for (const area of all('.map-area')) {
        area.scrollIntoView({ block: 'center' });
        const place = area.parentNode;
        const hits = (x, y) => root.elementFromPoint(x, y)?.closest('[data-place]') === place;
        const box = area.getBoundingClientRect();
        const middle = box.left + box.width / 2;
        const n_parts = area.getAttribute('d').split(/[mM]/).length - 1;
        const halves = n_parts === 1 ? [[box.left, box.right]] : [[box.left, middle], [middle, box.right]];
        for (const [left, right] of halves) {
            let found = false;
            for (let x = left; x + 44 <= right + 0.5 && !found; x += 0.5) {
                for (let y = box.top; y + 44 <= box.bottom + 0.5 && !found; y += 0.5) {
                    const at = [0.5, 11, 22, 33, 43.5];
                    found = at.every((dx) => at.every((dy) => hits(x + dx, y + dy)));
                }
            }
            if (!found) small.push([place.getAttribute('aria-label'), box.width, box.height]);
        }
    }
    return small;";

#[test]
fn on_a_desktop_both_sides_stand_side_by_side_and_on_a_phone_one_below_the_other() {
    let (browser, _) = at_the_map();
    let tops =
        "return all('.map-figure').map((figure) => Math.round(figure.getBoundingClientRect().top))";
    let seen = |width: u32| {
        let screen =
            json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        browser.devtools("Emulation.setDeviceMetricsOverride", screen);
        inside(&browser, tops)
    };
    let (wide, narrow) = (seen(1280), seen(320));
    assert_eq!(wide[0], wide[1]);
    assert!(narrow[0].as_i64() < narrow[1].as_i64());
}
