//! Tones, written ahead on the audio clock: a page that stalls for a moment still sounds in time.

use std::cell::RefCell;

use web_sys::{AudioContext, AudioContextState, EventTarget, OscillatorNode};

use super::device::{give_sound_back, leave_music_alone};

/// One sound of a tone: after so many seconds, at so many hertz, for so many seconds.
pub type Note = (f64, f32, f64);

/// How loud, of 1: to be heard beside music, and no shock in headphones.
const LOUD: f32 = 0.3;
/// Seconds in which a note swells and fades; without them it clicks.
const SOFT: f64 = 0.015;
/// How late a tone may begin, in milliseconds, before it would only mislead.
const LATE: u64 = 300;
/// How long a tone may be on its way to the ear, in milliseconds: a loudspeaker without a wire is late.
const TRAVELS: u64 = 1_000;

/// A tone that is on its way.
struct Planned {
    at: u64,
    /// When it is over.
    until: u64,
    name: u8,
    notes: Vec<OscillatorNode>,
}

pub struct Tones {
    context: AudioContext,
    planned: RefCell<Vec<Planned>>,
}

impl Tones {
    /// To be called where a finger has just touched: browsers let no page make a sound by itself.
    #[must_use]
    pub fn begin() -> Option<Self> {
        leave_music_alone();
        let context = AudioContext::new().ok()?;
        let tones = Self { context, planned: RefCell::default() };
        tones.resume();
        Some(tones)
    }

    /// Whether the clock of the sound runs.
    #[must_use]
    pub fn sound(&self) -> bool {
        self.context.state() == AudioContextState::Running
    }

    /// What tells that this has changed, by the event `statechange`.
    #[must_use]
    pub fn target(&self) -> &EventTarget {
        &self.context
    }

    pub fn resume(&self) {
        // A browser that refuses says so by its state.
        self.context.resume().ok();
    }

    /// Has these tones sound, each at its moment, and no others. A tone that is there already stays as it is, so
    /// that it is never cut. All moments are milliseconds of the same clock as `now`.
    pub fn plan(&self, now: u64, wanted: &[(u64, u8, &[Note])]) {
        if !self.sound() {
            self.silence();
            return;
        }
        let mut planned = self.planned.borrow_mut();
        planned.retain(|tone| {
            let stays = tone.at <= now || wanted.iter().any(|(at, name, _)| is(tone, *at, *name));
            if !stays {
                tone.stop();
            }
            stays && tone.at + 10_000 > now
        });
        for &(at, name, notes) in wanted {
            if at + LATE >= now && !planned.iter().any(|tone| is(tone, at, name)) {
                let until = at.max(now) + length(notes);
                let notes = self.write(at as f64 - now as f64, notes);
                planned.push(Planned { at, until, name, notes });
            }
        }
    }

    /// Milliseconds until the last of them has been heard.
    #[must_use]
    pub fn left(&self, now: u64) -> u64 {
        let until = self.planned.borrow().iter().map(|tone| tone.until + TRAVELS).max();
        until.map_or(0, |until| until.saturating_sub(now))
    }

    /// Takes back whatever is on its way.
    pub fn silence(&self) {
        self.planned.borrow_mut().drain(..).for_each(|tone| tone.stop());
    }

    fn write(&self, wait: f64, notes: &[Note]) -> Vec<OscillatorNode> {
        let start = self.context.current_time() + wait.max(0.0) / 1000.0;
        let written = notes.iter().filter_map(|note| self.note(start, *note));
        written.collect()
    }

    fn note(&self, start: f64, (after, hertz, length): Note) -> Option<OscillatorNode> {
        let (from, to) = (start + after, start + after + length);
        let note = self.context.create_oscillator().ok()?;
        let gain = self.context.create_gain().ok()?;
        note.frequency().set_value(hertz);
        let loud = gain.gain();
        loud.set_value_at_time(0.0, from).ok()?;
        loud.linear_ramp_to_value_at_time(LOUD, from + SOFT).ok()?;
        loud.set_value_at_time(LOUD, (to - SOFT).max(from + SOFT)).ok()?;
        loud.linear_ramp_to_value_at_time(0.0, to).ok()?;
        note.connect_with_audio_node(&gain).ok()?;
        gain.connect_with_audio_node(&self.context.destination()).ok()?;
        note.start_with_when(from).ok()?;
        note.stop_with_when(to).ok()?;
        Some(note)
    }
}

fn is(tone: &Planned, at: u64, name: u8) -> bool {
    tone.at == at && tone.name == name
}

/// In milliseconds.
fn length(notes: &[Note]) -> u64 {
    let ends = notes.iter().map(|(after, _, length)| after + length);
    (ends.fold(0.0, f64::max) * 1000.0) as u64
}

impl Planned {
    fn stop(&self) {
        for note in &self.notes {
            // It fails for a note that is over.
            note.stop_with_when(0.0).ok();
        }
    }
}

impl Drop for Tones {
    fn drop(&mut self) {
        self.silence();
        self.context.close().ok();
        give_sound_back();
    }
}
