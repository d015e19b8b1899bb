//! Past tests and routines, kept on the device when the reader asks for it and only then.

use backwise_graph::Word;
use backwise_posture::diary::{MOST, read, write};
use backwise_posture::wall::{Pull, Touch};
use backwise_posture::{Area, Diary, Entry, Ran, Span};
use backwise_tests::past::{self, KEY, january, test};
use backwise_tests::{wait_for, wait_until};
use serde_json::{Value, json};

use super::Listener;

const PAGE: &str = "/self-test/wall-posture-test.html";
const TAG: &str = "backwise-wall-test";
/// What a device keeps the tick under.
const TICK: &str = "backwise-diary-tick";
/// No voice, so that no rule has to be heard; and what is saved as a file can be looked at.
const QUIET: &str = "ears.settings.voice = false;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => (blob.text().then((text) => (window.saved = text)), make.call(URL, blob))";
/// Storage that throws, as a browser's does that is set to block it.
const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('no', 'SecurityError') } })";
const FULL: &str =
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";

fn open() -> Listener {
    Listener::with(TAG, PAGE, QUIET)
}

/// Tests of these days of January 2027, on which the head touched and the chest pulled.
pub fn diary(days: &[u8]) -> Diary {
    past::diary(days.iter().map(|day| test(january(*day), Touch::Easily, &[Area::Chest])))
}

impl Listener {
    /// Does the wall test: the head stays off, and it pulls between the blades. The clock stands in January 2027.
    pub(super) fn do_test(&self) {
        self.tap("play-start");
        self.tap("play-skip");
        self.tap("answer-no");
        (0..5).for_each(|_| self.tap("play-skip"));
        self.advance(31_000);
        self.tap("next");
        self.browser.find(&format!("{TAG} >> [name=area][value='3']")).click();
        self.tap("next");
        self.see(".title", self.word(Word::WallResultTitle));
    }

    fn unfold(&self, css: &str) {
        self.browser.find(&format!("{} >> {css}", self.tag)).click();
    }

    /// Has kept this, with the box ticked.
    fn put(&self, text: &str) {
        past::keep(&self.browser, text);
        self.browser.script(&format!("localStorage.setItem('{TICK}', 'on')"));
        self.browser.reload();
    }

    fn text(&self) -> Option<String> {
        let text = self.browser.script(&format!("return localStorage.getItem('{KEY}')"));
        text.as_str().map(str::to_owned)
    }

    fn kept(&self) -> Diary {
        let text = self.text().expect("something is kept");
        read(text.as_bytes()).expect("what is kept can be read")
    }

    fn n_stored(&self) -> Value {
        self.browser.script("return localStorage.length + sessionStorage.length")
    }

    fn is_ticked(&self) -> bool {
        self.texts("[name=kept-keep]:checked").len() == 1
    }

    fn choose_file(&self, text: &str) {
        self.browser.script(&format!(
            "const input = document.querySelector('{}').shadowRoot.querySelector('[name=kept-file]');
             const chosen = new DataTransfer();
             chosen.items.add(new File([{}], 'some.txt'));
             input.files = chosen.files;
             input.dispatchEvent(new Event('change', {{ bubbles: true }}))",
            self.tag,
            json!(text)
        ));
    }

    /// Waits until this is told.
    #[track_caller]
    fn is_told(&self, texts: &[String]) {
        wait_for(|| {
            let told = self.texts(".kept-said p");
            if told == texts {
                Ok(())
            } else {
                Err(format!("told is {told:#?}, and not {texts:#?}"))
            }
        });
    }

    fn said_of(&self, words: &[Word]) -> Vec<String> {
        words.iter().map(|word| self.word(*word).to_owned()).collect()
    }

    /// What was saved as a file.
    fn saved(&self) -> String {
        wait_for(|| match self.browser.script("return window.saved") {
            Value::String(text) => Ok(text),
            _ => Err("something that is saved"),
        })
    }
}

