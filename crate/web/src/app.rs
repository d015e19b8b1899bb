//! One checker on one page: hears events, has them turned into a new state, and shows what has changed.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use backwise_checker::Known;
use backwise_checker::handover::pack;
use backwise_checker::triage::conclude;
use backwise_graph::Urgency;

use crate::boundary::Loaded;
use crate::dom::{self, History, Listener, Stage, listen};
use crate::event::Event;
use crate::state::{Moment, Screen, State};
use crate::text::number;
use crate::update::{Change, raised, remembered, update};
use crate::view::{self, Scene};

/// What the element is marked with while it shows a result, for style sheets of the page around.
const DONE: &str = "done";

/// The attribute, and what it says, of a page that wants to learn how soon its reader is to get help.
const TELLS: (&str, &str) = ("tells", "urgency");

/// What the page's author may set.
#[derive(Clone, Default)]
pub struct Settings {
    /// Where the site's pages are, with a slash at its end.
    pub base: String,
    /// The ISO 3166-1 code of the country whose emergency number comes first; empty for none.
    pub region: String,
    /// Whether the page is the checker's own: steps become entries of the browser's history, answers may come
    /// with its address, and may be kept.
    pub history: bool,
}

/// A checker that runs. Dropping it takes its listeners and elements away.
pub struct Running {
    loaded: Rc<Loaded>,
    settings: RefCell<Settings>,
    /// Taken out while an event is worked on: what JavaScript does in the meantime finds nothing to upset.
    state: Cell<Option<Box<State>>>,
    listeners: RefCell<Vec<Listener>>,
    history: Option<History>,
    stage: Stage,
    /// Whether the page around learns the urgency. The reader is told on the first screen, so it stays as it was then.
    tells_urgency: bool,
}

impl Running {
    pub fn start(
        loaded: Rc<Loaded>,
        root: &web_sys::ShadowRoot,
        settings: Settings,
        awaits: bool,
    ) -> Option<Rc<Self>> {
        let stage = Stage::new(root, &loaded.graph.language)?;
        let first = if awaits { Screen::Waiting } else { Screen::Start };
        let running = Rc::new(Self {
            loaded,
            state: Cell::new(Some(Box::new(State::new(first)))),
            listeners: RefCell::default(),
            history: History::of(&stage.document).filter(|_| settings.history),
            settings: RefCell::new(settings),
            tells_urgency: stage.said(TELLS.0).as_deref() == Some(TELLS.1),
            stage,
        });
        running.hear();
        running.with_state(|running, state| running.draw(state));
        if let (Some(history), false) = (&running.history, awaits) {
            history.mark(0);
        }
        running.stage.tell("backwise:ready", None);
        Some(running)
    }

    pub fn set(&self, settings: Settings) {
        self.settings.replace(settings);
        self.handle(Event::Refresh);
    }

    /// Takes what is to be ticked beforehand.
    pub fn prepare(&self, about: &[u8]) {
        if let Some(mut state) = self.state.take() {
            let n_findings = self.loaded.graph.findings.len();
            state.about = Known::from_bytes(about, n_findings).unwrap_or_default();
            self.state.set(Some(state));
        }
    }

    pub fn reset(&self) {
        self.handle(Event::StartAgain);
    }

    /// Whether the state is in its place. It never comes back when an event broke off over it.
    pub fn is_well(&self) -> bool {
        self.with_state(|_, _| ()).is_some()
    }

    pub fn focus(&self) {
        self.stage.focus(view::HEADING);
    }

    fn hear(self: &Rc<Self>) {
        let body = &self.stage.body;
        let mut listeners = Vec::new();
        listeners.extend(self.listener(body, "click", Self::on_click));
        listeners.extend(self.listener(body, "change", Self::on_change));
        listeners.extend(self.listener(body, "keydown", Self::on_key));
        if let Some(history) = &self.history {
            listeners.extend(self.listener(&history.window, "popstate", Self::on_travel));
        }
        self.listeners.replace(listeners);
    }

    fn listener(
        self: &Rc<Self>,
        target: &web_sys::EventTarget,
        name: &'static str,
        hear: fn(&Self, &web_sys::Event),
    ) -> Option<Listener> {
        let me: Weak<Self> = Rc::downgrade(self);
        let heard = move |event: web_sys::Event| {
            if let Some(me) = me.upgrade() {
                hear(&me, &event);
            }
        };
        listen(target, name, Box::new(heard))
    }

    fn on_click(&self, event: &web_sys::Event) {
        let Some((name, value)) = dom::pressed_button(event) else { return };
        match (Event::of_button(&name, &value), &self.history) {
            // The browser goes back, and says so.
            (Some(Event::Back), Some(history)) => history.back(1),
            (Some(event), _) => self.handle(event),
            (None, _) => {}
        }
    }

    fn on_change(&self, event: &web_sys::Event) {
        let Some((value, on)) = dom::changed_input(event) else { return };
        match number(&value) {
            Some(row) => self.handle(Event::Pick(row, on)),
            None => self.handle(Event::Keep(on)),
        }
    }

    /// Keys press what is on the screen, so they can do nothing that a finger cannot.
    fn on_key(&self, event: &web_sys::Event) {
        let Some(key) = dom::plain_key(event) else { return };
        let pressed = match key.as_str() {
            "Enter" if dom::takes_enter(event) => false,
            "Enter" => self.stage.click(view::PRIMARY),
            "Escape" => self.stage.click(view::BACK),
            "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" => {
                view::question::press_row(&self.stage, &key)
            }
            _ => false,
        };
        if pressed {
            event.prevent_default();
        }
    }

