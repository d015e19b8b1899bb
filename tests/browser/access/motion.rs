//! Where motion is not welcome nothing moves.

use backwise_tests::widget::{Until, WIDGET, click, walk};
use backwise_tests::{Browser, journey};
use serde_json::{Value, json};

const ROUTINE: &str = "backwise-routine";
const EXERCISE: &str = "/exercise/bird-dog.html";
const FILM: &str = "/picture/bird-dog-moving.svg";

/// What moves on the page and in the elements on it.
const MOVING: &str = "const roots = (root) => [root, ...[...root.querySelectorAll('*')]
        .filter((element) => element.shadowRoot).flatMap((element) => roots(element.shadowRoot))];
    const moving = roots(document).flatMap((root) => root.getAnimations());
    return moving.map((one) => one.animationName ?? one.transitionProperty ?? 'script');";

fn prefer(motion: &str) -> Browser {
    let browser = Browser::start();
    let feature = json!({ "name": "prefers-reduced-motion", "value": motion });
    browser.devtools("Emulation.setEmulatedMedia", json!({ "features": [feature] }));
    browser
}

#[track_caller]
fn still(browser: &Browser) {
    assert_eq!(browser.script(MOVING), json!([]));
}

/// The routine in the middle of a beat, which it also shows.
fn beat(browser: &Browser) -> Value {
    browser.open(EXERCISE);
    browser.find(&format!("{ROUTINE} button")).click();
    browser.find(&format!("{ROUTINE} >> [name=play-start]")).click();
    browser.find(&format!("{ROUTINE} >> .play"));
    browser.script(&format!(
        "document.querySelector('{ROUTINE}').shadowRoot.querySelector('.play').dataset.flash = 'even';
         {MOVING}"
    ))
}

/// Else the others would see nothing because they do not look.
#[test]
fn what_moves_moves_where_it_is_welcome() {
    let browser = prefer("no-preference");
    browser.open(FILM);
    assert_eq!(browser.script(MOVING), json!(["row"]));
    browser.open(EXERCISE);
    browser.find(".moving summary").click();
    browser.find(".moving[open]");
    assert_eq!(beat(&browser), json!(["play-flash-even"]));
}

#[test]
fn pictures_and_routines_stand_still() {
    let browser = prefer("reduce");
    browser.open(FILM);
    still(&browser);
    assert_eq!(beat(&browser), json!([]));
    let offered = "return getComputedStyle(document.querySelector('.moving')).display";
    assert_eq!(browser.script(offered), "none", "a film is offered");
    browser.open("/exercises.html");
    still(&browser);
}

#[test]
fn the_screens_of_the_checker_stand_still() {
    let browser = prefer("reduce");
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    browser.open("/check.html");
    click(&browser, "[name=start]");
    still(&browser);
    for screen in ["emergency-chest", "place"] {
        walk(&browser, &checker, &journey, Until::Question(screen));
        click(&browser, "label.choice");
        still(&browser);
        click(&browser, "label.choice");
    }
    walk(&browser, &checker, &journey, Until::Result);
    browser.find(&format!("{WIDGET} >> .plan-item"));
    browser.script(&format!(
        "document.querySelector('{WIDGET}').shadowRoot.querySelectorAll('details')
            .forEach((details) => {{ details.open = true; }})"
    ));
    still(&browser);
}