#[test]
fn nothing_is_kept_unless_the_box_is_ticked() {
    let listener = open();
    listener.do_test();
    assert!(!listener.is_ticked());
    assert_eq!(listener.n_stored(), 0);
    listener.tap("kept-keep");
    let kept = listener.kept();
    let [Entry::WallTest(test)] = kept.entries() else { panic!("{kept:?}") };
    assert_eq!(test.answers().head, Some(Touch::Off));
    assert_eq!(test.answers().pull(Area::BetweenBlades), Some(Pull::Yes));
    assert_eq!((test.hold(), test.ran()), (Span::from_s(30), Ran::Whole));
    listener.tap("kept-keep");
    assert_eq!(listener.n_stored(), 0);
    listener.ends_quietly();
}

#[test]
fn it_is_there_after_a_reload_and_the_box_stays_ticked() {
    let listener = open();
    listener.do_test();
    listener.tap("kept-keep");
    let first = listener.kept();
    // At its top, where the element is near: a page loaded anew stays where it was scrolled to.
    listener.browser.script("scrollTo(0, 0)");
    listener.browser.reload();
    listener.unfold(".kept summary");
    listener.see(".kept-title", listener.word(Word::KeptTitle));
    assert_eq!(listener.texts(".kept-list li").len(), 1);
    listener.advance(180_000);
    listener.do_test();
    assert!(listener.is_ticked());
    assert_eq!(listener.kept().entries().len(), 2);
    listener.tap("kept-keep");
    assert_eq!(listener.kept(), first, "only this one is taken out again");
}

#[test]
fn a_tick_that_is_taken_away_does_not_come_back() {
    let listener = open();
    listener.put(&write(&diary(&[1])));
    listener.do_test();
    assert!(listener.is_ticked());
    listener.tap("kept-keep");
    listener.browser.script("scrollTo(0, 0)");
    listener.browser.reload();
    listener.do_test();
    assert!(!listener.is_ticked());
    assert_eq!(listener.kept(), diary(&[1]));
}

#[test]
fn a_file_that_is_taken_in_ticks_no_box() {
    let listener = open();
    listener.unfold(".kept summary");
    listener.choose_file(&write(&diary(&[1])));
    listener.is_told(&listener.said_of(&[Word::KeptTaken]));
    listener.do_test();
    assert!(!listener.is_ticked());
    assert_eq!(listener.kept(), diary(&[1]), "a test is kept that nobody asked to keep");
    listener.browser.script("scrollTo(0, 0)");
    listener.browser.reload();
    listener.do_test();
    assert!(!listener.is_ticked(), "after a reload it is ticked");
    assert_eq!(listener.kept(), diary(&[1]));
    listener.tap("kept-keep");
    listener.choose_file(&write(&diary(&[3])));
    listener.is_told(&listener.said_of(&[Word::KeptTaken]));
    assert!(listener.is_ticked(), "a tick is taken away");
    assert_eq!(listener.kept().entries().len(), 3);
}

#[test]
fn what_is_repeated_stands_in_place_of_what_it_repeats() {
    let listener = open();
    listener.tap("play-start");
    (0..7).for_each(|_| listener.tap("play-skip"));
    listener.browser.script("ears.hide(); ears.advance(20000); ears.show(); ears.advance(20000)");
    listener.tap("next");
    listener.tap("next");
    listener.tap("kept-keep");
    let first = listener.kept();
    listener.tap("play-repeat");
    listener.advance(180_000);
    listener.tap("next");
    listener.tap("next");
    let kept = listener.kept();
    assert_eq!(kept.entries().len(), 1, "{kept:?}");
    assert_ne!(kept, first);
}

