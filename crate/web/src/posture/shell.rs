//! One tool on one page: hears fingers and the clock, and shows and sounds what comes of it.

mod keeping;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use backwise_graph::Graph;
use backwise_posture::{Command, Elapsed, State};
use web_sys::{EventTarget, ShadowRoot, VisibilityState};

use super::cue::Cue;
use super::kept::Keeper;
use super::speaker::Speaker;
use super::tool::{Clock, Scene, Screen, Tool, command};
use super::view;
use crate::dom::{self, Light, Listener, Spoken, Stage, Timer, listen, listen_early};

/// How often the shown seconds are looked at, in milliseconds.
const LOOK: u64 = 200;

pub struct Shell {
    me: Weak<Self>,
    graph: Rc<Graph>,
    base: String,
    clock: dom::Clock,
    /// Taken out while something is worked on: what JavaScript does in the meantime finds nothing to upset.
    tool: Cell<Option<Box<dyn Tool>>>,
    /// Taken out in the same way; nothing where nothing may be kept.
    keeper: Cell<Option<Keeper>>,
    stage: Stage,
    speaker: Speaker,
    light: Light,
    /// Whether the browser keeps the screen on.
    is_lit: Cell<bool>,
    timer: Timer,
    shown: Cell<Option<Screen>>,
    listeners: RefCell<Vec<Listener>>,
}

/// Something happened.
enum Event<'a> {
    Press(&'a str),
    Change(&'a str, &'a str, bool),
    Command(Command),
}

impl Shell {
    pub fn start(
        graph: Rc<Graph>,
        tool: Box<dyn Tool>,
        root: &ShadowRoot,
        base: String,
        may_keep: bool,
    ) -> Option<Rc<Self>> {
        let stage = Stage::new(root, &graph.language)?;
        let window = stage.document.default_view()?;
        let clock = dom::Clock::of(&window)?;
        let keeper = if may_keep { Keeper::new(&stage.document) } else { None };
        let speaker = Speaker::new(&window, &graph.language);
        let shell = Rc::new_cyclic(|me: &Weak<Self>| {
            let (ticks, dims) = (me.clone(), me.clone());
            let tick = Box::new(move || Self::with(&ticks, Self::on_time));
            let dim = Rc::new(move || Self::with(&dims, Self::dimmed));
            Self {
                me: me.clone(),
                timer: Timer::new(&window, tick),
                light: Light::new(dim),
                graph,
                base,
                clock,
                tool: Cell::new(Some(tool)),
                keeper: Cell::new(keeper),
                stage,
                speaker,
                is_lit: Cell::new(true),
                shown: Cell::new(None),
                listeners: RefCell::default(),
            }
        });
        shell.hear();
        shell.with_tool(|shell, tool| shell.show(tool, &[]));
        shell.stage.tell("backwise:ready", None);
        Some(shell)
    }

    pub fn reset(&self) {
        self.handle(&Event::Press("play-again"));
    }

    pub fn focus(&self) {
        self.stage.focus(view::HEADING);
    }

    fn with(me: &Weak<Self>, work: impl FnOnce(&Self)) {
        if let Some(me) = me.upgrade() {
            work(&me);
        }
    }

    fn hear(self: &Rc<Self>) {
        let (body, document) = (&self.stage.body, &self.stage.document);
        let listeners = [
            self.listener(listen, body, "click", Self::on_click),
            self.listener(listen, body, "change", Self::on_change),
            // Escape, in a dialog.
            self.listener(listen_early, body, "cancel", Self::on_cancel),
            self.listener(listen, document, "visibilitychange", Self::on_visibility),
        ];
        self.listeners.borrow_mut().extend(listeners.into_iter().flatten());
    }

    fn listener(
        &self,
        listen: dom::Listen,
        target: &EventTarget,
        name: &'static str,
        hear: fn(&Self, &web_sys::Event),
    ) -> Option<Listener> {
        let me = self.me.clone();
        listen(target, name, Box::new(move |event| Self::with(&me, |me| hear(me, &event))))
    }

