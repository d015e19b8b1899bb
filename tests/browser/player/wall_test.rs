//! The wall test: one tap, then ears.

use backwise_graph::Word;
use serde_json::json;

use super::{BEGIN, COUNT, END, HALF, Heard, Listener};

const PAGE: &str = "/self-test/wall-posture-test.html";
const TAG: &str = "backwise-wall-test";
/// How far a sound may be from its moment, in milliseconds.
const QUIET: f64 = 50.0;
const STALLED: f64 = 100.0;
/// The last note of the end, in hertz, and how long it sounds, in milliseconds.
const LAST: f64 = 523.0;
const LAST_LENGTH: f64 = 550.0;

/// All that is said at the wall, in order.
const SAID: [Word; 10] = [
    Word::SayGetThere,
    Word::SayHead,
    Word::SayShoulderBlades,
    Word::SayButtocks,
    Word::SayHands,
    Word::SayLowBack,
    Word::SayForward,
    Word::SayHold,
    Word::SayHalf,
    Word::SayHoldDone,
];

/// Writes down all that is announced from now on.
const ANNOUNCED: &str = "
    window.root = document.querySelector('backwise-wall-test').shadowRoot;
    window.announced = [];
    const write = (record) => record.addedNodes.forEach((node) => announced.push(node.textContent));
    new MutationObserver((records) => records.forEach(write))
        .observe(root.querySelector('dialog [role=status]'), { childList: true })";

/// Somebody who has tapped once, and heard the rules.
fn begun() -> Listener {
    let listener = Listener::at(TAG, PAGE);
    listener.tap("play-start");
    listener
}

fn advance_to(listener: &Listener, word: Word) -> f64 {
    let text = listener.word(word).to_owned();
    for _ in 0..3000 {
        if let Some((_, at)) = listener.said().iter().rev().find(|(said, _)| *said == text) {
            return *at;
        }
        listener.advance(250);
    }
    panic!("`{text}` is never said: {:#?}", listener.said());
}

#[test]
fn one_tap_and_ears_are_enough() {
    let listener = begun();
    advance_to(&listener, Word::SayHoldDone);
    let said = listener.said();
    let rules = &listener.graph.self_tests[0].stop;
    assert_eq!(said[0].0, rules.join(" "), "the rules come first");
    let told: Vec<_> = said[1..].iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(told, SAID.map(|word| listener.word(word)));
    let spoken = listener.heard().into_iter().filter(|heard| heard.what == "voice");
    assert!(spoken.map(|heard| heard.value).all(|voice| voice == "of the device"));
    listener.ends_quietly();
}

#[test]
fn the_hold_is_as_long_as_it_is_set() {
    let listener = begun();
    let hold = advance_to(&listener, Word::SayHold);
    listener.advance(31_000);
    let sounded = |hertz| -> Vec<f64> {
        listener.notes(hertz, hold - QUIET).iter().map(|at| at - hold).collect()
    };
    near(&sounded(BEGIN)[..1], &[0.0]);
    near(&sounded(HALF)[..1], &[15_000.0]);
    near(&sounded(COUNT), &[27_000.0, 28_000.0, 29_000.0]);
    let [_, end, ..] = sounded(END)[..] else { panic!("no end: {:?}", sounded(END)) };
    near(&[end], &[30_000.0]);
    let buzz = |heard: &Heard| heard.what == "buzz" && heard.value == json!("200 100 200 100 400");
    let buzzed: Vec<_> = listener.heard().into_iter().filter(buzz).map(|b| b.at - hold).collect();
    near(&buzzed, &[30_000.0]);
}

#[track_caller]
fn near(found: &[f64], wanted: &[f64]) {
    let far = |(a, b): (&f64, &f64)| (a - b).abs() > QUIET;
    let is_far = found.len() != wanted.len() || found.iter().zip(wanted).any(far);
    assert!(!is_far, "{found:?} is not near {wanted:?}");
}

/// The page does nothing for three seconds, just before the end.
#[test]
fn a_page_that_stalls_ends_the_hold_in_time() {
    let listener = begun();
    let hold = advance_to(&listener, Word::SayHold);
    listener.advance((hold + 28_000.0 - listener.now()) as u32);
    listener.browser.script("ears.stall(3000)");
    let ends = listener.notes(END, hold + QUIET);
    let end = ends.iter().find(|at| (**at - hold - 30_000.0).abs() <= STALLED);
    assert!(end.is_some(), "{ends:?}, and the hold began at {hold}");
    assert!(!listener.is_playing(), "the page has not noticed");
}

