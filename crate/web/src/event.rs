//! Everything that can happen to a checker on a page.

use crate::text::number;

/// What the reader or the browser did.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The first button.
    Start,
    /// The same, with nothing asked but what the urgency takes.
    StartBrief,
    /// The same, for somebody else.
    StartForOther,
    /// A brief result is there, and the rest is to be asked as well.
    GoOn,
    /// A row was picked, or left again.
    Pick(usize, bool),
    /// The answer is given.
    Next,
    /// What was ticked beforehand is not to be.
    Untick,
    /// Answers are to be kept on the device, or not any more.
    Keep(bool),
    /// One screen back.
    Back,
    /// What the page's author set has changed, or something has been loaded.
    Refresh,
    /// An address was followed on this page: a link with answers, it may be.
    Arrive,
    /// The browser's history stands at this step.
    Travel(usize),
    /// This answer, counted from the first, is to be changed.
    Change(usize),
    /// The answers are as they should be.
    ShowResult,
    /// The result is wanted on paper.
    Print,
    /// Everything is to be forgotten.
    StartAgain,
}

impl Event {
    /// The event behind a button, by its name and value.
    #[must_use]
    pub fn of_button(name: &str, value: &str) -> Option<Self> {
        Some(match name {
            "start" => Event::Start,
            "start-brief" => Event::StartBrief,
            "start-for-other" => Event::StartForOther,
            "go-on" => Event::GoOn,
            "next" => Event::Next,
            "untick" => Event::Untick,
            "back" => Event::Back,
            "change" => Event::Change(number(value)?),
            "show-result" => Event::ShowResult,
            "print" => Event::Print,
            "start-again" => Event::StartAgain,
            _ => return None,
        })
    }
}
