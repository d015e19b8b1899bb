//! When to be reminded, for the reader's own calendar.

use backwise_graph::{Graph, Word};

use crate::dom::Page;
use crate::posture::kept::{MOST_DAYS, Remind};
use crate::posture::view::{Choice, button, choice, choices};
use crate::text::digits;

const DAYS: [Word; 7] = [
    Word::KeptMonday,
    Word::KeptTuesday,
    Word::KeptWednesday,
    Word::KeptThursday,
    Word::KeptFriday,
    Word::KeptSaturday,
    Word::KeptSunday,
];

pub fn draw(page: &mut Page, graph: &Graph, remind: &Remind) {
    page.within("details.fold kept-remind", |page| {
        page.leaf("summary.fold-summary", graph.word(Word::KeptRemindTitle));
        page.leaf("p", graph.word(Word::KeptRemindText));
        number(page, graph.word(Word::KeptDays), "kept-days", remind.days.get());
        choices(page, graph.word(Word::KeptWeekdays), |page| {
            for (at, (word, is_on)) in DAYS.into_iter().zip(remind.week).enumerate() {
                let value = digits(at);
                let it = Choice { kind: "checkbox", name: "kept-day", value: &value, is_on };
                choice(page, &it, graph.word(word));
            }
        });
        field(page, graph.word(Word::KeptTime), |page| {
            page.attribute("type", "time");
            page.attribute("name", "kept-time");
            page.attribute("value", &remind.clock());
        });
        number(page, graph.word(Word::KeptTimes), "kept-times", remind.times.get());
        button(page, "button", "kept-remind", graph.word(Word::KeptRemind));
    });
}

fn number(page: &mut Page, text: &str, name: &str, value: u16) {
    field(page, text, |page| {
        page.attribute("type", "number");
        page.attribute("inputmode", "numeric");
        page.attribute("name", name);
        page.attribute("min", "1");
        page.attribute("max", &digits(MOST_DAYS.into()));
        page.attribute("value", &digits(value.into()));
    });
}

fn field(page: &mut Page, text: &str, attributes: impl FnOnce(&mut Page)) {
    page.within("label.number", |page| {
        page.leaf("span", text);
        page.within("input.number-input", attributes);
    });
}
