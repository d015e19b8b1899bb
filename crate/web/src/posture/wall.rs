//! The wall test: what is set, what runs, what was answered.

use std::rc::Rc;

use backwise_graph::{Graph, Position, Word};
use backwise_posture::diary::Place as Asked;
use backwise_posture::wall::{Hollow, Pair, Pull, Touch};
use backwise_posture::{
    Answer, Area, Civil, Command, Due, Elapsed, Entry, Mark, PastTest, Phase, Point, Setup, Span,
    State, Variant, WallTest,
};
use web_sys::Element;

use super::answers::ALL;
use super::contact;
use super::cue::{Cue, Tone};
use super::tension;
use super::tool::{Clock, Playing, Scene, Screen, Tool};
use super::view::wall as view;
use crate::dom::{Page, Stage};
use crate::excerpt::body_map::Shown;
use crate::text::number;

/// What it shows when it does not run.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Place {
    /// What touched.
    Touch,
    /// Where it pulled.
    Areas,
    /// From the wall to the head.
    Measure,
    Result,
    WayOut,
}

pub struct Wall {
    graph: Rc<Graph>,
    pub setup: Setup,
    pub test: WallTest,
    /// Nothing before the first tap.
    place: Option<Place>,
    /// Areas that are ticked, and whether nowhere is.
    pub ticked: [bool; Area::ALL.len()],
    pub nowhere: bool,
    error: Option<Word>,
    /// Whether the test runs, or ran.
    has_begun: bool,
    /// Where it pulled, drawn, while that is asked.
    map: Option<Shown>,
    /// What touched, drawn, while that is asked.
    figure: Option<contact::Shown>,
}

impl Wall {
    #[must_use]
    pub fn new(graph: Rc<Graph>) -> Self {
        let setup = Setup::new(Variant::Standing);
        let test = WallTest::new(&setup);
        let ticked = [false; Area::ALL.len()];
        Self {
            graph,
            setup,
            test,
            place: None,
            ticked,
            nowhere: false,
            error: None,
            has_begun: false,
            map: None,
            figure: None,
        }
    }

    /// What must be read before it begins: none of it is ours to say.
    #[must_use]
    pub fn rules(&self) -> &[String] {
        self.graph.self_tests.first().map_or(&[], |test| &test.stop)
    }

    /// How one stands or sits at the wall, and then away from it; nothing for who does neither.
    #[must_use]
    pub fn positions(&self) -> &[Position] {
        let Some(test) = self.graph.self_tests.first() else { return &[] };
        match self.setup.variant {
            Variant::Standing => &test.standing,
            Variant::Seated => &test.seated,
            Variant::CannotStand => &[],
        }
    }

    /// The picture of what is to be done now. Where yes and no are asked, they take its room.
    fn pictures(&self) -> &[Position] {
        let at = match self.test.phase() {
            Phase::GetThere => 0,
            Phase::Forward | Phase::Hold => 1,
            _ => return &[],
        };
        self.positions().get(at..=at).unwrap_or_default()
    }

    fn word(&self, word: Word) -> String {
        self.graph.word(word).to_owned()
    }

    fn begin(&mut self, now: Elapsed) -> Vec<Cue> {
        self.test = WallTest::new(&self.setup);
        (self.ticked, self.nowhere, self.error) = (Default::default(), false, None);
        self.place = None;
        if self.setup.variant == Variant::CannotStand {
            self.place = Some(Place::WayOut);
            return Vec::new();
        }
        self.has_begun = true;
        let due = self.test.update(now, Command::Tick);
        self.cues(due)
    }

    fn go(&mut self, now: Elapsed, command: Command) -> Vec<Cue> {
        let due = self.test.update(now, command);
        self.cues(due)
    }

    /// What is heard; and where it has come to.
    fn cues(&mut self, due: Vec<Due<Phase>>) -> Vec<Cue> {
        let cues = due.into_iter().map(|due| self.cue(due)).collect();
        if self.place.is_none() && matches!(self.test.phase(), Phase::Area(_)) {
            self.place = Some(if self.has_open() { Place::Touch } else { Place::Areas });
        }
        cues
    }

    fn cue(&self, due: Due<Phase>) -> Cue {
        let say = self.said(due.phase, due.mark).map(|word| self.word(word));
        let rules = || Some(self.rules().join(" "));
        let say = match (due.phase, due.mark) {
            (Phase::StopRules, Mark::Begin) => rules(),
            _ => say,
        };
        Cue { at: due.at, tone: tone(due.phase, due.mark), say }
    }

