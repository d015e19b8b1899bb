//! What can be played, as the shell sees it.

use backwise_graph::{Graph, Position, Word};
use backwise_posture::{Civil, Command, Elapsed, Entry, Player, Span, State, Stop};
use web_sys::Element;

use super::cue::{Cue, Tone};
use super::kept::Keeper;
use crate::dom::{Page, Stage};
use crate::excerpt::Links;

/// Something with a clock of its own and screens around it.
pub trait Tool {
    /// Which screen it is on. On another one the focus goes to its heading.
    fn screen(&self) -> Screen;

    /// Draws a screen that waits for the reader.
    fn draw(&self, page: &mut Page, scene: &Scene);

    /// Shows what a choice on this screen has changed there.
    fn renew(&self, _stage: &Stage, _scene: &Scene) {}

    /// What it drew is on the page now.
    fn shown(&mut self, _screen: &Element) {}

    /// What is wrong with what the reader chose on this screen.
    fn error(&self) -> Option<Word> {
        None
    }

    /// What is shown while it plays.
    fn playing(&self) -> Playing<'_>;

    /// A button was pressed that is no command.
    fn press(&mut self, now: Elapsed, name: &str) -> Vec<Cue>;

    /// A field was changed: its name, its value, and whether it is on.
    fn change(&mut self, name: &str, value: &str, is_on: bool);

    /// Does what every machine can be asked, once it runs.
    fn command(&mut self, now: Elapsed, command: Command) -> Vec<Cue>;

    /// Tones that are due up to a moment, if nothing else happens.
    fn upcoming(&self, until: Elapsed) -> Vec<(Elapsed, Tone)>;

    /// How its clock stands.
    fn clock(&self) -> Clock;

    /// What it is called.
    fn title(&self) -> Word;

    /// What was done, where this screen says that it is over.
    fn past(&self, when: Civil) -> Option<Entry>;
}

/// What a button asks of the machine, whichever it is.
#[must_use]
pub fn command(name: &str) -> Option<Command> {
    Some(match name {
        "play-go" => Command::Go,
        "play-pause" => Command::Pause,
        "play-resume" => Command::Resume,
        "play-repeat" => Command::Repeat,
        "play-skip" => Command::Skip,
        "play-stop" => Command::Abandon,
        "play-it-hurt" => Command::Pain,
        "play-unwell" => Command::StopRule,
        _ => return None,
    })
}

/// Where a tool is. What differs between two tools, or between two moments of one, is a number of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// It waits for a first tap.
    Start,
    /// It plays.
    Play,
    /// It was stopped, and nobody has said why.
    Stopped,
    /// It was stopped since it hurt, or since something is not right.
    Safety,
    /// Anything else that a tool shows, by its own number.
    Other(u8),
}

impl Screen {
    /// Where a stop leads.
    #[must_use]
    pub fn after(stop: Stop) -> Self {
        if stop.leads_to_safety() { Self::Safety } else { Self::Stopped }
    }
}

/// How a machine's clock stands.
#[derive(Clone, Copy)]
pub struct Clock {
    pub state: State,
    /// What is left of what is going on; nothing where it waits.
    pub remaining: Option<Span>,
    pub next_due: Option<Elapsed>,
    /// Whether it waits for the rules to be heard.
    pub at_rules: bool,
}

impl Clock {
    #[must_use]
    pub fn of<P: Copy>(player: &Player<P>, at_rules: bool) -> Self {
        let (state, remaining) = (player.state(), player.remaining());
        Self { state, remaining, next_due: player.next_due(), at_rules }
    }
}

/// What is shown while it plays.
#[derive(Default, PartialEq)]
pub struct Playing<'a> {
    /// What to do, large.
    pub caption: String,
    /// More about it.
    pub detail: String,
    pub pictures: &'a [Position],
    /// What is to be read and heard before anything begins.
    pub rules: &'a [String],
    /// Whether yes and no are asked for.
    pub asks: bool,
    /// Whether there is an easier and a harder way.
    pub ways: Option<(bool, bool)>,
    /// Whether something else follows that can be gone to.
    pub has_next: bool,
}

/// What screens are drawn from.
pub struct Scene<'a> {
    pub graph: &'a Graph,
    /// Where the site's pages are.
    pub base: &'a str,
    /// Whether voice and tones are wanted.
    pub wants: Wants,
    /// What is kept; nothing on a page that is not ours to keep anything for.
    pub kept: Option<&'a Keeper>,
}

impl<'a> Scene<'a> {
    #[must_use]
    pub fn links(&self) -> Links<'a> {
        Links { graph: self.graph, base: self.base }
    }
}

/// What the reader wants to hear.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Wants {
    pub voice: bool,
    pub tones: bool,
}