#[test]
fn the_last_two_tests_are_compared_in_words() {
    let listener = open();
    listener.put(&write(&diary(&[1])));
    listener.do_test();
    let place = |word| listener.word(word).to_owned();
    let changed = |from, to| {
        let text = listener.word(Word::KeptChanged).replace("{before}", listener.word(from));
        text.replace("{now}", listener.word(to))
    };
    let head = changed(Word::TouchEasily, Word::TouchOff);
    listener.see(".kept-changes li", &format!("{}: {head}", place(Word::PointHead)));
    let chest = changed(Word::KeptPulled, Word::KeptPulledNot);
    listener.see(".kept-changes li", &format!("{}: {chest}", place(Word::AreaChest)));
    let same =
        listener.word(Word::KeptSame).replace("{answer}", listener.word(Word::KeptPulledNot));
    let start = same.split("{places}").next().expect("a start");
    let told = listener.texts(".kept-changes li");
    let told: Vec<_> = told.iter().filter(|text| text.starts_with(start)).collect();
    assert_eq!(told.len(), 1, "what did not change is told together: {told:#?}");
    assert!(told[0].contains(&place(Word::AreaHips)), "{told:#?}");
    // The plot has a row for each that differs, and says the same in words.
    let rows = listener.texts(".kept-plot th[scope=row]");
    assert_eq!(rows, [Word::PointHead, Word::AreaBetweenBlades, Word::AreaChest].map(place));
    let cells = listener.texts(".kept-plot td").into_iter().take(2).collect::<Vec<_>>();
    assert_eq!(cells, [Word::TouchEasily, Word::TouchOff].map(place));
}

#[test]
fn tests_too_close_are_not_compared_and_that_is_told_once() {
    let listener = open();
    listener.put(&write(&diary(&[14])));
    listener.do_test();
    let changes = listener.texts(".kept-changes li");
    assert_eq!(changes.len(), 1, "{changes:#?}");
    let start = listener.word(Word::KeptTooSoon).replace("{n}", "7");
    let start = start.split("{places}").next().expect("a start");
    assert!(changes[0].starts_with(start), "{changes:#?}");
}

#[test]
fn a_routine_is_kept_with_what_was_done() {
    let listener = Listener::with("backwise-routine", "/exercise/bird-dog.html", QUIET);
    listener.browser.find("backwise-routine button").click();
    listener.tap("play-start");
    while listener.is_playing() {
        listener.advance(5_000);
    }
    assert_eq!(listener.n_stored(), 0);
    listener.tap("kept-keep");
    let text = listener.text().expect("something is kept");
    assert!(text.contains(" routine bird-dog:whole\n"), "{text}");
    listener.unfold(".kept-body > details > summary");
    let entry = listener.texts(".kept-list li").concat();
    assert!(entry.ends_with(": Bird-dog"), "{entry}");
}

#[test]
fn a_file_is_what_the_diary_writes() {
    let listener = open();
    listener.put(&write(&diary(&[1, 2])));
    listener.unfold(".kept summary");
    listener.tap("kept-save");
    assert_eq!(listener.saved(), write(&diary(&[1, 2])));
    listener.is_told(&listener.said_of(&[Word::KeptSaved]));
    listener.ends_quietly();
}

#[test]
fn a_file_is_taken_in_beside_what_is_there() {
    let listener = open();
    listener.unfold(".kept summary");
    listener.choose_file(&write(&diary(&[1])));
    listener.is_told(&listener.said_of(&[Word::KeptTaken]));
    listener.choose_file(&write(&diary(&[1, 3])));
    wait_until("a second test", || listener.kept().entries().len() == 2);
    assert_eq!(listener.kept(), diary(&[1, 3]));
    assert_eq!(listener.texts(".kept-list li").len(), 2);
}

#[test]
fn what_is_no_whole_file_is_refused_with_its_reason() {
    let listener = open();
    let text = write(&diary(&[1]));
    listener.put(&text);
    listener.unfold(".kept summary");
    let line = listener.word(Word::KeptReasonLine).replace("{n}", "2");
    let reason = |word| listener.word(word).to_owned();
    for (file, reason) in [
        ("%PDF-1.7".to_owned(), reason(Word::KeptReasonForeign)),
        (text.replace("diary 1\n", "diary 2\n"), reason(Word::KeptReasonNewer)),
        (text.replace("whole", "whale"), line),
        (text.replace("standing 30s", "standing 31s"), reason(Word::KeptReasonAltered)),
        (text.repeat(MOST / text.len() + 1), reason(Word::KeptReasonLarge)),
    ] {
        listener.choose_file(&file);
        listener.is_told(&[listener.word(Word::KeptRefused).to_owned(), reason]);
        assert_eq!(listener.text().as_ref(), Some(&text), "something was lost");
    }
    listener.ends_quietly();
}