#[test]
fn a_hidden_page_is_told_and_can_be_repeated() {
    let listener = begun();
    let hold = advance_to(&listener, Word::SayHold);
    listener.advance(4_000);
    listener.browser.script("ears.hide()");
    let before = listener.heard().len();
    listener.advance(12_000);
    assert_eq!(listener.heard().len(), before, "something was heard while nobody was there");
    listener.browser.script("ears.show()");
    listener.advance(20_000);
    assert!(listener.now() > hold + 30_000.0);
    listener.tap("next");
    listener.tap("next");
    let told = listener.word(Word::PlayGap).replace("{n}", "12");
    listener.see(".notice", &told);
    listener.tap("play-repeat");
    assert!(listener.is_playing());
    listener.see(".play-caption", listener.word(Word::SayGetThere));
}

/// Two years, in milliseconds.
const YEARS: f64 = 63_072_000_000.0;

#[test]
fn a_clock_set_back_by_years_takes_nothing_from_the_hold() {
    let listener = begun();
    let hold = advance_to(&listener, Word::SayHold);
    listener.advance(4_000);
    listener.browser.script(&format!("ears.setClock(-{YEARS})"));
    listener.advance(28_000);
    let [_, end, ..] = listener.notes(END, hold - QUIET)[..] else { panic!("it does not end") };
    near(&[end], &[hold + 30_000.0]);
    (0..2).for_each(|_| listener.tap("next"));
    assert_eq!(listener.texts(".notice"), [""; 0]);
    listener.see(".lead", listener.word(Word::WallHeld));
    listener.ends_quietly();
}

/// The device may as well have slept for years: of the hold, what nobody can have heard is told.
#[test]
fn a_clock_set_ahead_by_years_is_told_and_the_test_can_be_repeated() {
    let listener = begun();
    advance_to(&listener, Word::SayHold);
    listener.advance(4_000);
    listener.browser.script(&format!("ears.setClock({YEARS})"));
    listener.advance(1_000);
    assert!(!listener.is_playing());
    (0..2).for_each(|_| listener.tap("next"));
    listener.see(".notice", &listener.word(Word::PlayGap).replace("{n}", "26"));
    listener.tap("play-repeat");
    assert!(listener.is_playing());
    listener.see(".play-caption", listener.word(Word::SayGetThere));
    listener.ends_quietly();
}

#[test]
fn without_a_voice_of_the_device_tones_lead() {
    let listener = Listener::with(TAG, PAGE, "ears.settings.voice = false");
    listener.tap("play-start");
    listener.advance(1);
    listener.see(".play-caption", listener.word(Word::SayGetThere));
    listener.see(".play-notice p", listener.word(Word::PlayNoVoice));
    // Ten seconds, five places of eight, five to step forward, thirty to hold.
    listener.advance(85_500);
    assert_eq!(listener.said(), []);
    // To get there, five places, to step forward, and the hold begin with it; the end falls to it.
    assert_eq!(listener.notes(BEGIN, 0.0).len(), 9, "{:?}", listener.notes(BEGIN, 0.0));
    assert_eq!(listener.notes(END, 80_000.0).len(), 1);
    listener.see(".title", listener.word(Word::WallTouchTitle));
}

/// Whoever has the screen read to them is not talked over by numbers, and no film in hiding keeps the screen on.
#[test]
fn no_seconds_are_announced_and_no_film_plays() {
    let listener = Listener::with(TAG, PAGE, "ears.settings.voice = false");
    listener.tap("play-start");
    listener.browser.script(ANNOUNCED);
    let captions = SAID.map(|word| listener.word(word));
    listener.advance(45_000);
    let films =
        "return document.querySelectorAll('video').length + root.querySelectorAll('video').length";
    assert_eq!(listener.browser.script(films), json!(0));
    assert!(!listener.texts(".play-time").concat().is_empty(), "no seconds are shown");
    listener.advance(40_500);
    let announced = listener.browser.script("return announced");
    let announced: Vec<_> = announced.as_array().expect("a list").iter().collect();
    assert!(announced.len() > 5, "{announced:?}");
    let strange = announced.iter().find(|text| !captions.iter().any(|said| **text == said));
    assert_eq!(strange, None, "{announced:?}");
    let mut once = announced.clone();
    once.dedup();
    assert_eq!(announced, once, "something is announced again and again");
}

#[test]
fn a_voice_that_does_not_answer_is_not_waited_for() {
    let listener = Listener::with(TAG, PAGE, "ears.settings.mute = true");
    listener.tap("play-start");
    listener.advance(5_000);
    listener.see(".play-notice p", listener.word(Word::PlayNoVoice));
    listener.see(".play-caption", listener.word(Word::SayGetThere));
}

#[test]
fn a_screen_that_may_go_dark_is_told() {
    let listener = Listener::with(TAG, PAGE, "ears.settings.light = false");
    listener.tap("play-start");
    listener.advance(300);
    listener.see(".play-notice p", listener.word(Word::PlayScreenSleeps));
    let listener = begun();
    listener.browser.script("ears.hide(); ears.show()");
    let lights = listener.heard().into_iter().filter(|heard| heard.what == "light").count();
    assert_eq!(lights, 2, "the screen is kept on again when the page is back");
}

