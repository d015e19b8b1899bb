//! Every state of the wall test and of a routine, by axe and by our own laws.

use backwise_posture::diary::write;
use backwise_tests::{Axe, Browser, past};

use super::laws::{Report, faults};
use crate::player::kept::diary;

struct Walk {
    browser: Browser,
    axe: Axe,
    tag: &'static str,
    report: Report,
}

impl Walk {
    fn at(tag: &'static str, path: &str) -> Self {
        let (browser, axe) = (Browser::start(), Axe::installed());
        browser.open(path);
        Self { browser, axe, tag, report: Report::default() }
    }

    fn tap(&self, css: &str) {
        self.browser.find(&format!("{} >> {css}", self.tag)).click();
    }

    fn look(&mut self, name: &str, css: &str) {
        self.browser.find(&format!("{} >> {css}", self.tag));
        self.report.add(name, faults(&self.browser, &self.axe, "html"));
    }

    /// Keeps this as if it had been kept before.
    fn put(&self, text: &str) {
        past::keep(&self.browser, text);
        self.browser.reload();
        self.browser.script("document.querySelector('backwise-wall-test').scrollIntoView()");
    }

    fn skip(&self, n: usize) {
        (0..n).for_each(|_| self.tap("[name=play-skip]"));
    }

    /// Does the wall test, up to what touched: not the head.
    fn stand(&self) {
        self.tap("[name=play-start]");
        self.skip(1);
        self.tap("[name=answer-no]");
        self.skip_all();
    }

    /// Skips whatever still plays; some of it may end by itself meanwhile.
    fn skip_all(&self) {
        let skip = format!(
            "const root = document.querySelector('{}').shadowRoot;
            root.querySelector('[name=play-skip]')?.click();
            return !root.querySelector('dialog[open]')",
            self.tag
        );
        self.browser.wait_until(&skip);
    }
}

#[test]
fn every_state_of_the_wall_test_is_for_everyone() {
    let mut walk = Walk::at("backwise-wall-test", "/self-test/wall-posture-test.html");
    walk.look("start", "[name=play-start]");
    walk.tap("[name=measure]");
    walk.tap("[name=play-start]");
    walk.tap("[name=play-pause]");
    walk.look("to the wall, paused", "[name=play-resume]");
    walk.skip(1);
    walk.tap("[name=play-pause]");
    walk.look("at the wall", ".play-half");
    walk.tap("[name=play-stop]");
    walk.look("stopped", "[name=play-it-hurt]");
    walk.tap("[name=play-it-hurt]");
    walk.look("stopped by pain", "a.button-primary");
    walk.browser.reload();
    walk.tap("[name=measure]");
    walk.stand();
    walk.look("what touched", "[name=next]");
    walk.tap("[data-place='1'] .contact-area");
    walk.look("what touched, pressed on the figure", "[data-place='1'][data-answered='yes']");
    walk.tap("[name=next]");
    walk.look("where it pulled", "[name=area]");
    walk.tap("[name=area][value='3']");
    walk.tap("[name=area][value='10']");
    walk.tap("[name=next]");
    walk.look("error: a clash", ".error");
    walk.tap("[name=area][value='10']");
    walk.tap("[name=next]");
    walk.look("from wall to head", "[name=answer-5]");
    walk.tap("[name=next]");
    walk.look("result", ".fit");
    walk.tap("[name=play-again]");
    walk.tap("[name=variant][value='1']");
    walk.look("start, seated", "[name=play-start]");
    walk.tap("[name=play-start]");
    walk.skip(5);
    walk.tap("[name=play-pause]");
    walk.look("holding, seated", ".play-picture svg");
    walk.skip(1);
    walk.look("what touched, seated", "[data-place='4']");
    walk.browser.reload();
    walk.tap("[name=variant][value='2']");
    walk.tap("[name=play-start]");
    walk.look("way out", "a");
    walk.report.end("states of the wall test");
}

#[test]
fn every_state_of_what_is_kept_is_for_everyone() {
    let mut walk = Walk::at("backwise-wall-test", "/self-test/wall-posture-test.html");
    walk.stand();
    walk.tap("[name=next]");
    walk.tap("[name=next]");
    walk.look("nothing is kept", "[name=kept-keep]");
    walk.tap("[name=kept-keep]");
    walk.look("the first is kept", "[name=kept-delete]");
    let text = write(&diary(&[1, 9, 17, 25]));
    walk.put(&text);
    walk.tap(".kept summary");
    walk.tap(".kept-remind summary");
    walk.look("unfolded", "[name=kept-remind]");
    walk.tap("[name=kept-remind]");
    walk.look("a file is made", ".kept-said .notice");
    walk.tap("[name=kept-delete]");
    walk.look("asked before all is deleted", ".kept-question");
    walk.tap("[name=kept-delete-yes]");
    walk.look("deleted", ".kept-said .notice");
    walk.put(&text.replace("head", "haed"));
    walk.look("what cannot be read", ".kept-body .error");
    walk.report.end("states of what is kept");
}

#[test]
fn every_state_of_a_routine_is_for_everyone() {
    let mut walk = Walk::at("backwise-routine", "/exercise/bird-dog.html");
    walk.browser.find("backwise-routine button").click();
    walk.look("start", "[name=play-start]");
    walk.tap("[name=play-start]");
    walk.tap("[name=play-pause]");
    walk.look("getting ready, paused", "[name=play-resume]");
    walk.skip(1);
    walk.tap("[name=play-pause]");
    walk.look("repeating, paused", "[name=play-resume]");
    walk.skip_all();
    walk.look("done", "[name=play-again]");
    walk.tap("[name=kept-keep]");
    walk.look("done, and kept", "[name=kept-delete]");
    walk.report.end("states of a routine");
}
