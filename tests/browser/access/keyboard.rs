//! The way through with keys alone, from the first button to the end of a result.

use backwise_tests::widget::{self, inside, texts};
use backwise_tests::{Browser, journey};
use serde_json::Value;

const TAB: &str = "\u{e004}";
const BACK_TAB: &str = "\u{e008}\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const DOWN: &str = "\u{e015}";

/// What has the focus, as CSS finds it; an error when nothing has, or when it cannot be seen.
const FOCUS: &str = "
    let focus = document.activeElement;
    while (focus.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    if (focus === document.body) return 'error: the focus is lost';
    const seen = focus.closest('.choice') ?? focus;
    const { outlineStyle, outlineWidth } = getComputedStyle(seen);
    const { top, bottom } = seen.getBoundingClientRect();
    const name = focus.getAttribute('name') ?? '';
    const what = `${focus.localName} ${name} ${focus.className} ${focus.textContent.slice(0, 30)}`;
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `error: no ring: ${what}`;
    if (bottom < 0 || top > innerHeight) return `error: out of sight: ${what}`;
    return what";

struct Hands(Browser);

impl Hands {
    fn on_the_checker() -> Self {
        let browser = Browser::start();
        browser.open("/check.html");
        widget::load(&browser);
        Self(browser)
    }

    /// Presses a key, and tells what has the focus then.
    #[track_caller]
    fn press(&self, key: &str) -> String {
        self.0.press(key);
        self.focus()
    }

    #[track_caller]
    fn focus(&self) -> String {
        let told = self.0.script(FOCUS);
        let focus = told.as_str().expect("a text").to_owned();
        assert!(!focus.starts_with("error"), "{focus}");
        focus
    }

    /// Goes on with this key until this has the focus.
    #[track_caller]
    fn go_to(&self, key: &str, what: &str) {
        for _ in 0..40 {
            if self.press(key).contains(what) {
                return;
            }
        }
        panic!("`{what}` is not come to");
    }

    /// On a new screen the focus is on its heading.
    #[track_caller]
    fn assert_at_heading(&self, what: &str) {
        let focus = self.focus();
        assert!(focus.starts_with('h'), "{what}: the focus is on {focus}");
    }

    fn begin(&self) {
        self.go_to(TAB, "button start ");
        self.press(ENTER);
        self.assert_at_heading("the first question");
    }

    fn n_checked(&self) -> Value {
        inside(&self.0, "return root.querySelectorAll(':checked').length")
    }
}

#[test]
fn the_whole_way_can_be_gone_with_keys() {
    let hands = Hands::on_the_checker();
    hands.begin();
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    let mut n_asked = 0;
    while let Some(ask) = widget::question(&hands.0, checker.graph()) {
        let reply = journey::reply(checker.graph(), &journey, ask);
        let wanted = widget::labels(checker.graph(), ask, &reply);
        let rows: Vec<_> = texts(&hands.0, ".choice").iter().map(|t| t.trim().to_owned()).collect();
        let picked = rows.iter().enumerate().filter(|(_, row)| wanted.contains(&row.as_str()));
        for (at, _) in picked {
            hands.pick(at, n_asked % 2 == 0);
        }
        hands.press(ENTER);
        hands.assert_at_heading(&wanted.concat());
        n_asked += 1;
    }
    assert!(n_asked > 10);
    hands.go_to(TAB, "button show-result ");
    hands.press(ENTER);
    hands.assert_at_heading("the result");
    assert!(hands.focus().contains("care-card-level"), "{}", hands.focus());
    hands.leave_and_come_back();
}

impl Hands {
    /// Picks a row by its number, or by walking there. Rows from the tenth on have no number.
    fn pick(&self, row: usize, by_number: bool) {
        if by_number && row < 9 {
            self.press(&(row + 1).to_string());
            return;
        }
        self.go_to(TAB, "input");
        let is_radio = inside(&self.0, "return !!root.querySelector('[type=radio]')") == true;
        for _ in 0..row {
            self.press(if is_radio { DOWN } else { TAB });
        }
        if !is_radio || row == 0 {
            self.press(" ");
        }
    }

    /// Nothing traps: Tab comes to an end of the result, and Shift with it comes back.
    fn leave_and_come_back(&self) {
        let n_stops =
            inside(&self.0, "return root.querySelectorAll('a, button, summary, input').length");
        let n_stops = n_stops.as_u64().expect("a number");
        let inside = "return document.activeElement.localName === 'backwise-check'";
        let mut n_tabs = 0;
        while self.0.script(inside) == true {
            self.press(TAB);
            n_tabs += 1;
            assert!(n_tabs <= n_stops, "Tab does not leave the result");
        }
        self.press(BACK_TAB);
        assert_eq!(self.0.script(inside), true, "Shift with Tab does not come back");
    }
}

#[test]
fn escape_goes_back_and_answers_stay() {
    let hands = Hands::on_the_checker();
    hands.begin();
    let first = texts(&hands.0, "legend .title");
    hands.press("1");
    hands.press(ENTER);
    let second = texts(&hands.0, "legend .title");
    assert_ne!(first, second);
    hands.0.press(ESCAPE);
    // The browser goes back, in its own time.
    hands.0.find("backwise-check >> :checked");
    assert_eq!(texts(&hands.0, "legend .title"), first);
    hands.assert_at_heading("the question before");
    assert_eq!(hands.n_checked(), 1);
    hands.press(ENTER);
    assert_eq!(texts(&hands.0, "legend .title"), second);
}

/// Enter opens what is folded, and does not also go on.
#[test]
fn what_is_folded_opens_with_enter() {
    let hands = Hands::on_the_checker();
    hands.begin();
    hands.press("1");
    let asked = texts(&hands.0, "legend .title");
    hands.go_to(TAB, "summary");
    hands.press(ENTER);
    assert_eq!(texts(&hands.0, "details[open]").len(), 1);
    assert_eq!(texts(&hands.0, "legend .title"), asked);
}

/// Nothing is unticked silently: a sign together with *none of these* is an error, and the field has it.
#[test]
fn a_clash_is_told_where_it_can_be_mended() {
    let hands = Hands::on_the_checker();
    hands.begin();
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    while texts(&hands.0, ".choice [type=checkbox]").is_empty() {
        let ask = widget::question(&hands.0, checker.graph()).expect("signs are asked about");
        widget::answer(
            &hands.0,
            checker.graph(),
            ask,
            &journey::reply(checker.graph(), &journey, ask),
        );
    }
    let none = texts(&hands.0, ".choice").len() - 1;
    hands.press("1");
    hands.press(&none.to_string());
    assert!(hands.press(ENTER).starts_with("input"), "the focus is not on the field");
    assert_eq!(hands.n_checked(), 2, "an answer was taken away");
    let error = texts(&hands.0, ".error").concat();
    assert!(!error.is_empty(), "there is no error");
    assert_eq!(hands.described(), (error.clone(), "true".to_owned()));
    assert_eq!(texts(&hands.0, "[role=status]"), [error], "it is not announced");
    hands.press(&none.to_string());
    assert_eq!(texts(&hands.0, ".error"), [""; 0], "the error outlives its cause");
    assert_eq!(hands.described(), (String::new(), "false".to_owned()));
    hands.press(ENTER);
    hands.assert_at_heading("after the clash");
}

impl Hands {
    /// What is said of the input that has the focus, and whether it is wrong.
    fn described(&self) -> (String, String) {
        let script = "const input = root.activeElement;
            const says = (id) => root.getElementById(id).textContent;
            return [says(input.getAttribute('aria-describedby')), input.getAttribute('aria-invalid')]";
        let told = inside(&self.0, script);
        let text = |at: usize| told[at].as_str().expect("a text").to_owned();
        (text(0), text(1))
    }
}
