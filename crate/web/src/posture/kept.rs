//! Past tests and routines, kept on the device if the reader asks for it, and only then.
//!
//! 1. `store` is where they are kept. It is read anew before each change: another tab may have written.
//! 2. `remind` makes a file for a calendar.

mod remind;
mod store;

use backwise_graph::Word;
use backwise_posture::diary::{Full, MOST, Refusal, read};
use backwise_posture::{Diary, Entry};
use web_sys::{Document, Event, Window};

pub use self::remind::{MOST as MOST_DAYS, Remind};
pub use self::store::Store;
use crate::dom::{self, Read, calendar};

pub struct Keeper {
    document: Document,
    window: Window,
    pub store: Store,
    /// How often what is shown of it has changed.
    pub version: u32,
    /// Whether what is over is kept: the reader ticked the box, now or before, and left it so.
    pub is_ticked: bool,
    /// The test or routine that is over, since the last start.
    entry: Option<Entry>,
    /// Whether it is this screen that says so.
    pub is_over: bool,
    pub notice: Option<Notice>,
    /// Whether it asks if all is to be deleted.
    pub asks: bool,
    pub remind: Remind,
}

/// What is told, and why.
#[derive(Clone, Copy)]
pub struct Notice(pub Word, pub Option<Reason>);

/// Why a text was not taken.
#[derive(Clone, Copy)]
pub enum Reason {
    Refused(Refusal),
    /// The browser could not read it.
    Unread,
}

impl Keeper {
    #[must_use]
    pub fn new(document: &Document) -> Option<Self> {
        let window = document.default_view()?;
        Some(Self {
            document: document.clone(),
            store: Store::read(&window),
            is_ticked: store::is_ticked(&window),
            window,
            version: 0,
            entry: None,
            is_over: false,
            notice: None,
            asks: false,
            remind: Remind::default(),
        })
    }

    /// Another test or routine begins.
    pub fn begin(&mut self) {
        self.entry = None;
    }

    /// Another screen, with what is over on it. It takes the place of what it repeats.
    pub fn arrive(&mut self, entry: Option<Entry>) {
        self.read();
        (self.notice, self.asks, self.is_over) = (None, false, entry.is_some());
        let Some(entry) = entry else { return };
        let before = self.entry.replace(entry.clone());
        if self.is_ticked {
            let kept = self.edit(|diary| match before {
                Some(before) => diary.without(&before).with(entry),
                None => diary.with(entry),
            });
            self.untick_unless(kept);
        }
    }

    /// A button was pressed. `title` is what is to be done again.
    pub fn press(&mut self, name: &str, title: &str) {
        (self.notice, self.asks) = (None, name == "kept-delete");
        match name {
            "kept-save" => self.save(),
            "kept-remind" => self.save_reminders(title),
            "kept-delete-yes" => self.delete(),
            _ => {}
        }
    }

    /// A field was changed.
    pub fn change(&mut self, name: &str, value: &str, is_on: bool) {
        if name != "kept-keep" {
            return self.remind.set(name, value, is_on);
        }
        self.notice = None;
        let Some(entry) = self.entry.clone() else { return };
        let kept = if is_on {
            store::tick(&self.window).and_then(|()| self.edit(|diary| diary.with(entry)))
        } else {
            store::untick(&self.window);
            self.edit(|diary| Ok(diary.without(&entry)))
        };
        self.untick_unless(kept);
    }

    /// Takes in all that a file has, or nothing of it. It ticks no box: what was brought is no wish for more.
    pub fn take(&mut self, file: Read) {
        self.notice = None;
        let diary = match file {
            Read::Bytes(bytes) => read(&bytes).map_err(Reason::Refused),
            Read::TooLarge => Err(Reason::Refused(Refusal::TooLarge)),
            Read::Failed => Err(Reason::Unread),
        };
        self.notice = match diary {
            Err(reason) => Some(Notice(Word::KeptRefused, Some(reason))),
            Ok(diary) => match self.edit(|mine| mine.merge(&diary)) {
                Ok(()) => Some(Notice(Word::KeptTaken, None)),
                Err(word) => Some(Notice(word, None)),
            },
        };
    }

    fn read(&mut self) {
        self.store = Store::read(&self.window);
        self.is_ticked = store::is_ticked(&self.window);
        self.version += 1;
    }

    /// Where it could not be kept, the box is off again, and the reader is told.
    fn untick_unless(&mut self, kept: Result<(), Word>) {
        if let Err(word) = kept {
            store::untick(&self.window);
            self.is_ticked = false;
            self.notice = Some(Notice(word, None));
        }
    }

    fn edit(&mut self, change: impl FnOnce(&Diary) -> Result<Diary, Full>) -> Result<(), Word> {
        self.read();
        let Store::Diary(diary) = &self.store else { return Err(Word::KeptWaits) };
        let diary = change(diary).map_err(|Full| Word::KeptFull)?;
        store::keep(&self.window, &diary)?;
        self.store = Store::Diary(diary);
        Ok(())
    }

    fn delete(&mut self) {
        store::delete(&self.window);
        self.read();
        self.notice = Some(Notice(Word::KeptDeleted, None));
    }

    fn save(&mut self) {
        self.read();
        let text = self.store.text();
        self.hand_out(Word::KeptSaved, ("backwise-diary.txt", "text/plain"), &text);
    }

    fn save_reminders(&mut self, title: &str) {
        let times = calendar::here().zip(calendar::utc());
        let file =
            times.and_then(|(now, stamp)| self.remind.calendar(title, calendar::lot(), now, stamp));
        if let Some(text) = file {
            let file = ("backwise-reminders.ics", "text/calendar");
            self.hand_out(Word::KeptReminded, file, &text);
        }
    }

    /// Says so when it is done. A browser that forbids it says that itself.
    fn hand_out(&mut self, told: Word, (name, kind): (&str, &str), text: &str) {
        let saved = dom::save(&self.document, name, kind, text);
        self.notice = saved.map(|()| Notice(told, None));
    }
}

/// Reads a file that was chosen, if one was.
pub fn read_file(event: &Event, tell: std::rc::Rc<dyn Fn(Read)>) {
    dom::read_chosen(event, MOST, tell);
}