#[test]
fn all_is_deleted_when_asked_twice() {
    let listener = open();
    listener.put(&write(&diary(&[1, 2])));
    listener.do_test();
    listener.tap("kept-delete");
    listener.tap("kept-delete-no");
    assert_eq!(listener.kept().entries().len(), 3);
    listener.tap("kept-delete");
    listener.tap("kept-delete-yes");
    assert_eq!(listener.n_stored(), 0);
    listener.is_told(&listener.said_of(&[Word::KeptDeleted]));
    assert!(!listener.is_ticked());
    assert_eq!(listener.texts(".kept-list li"), [""; 0]);
    assert_eq!(listener.texts(".title"), listener.said_of(&[Word::WallResultTitle]));
}

#[test]
fn storage_that_is_blocked_or_full_is_told_and_the_test_goes_on() {
    for (trouble, word) in [(BLOCKED, Word::KeptBlocked), (FULL, Word::KeptFull)] {
        let listener = Listener::with(TAG, PAGE, &format!("{QUIET};{trouble}"));
        listener.do_test();
        listener.tap("kept-keep");
        listener.is_told(&listener.said_of(&[word]));
        assert!(!listener.is_ticked());
        listener.tap("play-again");
        listener.do_test();
        listener.ends_quietly();
    }
}

#[test]
fn what_cannot_be_read_is_never_written_over() {
    let listener = open();
    let damaged = write(&diary(&[1])).replace("head", "haed");
    listener.put(&damaged);
    listener.browser.find(&format!("{TAG} >> .kept-body .error"));
    listener.see(".kept-body .error", listener.word(Word::KeptDamaged));
    listener.do_test();
    listener.is_told(&listener.said_of(&[Word::KeptWaits]));
    listener.tap("kept-keep");
    assert!(!listener.is_ticked());
    assert_eq!(listener.text().as_ref(), Some(&damaged));
    listener.tap("kept-save");
    assert_eq!(listener.saved(), damaged);
    listener.tap("kept-delete");
    listener.tap("kept-delete-yes");
    assert_eq!(listener.n_stored(), 0);
    listener.tap("kept-keep");
    assert_eq!(listener.kept().entries().len(), 1);
    listener.ends_quietly();
}

#[test]
fn what_another_tab_kept_meanwhile_stays() {
    let listener = open();
    listener.do_test();
    let other = json!(write(&diary(&[1, 2])));
    listener.browser.script(&format!("localStorage.setItem('{KEY}', {other})"));
    listener.tap("kept-keep");
    assert_eq!(listener.kept().entries().len(), 3);
    listener.tap("kept-keep");
    assert_eq!(listener.kept(), diary(&[1, 2]));
}

#[test]
fn reminders_are_a_file_for_a_calendar() {
    let listener = open();
    listener.put(&write(&diary(&[1])));
    listener.unfold(".kept summary");
    listener.unfold(".kept-remind summary");
    listener.browser.find(&format!("{TAG} >> [name=kept-day][value='0']")).click();
    listener.browser.find(&format!("{TAG} >> [name=kept-day][value='3']")).click();
    listener.tap("kept-remind");
    let text = listener.saved();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
    assert!(text.contains("RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=8\r\n"), "{text}");
    assert!(text.contains(&format!("SUMMARY:{}\r\n", listener.word(Word::WallTitle))), "{text}");
    listener.is_told(&listener.said_of(&[Word::KeptReminded]));
}

#[test]
fn a_routine_of_a_result_can_be_kept_as_the_result_can() {
    let listener = open();
    listener.do_test();
    listener.tap("kept-keep");
    listener.browser.find(&format!("{TAG} >> backwise-routine button")).click();
    listener.browser.find(&format!("{TAG} >> backwise-routine >> .kept summary")).click();
    listener.browser.find(&format!("{TAG} >> backwise-routine >> .kept-list"));
}

#[test]
fn a_page_that_is_not_its_own_keeps_nothing() {
    let listener = open();
    listener.put(&write(&diary(&[1])));
    listener.browser.script(&format!(
        "const it = document.createElement('{TAG}');
         document.querySelector('{TAG}').replaceWith(it);
         it.scrollIntoView()"
    ));
    listener.do_test();
    assert_eq!(listener.texts(".kept"), [""; 0]);
    assert_eq!(listener.kept(), diary(&[1]));
}