    fn on_click(&self, event: &web_sys::Event) {
        match dom::pressed_button(event) {
            Some((name, _)) if keeping::is_its(&name) => self.press_kept(&name),
            Some((name, _)) => self.handle(&Event::Press(&name)),
            None => {}
        }
    }

    fn on_change(&self, event: &web_sys::Event) {
        match dom::changed_field(event) {
            Some((name, value, is_on)) if keeping::is_its(&name) => {
                self.change_kept(event, &name, &value, is_on);
            }
            Some((name, value, is_on)) => self.handle(&Event::Change(&name, &value, is_on)),
            None => {}
        }
    }

    fn on_cancel(&self, event: &web_sys::Event) {
        event.prevent_default();
        self.handle(&Event::Press("play-stop"));
    }

    /// A page that is not seen stops ticking, so that what went by is told and not claimed.
    fn on_visibility(&self, _: &web_sys::Event) {
        if self.is_hidden() {
            self.timer.clear();
            self.speaker.hush();
            if self.shown.get() != Some(Screen::Play) {
                self.speaker.rest();
            }
        } else {
            self.speaker.resume();
            if self.shown.get() == Some(Screen::Play) {
                self.light.keep_on();
            }
            self.command(Command::Tick);
        }
    }

    fn is_hidden(&self) -> bool {
        self.stage.document.visibility_state() == VisibilityState::Hidden
    }

    /// The voice has begun, has ended, or cannot: after the rules it goes on by itself.
    fn on_spoken(&self, what: Spoken) {
        self.speaker.spoken(what);
        let at_rules = self.with_tool(|_, tool| tool.clock().at_rules).unwrap_or_default();
        if at_rules && what != Spoken::Began {
            self.command(Command::Go);
        }
    }

    /// The time has come to look again, or everything has sounded.
    fn on_time(&self) {
        match self.shown.get() {
            Some(Screen::Play) => self.command(Command::Tick),
            _ => self.speaker.rest(),
        }
    }

    fn dimmed(&self) {
        self.is_lit.set(false);
        self.command(Command::Tick);
    }

    fn command(&self, command: Command) {
        self.handle(&Event::Command(command));
    }

    fn handle(&self, event: &Event) {
        if let Event::Press(name) = event {
            self.before(name);
        }
        let now = Elapsed::from_ms(self.clock.ms());
        self.with_tool(|shell, tool| {
            let mut heard = match event {
                Event::Press(name) => match command(name) {
                    Some(command) => tool.command(now, command),
                    None => tool.press(now, name),
                },
                Event::Command(command) => tool.command(now, *command),
                Event::Change(name, value, is_on) => {
                    shell.choose(name, *is_on);
                    tool.change(name, value, *is_on);
                    Vec::new()
                }
            };
            shell.go_on_unheard(tool, now, &mut heard);
            shell.sound(tool, now, &heard);
            shell.show(tool, &heard);
        });
    }

    /// What has to be done while the browser still knows that a finger has touched.
    fn before(&self, name: &str) {
        match name {
            "play-start" => {
                self.begin_keeping();
                self.begin_sound();
            }
            // While it plays this is one step again; after the end, the test or the routine.
            "play-repeat" | "play-missed" if self.shown.get() != Some(Screen::Play) => {
                self.begin_sound();
            }
            _ => self.speaker.resume(),
        }
    }

    fn begin_sound(&self) {
        let (spoken, changed) = (self.me.clone(), self.me.clone());
        self.is_lit.set(true);
        self.light.keep_on();
        self.speaker.begin(
            Rc::new(move |what| Self::with(&spoken, |me| me.on_spoken(what))),
            Box::new(move || Self::with(&changed, |me| me.command(Command::Tick))),
        );
    }

    fn choose(&self, name: &str, is_on: bool) {
        let mut wants = self.speaker.wants.get();
        match name {
            "voice" => wants.voice = is_on,
            "tones" => wants.tones = is_on,
            _ => return,
        }
        self.speaker.wants.set(wants);
    }