    fn on_travel(&self, event: &web_sys::Event) {
        self.handle(dom::step(event).map_or(Event::Arrive, Event::Travel));
    }

    fn handle(&self, event: Event) {
        let change = self.with_state(|running, state| {
            let change = update(state, &running.loaded, event);
            running.show(state, change)
        });
        // Whatever lets JavaScript run on its own comes last, when the state is back in its place.
        if let Some(after) = change {
            self.follow_up(after);
        }
    }

    fn with_state<T>(&self, work: impl FnOnce(&Self, &mut State) -> T) -> Option<T> {
        let mut state = self.state.take()?;
        let done = work(self, &mut state);
        self.state.set(Some(state));
        Some(done)
    }

    fn show(&self, state: &mut State, change: Change) -> After {
        match change {
            Change::Nothing => After::Nothing,
            Change::Pick => {
                view::question::clear_error(&self.stage);
                self.draw_card(state);
                After::Nothing
            }
            Change::Error(word) => {
                view::question::show_error(&self.stage, self.loaded.graph.word(word));
                After::Focus(view::INPUT)
            }
            Change::Untick => {
                self.draw(state);
                After::Focus(view::HEADING)
            }
            Change::Redraw => {
                self.draw(state);
                After::Nothing
            }
            Change::Screen { new } => {
                if new && state.is_kept {
                    self.keep(state);
                }
                self.draw(state);
                After::Step { at: state.at, new, told: self.told(state) }
            }
            Change::Keep => {
                self.keep(state);
                if state.now().notice == 0 {
                    return After::Nothing;
                }
                self.draw(state);
                After::Focus(view::KEEP)
            }
            Change::Furnish => {
                self.furnish(state);
                After::Nothing
            }
            Change::Arrive(from) => {
                self.draw(state);
                After::Arrive { from, at: state.at }
            }
            Change::Again(steps) => {
                self.keep(state);
                self.draw(state);
                After::Again(steps)
            }
            Change::Print => After::Print,
        }
    }

    /// How soon to get help, if that is what the screen says.
    fn told(&self, state: &State) -> Option<Urgency> {
        let Moment { screen, session, .. } = state.now();
        let is_result = matches!(screen, Screen::Result);
        is_result.then(|| conclude(&self.loaded.graph, session.known()).urgency)
    }

    /// Keeps the answers, or nothing, as the reader wants it; where it fails, says so.
    fn keep(&self, state: &mut State) {
        let Loaded { graph, telling, .. } = &*self.loaded;
        if self.history.is_none() {
            return;
        }
        let kept = if state.is_kept { pack(graph, &remembered(state, graph)) } else { Vec::new() };
        let notice = telling.keep(&kept);
        if notice > 0 {
            state.is_kept = false;
            state.now_mut().notice = notice;
        }
    }

    fn draw(&self, state: &State) {
        let settings = self.settings.borrow();
        let scene = Scene {
            loaded: &self.loaded,
            settings: &settings,
            is_for_other: state.now().session.manner().is_for_other,
            step: state.at,
            memory: &state.memory,
            may_keep: self.history.is_some(),
            tells_urgency: self.tells_urgency,
        };
        if let Some(screen) = view::draw(&self.stage, &scene, state.now()) {
            self.stage.show(&screen);
        }
        self.stage.mark(DONE, matches!(state.now().screen, Screen::Result));
        self.draw_card(state);
        self.furnish(state);
    }

    /// Draws what comes with the other module: it stays empty until that is there.
    fn furnish(&self, state: &State) {
        let Moment { screen, notice, .. } = state.now();
        let ask = match screen {
            Screen::Question(asked) => Some(asked.ask),
            Screen::Start | Screen::Waiting | Screen::CheckAnswers | Screen::Result => None,
        };
        self.loaded.telling.furnish(&self.stage.screen, ask, *notice, state.is_kept);
    }

    fn draw_card(&self, state: &State) {
        let graph = &self.loaded.graph;
        let raised = raised(graph, state.now());
        let region = &self.settings.borrow().region;
        view::question::show_card(&self.stage, graph, region, raised.as_ref());
    }

    fn follow_up(&self, after: After) {
        match after {
            After::Nothing => {}
            After::Focus(selector) => self.stage.focus(selector),
            After::Print => self.stage.print(),
            After::Arrive { from, at } => {
                if let Some(history) = &self.history {
                    history.stand(from, at);
                }
            }
            After::Again(steps) => {
                if let (Some(history), 1..) = (&self.history, steps) {
                    history.back(steps);
                }
                self.focus();
            }
            After::Step { at, new, told } => {
                if let (Some(history), true) = (&self.history, new) {
                    history.push(at);
                }
                self.focus();
                self.stage.begin();
                self.stage.tell("backwise:step", None);
                if let Some(level) = told {
                    self.stage.tell("backwise:done", self.tells_urgency.then(|| level.name()));
                }
            }
        }
    }
}

/// What is left to do when the state is back in its place.
enum After {
    Nothing,
    Focus(&'static str),
    Print,
    /// The browser's history stands at one step, and is to stand at another.
    Arrive {
        from: usize,
        at: usize,
    },
    Again(usize),
    Step {
        at: usize,
        new: bool,
        told: Option<Urgency>,
    },
}