    fn said(&self, phase: Phase, mark: Mark) -> Option<Word> {
        let is_seated = self.setup.variant == Variant::Seated;
        Some(match (phase, mark) {
            (Phase::GetThere, Mark::Begin) if is_seated => Word::SayGetThereSeated,
            (Phase::GetThere, Mark::Begin) => Word::SayGetThere,
            (Phase::Contact(point), Mark::Begin) => said_of(point),
            (Phase::Forward, Mark::Begin) if is_seated => Word::SayForwardSeated,
            (Phase::Forward, Mark::Begin) => Word::SayForward,
            (Phase::Hold, Mark::Begin) => Word::SayHold,
            (Phase::Hold, Mark::Half) => Word::SayHalf,
            (Phase::Hold, Mark::End) => Word::SayHoldDone,
            _ => return None,
        })
    }

    fn has_open(&self) -> bool {
        let is_open = |point| Asked::Point(point).answer(self.test.answers()).is_none();
        self.setup.variant.points().iter().copied().any(is_open)
    }

    /// Yes and no at the wall. Whatever lies between can be said afterwards.
    fn at_wall(&mut self, now: Elapsed, is_yes: bool) -> Vec<Cue> {
        let Phase::Contact(point) = self.test.phase() else { return Vec::new() };
        let touch = if is_yes { Touch::Easily } else { Touch::Off };
        let pair = if is_yes { Pair::Both } else { Pair::Neither };
        let answer = match point {
            Point::Head => Answer::Head(touch),
            Point::ShoulderBlades => Answer::ShoulderBlades(pair),
            Point::Buttocks => Answer::Buttocks(touch),
            Point::BacksOfHands => Answer::BacksOfHands(pair),
            // It is asked whether there is room for a fist. What else fits is open, if there is none.
            Point::LowBack if is_yes => Answer::LowBack(Hollow::Fist),
            Point::LowBack => return self.go(now, Command::Skip),
        };
        let due = self.test.answer(now, answer);
        self.cues(due)
    }

    fn next(&mut self, now: Elapsed) {
        match self.place {
            Some(Place::Touch) => self.place = Some(Place::Areas),
            Some(Place::Areas) => self.end_areas(now),
            Some(Place::Measure) => self.place = Some(Place::Result),
            _ => {}
        }
    }

    /// What is not ticked did not pull, if anything was said at all.
    fn end_areas(&mut self, now: Elapsed) {
        let some = self.ticked.contains(&true);
        if some && self.nowhere {
            self.error = Some(Word::AreasClash);
            return;
        }
        for (area, is_on) in Area::ALL.into_iter().zip(self.ticked) {
            let pull = if is_on { Pull::Yes } else { Pull::No };
            if some || self.nowhere {
                self.test.answer(now, Answer::Area(area, pull));
            }
        }
        self.test.areas_done(now);
        let measures = self.test.phase() == Phase::HeadToWall;
        self.place = Some(if measures { Place::Measure } else { Place::Result });
    }

    fn set(&mut self, name: &str, value: &str) {
        let Some(seconds) = number(value).and_then(|n| u16::try_from(n).ok()) else { return };
        let (length, limits) = match name {
            "get-there" => (&mut self.setup.get_there, backwise_posture::wall::GET_THERE),
            "ask" => (&mut self.setup.ask, backwise_posture::wall::ASK),
            "forward" => (&mut self.setup.forward, backwise_posture::wall::FORWARD),
            _ => (&mut self.setup.hold, backwise_posture::wall::HOLD),
        };
        *length = limits.keep(Span::from_s(seconds));
    }
}

impl Tool for Wall {
    fn screen(&self) -> Screen {
        match (self.test.player().state(), self.place) {
            (State::Stopped(stop), _) => Screen::after(stop),
            (_, Some(place)) => Screen::Other(place as u8),
            (_, None) if self.has_begun => Screen::Play,
            (_, None) => Screen::Start,
        }
    }

    fn shown(&mut self, screen: &Element) {
        let is_at = |place| self.screen() == Screen::Other(place as u8);
        let (touch, areas) = (is_at(Place::Touch), is_at(Place::Areas));
        self.map = if areas { tension::show(&self.graph, screen) } else { None };
        self.figure = if touch { contact::show(&self.graph, screen) } else { None };
    }

    fn renew(&self, stage: &Stage, _: &Scene) {
        view::renew(stage, self);
    }

