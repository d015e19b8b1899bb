//! The figure at the wall: what touched, answered by pressing it. It and the list below it are one answer.

use backwise_graph::Word;
use serde_json::{Value, json};

use super::Listener;
use crate::map::{SMALL_PARTS, within};

const PAGE: &str = "/self-test/wall-posture-test.html";
const TAG: &str = "backwise-wall-test";

/// What is asked, in the order of the list, with what can be said.
const ASKED: [(Word, &[Word]); 5] = [
    (
        Word::PointHead,
        &[Word::TouchEasily, Word::TouchStrainingHead, Word::TouchOff, Word::NotSure],
    ),
    (
        Word::PointShoulderBlades,
        &[Word::PairBoth, Word::TouchStraining, Word::PairOne, Word::PairNeither, Word::NotSure],
    ),
    (
        Word::PointButtocks,
        &[Word::TouchEasily, Word::TouchStraining, Word::TouchOff, Word::NotSure],
    ),
    (
        Word::PointHands,
        &[Word::PairBoth, Word::TouchStraining, Word::PairOne, Word::PairNeither, Word::NotSure],
    ),
    (
        Word::PointLowBack,
        &[
            Word::HollowNothing,
            Word::HollowFingers,
            Word::HollowFlatHand,
            Word::HollowFist,
            Word::NotSure,
        ],
    ),
];

const STANDING: [usize; 5] = [0, 1, 2, 3, 4];
/// From the head down.
const DOWNWARDS: [usize; 5] = [0, 1, 4, 2, 3];
const SEATED: [usize; 3] = [0, 1, 4];

/// Somebody who has skipped what came before, and is asked what touched.
fn asked(variant: u8) -> Listener {
    let listener = Listener::at(TAG, PAGE);
    click(&listener, &format!("[name=variant][value='{variant}']"));
    listener.tap("play-start");
    listener.tap("play-go");
    while listener.is_playing() {
        listener.tap("play-skip");
    }
    listener.browser.find(&format!("{TAG} >> [data-place]"));
    listener
}

fn click(listener: &Listener, css: &str) {
    listener.browser.find(&format!("{TAG} >> {css}")).click();
}

fn press(listener: &Listener, place: usize) {
    click(listener, &format!("[data-place='{place}'] .contact-area"));
}

/// The list says this of each of these places, a number of an answer or nothing; and so does the figure, to eyes and
/// by name.
#[track_caller]
fn check(listener: &Listener, places: &[usize], said: &[Option<usize>]) {
    let list = "return all('fieldset.question').map((asked) => {
        const at = [...asked.querySelectorAll('input')].findIndex((input) => input.checked);
        return at < 0 ? null : at;
    })";
    assert_eq!(within(&listener.browser, TAG, list), json!(said), "the list");
    let shown = "return all('.contact-place').map((place) => [
        +place.dataset.place,
        place.dataset.answered === 'yes',
        place.querySelector('.contact-answer').textContent,
        place.getAttribute('aria-label').endsWith(place.querySelector('.contact-answer').textContent),
        place.getAttribute('aria-label').startsWith(place.querySelector('.contact-name').textContent),
    ]).sort()";
    let wanted: Vec<Value> = places
        .iter()
        .zip(said)
        .map(|(place, said)| {
            let word = said.map_or(Word::KeptCellOpen, |said| ASKED[*place].1[said]);
            json!([place, said.is_some(), listener.word(word), true, true])
        })
        .collect();
    assert_eq!(within(&listener.browser, TAG, shown), json!(wanted), "the figure");
}

#[test]
fn every_press_gives_the_next_answer_and_the_list_agrees() {
    let listener = asked(0);
    check(&listener, &STANDING, &[None; 5]);
    for (place, (_, answers)) in ASKED.iter().enumerate() {
        let mut said = [None; 5];
        (0..place).for_each(|before| said[before] = Some(0));
        for answer in 0..answers.len() {
            press(&listener, place);
            said[place] = Some(answer);
            check(&listener, &STANDING, &said);
            let heard = listener.texts(".body > [role=status]").concat();
            assert!(heard.ends_with(listener.word(answers[answer])), "{heard}");
        }
        press(&listener, place);
    }
    check(&listener, &STANDING, &[Some(0); 5]);
    listener.ends_quietly();
}

