//! Turns cues into voice, tones, a buzz and a flash: whoever cannot have one of them has the others.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use backwise_posture::{Elapsed, GAP};
use web_sys::Window;

use super::cue::{Cue, Tone};
use super::tool::Wants;
use crate::dom::{self, Listener, Spoken, Tones, Voice, listen};

/// How late words may come, in milliseconds, before they would only mislead.
const LATE: u64 = 2_000;
/// How long a voice may take to begin, in milliseconds, before it counts as none.
const PATIENCE: u64 = 4_000;

/// What somebody may have to know about the sound.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    None,
    /// The device has no voice, or it does not answer.
    NoVoice,
    /// Neither voice nor tones.
    NoSound,
    /// The tones were cut off.
    Interrupted,
}

pub struct Speaker {
    window: Window,
    language: String,
    pub wants: Cell<Wants>,
    tones: RefCell<Option<(Tones, Option<Listener>)>>,
    voice: RefCell<Option<Voice>>,
    /// When something was given to the voice that has not begun.
    waits: Cell<Option<u64>>,
    /// Since the tones were last heard to run.
    has_sounded: Cell<bool>,
    n_flashes: Cell<u32>,
}

impl Speaker {
    pub fn new(window: &Window, language: &str) -> Self {
        dom::look_for_voices(window);
        Self {
            window: window.clone(),
            language: language.to_owned(),
            wants: Cell::new(Wants { voice: true, tones: true }),
            tones: RefCell::default(),
            voice: RefCell::default(),
            waits: Cell::default(),
            has_sounded: Cell::default(),
            n_flashes: Cell::default(),
        }
    }

    /// To be called where a finger has just touched. `changed` is called when the sound comes or goes.
    pub fn begin(&self, spoken: Rc<dyn Fn(Spoken)>, changed: Box<dyn FnMut()>) {
        self.end();
        let wants = self.wants.get();
        if wants.tones {
            let mut changed = Some(changed);
            self.tones.replace(Tones::begin().map(|tones| {
                let changed = changed.take();
                let hears = changed.and_then(|mut tell| {
                    listen(tones.target(), "statechange", Box::new(move |_| tell()))
                });
                (tones, hears)
            }));
        }
        if wants.voice {
            self.voice.replace(Voice::find(&self.window, &self.language, spoken));
        }
    }

    /// Is silent from now on.
    pub fn end(&self) {
        self.tones.take();
        self.voice.take();
        self.waits.set(None);
        self.has_sounded.set(false);
    }

    /// Breaks off what is being said, and says no more. Tones sound out.
    pub fn be_quiet(&self) {
        self.voice.take();
        self.waits.set(None);
    }

    /// Milliseconds until the last tone has been heard; nothing where the sound is not held.
    #[must_use]
    pub fn left(&self, now: Elapsed) -> Option<u64> {
        self.tones.borrow().as_ref().map(|(tones, _)| tones.left(now.ms()))
    }

    /// Gives the sound back. What is being said is heard to its end.
    pub fn rest(&self) {
        self.tones.take();
    }

    /// Breaks off, until more is to be heard.
    pub fn hush(&self) {
        if let Some((tones, _)) = &*self.tones.borrow() {
            tones.silence();
        }
        if let Some(voice) = &*self.voice.borrow() {
            voice.hush();
        }
        self.waits.set(None);
    }

    /// Asks for the sound back, where a finger has just touched or the page is seen again.
    pub fn resume(&self) {
        if let Some((tones, _)) = &*self.tones.borrow()
            && !tones.sound()
        {
            tones.resume();
        }
    }

    #[must_use]
    pub fn has_voice(&self) -> bool {
        self.voice.borrow().is_some()
    }

    /// The voice has begun, has ended, or cannot.
    pub fn spoken(&self, what: Spoken) {
        self.waits.set(None);
        if what == Spoken::Failed {
            self.voice.take();
        }
    }

    /// Takes a voice that does not answer for none. Whether that is so now, and was not before.
    #[must_use]
    pub fn lost_voice(&self, now: Elapsed) -> bool {
        let is_lost = self.waits.get().is_some_and(|since| now.ms() > since + PATIENCE);
        if is_lost {
            self.spoken(Spoken::Failed);
        }
        is_lost
    }

    #[must_use]
    pub fn trouble(&self) -> Trouble {
        let tones = self.tones.borrow();
        let sounds = tones.as_ref().is_some_and(|(tones, _)| tones.sound());
        self.has_sounded.set(self.has_sounded.get() || sounds);
        let wants = self.wants.get();
        let has_voice = self.has_voice();
        match (sounds, has_voice) {
            (false, _) if wants.tones && self.has_sounded.get() => Trouble::Interrupted,
            (false, false) => Trouble::NoSound,
            (true, false) if wants.voice => Trouble::NoVoice,
            _ => Trouble::None,
        }
    }

    /// Plays what is due now, and has what comes soon on its way. Returns the number of the flash, if there is one.
    pub fn play(
        &self,
        now: Elapsed,
        heard: &[Cue],
        upcoming: impl FnOnce(Elapsed) -> Vec<(Elapsed, Tone)>,
    ) -> Option<u32> {
        if let Some((tones, _)) = &*self.tones.borrow() {
            let ahead = upcoming(now.after(GAP));
            let due = heard.iter().filter_map(|cue| Some((cue.at, cue.tone?)));
            let wanted: Vec<_> =
                due.chain(ahead).map(|(at, tone)| (at.ms(), tone.name(), tone.notes())).collect();
            tones.plan(now.ms(), &wanted);
        }
        // One voice says one thing: the last.
        let said = heard.iter().rev().find(|cue| cue.say.is_some());
        if let (Some(cue), Some(voice)) = (said, &*self.voice.borrow())
            && now.since(cue.at).ms() <= LATE
        {
            self.waits.set(Some(now.ms()));
            voice.say(cue.say.as_deref().unwrap_or_default());
        }
        let tone = heard.iter().rev().find_map(|cue| cue.tone)?;
        dom::buzz(tone.buzz());
        self.n_flashes.set(self.n_flashes.get() + 1);
        Some(self.n_flashes.get())
    }
}
