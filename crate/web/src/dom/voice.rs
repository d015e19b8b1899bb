//! A voice of the device's own. One that a server lends would be told what is said, so it is never used.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::JsString;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice, Window};

/// What became of something that was to be said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Spoken {
    Began,
    Ended,
    Failed,
}

/// Something that is being said: it has to be held, or some browsers lose it.
struct Utterance {
    saying: SpeechSynthesisUtterance,
    _ears: [Closure<dyn FnMut()>; 3],
}

pub struct Voice {
    synthesis: SpeechSynthesis,
    voice: SpeechSynthesisVoice,
    tell: Rc<dyn Fn(Spoken)>,
    now: RefCell<Option<Utterance>>,
}

/// Has the browser look for its voices, which may take a while.
pub fn look_for_voices(window: &Window) {
    if let Ok(synthesis) = window.speech_synthesis() {
        synthesis.get_voices();
    }
}

impl Voice {
    /// A voice for a language, if the device has one.
    #[must_use]
    pub fn find(window: &Window, language: &str, tell: Rc<dyn Fn(Spoken)>) -> Option<Self> {
        let synthesis = window.speech_synthesis().ok().filter(|it| it.is_object())?;
        let voices = synthesis.get_voices();
        let mut speaks =
            voices.iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>).filter(|voice| {
                let begins = JsString::from(voice.lang()).starts_with(language, 0);
                begins && voice.local_service()
            });
        let voice = speaks.next()?;
        Some(Self { synthesis, voice, tell, now: RefCell::default() })
    }

    /// Says this instead of whatever was being said.
    pub fn say(&self, text: &str) {
        self.hush();
        let Ok(saying) = SpeechSynthesisUtterance::new_with_text(text) else { return };
        saying.set_voice(Some(&self.voice));
        saying.set_lang(&self.voice.lang());
        let ears = [Spoken::Began, Spoken::Ended, Spoken::Failed].map(|what| {
            let tell = self.tell.clone();
            Closure::wrap(Box::new(move || tell(what)) as Box<dyn FnMut()>)
        });
        saying.set_onstart(Some(ears[0].as_ref().unchecked_ref()));
        saying.set_onend(Some(ears[1].as_ref().unchecked_ref()));
        saying.set_onerror(Some(ears[2].as_ref().unchecked_ref()));
        self.synthesis.speak(&saying);
        self.now.replace(Some(Utterance { saying, _ears: ears }));
    }

    /// Breaks off.
    pub fn hush(&self) {
        if let Some(Utterance { saying, .. }) = &*self.now.borrow() {
            saying.set_onstart(None);
            saying.set_onend(None);
            saying.set_onerror(None);
            self.synthesis.cancel();
        }
        self.now.take();
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.hush();
    }
}