#[test]
fn the_list_and_the_wall_answer_on_the_figure() {
    let listener = Listener::at(TAG, PAGE);
    listener.tap("play-start");
    listener.tap("play-go");
    listener.tap("play-skip");
    listener.tap("answer-no");
    while listener.is_playing() {
        listener.tap("play-skip");
    }
    check(&listener, &STANDING, &[Some(2), None, None, None, None]);
    click(&listener, "[name=answer-4][value='20']");
    check(&listener, &STANDING, &[Some(2), None, None, None, Some(2)]);
    press(&listener, 1);
    click(&listener, "[name=answer-1][value='7']");
    check(&listener, &STANDING, &[Some(2), Some(3), None, None, Some(2)]);
    listener.tap("next");
    listener.tap("next");
    let pages = &listener.graph.pages;
    let title = |slug| pages.iter().find(|page| page.slug == slug).expect("a sign").title.clone();
    assert_eq!(listener.texts(".fit-title"), ["head-off", "shoulder-blades-off"].map(title));
    listener.ends_quietly();
}

#[test]
fn who_sits_presses_what_they_are_asked() {
    let listener = asked(1);
    check(&listener, &SEATED, &[None; 3]);
    press(&listener, 4);
    press(&listener, 4);
    press(&listener, 0);
    check(&listener, &SEATED, &[Some(0), None, Some(1)]);
    listener.ends_quietly();
}

#[test]
fn the_keyboard_reaches_every_place_once_from_the_head_down() {
    let listener = asked(0);
    let browser = &listener.browser;
    let mut reached = Vec::new();
    for at in 0..10 {
        browser.press("\u{e004}"); // Tab, as WebDriver writes it.
        let place = within(browser, TAG, "return root.activeElement?.dataset.place ?? null");
        if let Some(place) = place.as_str() {
            browser.press(if at % 2 == 0 { " " } else { "\u{e007}" }); // Or Enter.
            reached.push(place.parse::<usize>().expect("a number"));
        }
    }
    assert_eq!(reached, DOWNWARDS);
    check(&listener, &STANDING, &[Some(0); 5]);
}

#[test]
fn every_place_is_spoken_with_its_answer() {
    let listener = asked(0);
    press(&listener, 2);
    listener.browser.devtools("Accessibility.enable", json!({}));
    let tree = listener.browser.devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("a tree has nodes");
    for (place, (name, answers)) in ASKED.iter().enumerate() {
        let answer = if place == 2 { answers[0] } else { Word::KeptCellOpen };
        let spoken = |node: &&Value| {
            let text = node["name"]["value"].as_str().unwrap_or_default();
            let is_whole =
                text.starts_with(listener.word(*name)) && text.ends_with(listener.word(answer));
            node["role"]["value"] == "button" && is_whole
        };
        assert_eq!(nodes.iter().filter(spoken).count(), 1, "{}", listener.word(*name));
    }
}

#[test]
fn on_the_smallest_phone_every_place_is_as_large_as_a_finger() {
    for variant in [0, 1] {
        let listener = asked(variant);
        let browser = &listener.browser;
        let phone = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": true });
        browser.devtools("Emulation.setDeviceMetricsOverride", phone);
        let small = within(browser, TAG, &SMALL_PARTS.replace(".map-area", ".contact-area"));
        assert_eq!(small, json!([]), "places without a square of 44 pixels");
        let wide = within(browser, TAG, "return document.documentElement.scrollWidth");
        assert_eq!(wide, json!(320), "nothing sticks out");
        let spilled = "return all('.contact-words').filter((words) => {
            const [room, name, answer] = [words, ...words.children].map((e) => e.getBoundingClientRect());
            return name.top < room.top - 2 || answer.bottom > room.bottom + 2;
        }).map((words) => words.textContent)";
        for _ in 0..5 {
            assert_eq!(within(browser, TAG, spilled), json!([]), "words have room");
            let places =
                within(browser, TAG, "return all('[data-place]').map((e) => +e.dataset.place)");
            for place in places.as_array().expect("a list") {
                press(&listener, place.as_u64().expect("a number") as usize);
            }
        }
    }
}
