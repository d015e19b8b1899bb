//! A routine: one tap, then ears.

use backwise_graph::Word;

use backwise_tests::widget::{Until, WIDGET, click, texts, walk};
use backwise_tests::{Browser, journey};

use super::{END, Listener};

const TAG: &str = "backwise-routine";

fn begun(exercise: &str) -> Listener {
    let listener = Listener::at(TAG, &format!("/exercise/{exercise}.html"));
    listener.browser.find(&format!("{TAG} button")).click();
    listener.tap("play-start");
    listener
}

/// What is planned is what it takes: from the end of the rules to the end.
#[test]
fn it_takes_as_long_as_it_says() {
    let listener = begun("bird-dog");
    let mut exercises = listener.graph.exercises.iter();
    let exercise = exercises.find(|exercise| listener.graph.page(exercise.page).slug == "bird-dog");
    let exercise = exercise.expect("there is such an exercise");
    assert_eq!(listener.said()[0].0, exercise.stop, "the rule comes first");
    let ready = listener.word(Word::RoutineReady).replace("{exercise}", "Bird-dog");
    while !listener.said().iter().any(|(said, _)| *said == ready) {
        listener.advance(100);
    }
    let began = listener.when(&ready);
    while listener.is_playing() {
        listener.advance(250);
    }
    let took = listener.now() - began;
    let planned = f64::from(exercise.minutes) * 60_000.0;
    assert!((took - planned).abs() < 500.0, "{took} ms for {planned}");
    assert!(!listener.notes(END, began).is_empty());
    listener.see(".title", listener.word(Word::RoutineDoneTitle));
    listener.see(".lead", listener.word(Word::RoutineDone));
    listener.ends_quietly();
}

#[test]
fn an_easier_way_is_taken_at_once() {
    let listener = begun("bird-dog");
    listener.tap("play-go");
    listener.tap("play-easier");
    let exercise = listener.graph.exercises.iter();
    let mut ways = exercise
        .filter(|exercise| listener.graph.page(exercise.page).slug == "bird-dog")
        .map(|exercise| exercise.play.easier[0].text.clone());
    let way = ways.next().expect("there is an easier way");
    let detail = listener.texts(".play-detail").concat();
    assert!(detail.ends_with(&way), "`{detail}` does not end with `{way}`");
}

/// The routine stands inside a result, whose own Escape goes a step back.
#[test]
fn escape_stops_the_routine_of_a_result_and_leaves_the_result() {
    let browser = Browser::start();
    browser.open("/check.html");
    click(&browser, "[name=start]");
    walk(&browser, &journey::checker(), &journey::read("tired-runner"), Until::Result);
    browser.find(&format!("{WIDGET} >> {TAG} button")).click();
    let inside = format!("{WIDGET} >> {TAG} >> ");
    browser.find(&format!("{inside}[name=play-start]")).click();
    browser.find(&format!("{inside}dialog[open]"));
    browser.press("\u{e00c}"); // Escape, as WebDriver writes it.
    browser.find(&format!("{inside}[name=play-it-hurt]"));
    assert_eq!(texts(&browser, ".care-card").len(), 1);
    assert_eq!(browser.console_errors(), [""; 0]);
}

#[test]
fn what_is_no_exercise_is_told() {
    let listener = Listener::at(TAG, "/exercise/bird-dog.html");
    listener.browser.script(
        "const it = document.createElement('backwise-routine');
         it.setAttribute('exercises', 'no-such-thing');
         document.querySelector('backwise-routine').replaceWith(it);
         it.scrollIntoView()",
    );
    listener.browser.find(&format!("{TAG} >> .title"));
    listener.see(".lead", listener.word(Word::RoutineNone));
}