    /// Where no voice reads the rules out, they were read before the tap.
    fn go_on_unheard(&self, tool: &mut Box<dyn Tool>, now: Elapsed, heard: &mut Vec<Cue>) {
        let lost = self.speaker.lost_voice(now);
        let is_silent = lost || !self.speaker.has_voice();
        if tool.clock().at_rules && is_silent && tool.screen() == Screen::Play {
            heard.append(&mut tool.command(now, Command::Go));
        }
    }

    fn sound(&self, tool: &mut Box<dyn Tool>, now: Elapsed, heard: &[Cue]) {
        let flash = self.speaker.play(now, heard, |until| tool.upcoming(until));
        if let Some(flash) = flash {
            view::play::flash(&self.stage, flash);
        }
    }

    fn show(&self, tool: &mut Box<dyn Tool>, heard: &[Cue]) {
        let screen = tool.screen();
        let is_new = self.shown.replace(Some(screen)) != Some(screen);
        let mut keeper = self.keeper.take();
        if is_new && let (Some(keeper), Some(now)) = (&mut keeper, dom::calendar::here()) {
            keeper.arrive(tool.past(now));
        }
        let scene = self.scene(keeper.as_ref());
        if is_new {
            self.open(&scene, tool, screen);
        }
        match screen {
            Screen::Play => self.renew_play(&scene, &**tool, heard),
            _ if !is_new => view::renew(&self.stage, &scene, &**tool),
            _ => {}
        }
        self.keeper.set(keeper);
        self.pace(screen, tool.clock());
    }

    /// Another screen than the one that stands there.
    fn open(&self, scene: &Scene, tool: &mut Box<dyn Tool>, screen: Screen) {
        if screen != Screen::Play {
            self.light.let_go();
        }
        // The words of a regular end are heard out.
        if matches!(screen, Screen::Start | Screen::Stopped | Screen::Safety) {
            self.speaker.be_quiet();
        }
        let Some(drawn) = view::draw(&self.stage, scene, &**tool) else { return };
        let was_there = self.stage.screen.has_child_nodes();
        self.stage.show(&drawn);
        tool.shown(&drawn);
        if screen == Screen::Play {
            view::play::open(&self.stage);
        } else if was_there {
            self.focus();
            self.stage.begin();
        }
    }

    fn renew_play(&self, scene: &Scene, tool: &dyn Tool, heard: &[Cue]) {
        view::play::renew(&self.stage, scene, &tool.playing(), tool.clock());
        view::play::notice(&self.stage, scene, self.speaker.trouble(), self.is_lit.get());
        if !self.speaker.has_voice() && !heard.is_empty() {
            view::play::announce(&self.stage);
        }
    }

    fn scene<'a>(&'a self, kept: Option<&'a Keeper>) -> Scene<'a> {
        let wants = self.speaker.wants.get();
        Scene { graph: &self.graph, base: &self.base, wants, kept }
    }

    /// Asks to be called when the next cue is due, and before that to show the seconds; after the end, when
    /// everything has sounded.
    fn pace(&self, screen: Screen, clock: Clock) {
        let now = Elapsed::from_ms(self.clock.ms());
        let runs = !self.is_hidden() && clock.state == State::Running;
        let wait = match screen {
            Screen::Play if runs => {
                let wait = clock.next_due.map_or(LOOK, |due| due.since(now).ms());
                Some(wait.min(LOOK))
            }
            Screen::Play => None,
            _ => self.speaker.left(now),
        };
        match wait {
            Some(ms) => self.timer.set(ms),
            None => self.timer.clear(),
        }
    }

    fn with_tool<T>(&self, work: impl FnOnce(&Self, &mut Box<dyn Tool>) -> T) -> Option<T> {
        let mut tool = self.tool.take()?;
        let done = work(self, &mut tool);
        self.tool.set(Some(tool));
        Some(done)
    }
}