#[test]
fn sound_that_was_cut_off_is_told_and_comes_back() {
    let listener = begun();
    advance_to(&listener, Word::SayHead);
    listener.browser.script("ears.interrupt()");
    listener.see(".play-notice p", listener.word(Word::PlayInterrupted));
    listener.tap("play-sound");
    listener.advance(300);
    assert_eq!(listener.texts(".play-notice p"), [""; 0]);
}

#[test]
fn it_stops_at_a_touch_and_pain_leads_to_the_signs() {
    let listener = begun();
    advance_to(&listener, Word::SayHold);
    listener.tap("play-stop");
    assert!(!listener.is_playing());
    let before = listener.heard().len();
    listener.advance(60_000);
    assert_eq!(listener.heard().len(), before, "it goes on");
    listener.tap("play-it-hurt");
    listener.see(".title", listener.word(Word::PlaySafetyTitle));
    listener.browser.find(&format!("{TAG} >> a.button-primary")).click();
    listener.browser.find("backwise-check >> [name=start]");
    listener.ends_quietly();
}

#[test]
fn a_stop_during_the_rules_is_the_end_of_the_voice() {
    let listener = begun();
    listener.advance(1_000);
    assert!(listener.is_spoken_to(), "the rules are being read out");
    listener.tap("play-stop");
    assert!(!listener.is_spoken_to(), "the voice goes on");
    let said = listener.said();
    listener.advance(120_000);
    assert_eq!(listener.said(), said);
    assert_eq!(listener.sound(), given_back());
    listener.ends_quietly();
}

#[test]
fn after_the_last_tone_the_sound_is_given_back() {
    let listener = begun();
    assert_eq!(listener.sound(), (true, "transient".to_owned()));
    let hold = advance_to(&listener, Word::SayHoldDone);
    assert!(listener.is_spoken_to(), "the last words are heard");
    assert_eq!(listener.sound(), (true, "transient".to_owned()), "the last tone is not over");
    listener.advance(5_000);
    assert_eq!(listener.sound(), given_back());
    let closed = listener.browser.script("return ears.closedAt()").as_f64().expect("a time");
    let last = listener.notes(LAST, hold - QUIET).into_iter().fold(0.0, f64::max);
    assert!(closed >= last + LAST_LENGTH, "{closed} is before the end of {last}");
    assert!(!listener.is_spoken_to());
    listener.ends_quietly();
}

#[test]
fn a_repeated_test_is_heard_as_the_first_was() {
    let listener = begun();
    let hold = advance_to(&listener, Word::SayHold);
    listener.browser.script("ears.hide(); ears.advance(12000); ears.show(); ears.advance(20000)");
    (0..2).for_each(|_| listener.tap("next"));
    assert_eq!(listener.sound(), given_back());
    listener.tap("play-repeat");
    listener.advance(1_000);
    assert!(listener.when(listener.word(Word::SayGetThere)) > hold, "it is not said again");
    assert_eq!(listener.sound(), (true, "transient".to_owned()));
    let mut lights = listener.heard().into_iter().filter(|heard| heard.what == "light");
    assert_eq!(lights.next_back().map(|light| light.value), Some(json!("on")));
}

/// Nothing of the page's sounds, and the device is told so.
fn given_back() -> (bool, String) {
    (false, "auto".to_owned())
}

#[test]
fn who_had_enough_can_begin_again() {
    let listener = begun();
    listener.tap("play-stop");
    listener.tap("play-enough");
    listener.see(".title", listener.word(Word::WallTitle));
    listener.tap("play-start");
    assert!(listener.is_playing());
}

#[test]
fn what_was_noticed_is_told_in_words() {
    let listener = begun();
    advance_to(&listener, Word::SayHead);
    listener.tap("answer-no");
    advance_to(&listener, Word::SayHoldDone);
    listener.tap("next");
    listener.browser.find(&format!("{TAG} >> [name=area][value='3']")).click();
    listener.tap("next");
    listener.see(".lead", listener.word(Word::WallHeld));
    let page = |slug: &str| {
        let page = listener.graph.pages.iter().find(|page| page.slug == slug);
        page.unwrap_or_else(|| panic!("there is no {slug}")).title.clone()
    };
    assert_eq!(listener.texts(".fit-title"), [page("head-off"), page("pull-between-blades")]);
    listener.ends_quietly();
}

#[test]
fn who_can_neither_stand_nor_sit_is_shown_a_way_out() {
    let listener = Listener::at(TAG, PAGE);
    listener.browser.find(&format!("{TAG} >> [name=variant][value='2']")).click();
    listener.tap("play-start");
    listener.see(".title", listener.word(Word::WallWayOutTitle));
    assert!(!listener.is_playing());
}