    fn error(&self) -> Option<Word> {
        self.error
    }

    fn draw(&self, page: &mut Page, scene: &Scene) {
        match self.place {
            None => view::start(page, scene, self),
            Some(Place::Touch) => view::touch(page, scene, self),
            Some(Place::Areas) => view::areas(page, scene, self),
            Some(Place::Measure) => view::measure(page, scene),
            Some(Place::Result) => view::result(page, scene, self),
            Some(Place::WayOut) => view::way_out(page, scene),
        }
    }

    fn playing(&self) -> Playing<'_> {
        let phase = self.test.phase();
        let at_rules = phase == Phase::StopRules;
        let word = if at_rules { Some(Word::PlayRules) } else { self.said(phase, Mark::Begin) };
        let is_paused = self.test.player().state() == State::Paused;
        Playing {
            caption: word.map(|word| self.word(word)).unwrap_or_default(),
            detail: if is_paused { self.word(Word::PlayPaused) } else { String::new() },
            rules: if at_rules { self.rules() } else { &[] },
            pictures: self.pictures(),
            asks: matches!(phase, Phase::Contact(_)),
            ..Playing::default()
        }
    }

    fn press(&mut self, now: Elapsed, name: &str) -> Vec<Cue> {
        match name {
            "play-start" => return self.begin(now),
            "play-again" | "play-enough" => {
                let setup = self.setup;
                *self = Self { setup, ..Self::new(self.graph.clone()) };
            }
            "answer-yes" => return self.at_wall(now, true),
            "answer-no" => return self.at_wall(now, false),
            "next" => self.next(now),
            _ => {}
        }
        Vec::new()
    }

    fn change(&mut self, name: &str, value: &str, is_on: bool) {
        self.error = None;
        let at = number(value);
        match name {
            "variant" => {
                self.setup.variant = match at {
                    Some(1) => Variant::Seated,
                    Some(2) => Variant::CannotStand,
                    _ => Variant::Standing,
                }
            }
            "measure" => self.setup.head_to_wall = is_on,
            "area" => match at.and_then(|at| self.ticked.get_mut(at)) {
                Some(ticked) => *ticked = is_on,
                None => self.nowhere = is_on,
            },
            "get-there" | "ask" | "forward" | "hold" => self.set(name, value),
            _ => {
                let answer = at.and_then(|at| ALL.iter().flat_map(|(_, all)| *all).nth(at));
                if let Some((answer, _)) = answer {
                    // It is asked when the hold is over, so no time passes with it.
                    self.test.answer(Elapsed::default(), *answer);
                }
            }
        }
    }

    fn command(&mut self, now: Elapsed, command: Command) -> Vec<Cue> {
        if !self.has_begun {
            return Vec::new();
        }
        // Once the hold is over this is to go to the wall again.
        if command == Command::Repeat && self.place.is_some() {
            self.place = None;
            (self.ticked, self.nowhere) = (Default::default(), false);
        }
        self.go(now, command)
    }

    fn upcoming(&self, until: Elapsed) -> Vec<(Elapsed, Tone)> {
        let due = self.test.player().upcoming(until);
        due.iter().filter_map(|due| Some((due.at, tone(due.phase, due.mark)?))).collect()
    }

    fn clock(&self) -> Clock {
        Clock::of(self.test.player(), self.has_begun && self.test.phase() == Phase::StopRules)
    }

    fn title(&self) -> Word {
        Word::WallTitle
    }

    fn past(&self, when: Civil) -> Option<Entry> {
        let Setup { variant, hold, .. } = self.setup;
        let test = || PastTest::new(when, variant, hold, self.test.hold(), *self.test.answers());
        (self.place == Some(Place::Result)).then(|| Entry::WallTest(test()))
    }
}

fn tone(phase: Phase, mark: Mark) -> Option<Tone> {
    let begin = match phase {
        Phase::GetThere | Phase::Contact(_) | Phase::Forward => Some(Tone::Next),
        Phase::Hold => Some(Tone::Begin),
        Phase::StopRules | Phase::Area(_) | Phase::HeadToWall | Phase::Result | Phase::WayOut => {
            None
        }
    };
    Tone::of(mark, begin)
}

fn said_of(point: Point) -> Word {
    match point {
        Point::Head => Word::SayHead,
        Point::ShoulderBlades => Word::SayShoulderBlades,
        Point::Buttocks => Word::SayButtocks,
        Point::BacksOfHands => Word::SayHands,
        Point::LowBack => Word::SayLowBack,
    }
}
